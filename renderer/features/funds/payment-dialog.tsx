// 录入、修改一笔支付.
import { AutoComplete, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { batchName, FEE, FEE_NAME, PAYMENT_STAGES, type Payment } from '#shared/domain/execution.ts';
import { ZERO } from '#shared/values/money.ts';
import { useProjects } from '../../api/queries.ts';
import { useSession } from '../../session.ts';
import { DayInput, Field, fenText, typedFen } from './form-field.tsx';
import type { Funds } from './funds-page.tsx';
import { today } from './today.ts';

type Draft = Omit<Payment, 'id' | 'projectId'> & { projectId: string | null };

export function PaymentDialog({
  payment,
  batches,
  close,
}: {
  payment: Payment | null;
  batches: Funds['batches'];
  close: () => void;
}) {
  const session = useSession();
  const projects = useProjects().data?.projects ?? [];
  const [draft, setDraft] = useState<Draft>(
    payment
      ? { ...payment }
      : {
          projectId: null,
          batchId: null,
          date: today(),
          amountFen: ZERO,
          stage: '进度款',
          payee: '',
          voucher: '',
          note: '',
        },
  );
  const [amount, setAmount] = useState(payment ? fenText(payment.amountFen) : '');
  const fen = typedFen(amount);
  const set = (change: Partial<Draft>): void => setDraft((before) => ({ ...before, ...change }));
  const save = async (): Promise<void> => {
    const { batchId, date, stage, payee, voucher, note, projectId } = draft;
    if (fen === null || projectId === null) return;
    const fact = {
      what: 'payment' as const,
      id: payment?.id ?? null,
      projectId,
      batchId,
      date,
      stage,
      payee,
      voucher,
      note,
      amountFen: fen,
    };
    const done = await session.attempt('正在保存', () => session.write('funds.save', { fact }));
    if (done) close();
  };
  const text = (key: 'payee' | 'voucher' | 'note', label: string) => (
    <Input aria-label={label} value={draft[key]} onChange={(event) => set({ [key]: event.target.value })} />
  );
  return (
    <Modal
      open
      title={payment ? '修改支付' : '录入支付'}
      width={680}
      okText="保存"
      cancelText="取消"
      okButtonProps={{ disabled: fen === null || draft.projectId === null }}
      onOk={() => void save()}
      onCancel={close}
    >
      <div className="xj-funds-form">
        <Field label="项目" isWide>
          <Select
            aria-label="项目"
            showSearch={{ optionFilterProp: 'label' }}
            value={draft.projectId}
            options={[
              ...projects.map(({ id, name, town }) => ({ value: id, label: town ? `${name}（${town}）` : name })),
              { value: FEE, label: FEE_NAME },
            ]}
            onChange={(projectId: string) => set({ projectId })}
          />
        </Field>
        <Field label="金额（万元）">
          <Input
            aria-label="金额（万元）"
            value={amount}
            status={amount !== '' && fen === null ? 'error' : ''}
            placeholder="退回的写负数"
            onChange={(event) => setAmount(event.target.value)}
          />
        </Field>
        <Field label="日期">
          <DayInput label="日期" value={draft.date} change={(date) => date !== null && set({ date })} />
        </Field>
        <Field label="资金批次">
          <Select
            aria-label="资金批次"
            allowClear
            placeholder="自动匹配"
            value={draft.batchId}
            options={batches.map(({ batch }) => ({ value: batch.id, label: batchName(batch) }))}
            onChange={(id?: string) => set({ batchId: id ?? null })}
          />
        </Field>
        <Field label="阶段">
          <AutoComplete
            aria-label="阶段"
            value={draft.stage}
            options={PAYMENT_STAGES.map((value) => ({ value }))}
            onChange={(stage: string) => set({ stage })}
          />
        </Field>
        <Field label="收款人">{text('payee', '收款人')}</Field>
        <Field label="凭证号">{text('voucher', '凭证号')}</Field>
        <Field label="备注" isWide>
          {text('note', '备注')}
        </Field>
      </div>
    </Modal>
  );
}
