// 重复项目: pairs of the list that may be one project, and comparing the list with another file.
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Empty, Spin } from 'antd';
import { useMemo, useState } from 'react';
import type { MethodOutput } from '#shared/contract/methods.ts';
import { distinctPair } from '#shared/duplicates/distinct-pair.ts';
import { signatureMaker } from '#shared/duplicates/signature.ts';
import { KEYS, useProjectIndex, useReference, useWorkbook } from '../../api/queries.ts';
import { saveRecord, useRecords } from '../../api/records.ts';
import { lockedText } from '../../commands/file-actions.ts';
import { useSession } from '../../session.ts';
import { errorText } from '../../state/call.ts';
import { DistinctList } from './distinct-list.tsx';
import { OtherFile } from './other-file.tsx';
import { PairList, type ShownPair, shownPairs } from './pair-list.tsx';
import { PairPane } from './pair-pane.tsx';
import './duplicates.css';

export function DuplicatesTab() {
  const session = useSession();
  const workbook = useWorkbook();
  const reference = useReference().data?.reference;
  const projects = useProjectIndex();
  const marks = useRecords('distinct-pair');
  const query = useQuery({
    // Stale with the findings: both hang on the same projects and marks.
    queryKey: [...KEYS.checks, 'duplicates'],
    queryFn: () => session.call('duplicates.list', {}),
    placeholderData: (before) => before,
  });
  const [current, setCurrent] = useState<string | null>(null);
  const [areMarksOpen, setMarksOpen] = useState(false);
  const [other, setOther] = useState<MethodOutput<'duplicates.compare'> | null>(null);
  const pairs = useMemo(() => shownPairs(query.data?.pairs ?? [], (id) => projects.get(id)), [query.data, projects]);
  if (query.error) return <Alert type="error" showIcon title="没有找出重复项目" description={errorText(query.error)} />;
  if (!query.data || !reference) return <Spin className="xj-page-spin" description="正在比对项目" />;
  const disabled = lockedText(workbook) !== null;
  const at = Math.max(
    0,
    pairs.findIndex(({ key }) => key === current),
  );
  const pair = pairs[at];

  const compare = async (): Promise<void> => {
    const [file] = (await session.chooseOpen('projects', '与另一个文件比较：选择工作簿或电子表格')) ?? [];
    if (!file) return;
    const found = await session.attempt('正在与另一个文件比较', () =>
      session.call('duplicates.compare', { token: file.token }),
    );
    if (found) setOther(found);
  };
  const markDistinct = async ({ key, left, right }: ShownPair): Promise<void> => {
    const signatureOf = signatureMaker(reference);
    const isSaved = await saveRecord(
      session,
      'distinct-pair',
      key,
      distinctPair(signatureOf(left), signatureOf(right)),
    );
    if (isSaved) setCurrent(pairs[at + 1]?.key ?? null);
  };
  return (
    <div className="xj-checks" data-testid="duplicates">
      <div className="xj-bar">
        {other ? (
          <>
            <Button onClick={() => setOther(null)} data-testid="duplicates-back">
              返回本表
            </Button>
            <span>
              与“{other.file}”的 {other.count} 个项目比较：{other.pairs.length} 个与本表的项目疑似重复。
            </span>
          </>
        ) : (
          <span data-testid="duplicates-count">
            {pairs.length > 0 ? `${pairs.length} 对项目疑似重复。` : '没有疑似重复的项目。'}
          </span>
        )}
        <span className="xj-grow" />
        {marks.size > 0 && (
          <Button onClick={() => setMarksOpen(true)} data-testid="distinct-list">
            已标为不是重复 {marks.size} 对
          </Button>
        )}
        <Button onClick={() => void compare()} data-testid="duplicates-compare">
          与另一个文件比较…
        </Button>
      </div>
      {other ? (
        <OtherFile found={other} reference={reference} />
      ) : pair ? (
        <div className="xj-pair-split">
          <PairList pairs={pairs} current={pair.key} onOpen={setCurrent} />
          <PairPane
            key={pair.key}
            pair={pair}
            reference={reference}
            disabled={disabled}
            onDistinct={() => void markDistinct(pair)}
          />
        </div>
      ) : (
        <Empty
          className="xj-empty"
          description="名称、地点、建设内容、总投资都没有相近的两个项目。也可以与另一个年度、另一个部门的文件比较。"
        />
      )}
      <DistinctList isOpen={areMarksOpen} disabled={disabled} close={() => setMarksOpen(false)} />
    </div>
  );
}
