// A year that may be left blank; saved when the field is left or Enter is pressed.
import { InputNumber } from 'antd';
import { useEffect, useState } from 'react';

interface Props {
  label: string;
  placeholder: string;
  value: number | null;
  disabled: boolean;
  onSave: (year: number | null) => void;
  id?: string;
}

export function YearField({ label, placeholder, value, disabled, onSave, id }: Props) {
  const [year, setYear] = useState(value);
  useEffect(() => setYear(value), [value]);
  const save = (): void => {
    if (year !== value) onSave(year);
  };
  return (
    <InputNumber
      {...(id === undefined ? {} : { id, 'data-testid': id })}
      aria-label={label}
      placeholder={placeholder}
      controls={false}
      precision={0}
      min={1900}
      max={2200}
      disabled={disabled}
      value={year}
      onChange={setYear}
      onBlur={save}
      onPressEnter={save}
    />
  );
}
