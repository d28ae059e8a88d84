// 查看构成: what a subtotal of the 项目表 or a figure compared with a claim is made of, class by class, project by project.
import { DownOutlined, RightOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Alert, Modal, Spin } from 'antd';
import { useMemo, useState } from 'react';
import type { CompositionGroup, CompositionPart } from '#shared/checks/figure-composition.ts';
import { KEYS } from '../../api/queries.ts';
import { useSession } from '../../session.ts';
import { errorText } from '../../state/call.ts';
import { useStore } from '../../ui/store.ts';
import { WindowedList } from '../../ui/windowed-list.tsx';
import './check-dialogs.css';

type Line = { kind: 'group'; group: CompositionGroup } | { kind: 'part'; part: CompositionPart };

export function FigureDialog() {
  const { nav } = useSession();
  const figure = useStore(nav, (state) => state.composition);
  if (!figure) return null;
  return <Composition key={`${figure.row}|${figure.column}`} row={figure.row} column={figure.column} />;
}

function Composition({ row, column }: { row: string; column: string }) {
  const { nav, call } = useSession();
  const [open, setOpen] = useState<ReadonlySet<string> | null>(null);
  const query = useQuery({
    queryKey: [...KEYS.checks, 'composition', row, column],
    queryFn: () => call('checks.composition', { row, column }),
  });
  const composition = query.data?.composition;
  const lines = useMemo((): Line[] => {
    const groups = composition?.groups ?? [];
    // One class is all there is to see: its projects are shown at once.
    const isOpen = ({ label }: CompositionGroup): boolean => open?.has(label) ?? groups.length === 1;
    return groups.flatMap((group): Line[] => [
      { kind: 'group', group },
      ...(isOpen(group) ? group.parts.map((part): Line => ({ kind: 'part', part })) : []),
    ]);
  }, [composition, open]);
  const close = (): void => nav.set({ composition: null });
  const shown = new Set(lines.flatMap((line) => (line.kind === 'part' ? [line.part] : [])));
  const isOpen = ({ parts }: CompositionGroup): boolean => parts[0] !== undefined && shown.has(parts[0]);
  const toggle = (group: CompositionGroup): void => {
    const next = new Set((composition?.groups ?? []).filter(isOpen).map(({ label }) => label));
    if (!next.delete(group.label)) next.add(group.label);
    setOpen(next);
  };
  const goTo = (part: CompositionPart): void => {
    const columnKey = column === 'count' ? 'name' : column;
    nav.set({ composition: null, page: 'projects', target: { rowId: part.projectId, columnKey, at: Date.now() } });
  };
  const count = (composition?.groups ?? []).reduce((sum, { parts }) => sum + parts.length, 0);
  return (
    <Modal
      open
      title={composition ? `构成：${composition.title} ${composition.value}` : '构成'}
      width={720}
      footer={null}
      onCancel={close}
      data-testid="figure-composition"
    >
      {query.error && <Alert type="error" showIcon title="构成没有算出来" description={errorText(query.error)} />}
      {query.isPending && <Spin />}
      {composition && (
        <>
          <p className="xj-faint">
            由 {count} 个项目构成，按下一级类别列出，各行相加就是 {composition.value}。点项目可以定位。
          </p>
          <div className="xj-fix-list">
            <WindowedList
              label="构成"
              count={lines.length}
              rowHeight={30}
              renderRow={(index) => {
                const line = lines[index];
                if (!line) return null;
                return line.kind === 'group' ? (
                  <button
                    key={line.group.label}
                    type="button"
                    className="xj-part is-group"
                    data-testid="composition-group"
                    onClick={() => toggle(line.group)}
                  >
                    {isOpen(line.group) ? <DownOutlined /> : <RightOutlined />}
                    <span>
                      {line.group.label}（{line.group.parts.length}个）
                    </span>
                    <b className="xj-figure">{line.group.value}</b>
                  </button>
                ) : (
                  <button
                    key={line.part.projectId}
                    type="button"
                    className="xj-part"
                    data-testid="composition-part"
                    onClick={() => goTo(line.part)}
                  >
                    <span />
                    <span>{line.part.name}</span>
                    <span className="xj-figure">{line.part.value}</span>
                  </button>
                );
              }}
            />
          </div>
        </>
      )}
    </Modal>
  );
}
