// What is said of an order, changed afterwards: a reason that was forgotten, a number that was mistyped. Its projects stay.
import { Modal } from 'antd';
import { useState } from 'react';
import { useSession } from '../../session.ts';
import { itemsName } from './order-text.ts';
import type { OrderEntry } from './orders-pane.tsx';
import { type Words, WordsForm } from './words-form.tsx';

export function EditDialog({ entry: { order }, close }: { entry: OrderEntry; close: () => void }) {
  const session = useSession();
  const { reason, text, applicant, applyDate, approver, documentNumber, approvedAt, note } = order;
  const [words, setWords] = useState<Words>({
    ...{ reason, text, applicant, applyDate, approver, documentNumber, approvedAt, note },
  });
  const save = async (): Promise<void> => {
    const done = await session.attempt('正在保存', () => session.write('orders.save', { id: order.id, words }));
    if (done) close();
  };
  return (
    <Modal
      open
      title={`修改调整变更：${itemsName(order.items)}`}
      width={760}
      okText="保存"
      cancelText="取消"
      onOk={() => void save()}
      onCancel={close}
    >
      <p className="xj-faint">只改理由、申请、批复的文字；调整的内容不对的，撤回后另提。</p>
      <WordsForm words={words} change={(changes) => setWords((before) => ({ ...before, ...changes }))} />
    </Modal>
  );
}
