// One pair of the list: compared part by part, marked as two projects, or made one.
import { Button, Segmented } from 'antd';
import { useMemo, useState } from 'react';
import type { Project } from '#shared/domain/project.ts';
import type { ReferenceData } from '#shared/domain/reference.ts';
import { compareParts, type MergePart, mergePartName } from '#shared/duplicates/merge-projects.ts';
import { wanText } from '#shared/values/money.ts';
import { type Session, useSession } from '../../session.ts';
import { PairCompare, type Side } from './pair-compare.tsx';
import type { ShownPair } from './pair-list.tsx';

function locate({ nav }: Session, project: Project): void {
  nav.set({ page: 'projects', target: { rowId: project.id, columnKey: 'name', at: Date.now() } });
}

function totalText({ amounts }: Project): string {
  return amounts.total === null ? '未填' : `${wanText(amounts.total)} 万元`;
}

export function PairPane({
  pair,
  reference,
  disabled,
  onDistinct,
}: {
  pair: ShownPair;
  reference: ReferenceData;
  disabled: boolean;
  onDistinct: () => void;
}) {
  const session = useSession();
  const [kept, setKept] = useState<Side>('left');
  /** Parts taken from the side that goes. */
  const [taken, setTaken] = useState<ReadonlySet<MergePart>>(new Set());
  const { left, right } = pair;
  const parts = useMemo(() => compareParts(left, right, reference), [left, right, reference]);
  const other: Side = kept === 'left' ? 'right' : 'left';
  const blanks = parts.filter((part) => part[kept] === '' && !part.isSame).map(({ part }) => part);

  const choose = (part: MergePart, side: Side): void => {
    const next = new Set(taken);
    if (side === kept) next.delete(part);
    else next.add(part);
    setTaken(next);
  };
  const merge = async (): Promise<void> => {
    const [keep, remove] = kept === 'left' ? [left, right] : [right, left];
    const names = [...taken].map(mergePartName);
    const isAgreed = await session.messenger.current.confirm({
      title: '合并为一个项目？',
      content:
        `保留“${keep.name}”（总投资 ${totalText(keep)}），删除“${remove.name}”（总投资 ${totalText(remove)}）。` +
        `${names.length > 0 ? `从被删除的项目取：${names.join('、')}。` : '各栏都用保留的项目。'}` +
        `合并后总投资 ${totalText(taken.has('amounts') ? remove : keep)}。可一步撤销。`,
      okText: '合并',
    });
    if (!isAgreed) return;
    await session.attempt('正在合并', () =>
      session.write('duplicates.merge', { keepId: keep.id, removeId: remove.id, take: [...taken] }),
    );
  };
  return (
    <div className="xj-pair-pane" data-testid="pair-pane">
      <p className="xj-pair-score">
        相似度 <b>{pair.score.toFixed(2)}</b>：{pair.reasons.join('、')}
      </p>
      <div className="xj-bar">
        合并时保留
        <Segmented
          size="small"
          value={kept}
          disabled={disabled}
          options={[
            { value: 'left' as const, label: '左边' },
            { value: 'right' as const, label: '右边' },
          ]}
          onChange={(side) => {
            setKept(side);
            setTaken(new Set());
          }}
          data-testid="pair-keep"
        />
        {blanks.length > 0 && (
          <Button
            size="small"
            disabled={disabled}
            onClick={() => setTaken(new Set([...taken, ...blanks]))}
            data-testid="pair-fill"
          >
            空白处用另一个补上
          </Button>
        )}
        <span className="xj-grow" />
        <Button size="small" disabled={disabled} onClick={onDistinct} data-testid="pair-distinct">
          不是重复
        </Button>
        <Button size="small" type="primary" disabled={disabled} onClick={() => void merge()} data-testid="pair-merge">
          合并…
        </Button>
      </div>
      <PairCompare
        parts={parts}
        heads={[kept === 'left' ? '左边（保留）' : '左边（删除）', kept === 'right' ? '右边（保留）' : '右边（删除）']}
        sideOf={(part) => (taken.has(part) ? other : kept)}
        {...(disabled ? {} : { onChoose: choose })}
      />
      <div className="xj-bar xj-pair-jumps">
        <span className="xj-faint">不同的栏有底色，点一下改取这一边；其余两边相同。</span>
        <span className="xj-grow" />
        <Button size="small" type="link" onClick={() => locate(session, left)}>
          定位左边
        </Button>
        <Button size="small" type="link" onClick={() => locate(session, right)}>
          定位右边
        </Button>
      </div>
    </div>
  );
}
