// The rows of the print settings: a label with a choice, a number or a text. A text counts when it is left, not at
// every letter: each change sets the whole print anew.
import { Input, InputNumber, Segmented, Select } from 'antd';
import { type ReactNode, useEffect, useId, useState } from 'react';

export function Field({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="xj-field">
      <span>{label}</span>
      <div>{children}</div>
    </div>
  );
}

type Options<T extends string> = readonly (readonly [value: T, label: string])[];

interface ChoiceProps<T extends string> {
  label: string;
  value: T;
  onChange: (value: T) => void;
  options: Options<T>;
  testId?: string;
}

/** Two or three short alternatives. */
export function Choice<T extends string>({ label, value, onChange, options, testId }: ChoiceProps<T>) {
  return (
    <Field label={label}>
      <Segmented
        block
        size="small"
        value={value}
        onChange={onChange}
        options={options.map(([option, text]) => ({ value: option, label: text }))}
        {...(testId ? { 'data-testid': testId } : {})}
      />
    </Field>
  );
}

/** More or longer alternatives. */
export function Dropdown<T extends string>({ label, value, onChange, options, testId }: ChoiceProps<T>) {
  return (
    <Field label={label}>
      <Select
        size="small"
        value={value}
        onChange={onChange}
        aria-label={label}
        popupMatchSelectWidth={false}
        options={options.map(([option, text]) => ({ value: option, label: text }))}
        {...(testId ? { 'data-testid': testId } : {})}
      />
    </Field>
  );
}

interface GroupedProps<T extends string> extends Omit<ChoiceProps<T>, 'options'> {
  groups: readonly { about: string; options: Options<T> }[];
}

/** Many alternatives, under what they are about. */
export function GroupedDropdown<T extends string>({ label, value, onChange, groups, testId }: GroupedProps<T>) {
  return (
    <Field label={label}>
      <Select
        size="small"
        value={value}
        onChange={onChange}
        aria-label={label}
        popupMatchSelectWidth={false}
        listHeight={420}
        options={groups.map(({ about, options }) => ({
          label: about,
          options: options.map(([option, text]) => ({ value: option, label: text })),
        }))}
        {...(testId ? { 'data-testid': testId } : {})}
      />
    </Field>
  );
}

interface TextProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  rows?: number;
  testId?: string;
}

export function Text({ label, value, onChange, placeholder = '', rows = 1, testId }: TextProps) {
  const [draft, setDraft] = useState(value);
  useEffect(() => setDraft(value), [value]);
  const id = useId();
  const take = (): void => {
    if (draft !== value) onChange(draft);
  };
  const common = {
    id,
    size: 'small',
    value: draft,
    placeholder,
    'aria-label': label,
    onBlur: take,
    ...(testId ? { 'data-testid': testId } : {}),
  } as const;
  return (
    <Field label={label}>
      {rows > 1 ? (
        <Input.TextArea {...common} rows={rows} onChange={(event) => setDraft(event.target.value)} />
      ) : (
        <Input {...common} onChange={(event) => setDraft(event.target.value)} onPressEnter={take} />
      )}
    </Field>
  );
}

interface WholeNumberProps {
  label: string;
  value: number;
  onChange: (value: number) => void;
  min: number;
  max: number;
  suffix?: string;
  testId?: string;
}

export function WholeNumber({ label, value, onChange, min, max, suffix, testId }: WholeNumberProps) {
  return (
    <Field label={label}>
      <InputNumber
        size="small"
        precision={0}
        min={min}
        max={max}
        value={value}
        aria-label={label}
        changeOnWheel={false}
        onChange={(next) => {
          if (next !== null) onChange(next);
        }}
        {...(suffix ? { suffix } : {})}
        {...(testId ? { 'data-testid': testId } : {})}
      />
    </Field>
  );
}
