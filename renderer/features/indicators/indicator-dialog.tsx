// 详情 of one indicator: how it is judged, targets on the way, who answers for it, and what is said of its values.
import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import type { IndicatorsRead } from '#shared/contract/methods/indicators.ts';
import {
  INDICATOR_DIRECTIONS,
  INDICATOR_KINDS,
  type IndicatorDetails,
  VALUE_STATES,
} from '#shared/domain/indicator.ts';
import { toRecord } from '#shared/tables/indicator-changes.ts';
import { useSession } from '../../session.ts';
import { Field } from '../funds/form-field.tsx';

type Row = IndicatorsRead['rows'][number];
const BY_ITSELF = '';

export function IndicatorDialog({ row, years, close }: { row: Row; years: readonly number[]; close: () => void }) {
  const session = useSession();
  const { indicator, judged } = row;
  const [details, setDetails] = useState<IndicatorDetails>(indicator);
  const [values, setValues] = useState(row.values);
  const set = (part: Partial<IndicatorDetails>): void => setDetails((before) => ({ ...before, ...part }));
  const save = async (): Promise<void> => {
    const targets = Object.fromEntries(Object.entries(details.targets).filter(([, text]) => text.trim() !== ''));
    const record = toRecord({ ...indicator, ...details, targets });
    const isChanged = JSON.stringify(record) !== JSON.stringify(toRecord(indicator));
    const done = await session.attempt('正在保存', async () => {
      if (isChanged)
        await session.write('records.save', { changes: [{ kind: 'indicator', id: indicator.id, value: record }] });
      if (values.length > 0 && JSON.stringify(values) !== JSON.stringify(row.values))
        await session.write('indicators.set', { changes: values });
      return true;
    });
    if (done) close();
  };
  const told = (word: string | null): string => (word === null ? '自动' : `自动（${word}）`);
  return (
    <Modal
      open
      width={820}
      title={`第 ${indicator.number} 个指标：${indicator.name}`}
      okText="保存"
      cancelText="取消"
      okButtonProps={{ ...({ 'data-testid': 'indicator-save' } as object) }}
      onOk={() => void save()}
      onCancel={close}
    >
      <div className="xj-funds-form" data-testid="indicator-dialog">
        <Field label="怎样判断">
          <Select
            aria-label="怎样判断"
            value={details.kind ?? BY_ITSELF}
            options={[
              { value: BY_ITSELF, label: told(judged.kind) },
              ...INDICATOR_KINDS.map((value) => ({ value, label: value })),
            ]}
            onChange={(value) => set({ kind: value === BY_ITSELF ? null : (value as IndicatorDetails['kind']) })}
          />
        </Field>
        <Field label="方向">
          <Select
            aria-label="方向"
            value={details.direction ?? BY_ITSELF}
            options={[
              { value: BY_ITSELF, label: told(judged.direction) },
              ...INDICATOR_DIRECTIONS.map((value) => ({ value, label: value })),
            ]}
            onChange={(value) =>
              set({ direction: value === BY_ITSELF ? null : (value as IndicatorDetails['direction']) })
            }
          />
        </Field>
        <Field label="责任部门">
          <Input
            aria-label="责任部门"
            value={details.department}
            onChange={(event) => set({ department: event.target.value })}
          />
        </Field>
        <Field label="数据来源">
          <Input
            aria-label="数据来源"
            value={details.source}
            onChange={(event) => set({ source: event.target.value })}
          />
        </Field>
        <Field label="别的名称">
          <Input
            aria-label="别的名称"
            placeholder="导入时也认，几个用顿号分开"
            value={details.aliases.join('、')}
            onChange={(event) => set({ aliases: event.target.value.split('、').map((name) => name.trim()) })}
            onBlur={() => set({ aliases: details.aliases.filter((name) => name !== '') })}
          />
        </Field>
        <Field label="列在">
          <Select
            aria-label="列在"
            value={details.inPlan}
            options={[
              { value: true, label: '规划指标（表1）' },
              { value: false, label: '任务指标' },
            ]}
            onChange={(inPlan: boolean) => set({ inPlan })}
          />
        </Field>
      </div>
      <table className="xj-indicator-years">
        <thead>
          <tr>
            <th>年度</th>
            <th>年度目标</th>
            <th>实际值</th>
            <th>状态</th>
            <th>原因及措施</th>
          </tr>
        </thead>
        <tbody>
          {years.map((year) => {
            const value = values.find((one) => one.year === year);
            const change = (part: Partial<Row['values'][number]>): void =>
              setValues(values.map((one) => (one.year === year ? { ...one, ...part } : one)));
            return (
              <tr key={year}>
                <td>{year}</td>
                <td>
                  <Input
                    size="small"
                    aria-label={`${year}年目标`}
                    value={details.targets[year] ?? ''}
                    onChange={(event) => set({ targets: { ...details.targets, [year]: event.target.value } })}
                  />
                </td>
                <td>{value?.text ?? '——'}</td>
                <td>
                  {value && (
                    <Select
                      size="small"
                      aria-label={`${year}年状态`}
                      value={value.state}
                      options={VALUE_STATES.map((state) => ({ value: state, label: state }))}
                      onChange={(state) => change({ state })}
                    />
                  )}
                </td>
                <td>
                  {value && (
                    <Input
                      size="small"
                      aria-label={`${year}年原因及措施`}
                      value={value.note}
                      onChange={(event) => change({ note: event.target.value })}
                    />
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Modal>
  );
}
