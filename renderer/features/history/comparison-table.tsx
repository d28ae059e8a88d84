// The projects of two versions that differ: what kind of change, both amounts and both texts.
import { Table, Tag } from 'antd';
import { formatPeriod } from '#shared/domain/periods.ts';
import type { Project } from '#shared/domain/project.ts';
import { showAmount } from '#shared/format/shown-amount.ts';
import { toFen } from '#shared/values/money.ts';
import { CHANGE_TYPES } from '#shared/versions/change-types.ts';
import { totalOf, type VersionRow } from '#shared/versions/compare.ts';

const COLORS: Readonly<Record<string, string>> = {
  新增: 'green',
  取消: 'red',
  拆分: 'purple',
  合并: 'purple',
  调增: 'orange',
  调减: 'orange',
};

export function ComparisonTable({ rows }: { rows: readonly VersionRow[] }) {
  return (
    <Table<VersionRow>
      size="small"
      className="xj-comparison"
      rowKey={(row) => [...row.before, ...row.after].map(({ id }) => id).join()}
      dataSource={[...rows]}
      pagination={{ defaultPageSize: 100, showSizeChanger: false, hideOnSinglePage: true }}
      scroll={{ y: 'calc(100vh - 470px)' }}
      columns={[
        {
          title: '调整类型',
          width: 150,
          filters: CHANGE_TYPES.filter((type) => rows.some(({ types }) => types.includes(type))).map((type) => ({
            text: type,
            value: type,
          })),
          onFilter: (type, { types }) => types.some((one) => one === type),
          render: (_, { types }) =>
            types.map((type) => (
              <Tag key={type} color={COLORS[type] ?? 'blue'}>
                {type}
              </Tag>
            )),
        },
        { title: '项目名称', render: (_, { before, after }) => names(before, after) },
        { title: '建设地点', width: 150, render: (_, { before, after }) => placeOf(after[0] ?? before[0]) },
        { title: '调整前总投资', width: 120, align: 'right', render: (_, { before }) => amountText(before) },
        { title: '调整后总投资', width: 120, align: 'right', render: (_, { after }) => amountText(after) },
        {
          title: '增减（万元）',
          width: 110,
          align: 'right',
          render: (_, { difference }) => (difference === 0 ? '' : showAmount(toFen(difference))),
        },
        { title: '调整前内容', render: (_, { before }) => contentOf(before) },
        { title: '调整后内容', render: (_, { after }) => contentOf(after) },
      ]}
    />
  );
}

/** One name; both where it was changed or one became several. */
function names(before: readonly Project[], after: readonly Project[]): string {
  const [old, fresh] = [before, after].map((side) => side.map(({ name }) => name).join('、')) as [string, string];
  return old === '' || fresh === '' || old === fresh ? fresh || old : `${old} → ${fresh}`;
}

function placeOf(project: Project | undefined): string {
  return `${project?.town ?? ''}${project?.village ?? ''}`;
}

function amountText(projects: readonly Project[]): string {
  return projects.length === 0 ? '' : showAmount(totalOf(projects));
}

function contentOf(projects: readonly Project[]): string {
  const texts = projects.map(
    ({ content, startAt, endAt }) =>
      [content ?? '', formatPeriod(startAt, endAt)].filter((part) => part !== '').join('（') +
      (content && startAt ? '）' : ''),
  );
  return texts.filter((text) => text !== '').join('；');
}
