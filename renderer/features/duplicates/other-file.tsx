// Pairs between the list and another workbook or spreadsheet: to look at; nothing of the other file is taken in.
import { Button, Empty } from 'antd';
import { useMemo, useState } from 'react';
import type { MethodOutput } from '#shared/contract/methods.ts';
import type { ReferenceData } from '#shared/domain/reference.ts';
import { compareParts } from '#shared/duplicates/merge-projects.ts';
import { useProjectIndex } from '../../api/queries.ts';
import { useSession } from '../../session.ts';
import { PairCompare } from './pair-compare.tsx';
import { PairList, shownPairs } from './pair-list.tsx';

export function OtherFile({
  found,
  reference,
}: {
  found: MethodOutput<'duplicates.compare'>;
  reference: ReferenceData;
}) {
  const { nav } = useSession();
  const own = useProjectIndex();
  const [current, setCurrent] = useState<string | null>(null);
  const pairs = useMemo(() => {
    const others = new Map(found.projects.map((project) => [project.id, project]));
    return shownPairs(found.pairs, (id) => own.get(id) ?? others.get(id));
  }, [found, own]);
  const pair = pairs.find(({ key }) => key === current) ?? pairs[0];
  if (!pair)
    return <Empty className="xj-empty" description={`“${found.file}”的 ${found.count} 个项目与本表都不相似。`} />;
  return (
    <div className="xj-pair-split">
      <PairList pairs={pairs} current={pair.key} onOpen={setCurrent} />
      <div className="xj-pair-pane">
        <p className="xj-pair-score">
          相似度 <b>{pair.score.toFixed(2)}</b>：{pair.reasons.join('、')}
        </p>
        <PairCompare parts={compareParts(pair.left, pair.right, reference)} heads={['本表', found.file]} />
        <div className="xj-bar xj-pair-jumps">
          <span className="xj-grow" />
          <Button
            size="small"
            type="link"
            onClick={() =>
              nav.set({ page: 'projects', target: { rowId: pair.left.id, columnKey: 'name', at: Date.now() } })
            }
          >
            定位本表的项目
          </Button>
        </div>
      </div>
    </div>
  );
}
