// What a row of a sheet was read as, value by value, for the eyes of the person who imports it.
import { categoryPath } from '../domain/categories.ts';
import { ownKey } from '../domain/own-columns.ts';
import { formatPeriod } from '../domain/periods.ts';
import { splitCellKey } from '../domain/project.ts';
import type { ReferenceData } from '../domain/reference.ts';
import { type Fen, wanText } from '../values/money.ts';
import type { FieldChange } from './plan-import.ts';
import type { ReadProject } from './reading.ts';

/** Shown elsewhere or in one value with another field. */
const NOT_ALONE = new Set(['name', 'categoryId', 'startAt', 'endAt', 'own']);

/** All values of a new project as changes from nothing: words, then category and period, then amounts in 万元. */
export function valuesRead(
  { values, amounts }: Pick<ReadProject, 'values' | 'amounts'>,
  reference: Pick<ReferenceData, 'categories'>,
): FieldChange[] {
  const changes: FieldChange[] = [];
  const add = (columnKey: string, after: string): void => {
    if (after !== '') changes.push({ columnKey, before: '', after });
  };
  const addAmount = (columnKey: string, fen: Fen | null): void => {
    if (fen !== null) add(columnKey, wanText(fen));
  };
  for (const [key, value] of Object.entries(values)) {
    if (!NOT_ALONE.has(key) && value !== null) add(key, String(value));
  }
  for (const [id, value] of Object.entries(values.own ?? {})) add(ownKey(id), value);
  add('categoryId', categoryPath(reference, values.categoryId ?? null).join(' › '));
  add('period', formatPeriod(values.startAt ?? null, values.endAt ?? null));
  addAmount('total', amounts.total);
  for (const [source, fen] of Object.entries(amounts.bySource)) addAmount(`source:${source}`, fen);
  for (const [year, fen] of Object.entries(amounts.byYear)) addAmount(`year:${year}`, fen);
  for (const [key, fen] of Object.entries(amounts.cells)) {
    const { year, source } = splitCellKey(key);
    addAmount(`cell:${year}|${source}`, fen);
  }
  return changes;
}
