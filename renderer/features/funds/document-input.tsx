// 文号 as it is typed, with the numbers of 依据文件 to choose from.
import { AutoComplete, Input } from 'antd';
import { useRecords } from '../../api/records.ts';

interface DocumentInputProps {
  label: string;
  value: string;
  change: (text: string) => void;
  testId?: string;
  isFirst?: boolean;
}

export function DocumentInput({ label, value, change, testId, isFirst = false }: DocumentInputProps) {
  const documents = [...useRecords('basis-document').values()].filter(({ number }) => number !== '');
  const typed = value.trim();
  const fitting = documents.filter(
    ({ number, title }) => typed === '' || number.includes(typed) || title.includes(typed),
  );
  return (
    <AutoComplete
      style={{ width: '100%' }}
      value={value}
      options={fitting.slice(0, 20).map(({ number, title }) => ({ value: number, label: `${number}　${title}` }))}
      onChange={(text: string) => change(text)}
    >
      <Input aria-label={label} autoFocus={isFirst} data-testid={testId} />
    </AutoComplete>
  );
}
