// One setting of a rule as a form field.
import { InputNumber, Select } from 'antd';
import type { ByYearSetting, SettingSpec } from '#shared/checks/rule-settings.ts';
import type { SettingValue } from '#shared/records/rule-settings.ts';
import { initialText } from './rule-draft.ts';

interface SettingFieldProps {
  spec: SettingSpec;
  value: SettingValue;
  /** Years of the plan, for thresholds by year. */
  years: readonly number[];
  isLocked: boolean;
  onChange: (value: SettingValue) => void;
}

export function SettingField(props: SettingFieldProps) {
  return (
    <div className="xj-setting">
      <span className="xj-setting-label">{props.spec.label}</span>
      <Field {...props} />
      <span className="xj-faint">{initialText(props.spec)}</span>
    </div>
  );
}

function Field({ spec, value, years, isLocked, onChange }: SettingFieldProps) {
  switch (spec.kind) {
    case 'number':
      return (
        <InputNumber
          aria-label={spec.label}
          disabled={isLocked}
          min={spec.least}
          max={spec.most}
          suffix={spec.unit}
          style={{ width: 150 }}
          value={typeof value === 'number' ? value : spec.initial}
          onChange={(next) => next !== null && onChange(next)}
        />
      );
    case 'by-year':
      return <Years spec={spec} value={value} years={years} isLocked={isLocked} onChange={onChange} />;
    case 'choices':
      return (
        <Select
          aria-label={spec.label}
          mode="multiple"
          disabled={isLocked}
          style={{ width: '100%' }}
          options={[...spec.options]}
          value={Array.isArray(value) ? value : []}
          onChange={onChange}
        />
      );
    default:
      return (
        <Select
          aria-label={spec.label}
          mode="tags"
          open={false}
          disabled={isLocked}
          style={{ width: '100%' }}
          tokenSeparators={['、', '，', ',', '\n']}
          placeholder="输入后按回车添加"
          value={Array.isArray(value) ? value : []}
          onChange={(words: string[]) => onChange(words.map((word) => word.trim()).filter((word) => word !== ''))}
        />
      );
  }
}

/** A blank year is not checked. */
function Years({ spec, value, years, isLocked, onChange }: Omit<SettingFieldProps, 'spec'> & { spec: ByYearSetting }) {
  const byYear = typeof value === 'object' && !Array.isArray(value) ? value : {};
  return (
    <div className="xj-setting-years">
      {years.map((year) => (
        <span key={year}>
          {year}年
          <InputNumber
            size="small"
            aria-label={`${spec.label}${year}年`}
            placeholder="不审核"
            disabled={isLocked}
            min={spec.least}
            max={spec.most}
            suffix={spec.unit}
            style={{ width: 92 }}
            value={byYear[year] ?? null}
            onChange={(next) => {
              const others = Object.entries(byYear).filter(([key]) => key !== String(year));
              onChange(Object.fromEntries(next === null ? others : [...others, [String(year), next]]));
            }}
          />
        </span>
      ))}
    </div>
  );
}
