// 调整变更: what was changed since the plan was printed without an order; orders asked for, approved, given up; their tables.
import { Alert, Button, Empty, Segmented, Spin } from 'antd';
import { useState } from 'react';
import type { FileRef, MethodOutput } from '#shared/contract/methods.ts';
import { showAmount } from '#shared/format/shown-amount.ts';
import { toFen } from '#shared/values/money.ts';
import { useOrders, useWorkbook } from '../../api/queries.ts';
import { useSession } from '../../session.ts';
import { errorText } from '../../state/call.ts';
import { ReportButtons } from '../funds/report-buttons.tsx';
import { ApproveDialog } from './approve-dialog.tsx';
import { EditDialog } from './edit-dialog.tsx';
import { GiveUpDialog } from './give-up-dialog.tsx';
import { ImportChangesDialog } from './import-changes-dialog.tsx';
import { OrdersTable } from './orders-table.tsx';
import { ProposeDialog } from './propose-dialog.tsx';
import { RegisterDialog } from './register-dialog.tsx';
import '../funds/funds.css';
import './orders.css';

export type OrderEntry = MethodOutput<'orders.read'>['orders'][number];

export type OpenDialog =
  | { what: 'register' }
  | { what: 'propose' }
  | { what: 'import'; file: FileRef }
  | { what: 'approve' | 'edit' | 'withdraw' | 'reject'; entry: OrderEntry };

export function OrdersPane() {
  const session = useSession();
  const isLocked = useWorkbook()?.readOnly !== null;
  const { data, error } = useOrders();
  const [open, setOpen] = useState<OpenDialog | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [form, setForm] = useState<'changes' | 'fund-shift'>('changes');
  if (error) return <Alert type="error" showIcon banner title={`调整变更没有读出来：${errorText(error)}`} />;
  if (!data) return <Spin className="xj-page-spin" />;
  const { orders, printed, unregistered } = data;
  const free = unregistered.filter(({ asked }) => asked === null);
  const orderId = orders.some(({ order }) => order.id === chosen) ? chosen : null;
  const hasTable = orderId !== null || orders.some(({ state }) => state === '已批复');
  const choose = async (): Promise<void> => {
    const [file] = (await session.chooseOpen('sheet', '选择项目变更表、调整申请表')) ?? [];
    if (file) setOpen({ what: 'import', file });
  };
  const close = (): void => setOpen(null);
  return (
    <div className="xj-orders" data-testid="orders">
      <div className="xj-orders-bar">
        {free.length > 0 && (
          <Button
            type="primary"
            size="small"
            disabled={isLocked}
            onClick={() => setOpen({ what: 'register' })}
            data-testid="orders-register"
          >
            登记未登记的调整 {free.length} 处…
          </Button>
        )}
        <Button
          size="small"
          disabled={isLocked}
          onClick={() => setOpen({ what: 'propose' })}
          data-testid="orders-propose"
        >
          提出调整…
        </Button>
        <Button size="small" disabled={isLocked} onClick={() => void choose()} data-testid="orders-import">
          导入变更表…
        </Button>
        <span className="xj-grow" />
        {hasTable && (
          <>
            <Segmented
              size="small"
              value={form}
              onChange={(value: 'changes' | 'fund-shift') => setForm(value)}
              options={[
                { value: 'changes', label: '项目变更表' },
                { value: 'fund-shift', label: '资金调整表' },
              ]}
            />
            <ReportButtons report={{ kind: form, orderId, asOf: null }} />
          </>
        )}
      </div>
      {printed === null ? (
        <p className="xj-faint">
          还没有保存过印发稿：项目可以随意改，不用登记。在“版本”里保存印发稿以后，改动会列在这里。
        </p>
      ) : (
        <p className="xj-faint" data-testid="orders-printed">
          印发稿“{printed.name}”（{printed.count} 个、{showAmount(toFen(printed.totalFen))} 万元）以后，没有登记的调整{' '}
          {free.length} 处
          {unregistered.length > free.length && `，已申请而没有批复就改了的 ${unregistered.length - free.length} 处`}。
          {hasTable && (orderId === null ? '右边写出的是已批复的全部；点一行只写那一个。' : '右边写出的是选中的一个。')}
        </p>
      )}
      {orders.length === 0 ? (
        <Empty description="还没有调整变更。印发以后调整项目，在这里提出、批复；已经改了的在这里补登记；也可以导入变更表。" />
      ) : (
        <OrdersTable
          orders={orders}
          chosen={orderId}
          choose={(id) => setChosen((before) => (before === id ? null : id))}
          isLocked={isLocked}
          open={setOpen}
        />
      )}
      {open?.what === 'register' && <RegisterDialog rows={free} close={close} />}
      {open?.what === 'propose' && <ProposeDialog close={close} />}
      {open?.what === 'import' && <ImportChangesDialog file={open.file} close={close} />}
      {open?.what === 'edit' && <EditDialog entry={open.entry} close={close} />}
      {open?.what === 'approve' && <ApproveDialog entry={open.entry} close={close} />}
      {(open?.what === 'withdraw' || open?.what === 'reject') && (
        <GiveUpDialog entry={open.entry} as={open.what === 'reject' ? '不予批准' : '撤回'} close={close} />
      )}
    </div>
  );
}
