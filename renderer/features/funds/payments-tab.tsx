// 支付: the journal, newest first; single payments are typed in here.
import { Button, Empty, Table } from 'antd';
import { useState } from 'react';
import { batchName } from '#shared/domain/execution.ts';
import { formatWanFull } from '#shared/values/money.ts';
import { useSession } from '../../session.ts';
import { Amount } from '../../ui/amount.tsx';
import type { Funds } from './funds-page.tsx';
import { PaymentDialog } from './payment-dialog.tsx';

type Row = Funds['payments'][number];

export function PaymentsTab({ funds, isLocked }: { funds: Funds | undefined; isLocked: boolean }) {
  const session = useSession();
  const [edited, setEdited] = useState<Row | 'new' | null>(null);
  const names = new Map(funds?.batches.map(({ batch }) => [batch.id, batchName(batch)]));
  const remove = async (row: Row): Promise<void> => {
    const isSure = await session.messenger.current.confirm({
      title: '删除支付',
      content: `删除“${row.project}”${row.date} 的支付 ${formatWanFull(row.amountFen)} 万元？可撤销。`,
      okText: '删除',
      danger: true,
    });
    if (isSure) await session.attempt('正在删除', () => session.write('funds.remove', { what: 'payment', id: row.id }));
  };
  return (
    <div className="xj-funds-tab">
      <div className="xj-funds-tools">
        <Button size="small" disabled={isLocked} onClick={() => setEdited('new')} data-testid="payment-add">
          录入支付…
        </Button>
      </div>
      {funds?.payments.length === 0 ? (
        <Empty description="截至这一天还没有支付。用右上角的“导入月报…”读入月报或支付明细，或在这里逐笔录入。" />
      ) : (
        <div className="xj-funds-scroll" data-testid="payments-table">
          <Table<Row>
            size="small"
            rowKey="id"
            dataSource={[...(funds?.payments ?? [])]}
            pagination={{ pageSize: 200, hideOnSinglePage: true, showSizeChanger: false }}
            sticky
            columns={[
              { key: 'date', title: '日期', dataIndex: 'date', width: 110 },
              { key: 'project', title: '项目', dataIndex: 'project' },
              {
                key: 'amount',
                title: '金额',
                align: 'right',
                width: 120,
                render: (_, { amountFen }) => <Amount fen={amountFen} />,
              },
              {
                key: 'batch',
                title: '资金批次',
                render: (_, { batchId }) =>
                  batchId === null ? <span className="xj-faint">自动匹配</span> : (names.get(batchId) ?? ''),
              },
              { key: 'payee', title: '收款人', dataIndex: 'payee' },
              { key: 'voucher', title: '凭证号', dataIndex: 'voucher', width: 110 },
              { key: 'note', title: '备注', dataIndex: 'note' },
              {
                key: 'do',
                title: '',
                width: 120,
                render: (_, row) => (
                  <span className="xj-funds-row">
                    <Button type="link" size="small" disabled={isLocked} onClick={() => setEdited(row)}>
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
      {edited !== null && (
        <PaymentDialog
          payment={edited === 'new' ? null : edited}
          batches={funds?.batches ?? []}
          close={() => setEdited(null)}
        />
      )}
    </div>
  );
}
