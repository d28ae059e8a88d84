// 登记处置: how an asset ended, on which paper; without its number nothing is saved.
import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { type Asset, DISPOSALS, type DisposalWay } from '#shared/domain/asset.ts';
import { useSession } from '../../session.ts';
import { DayInput, Field, typedFen } from '../funds/form-field.tsx';
import { today } from '../funds/today.ts';

export function DisposeDialog({ asset, close }: { asset: Asset; close: () => void }) {
  const session = useSession();
  const [way, setWay] = useState<DisposalWay>('报废');
  const [date, setDate] = useState<string | null>(today);
  const [documentNumber, setDocumentNumber] = useState('');
  const [income, setIncome] = useState('');
  const [note, setNote] = useState('');
  const incomeFen = income.trim() === '' ? null : typedFen(income);
  const isIncomeWrong = income.trim() !== '' && incomeFen === null;
  const lacking = documentNumber.trim() === '';
  const save = async (): Promise<void> => {
    if (date === null) return;
    const done = await session.attempt('正在登记处置', () =>
      session.write('assets.dispose', { id: asset.id, way, date, documentNumber, incomeFen, note }),
    );
    if (done) close();
  };
  return (
    <Modal
      open
      title={`登记处置：${asset.name}`}
      width={640}
      okText="登记处置"
      cancelText="取消"
      okButtonProps={{
        disabled: lacking || date === null || isIncomeWrong,
        ...({ 'data-testid': 'dispose-save' } as object),
      }}
      onOk={() => void save()}
      onCancel={close}
    >
      <div className="xj-funds-form" data-testid="dispose-dialog">
        <Field label="处置方式">
          <Select
            aria-label="处置方式"
            value={way}
            options={DISPOSALS.map((value) => ({ value, label: value }))}
            onChange={setWay}
          />
        </Field>
        <Field label="处置时间">
          <DayInput label="处置时间" value={date} change={setDate} />
        </Field>
        <Field label="批准文号" isWide>
          <Input
            aria-label="批准文号"
            value={documentNumber}
            placeholder="必填，如 红政复〔2026〕9号"
            status={lacking ? 'warning' : ''}
            onChange={(event) => setDocumentNumber(event.target.value)}
          />
        </Field>
        <Field label="处置收入（万元）">
          <Input
            aria-label="处置收入（万元）"
            value={income}
            status={isIncomeWrong ? 'error' : ''}
            onChange={(event) => setIncome(event.target.value)}
          />
        </Field>
        <Field label="说明">
          <Input aria-label="说明" value={note} onChange={(event) => setNote(event.target.value)} />
        </Field>
        <p className="xj-faint xj-asset-note">
          没有批准文号不能登记处置。抵押、出租不是处置，请写在备注里。登记后资产状态为“已处置”，仍留在台账里，可撤销。
        </p>
      </div>
    </Modal>
  );
}
