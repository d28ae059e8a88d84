// Columns of a sheet that go into no field: kept as 自定义栏目 one by one, or all with one press.
import { Button } from 'antd';
import { ownIdOf, ownKey } from '#shared/domain/own-columns.ts';
import type { ReferenceData } from '#shared/domain/reference.ts';
import { ownColumnFor } from '#shared/import/own-columns.ts';
import type { ColumnMapping, ImportChoices } from '#shared/import/preview.ts';
import { chooseField, fieldOfColumn } from './choices.ts';
import type { FieldOptionGroup } from './column-options.ts';

const PATH = ' › ';

/** The key under which a column can be kept; null for one without a heading or contents. */
export function ownKeyFor(
  column: ColumnMapping,
  columns: readonly ColumnMapping[],
  fieldOf: (column: ColumnMapping) => string | null,
  reference: ReferenceData,
): string | null {
  if (column.header.trim() === '' || column.samples.length === 0) return null;
  const used = new Set(columns.flatMap((one) => (one === column ? [] : (ownIdOf(fieldOf(one) ?? '') ?? []))));
  return ownKey(ownColumnFor(column.header.split(PATH), reference, used));
}

/** The option of a column that goes into no field. */
export function ownOption(key: string | null): FieldOptionGroup[] {
  if (key === null) return [];
  return [{ label: '保留', options: [{ value: key, label: `作为自定义栏目“${ownIdOf(key)}”保留` }] }];
}

interface Props {
  table: number;
  columns: readonly ColumnMapping[];
  choices: ImportChoices;
  reference: ReferenceData;
  change: (next: (before: ImportChoices) => ImportChoices) => void;
}

/** Says which columns go into no field, and keeps them all. */
export function OwnColumnBar({ table, columns, choices, reference, change }: Props) {
  const fieldOf = (from: ImportChoices) => (column: ColumnMapping) => fieldOfColumn(from, table, column);
  const open = columns.filter(
    (column) => fieldOf(choices)(column) === null && ownKeyFor(column, columns, fieldOf(choices), reference) !== null,
  );
  if (open.length === 0) return null;
  const keepAll = (before: ImportChoices): ImportChoices =>
    open.reduce(
      (so, column) =>
        chooseField(so, table, columns, column.column, ownKeyFor(column, columns, fieldOf(so), reference)),
      before,
    );
  const names = open.map(({ header }) => `“${header}”`);
  return (
    <p className="xj-imp-caption" data-testid="import-own-columns">
      {names.slice(0, 5).join('、')}
      {names.length > 5 ? `等 ${names.length} 列` : ''}没有对应的字段，只留作来源。
      <Button size="small" type="link" data-testid="import-keep-columns" onClick={() => change(keepAll)}>
        {open.length === 1 ? '作为自定义栏目保留' : `${open.length} 列都作为自定义栏目保留`}
      </Button>
    </p>
  );
}
