// New rows of an import that may be in the list already, or twice in the sheets: to leave out before it is taken in.
import { useQuery } from '@tanstack/react-query';
import { Checkbox, Spin, Table } from 'antd';
import { useMemo } from 'react';
import { useProjectIndex } from '../../api/queries.ts';
import { useSession } from '../../session.ts';
import { errorText } from '../../state/call.ts';
import { shownPairs } from '../duplicates/pair-list.tsx';
import type { PaneProps } from './preview-panes.tsx';
import { rowKey, skippedRows } from './row-list.ts';
import { takeRows } from './take-rows.ts';

/** More rows than this are compared only when the tab is opened: it takes seconds. */
const MOST_UNASKED = 5000;

/** Pairs of a preview; asked for again when it changes. */
export function useImportDuplicates({ state, preview }: Pick<PaneProps, 'state' | 'preview'>) {
  const { call } = useSession();
  // A preview that was read again is another object under the same id.
  const version = useMemo(() => JSON.stringify([preview.previewId, preview.counts, preview.rows.length]), [preview]);
  return useQuery({
    queryKey: ['import-duplicates', version],
    queryFn: () => call('duplicates.import', { previewId: preview.previewId }),
    enabled: preview.counts.added > 0 && (preview.rows.length <= MOST_UNASKED || state.tab === 'duplicates'),
    gcTime: 0,
  });
}

function placeOf(project: { town: string | null; village: string | null }): string {
  return [project.town, project.village].filter(Boolean).join(' ');
}

export function DuplicatesPane({ flow, state, preview }: PaneProps) {
  const query = useImportDuplicates({ state, preview });
  const own = useProjectIndex();
  const skipped = skippedRows(state.choices);
  const pairs = useMemo(() => {
    const rows = new Map((query.data?.projects ?? []).map((project) => [project.id, project]));
    return shownPairs(query.data?.pairs ?? [], (id) => rows.get(id) ?? own.get(id));
  }, [query.data, own]);
  if (query.error) return <p className="xj-imp-none">没有比对出来：{errorText(query.error)}</p>;
  if (query.isLoading) return <Spin className="xj-page-spin" description="正在比对" />;
  if (pairs.length === 0) return <p className="xj-imp-none">新增的项目与项目表、相互之间都没有疑似重复的。</p>;
  return (
    <div className="xj-imp-duplicates" data-testid="import-duplicates">
      <p className="xj-faint">
        以下 {pairs.length}{' '}
        个新增项目疑似已在项目表中，或在来表中出现两次。确属同一个项目的去掉“导入”的勾；仍可导入后在“重复项目”里合并。
      </p>
      <Table
        size="small"
        rowKey="key"
        pagination={{ pageSize: 50, hideOnSinglePage: true }}
        dataSource={pairs}
        columns={[
          {
            title: '导入',
            width: 52,
            render: (_, { b }) => (
              <Checkbox
                checked={!skipped.has(b)}
                aria-label="导入这一行"
                onChange={(event) =>
                  takeRows(
                    flow,
                    preview.rows.filter((row) => rowKey(row) === b),
                    event.target.checked,
                  )
                }
              />
            ),
          },
          { title: '新增的项目', render: (_, { right }) => right.name },
          { title: '地点', width: 150, render: (_, { right }) => placeOf(right) },
          {
            title: '已有的项目',
            render: (_, { a, left }) => (a.includes(':') ? `${left.name}（来表第 ${a.split(':')[1]} 行）` : left.name),
          },
          { title: '相似度', width: 66, align: 'right', render: (_, { score }) => score.toFixed(2) },
          { title: '理由', width: 260, render: (_, { reasons }) => reasons.join('、') },
        ]}
      />
    </div>
  );
}
