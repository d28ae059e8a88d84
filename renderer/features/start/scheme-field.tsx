// The class scheme of a new workbook: the usual one of the place until another is chosen, with its classes named below.
import { Select } from 'antd';
import type { MethodOutput } from '#shared/contract/methods.ts';

export interface SchemeFieldProps {
  id: string;
  /** null: no place is chosen yet, which decides what is usual. */
  offer: MethodOutput<'workbook.schemes'> | null;
  /** null: the usual one. */
  chosen: string | null;
  onChange(scheme: string): void;
}

export function SchemeField({ id, offer, chosen, onChange }: SchemeFieldProps) {
  const shown = offer?.schemes.find((scheme) => scheme.id === (chosen ?? offer.usual));
  return (
    <>
      <Select
        id={id}
        placeholder="先选地区"
        notFoundContent="先选地区"
        value={shown?.id ?? null}
        options={(offer?.schemes ?? []).map(({ id: value, name }) => ({
          value,
          label: value === offer?.usual ? `${name}　通常用这套` : name,
        }))}
        onChange={(value: string | null) => value !== null && onChange(value)}
        data-testid="new-scheme"
      />
      {shown && (
        <p className="xj-faint xj-scheme-hint" data-testid="new-scheme-hint">
          {shown.tops.join('、')}（共 {shown.classes}{' '}
          个类别）。以后可以在规划设置中改，也可以在第一次导入时改用自己表里的类别。
        </p>
      )}
    </>
  );
}
