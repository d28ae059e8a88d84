// Running sums of the amount columns over the item rows of a table (projects, or the lowest rows of a summary),
// so that any 小计 or heading can be compared with the rows beneath it at once.

import { cellAddress, type SheetCell } from '../sheet/sheet.ts';
import type { SheetRow } from '../sheet/sheet-view.ts';
import { type Fen, toFen } from '../values/money.ts';
import type { AmountUnit } from '../values/parse-amount.ts';
import { parseCount } from '../values/parse-count.ts';
import { isAmountKey } from './column-uses.ts';
import { amountReading } from './read-values.ts';
import type { ReadColumn } from './reading.ts';

export interface ColumnSums {
  columns: readonly ReadColumn[];
  /** Number of items in rows[0..index) of the table. */
  itemsBefore(index: number): number;
  /** Sum of a column over items [from, to), in 分 (or pieces for 项目个数). */
  between(column: ReadColumn, from: number, to: number): Fen;
  /** Values of one column by item; 0 for a blank. */
  values(column: ReadColumn): Float64Array;
  /** True where an item has anything in the column. */
  hasValue(column: ReadColumn, item: number): boolean;
  /** Most decimals of 万元 written in the column. */
  decimals(column: ReadColumn): number;
}

/** Columns whose figures can be added up. */
export function summableColumns(columns: readonly ReadColumn[]): ReadColumn[] {
  return columns.filter(isSummable);
}

function isSummable(column: ReadColumn): boolean {
  return isAmountKey(column.key) || column.key === 'count';
}

/** One figure of a claim or item: 分, or pieces for 项目个数; undefined for a blank or unreadable cell. */
export function figureOf(
  cell: SheetCell | undefined,
  column: ReadColumn,
  unit: AmountUnit,
  accepted?: ReadonlySet<string>,
): { value: number; decimals: number } | undefined {
  if (!cell) return undefined;
  if (column.key === 'count') {
    const count = cell.value === null ? undefined : parseCount(cell.value.text, '个');
    return count?.kind === 'count' ? { value: count.value, decimals: 0 } : undefined;
  }
  const reading = amountReading(cell, unit);
  if (reading?.kind === 'amount') return { value: reading.fen, decimals: reading.decimals };
  if (reading?.kind !== 'unreadable' || reading.proposal === undefined || !accepted?.size) return undefined;
  const isAccepted = accepted.has('*') || accepted.has(cellAddress(cell.row, cell.column));
  return isAccepted ? { value: reading.proposal, decimals: 0 } : undefined;
}

/** Columns of digits that nobody adds up, whatever stands beside them. */
const NO_FIGURES = new Set([
  'serial',
  'phone',
  'code',
  'documentNumber',
  'period',
  'period:start',
  'period:end',
  'period:year',
]);

/** The figures of one column while they are read. */
interface Tally {
  column: ReadColumn;
  unit: AmountUnit;
  values: Float64Array;
  filled: Uint8Array;
  /** Sum of the items before an item; made when first asked for, because most columns are never compared. */
  running: Float64Array | null;
  decimals: number;
}

function addUpTo(values: Float64Array): Float64Array {
  const running = new Float64Array(values.length + 1);
  for (let at = 0; at < values.length; at += 1) running[at + 1] = (running[at] as number) + (values[at] as number);
  return running;
}

/** Reads and adds up the item rows. `isItem[i]` tells whether rows[i] is one. */
export function sumColumns(
  rows: readonly SheetRow[],
  isItem: readonly boolean[],
  columns: readonly ReadColumn[],
  unitOf: (column: ReadColumn) => AmountUnit,
  accepted: ReadonlySet<string>,
): ColumnSums {
  const before = new Int32Array(rows.length + 1);
  isItem.forEach((is, index) => {
    before[index + 1] = (before[index] ?? 0) + (is ? 1 : 0);
  });
  const count = before[rows.length] ?? 0;
  const tallies = columns
    .filter((column) => isSummable(column) || (column.isNumeric && !NO_FIGURES.has(column.key ?? '')))
    .map(
      (column): Tally => ({
        column,
        unit: unitOf(column),
        values: new Float64Array(count),
        filled: new Uint8Array(count),
        running: null,
        decimals: 0,
      }),
    );
  const byNumber: (Tally | undefined)[] = [];
  for (const tally of tallies) byNumber[tally.column.column] = tally;
  let item = 0;
  rows.forEach((row, index) => {
    if (!isItem[index]) return;
    for (const cell of row.cells) {
      const tally = byNumber[cell.column];
      const figure = tally && figureOf(cell, tally.column, tally.unit, accepted);
      if (!tally || !figure) continue;
      tally.values[item] = figure.value;
      tally.filled[item] = 1;
      if (figure.decimals > tally.decimals) tally.decimals = figure.decimals;
    }
    item += 1;
  });
  const of = (column: ReadColumn): Tally | undefined => byNumber[column.column];
  return {
    columns: tallies.map((tally) => tally.column),
    itemsBefore: (index) => before[Math.min(index, rows.length)] ?? 0,
    between(column, from, to) {
      const tally = of(column) as Tally;
      tally.running ??= addUpTo(tally.values);
      const { running } = tally;
      return toFen((running[to] ?? 0) - (running[from] ?? 0));
    },
    values: (column) => of(column)?.values ?? new Float64Array(0),
    hasValue: (column, index) => of(column)?.filled[index] === 1,
    decimals: (column) => of(column)?.decimals ?? 0,
  };
}
