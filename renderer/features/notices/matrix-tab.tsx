// 项目×环节: the day on which each project was put up at each stage, and where that is lacking.
import { useQuery } from '@tanstack/react-query';
import { Checkbox, Empty, Spin, Table } from 'antd';
import { useState } from 'react';
import type { MethodOutput } from '#shared/contract/methods.ts';
import { KEYS } from '../../api/queries.ts';
import { useSession } from '../../session.ts';
import { ReportButtons } from '../funds/report-buttons.tsx';

type Row = MethodOutput<'notices.matrix'>['rows'][number];

export function MatrixTab({ asOf }: { asOf: string }) {
  const session = useSession();
  const [isShort, setShort] = useState(false);
  const { data } = useQuery({
    queryKey: [...KEYS.notices, 'matrix', asOf],
    queryFn: () => session.call('notices.matrix', { asOf }),
  });
  if (!data) return <Spin className="xj-page-spin" />;
  if (data.rows.length === 0) return <Empty description="还没有登记公示，也没有办理到要公示的步骤的项目。" />;
  const lacking = data.rows.filter(({ missing }) => missing > 0);
  return (
    <div className="xj-funds-tab">
      <div className="xj-funds-tools">
        <Checkbox checked={isShort} onChange={(event) => setShort(event.target.checked)}>
          只看缺公示的 {lacking.length} 个项目
        </Checkbox>
        <span className="xj-grow" />
        <ReportButtons report={{ kind: 'matrix', asOf }} />
      </div>
      <div className="xj-funds-scroll" data-testid="matrix-table">
        <Table<Row>
          size="small"
          rowKey="id"
          dataSource={isShort ? lacking : data.rows}
          pagination={{ pageSize: 200, hideOnSinglePage: true, showSizeChanger: false }}
          sticky
          columns={[
            {
              key: 'name',
              title: '项目',
              render: (_, { id, name }) => (
                <button
                  type="button"
                  className="xj-notices-link"
                  onClick={() => session.nav.set({ page: 'projects', cardId: id })}
                >
                  {name}
                </button>
              ),
            },
            { key: 'place', title: '地点', dataIndex: 'place', width: 180 },
            ...data.stages.map(({ id, name }) => ({
              key: id,
              title: name,
              width: 120,
              render: (_: unknown, { cells }: Row) =>
                cells[id] === '缺' ? <b className="xj-notices-lacking">缺</b> : (cells[id] ?? ''),
            })),
          ]}
        />
      </div>
    </div>
  );
}
