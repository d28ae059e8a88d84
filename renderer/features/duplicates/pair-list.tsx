// The pairs that may be one project, the likeliest first; draws only what is in sight.
import { Table } from 'antd';
import { useLayoutEffect, useRef, useState } from 'react';
import { NAMELESS, type Project } from '#shared/domain/project.ts';
import type { Pair } from '#shared/duplicates/compare.ts';
import { pairKey } from '#shared/duplicates/find-duplicates.ts';
import { formatWanFull } from '#shared/values/money.ts';

export interface ShownPair extends Pair {
  key: string;
  left: Project;
  right: Project;
}

/** Pairs with their projects; one whose project is gone is left out. */
export function shownPairs(pairs: readonly Pair[], find: (id: string) => Project | undefined): ShownPair[] {
  return pairs.flatMap((pair) => {
    const [left, right] = [find(pair.a), find(pair.b)];
    return left && right ? [{ ...pair, key: pairKey(pair.a, pair.b), left, right }] : [];
  });
}

function Line({ project }: { project: Project }) {
  const place = [project.town, project.village].filter(Boolean).join(' ');
  const total = project.amounts.total === null ? '未填' : formatWanFull(project.amounts.total);
  return (
    <div className="xj-pair-line">
      <b>{project.name || NAMELESS}</b>
      <span>{place}</span>
      <span>{total}</span>
    </div>
  );
}

export function PairList({
  pairs,
  current,
  onOpen,
}: {
  pairs: readonly ShownPair[];
  current: string | null;
  onOpen: (key: string) => void;
}) {
  const frame = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState(400);
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setHeight(Math.max(160, element.clientHeight - 40)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <div className="xj-pair-list" ref={frame}>
      <Table
        size="small"
        rowKey="key"
        virtual
        pagination={false}
        scroll={{ y: height, x: 320 }}
        dataSource={[...pairs]}
        rowClassName={(pair) => (pair.key === current ? 'is-here' : '')}
        onRow={(pair) => ({
          onClick: () => onOpen(pair.key),
          'data-testid': 'duplicate-pair',
        })}
        columns={[
          { title: '相似度', width: 66, align: 'right', render: (_, { score }) => score.toFixed(2) },
          {
            title: '两个项目（名称　地点　总投资万元）',
            render: (_, { left, right, reasons }) => (
              <>
                <Line project={left} />
                <Line project={right} />
                <div className="xj-pair-reasons">{reasons.join('、')}</div>
              </>
            ),
          },
        ]}
      />
    </div>
  );
}
