// 进度: plan, released, paid and done side by side, by any dimension.

import { useQuery } from '@tanstack/react-query';
import { Checkbox, Empty, Segmented, Spin, Table } from 'antd';
import { useState } from 'react';
import { rateOf } from '#shared/funds/figures.ts';
import type { ProgressDimension, ProgressRow } from '#shared/funds/group-progress.ts';
import { DIMENSION_NAMES } from '#shared/funds/progress-table.ts';
import { toFen } from '#shared/values/money.ts';
import { KEYS } from '../../api/queries.ts';
import { useSession } from '../../session.ts';
import { Amount } from '../../ui/amount.tsx';
import { ReportButtons } from './report-buttons.tsx';

const SHOWN: readonly ProgressDimension[] = [
  'project',
  'batch',
  'town',
  'unit',
  'class',
  'source',
  'direction',
  'year',
];

const money = (key: 'planFen' | 'releasedFen' | 'paidFen' | 'doneFen', title: string) => ({
  key,
  title,
  align: 'right' as const,
  width: 120,
  render: (_: unknown, row: ProgressRow) => <Amount fen={row[key]} />,
});

function rateText(row: ProgressRow): string {
  const rate = rateOf(row.paidFen, row.releasedFen);
  return rate === null ? '——' : `${rate}%`;
}

/** Money or work: the other projects only fill the list of a clerk. */
function hasStory({ releasedFen, paidFen, doneFen, percent, state }: ProgressRow): boolean {
  return releasedFen !== 0 || paidFen !== 0 || doneFen !== 0 || percent !== null || state !== '未下达';
}

export function ProgressTab({ asOf }: { asOf: string }) {
  const session = useSession();
  const [by, setBy] = useState<ProgressDimension>('project');
  const { data, isPending } = useQuery({
    queryKey: [...KEYS.funds, 'progress', by, asOf],
    queryFn: () => session.call('progress.read', { by, asOf }),
  });
  const [isWhole, setWhole] = useState(false);
  const isList = by === 'project';
  const rows = data?.rows.filter((row) => !isList || isWhole || hasStory(row)) ?? [];
  const left = (data?.rows.length ?? 0) - rows.length;
  const hasMoney =
    data !== undefined && (data.total.releasedFen !== 0 || data.total.paidFen !== 0 || data.total.started > 0);
  return (
    <div className="xj-funds-tab">
      <div className="xj-funds-tools">
        <Segmented
          size="small"
          value={by}
          onChange={setBy}
          options={SHOWN.map((value) => ({ value, label: DIMENSION_NAMES[value].replace('名称', '') }))}
          aria-label="按什么汇总"
        />
        {isList && (left > 0 || isWhole) && (
          <Checkbox checked={isWhole} onChange={(event) => setWhole(event.target.checked)} data-testid="progress-whole">
            含还没有下达的{left > 0 ? `（${left} 个）` : ''}
          </Checkbox>
        )}
        <span className="xj-grow" />
        <ReportButtons report={{ kind: 'progress', by, asOf }} />
      </div>
      {isPending && <Spin className="xj-page-spin" />}
      {data && !hasMoney && (
        <Empty description="截至这一天还没有下达、支付和进度。先在“资金批次”里录入或导入指标文和分配表，每月再用“导入月报…”读入支付和进度。" />
      )}
      {data && hasMoney && (
        <div className="xj-funds-scroll" data-testid="progress-table">
          <Table<ProgressRow>
            size="small"
            rowKey="key"
            dataSource={rows}
            pagination={isList ? { pageSize: 200, hideOnSinglePage: true, showSizeChanger: false } : false}
            sticky
            onRow={(row) => (isList ? { onDoubleClick: () => session.nav.set({ cardId: row.key }) } : {})}
            columns={[
              { key: 'name', title: DIMENSION_NAMES[by], dataIndex: 'name' },
              ...(isList
                ? []
                : [{ key: 'projects', title: '项目数', dataIndex: 'projects', align: 'right' as const, width: 80 }]),
              money('planFen', '计划总投资'),
              money('releasedFen', '下达资金'),
              money('paidFen', '已支付'),
              { key: 'rate', title: '支付率', align: 'right', width: 90, render: (_, row) => rateText(row) },
              {
                key: 'unpaid',
                title: '未支付',
                align: 'right',
                width: 120,
                render: (_, row) => <Amount fen={toFen(row.releasedFen - row.paidFen)} />,
              },
              money('doneFen', '完成投资'),
              ...(isList
                ? [
                    {
                      key: 'percent',
                      title: '形象进度',
                      align: 'right' as const,
                      width: 90,
                      render: (_: unknown, row: ProgressRow) => (row.percent === null ? '' : `${row.percent}%`),
                    },
                    { key: 'state', title: '状态', dataIndex: 'state', width: 80 },
                  ]
                : [
                    { key: 'started', title: '已开工', dataIndex: 'started', align: 'right' as const, width: 80 },
                    { key: 'finished', title: '已竣工', dataIndex: 'finished', align: 'right' as const, width: 80 },
                  ]),
            ]}
            summary={() => (
              <Table.Summary fixed>
                <Table.Summary.Row>
                  {['合计', ...(isList ? [] : [data.total.projects])].map((text, index) => (
                    <Table.Summary.Cell key={text} index={index} align={index === 0 ? 'left' : 'right'}>
                      <b>{text}</b>
                    </Table.Summary.Cell>
                  ))}
                  {[
                    <Amount key="p" fen={data.total.planFen} />,
                    <Amount key="r" fen={data.total.releasedFen} />,
                    <Amount key="s" fen={data.total.paidFen} />,
                    rateText(data.total),
                    <Amount key="u" fen={toFen(data.total.releasedFen - data.total.paidFen)} />,
                    <Amount key="d" fen={data.total.doneFen} />,
                    isList ? '' : data.total.started,
                    isList ? '' : data.total.finished,
                  ].map((content, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: the cells of one row never change places
                    <Table.Summary.Cell key={index} index={index + 2} align="right">
                      <b>{content}</b>
                    </Table.Summary.Cell>
                  ))}
                </Table.Summary.Row>
              </Table.Summary>
            )}
          />
        </div>
      )}
    </div>
  );
}
