// What the cells of a column are to a row, told once from the key of the column: asked cell by cell, the words of the
// keys would be read a hundred thousand times.
import { ownIdOf } from '../domain/own-columns.ts';
import type { ReadColumn } from './reading.ts';

/** What a column says about the row that a cell stands in. */
export interface RowColumn {
  key: string | null;
  /** Amounts, and figures under a header that nobody knows. */
  isFigure: boolean;
  /** Households, people, villages. */
  isCount: boolean;
  /** Words that headings and sums carry too. */
  isLabel: boolean;
  /** Words of a project proper. */
  isStrong: boolean;
}

/** What the cells of a project are read as; columns of other keys, and those left aside, have none. */
export type CellUse = 'amount' | 'count' | 'period' | 'words' | 'own';

const STRONG = new Set(['town', 'village', 'nature', 'content', 'code', 'documentNumber', 'subsidyStandard', 'phone']);
const LABEL = new Set([
  'serial',
  'name',
  'categoryId',
  'nationalType',
  'nationalSubtype',
  'yearLabel',
  'region',
  'note',
  'count',
]);
const COUNTS = new Set(['households', 'poorHouseholds', 'people', 'poorPeople', 'villages']);
const SKIPPED = new Set(['serial', 'count', 'region', 'yearLabel', 'sum']);

/** Any money: also sums, and the columns of a crosstab. */
export function isAmountKey(key: string | null): boolean {
  return key !== null && /^(?:total$|source:|year:|cell:|sum|region:|category:)/.test(key);
}

/** Money of a project that is kept with it. */
export function isProjectAmount(key: string): boolean {
  return key === 'total' || /^(?:source|year|cell):/.test(key);
}

/** The columns by number, for quick access while walking a row. */
export function columnsByNumber(columns: readonly ReadColumn[]): (ReadColumn | undefined)[] {
  return byNumber(columns, (column) => column);
}

/** By column number what a column says about its rows. */
export function rowColumns(columns: readonly ReadColumn[]): (RowColumn | undefined)[] {
  return byNumber(columns, ({ key, isNumeric }) => ({
    key,
    isFigure: isAmountKey(key) || (key === null && isNumeric),
    isCount: key !== null && COUNTS.has(key),
    isLabel: key !== null && LABEL.has(key),
    isStrong: key !== null && STRONG.has(key),
  }));
}

/** By column number what the cells of a project are read as. */
export function cellUses(columns: readonly ReadColumn[]): (CellUse | undefined)[] {
  return byNumber(columns, ({ key }) => {
    if (key === null || SKIPPED.has(key) || key.startsWith('sum:')) return undefined;
    if (isProjectAmount(key)) return 'amount';
    if (COUNTS.has(key)) return 'count';
    if (ownIdOf(key) !== undefined) return 'own';
    return key.startsWith('period') ? 'period' : 'words';
  });
}

function byNumber<T>(columns: readonly ReadColumn[], make: (column: ReadColumn) => T): (T | undefined)[] {
  const found: (T | undefined)[] = [];
  for (const column of columns) found[column.column] = make(column);
  return found;
}
