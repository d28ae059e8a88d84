// The list of change orders: a line an order, its items beneath it.
import { Button, Table, Tag } from 'antd';
import type { ChangeItem, OrderState } from '#shared/domain/change-order.ts';
import { reasonText } from '#shared/domain/change-order.ts';
import { showAmount } from '#shared/format/shown-amount.ts';
import { toFen } from '#shared/values/money.ts';
import { useSession } from '../../session.ts';
import { itemsName, sideWords } from './order-text.ts';
import type { OpenDialog, OrderEntry } from './orders-pane.tsx';

const COLORS: Readonly<Record<OrderState, string>> = {
  申请中: 'gold',
  已批复: 'green',
  撤回: 'default',
  不予批准: 'red',
};

export function OrdersTable({
  orders,
  chosen,
  choose,
  isLocked,
  open,
}: {
  orders: readonly OrderEntry[];
  chosen: string | null;
  choose: (id: string) => void;
  isLocked: boolean;
  open: (dialog: OpenDialog) => void;
}) {
  const session = useSession();
  const remove = async ({ order }: OrderEntry): Promise<void> => {
    const isSure = await session.messenger.current.confirm({
      title: '删除调整变更',
      content: `删除“${itemsName(order.items)}”的调整？项目表不动，可撤销。`,
      okText: '删除',
      danger: true,
    });
    if (isSure) await session.attempt('正在删除', () => session.write('orders.remove', { id: order.id }));
  };
  return (
    <div className="xj-orders-scroll" data-testid="orders-table">
      <Table<OrderEntry>
        size="small"
        rowKey={({ order }) => order.id}
        dataSource={[...orders]}
        pagination={{ pageSize: 100, hideOnSinglePage: true, showSizeChanger: false }}
        sticky
        rowClassName={({ order }) => (order.id === chosen ? 'is-chosen' : '')}
        onRow={({ order }) => ({ onClick: () => choose(order.id) })}
        expandable={{ expandedRowRender: (entry) => <Items entry={entry} />, columnWidth: 32 }}
        columns={[
          {
            key: 'state',
            title: '状态',
            width: 84,
            render: (_, { state }) => <Tag color={COLORS[state]}>{state}</Tag>,
          },
          { key: 'types', title: '调整类型', width: 150, render: (_, { types }) => types.join('、') },
          { key: 'name', title: '项目', render: (_, { order }) => itemsName(order.items) },
          {
            key: 'count',
            title: '个数',
            width: 72,
            render: (_, { before, after }) =>
              before.count === after.count ? before.count : `${before.count} → ${after.count}`,
          },
          {
            key: 'money',
            title: '总投资（万元）',
            width: 170,
            align: 'right',
            render: (_, { before, after, difference }) => (
              <>
                {showAmount(toFen(before.totalFen))} → {showAmount(toFen(after.totalFen))}
                {difference !== 0 && (
                  <small className="xj-faint">
                    {' '}
                    {difference > 0 ? '+' : ''}
                    {showAmount(toFen(difference))}
                  </small>
                )}
              </>
            ),
          },
          { key: 'reason', title: '理由', width: 180, render: (_, { reason }) => reason },
          {
            key: 'paper',
            title: '批复文号、日期',
            width: 170,
            render: (_, { order, state }) =>
              state === '已批复'
                ? `${order.documentNumber} ${order.approvedAt ?? ''}`
                : order.closed
                  ? `${order.closed.date} ${order.closed.text}`
                  : '',
          },
          {
            key: 'actions',
            title: '',
            width: 250,
            render: (_, entry) => (
              // biome-ignore lint/a11y/noStaticElementInteractions: keeps a click on a button from choosing the row
              // biome-ignore lint/a11y/useKeyWithClickEvents: the buttons take keys themselves
              <span className="xj-orders-actions" onClick={(event) => event.stopPropagation()}>
                {(entry.state === '申请中' || entry.state === '已批复') && (
                  <Button size="small" disabled={isLocked} onClick={() => open({ what: 'edit', entry })}>
                    修改…
                  </Button>
                )}
                {entry.state === '申请中' && (
                  <>
                    <Button
                      size="small"
                      type="primary"
                      disabled={isLocked}
                      onClick={() => open({ what: 'approve', entry })}
                      data-testid="order-approve"
                    >
                      批复…
                    </Button>
                    <Button size="small" disabled={isLocked} onClick={() => open({ what: 'withdraw', entry })}>
                      撤回…
                    </Button>
                    <Button size="small" disabled={isLocked} onClick={() => open({ what: 'reject', entry })}>
                      不批…
                    </Button>
                  </>
                )}
                {(entry.state === '撤回' || entry.state === '不予批准') && (
                  <Button size="small" disabled={isLocked} onClick={() => void remove(entry)}>
                    删除…
                  </Button>
                )}
              </span>
            ),
          },
        ]}
      />
    </div>
  );
}

function Items({ entry: { order } }: { entry: OrderEntry }) {
  return (
    <Table<ChangeItem>
      size="small"
      rowKey={({ before, after }) => [...before, ...after].map(({ id }) => id).join()}
      dataSource={[...order.items]}
      pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
      columns={[
        { key: 'before', title: '调整前', render: (_, { before }) => sideWords(before) },
        { key: 'after', title: '调整后', render: (_, { after }) => sideWords(after) },
        { key: 'reason', title: '理由', width: 220, render: (_, item) => reasonText(order, item) },
      ]}
    />
  );
}
