// 资金批次: the papers that brought money, what of each was allocated and paid; lists of papers and allocations come in here.
import { Button, Empty, Modal, Table } from 'antd';
import { useState } from 'react';
import type { FundBatch } from '#shared/domain/execution.ts';
import { batchName } from '#shared/domain/execution.ts';
import { rateOf } from '#shared/funds/figures.ts';
import type { ImportProblem } from '#shared/import/preview.ts';
import { formatWanFull, toFen } from '#shared/values/money.ts';
import { type Session, useSession } from '../../session.ts';
import { Amount } from '../../ui/amount.tsx';
import { BatchDialog } from './batch-dialog.tsx';
import type { Funds } from './funds-page.tsx';
import { Problems } from './problems.tsx';
import { ReportButtons } from './report-buttons.tsx';

type Row = Funds['batches'][number];

interface Result {
  words: string;
  problems: readonly ImportProblem[];
}

/** Reads a file in; what the reader had to say is shown before it is forgotten. */
async function takeIn(session: Session, what: 'batches' | 'lines', batch: string | null): Promise<Result | undefined> {
  const title = what === 'batches' ? '导入指标文清单' : '导入资金分配表';
  const [file] = (await session.chooseOpen('sheet', title)) ?? [];
  if (!file) return undefined;
  const done = await session.attempt('正在读入', () =>
    what === 'batches'
      ? session.write('funds.import', { token: file.token })
      : session.write('funds.allocate', { token: file.token, batch }),
  );
  if (!done) return undefined;
  const { added, known, amountFen, problems } = done;
  const noun = what === 'batches' ? '个资金批次' : '笔分配';
  return {
    words: `新增 ${added} ${noun}，${formatWanFull(toFen(amountFen))} 万元；已有 ${known} ${noun.slice(0, 1)}，没有重复录入。`,
    problems,
  };
}

export function BatchesTab({ funds, isLocked }: { funds: Funds | undefined; isLocked: boolean }) {
  const session = useSession();
  const [edited, setEdited] = useState<FundBatch | 'new' | null>(null);
  const [result, setResult] = useState<Result | null>(null);
  const read = async (what: 'batches' | 'lines', batch: string | null = null): Promise<void> => {
    const done = await takeIn(session, what, batch);
    if (!done) return;
    if (done.problems.length === 0) session.messenger.current.success(done.words);
    else setResult(done);
  };
  const remove = async ({ batch }: Row): Promise<void> => {
    const isSure = await session.messenger.current.confirm({
      title: '删除资金批次',
      content: `删除“${batchName(batch)}”（${formatWanFull(batch.amountFen)} 万元）？可撤销。`,
      okText: '删除',
      danger: true,
    });
    if (isSure)
      await session.attempt('正在删除', () => session.write('funds.remove', { what: 'fundBatch', id: batch.id }));
  };
  const amount = (key: string, title: string, fen: (row: Row) => number) => ({
    key,
    title,
    align: 'right' as const,
    width: 100,
    render: (_: unknown, row: Row) => <Amount fen={toFen(fen(row))} />,
  });
  return (
    <div className="xj-funds-tab">
      <div className="xj-funds-tools">
        <Button size="small" disabled={isLocked} onClick={() => setEdited('new')} data-testid="batch-add">
          录入批次…
        </Button>
        <Button size="small" disabled={isLocked} onClick={() => void read('batches')} data-testid="batches-import">
          导入指标文清单…
        </Button>
        <Button
          size="small"
          disabled={isLocked || (funds?.batches.length ?? 0) === 0}
          onClick={() => void read('lines')}
          data-testid="lines-import"
        >
          导入资金分配表…
        </Button>
        <span className="xj-grow" />
        {(funds?.batches.length ?? 0) > 0 && (
          <>
            <span className="xj-faint">资金台账</span>
            <ReportButtons report={{ kind: 'ledger', batchId: null, asOf: funds?.asOf ?? null }} />
          </>
        )}
      </div>
      {funds?.batches.length === 0 ? (
        <Empty description="还没有资金批次。指标文到了以后，在这里录入或导入：文号、日期、资金名称、级次、金额。" />
      ) : (
        <div className="xj-funds-scroll" data-testid="batches-table">
          <Table<Row>
            size="small"
            rowKey={({ batch }) => batch.id}
            dataSource={[...(funds?.batches ?? [])]}
            pagination={false}
            sticky
            columns={[
              { key: 'name', title: '批次（文号）', width: 190, render: (_, { batch }) => batchName(batch) },
              { key: 'source', title: '资金名称', render: (_, { batch }) => batch.sourceText },
              { key: 'year', title: '年度', width: 64, render: (_, { batch }) => batch.year },
              { key: 'kind', title: '类型', width: 84, render: (_, { batch }) => batch.kind },
              amount('amount', '金额', ({ batch }) => batch.amountFen),
              amount('allocated', '已分配', ({ allocatedFen }) => allocatedFen),
              amount('open', '未分配', ({ unallocatedFen }) => unallocatedFen),
              amount('paid', '已支付', ({ paidFen }) => paidFen),
              {
                key: 'rate',
                title: '支付率',
                align: 'right',
                width: 84,
                render: (_, { paidFen, allocatedFen }) => {
                  const rate = rateOf(paidFen, allocatedFen);
                  return rate === null ? '——' : `${rate}%`;
                },
              },
              { key: 'projects', title: '项目数', align: 'right', width: 70, dataIndex: 'projects' },
              {
                key: 'do',
                title: '',
                width: 210,
                render: (_, row) => (
                  <span className="xj-funds-row">
                    <Button
                      type="link"
                      size="small"
                      disabled={isLocked}
                      onClick={() => void read('lines', row.batch.id)}
                    >
                      导入分配…
                    </Button>
                    <Button type="link" size="small" disabled={isLocked} onClick={() => setEdited(row.batch)}>
                      修改
                    </Button>
                    <Button type="link" size="small" danger disabled={isLocked} onClick={() => void remove(row)}>
                      删除
                    </Button>
                  </span>
                ),
              },
            ]}
          />
        </div>
      )}
      {edited !== null && <BatchDialog batch={edited === 'new' ? null : edited} close={() => setEdited(null)} />}
      <Modal
        open={result !== null}
        title="读入完成"
        width={760}
        footer={<Button onClick={() => setResult(null)}>知道了</Button>}
        onCancel={() => setResult(null)}
      >
        <p>{result?.words}</p>
        <Problems problems={result?.problems ?? []} />
      </Modal>
    </div>
  );
}
