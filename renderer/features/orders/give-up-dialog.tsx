// 撤回 and 不予批准 of an order, with the reason.
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useSession } from '../../session.ts';
import { DayInput, Field } from '../funds/form-field.tsx';
import { today } from '../funds/today.ts';
import { itemsName } from './order-text.ts';
import type { OrderEntry } from './orders-pane.tsx';

export function GiveUpDialog({
  entry: { order },
  as,
  close,
}: {
  entry: OrderEntry;
  as: '撤回' | '不予批准';
  close: () => void;
}) {
  const session = useSession();
  const [text, setText] = useState('');
  const [date, setDate] = useState<string | null>(today());
  const save = async (): Promise<void> => {
    if (date === null) return;
    const done = await session.attempt(`正在${as}`, () =>
      session.write('orders.close', { id: order.id, as, date, text }),
    );
    if (done) close();
  };
  return (
    <Modal
      open
      title={`${as}：${itemsName(order.items)}`}
      okText={as}
      cancelText="取消"
      okButtonProps={{ danger: true, disabled: text.trim() === '' || date === null }}
      onOk={() => void save()}
      onCancel={close}
    >
      <p className="xj-faint">项目表不动。</p>
      <div className="xj-funds-form">
        <Field label="理由">
          <Input aria-label="理由" autoFocus value={text} onChange={(event) => setText(event.target.value)} />
        </Field>
        <Field label="日期">
          <DayInput label="日期" value={date} change={setDate} />
        </Field>
      </div>
    </Modal>
  );
}
