// 批复: number, day and who approves; the list follows as one step, or says why it cannot.
import { useQuery } from '@tanstack/react-query';
import { Alert, Input, Modal } from 'antd';
import { useState } from 'react';
import type { MovedMoney } from '#shared/orders/propose-money.ts';
import { KEYS } from '../../api/queries.ts';
import { useSession } from '../../session.ts';
import { errorText } from '../../state/call.ts';
import { DocumentInput } from '../funds/document-input.tsx';
import { DayInput, Field } from '../funds/form-field.tsx';
import { today } from '../funds/today.ts';
import { MoneyForm } from './money-form.tsx';
import { itemsName, sideWords } from './order-text.ts';
import type { OrderEntry } from './orders-pane.tsx';

export function ApproveDialog({ entry: { order, types }, close }: { entry: OrderEntry; close: () => void }) {
  const session = useSession();
  const [documentNumber, setNumber] = useState(order.documentNumber);
  const [approvedAt, setDay] = useState<string | null>(order.approvedAt ?? today());
  const [approver, setApprover] = useState(order.approver);
  const money = useQuery({
    queryKey: [...KEYS.orders, 'money', order.id],
    queryFn: () => session.call('orders.money', { id: order.id }),
  }).data;
  const [taken, setTaken] = useState(true);
  const [changed, setChanged] = useState<readonly MovedMoney[] | null>(null);
  const rows = changed ?? money?.moved ?? [];
  const [refusal, setRefusal] = useState<string | null>(null);
  const approve = async (): Promise<void> => {
    if (approvedAt === null) return;
    try {
      await session.write('orders.approve', {
        id: order.id,
        documentNumber,
        approvedAt,
        approver,
        money: taken ? [...rows] : [],
      });
    } catch (thrown) {
      setRefusal(errorText(thrown));
      return;
    }
    session.messenger.current.success(`已批复（${documentNumber}），项目表已按调整后改。可一步撤销。`);
    close();
  };
  return (
    <Modal
      open
      title={`批复：${itemsName(order.items)}（${types.join('、')}）`}
      width={760}
      okText="批复"
      cancelText="取消"
      okButtonProps={{
        disabled: documentNumber.trim() === '' || approvedAt === null,
        ...({ 'data-testid': 'approve-ok' } as object),
      }}
      onOk={() => void approve()}
      onCancel={close}
    >
      {refusal !== null && <Alert type="error" showIcon title={refusal} data-testid="approve-refused" />}
      <ul className="xj-orders-items">
        {order.items.slice(0, 20).map(({ before, after }) => (
          <li key={[...before, ...after].map(({ id }) => id).join()}>
            {sideWords(before)} → {sideWords(after)}
          </li>
        ))}
        {order.items.length > 20 && <li>等 {order.items.length} 项</li>}
      </ul>
      <div className="xj-funds-form">
        <Field label="批复文号">
          <DocumentInput label="批复文号" value={documentNumber} change={setNumber} testId="approve-paper" isFirst />
        </Field>
        <Field label="批复日期">
          <DayInput label="批复日期" value={approvedAt} change={setDay} />
        </Field>
        <Field label="批准单位">
          <Input aria-label="批准单位" value={approver} onChange={(event) => setApprover(event.target.value)} />
        </Field>
      </div>
      {money && money.moved.length + money.open.length > 0 && (
        <MoneyForm order={order} money={money} rows={rows} change={setChanged} isTaken={taken} take={setTaken} />
      )}
    </Modal>
  );
}
