// What is said of a change order: why, who asks, by which paper it is allowed.
import { Input, Select } from 'antd';
import type { MethodArgs } from '#shared/contract/methods.ts';
import { CHANGE_REASONS, type ChangeReason } from '#shared/domain/change-order.ts';
import { DocumentInput } from '../funds/document-input.tsx';
import { DayInput, Field } from '../funds/form-field.tsx';

export type Words = MethodArgs<'orders.register'>['words'];

export const EMPTY_WORDS: Words = {
  reason: null,
  text: '',
  applicant: '',
  applyDate: null,
  approver: '',
  documentNumber: '',
  approvedAt: null,
  note: '',
};

/** Whether an order may be saved: a reason; of paper and day both or none. */
export function isComplete({ reason, text, documentNumber, approvedAt }: Words): boolean {
  const hasReason = text.trim() !== '' || (reason !== null && reason !== '其他');
  return hasReason && (documentNumber.trim() === '') === (approvedAt === null);
}

export function WordsForm({ words, change }: { words: Words; change: (changes: Partial<Words>) => void }) {
  const text = (key: 'text' | 'applicant' | 'approver' | 'documentNumber', label: string, testId: string) => (
    <Input
      aria-label={label}
      value={words[key]}
      onChange={(event) => change({ [key]: event.target.value })}
      data-testid={testId}
    />
  );
  return (
    <div className="xj-funds-form">
      <Field label="理由">
        <Select
          aria-label="理由"
          allowClear
          value={words.reason}
          options={CHANGE_REASONS.map((reason) => ({ value: reason, label: reason }))}
          onChange={(reason?: ChangeReason) => change({ reason: reason ?? null })}
          data-testid="order-reason"
        />
      </Field>
      <Field label="理由说明">{text('text', '理由说明', 'order-text')}</Field>
      <Field label="申请单位">{text('applicant', '申请单位', 'order-applicant')}</Field>
      <Field label="申请日期">
        <DayInput label="申请日期" value={words.applyDate} change={(applyDate) => change({ applyDate })} />
      </Field>
      <Field label="批复文号">
        <DocumentInput
          label="批复文号"
          value={words.documentNumber}
          change={(documentNumber) => change({ documentNumber })}
          testId="order-paper"
        />
      </Field>
      <Field label="批复日期">
        <DayInput label="批复日期" value={words.approvedAt} change={(approvedAt) => change({ approvedAt })} />
      </Field>
      <Field label="批准单位">{text('approver', '批准单位', 'order-approver')}</Field>
    </div>
  );
}
