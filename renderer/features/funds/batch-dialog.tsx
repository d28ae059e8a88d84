// 录入、修改资金批次.
import { AutoComplete, Input, InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import { FUND_BATCH_KINDS, FUND_DIRECTIONS, type FundBatch } from '#shared/domain/execution.ts';
import { ZERO } from '#shared/values/money.ts';
import { useReference } from '../../api/queries.ts';
import { useSession } from '../../session.ts';
import { DocumentInput } from './document-input.tsx';
import { DayInput, Field, fenText, typedFen } from './form-field.tsx';
import { today } from './today.ts';

const EMPTY: Omit<FundBatch, 'id' | 'year'> = {
  fundSourceId: null,
  sourceText: '',
  direction: '',
  kind: '',
  upperNumber: '',
  upperDate: null,
  ownNumber: '',
  ownDate: null,
  receivedDate: null,
  amountFen: ZERO,
  subject: '',
  use: '',
  startBy: null,
  finishBy: null,
  payBy: null,
  note: '',
};

export function BatchDialog({ batch, close }: { batch: FundBatch | null; close: () => void }) {
  const session = useSession();
  const sources = useReference().data?.reference.fundSources ?? [];
  const [draft, setDraft] = useState<Omit<FundBatch, 'id'>>(batch ?? { ...EMPTY, year: Number(today().slice(0, 4)) });
  const [amount, setAmount] = useState(batch ? fenText(batch.amountFen) : '');
  const fen = typedFen(amount);
  const set = (change: Partial<FundBatch>): void => setDraft((before) => ({ ...before, ...change }));
  const save = async (): Promise<void> => {
    if (fen === null) return;
    const done = await session.attempt('正在保存', () =>
      session.write('funds.save', { fact: { what: 'fundBatch', ...draft, amountFen: fen, id: batch?.id ?? null } }),
    );
    if (done) close();
  };
  const text = (key: 'subject' | 'use' | 'note', label: string) => (
    <Input aria-label={label} value={draft[key]} onChange={(event) => set({ [key]: event.target.value })} />
  );
  const day = (key: 'upperDate' | 'ownDate' | 'receivedDate' | 'startBy' | 'finishBy' | 'payBy', label: string) => (
    <DayInput label={label} value={draft[key]} change={(value) => set({ [key]: value })} />
  );
  return (
    <Modal
      open
      title={batch ? '修改资金批次' : '录入资金批次'}
      width={760}
      okText="保存"
      cancelText="取消"
      okButtonProps={{ disabled: fen === null, ...({ 'data-testid': 'batch-save' } as object) }}
      onOk={() => void save()}
      onCancel={close}
    >
      <div className="xj-funds-form">
        <Field label="资金来源">
          <Select
            aria-label="资金来源"
            showSearch={{ optionFilterProp: 'label' }}
            allowClear
            value={draft.fundSourceId}
            options={sources.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(id?: string) =>
              set({ fundSourceId: id ?? null, sourceText: sources.find((one) => one.id === id)?.name ?? '' })
            }
          />
        </Field>
        <Field label="金额（万元）">
          <Input
            aria-label="金额（万元）"
            value={amount}
            status={amount !== '' && fen === null ? 'error' : ''}
            placeholder="收回的写负数"
            onChange={(event) => setAmount(event.target.value)}
            data-testid="batch-amount"
          />
        </Field>
        <Field label="上级文号">
          <DocumentInput label="上级文号" value={draft.upperNumber} change={(upperNumber) => set({ upperNumber })} />
        </Field>
        <Field label="上级文件日期">{day('upperDate', '上级文件日期')}</Field>
        <Field label="本级文号">
          <DocumentInput label="本级文号" value={draft.ownNumber} change={(ownNumber) => set({ ownNumber })} />
        </Field>
        <Field label="本级下达日期">{day('ownDate', '本级下达日期')}</Field>
        <Field label="资金年度">
          <InputNumber
            aria-label="资金年度"
            min={2000}
            max={2100}
            value={draft.year}
            onChange={(year) => year !== null && set({ year })}
          />
        </Field>
        <Field label="收到日期">{day('receivedDate', '收到日期')}</Field>
        <Field label="任务方向">
          <AutoComplete
            aria-label="任务方向"
            value={draft.direction}
            options={FUND_DIRECTIONS.map((value) => ({ value }))}
            onChange={(direction: string) => set({ direction })}
          />
        </Field>
        <Field label="类型">
          <AutoComplete
            aria-label="类型"
            value={draft.kind}
            options={FUND_BATCH_KINDS.map((value) => ({ value }))}
            onChange={(kind: string) => set({ kind })}
          />
        </Field>
        <Field label="预算科目">{text('subject', '预算科目')}</Field>
        <Field label="限定用途">{text('use', '限定用途')}</Field>
        <Field label="开工期限">{day('startBy', '开工期限')}</Field>
        <Field label="竣工期限">{day('finishBy', '竣工期限')}</Field>
        <Field label="支付期限">{day('payBy', '支付期限')}</Field>
        <Field label="备注">{text('note', '备注')}</Field>
      </div>
    </Modal>
  );
}
