// Running sums of the amount columns over the item rows of a table (projects, or the lowest rows of a summary),
// so that any 小计 or heading can be compared with the rows beneath it at once.
import { type Fen, toFen } from '../domain/money.ts';
import type { AmountUnit } from './parse-amount.ts';
import { parseCount } from './parse-count.ts';
import { amountReading } from './read-values.ts';
import type { ReadColumn } from './reading.ts';
import { isAmountKey } from './row-kinds.ts';
import { cellAddress, type SheetCell } from './sheet.ts';
import { cellIn, type SheetRow } from './sheet-view.ts';

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

/** Reads and adds up the item rows. `isItem[i]` tells whether rows[i] is one. */
export function sumColumns(
  rows: readonly SheetRow[],
  isItem: readonly boolean[],
  columns: readonly ReadColumn[],
  unitOf: (column: ReadColumn) => AmountUnit,
  accepted: ReadonlySet<string>,
): ColumnSums {
  const summed = columns.filter((column) => isSummable(column) || (column.isNumeric && column.key !== 'serial'));
  const before = new Int32Array(rows.length + 1);
  isItem.forEach((is, index) => {
    before[index + 1] = (before[index] ?? 0) + (is ? 1 : 0);
  });
  const count = before[rows.length] ?? 0;
  const values = new Map(summed.map((column) => [column, new Float64Array(count)]));
  const running = new Map(summed.map((column) => [column, new Float64Array(count + 1)]));
  const filled = new Map(summed.map((column) => [column, new Uint8Array(count)]));
  const decimals = new Map(summed.map((column) => [column, 0]));
  let item = 0;
  rows.forEach((row, index) => {
    if (!isItem[index]) return;
    for (const column of summed) {
      const figure = figureOf(cellIn(row, column.column), column, unitOf(column), accepted);
      const sums = running.get(column) as Float64Array;
      sums[item + 1] = (sums[item] as number) + (figure?.value ?? 0);
      if (!figure) continue;
      (values.get(column) as Float64Array)[item] = figure.value;
      (filled.get(column) as Uint8Array)[item] = 1;
      if (figure.decimals > (decimals.get(column) ?? 0)) decimals.set(column, figure.decimals);
    }
    item += 1;
  });
  return {
    columns: summed,
    itemsBefore: (index) => before[Math.min(index, rows.length)] ?? 0,
    between(column, from, to) {
      const sums = running.get(column) as Float64Array;
      return toFen((sums[to] ?? 0) - (sums[from] ?? 0));
    },
    values: (column) => values.get(column) ?? new Float64Array(0),
    hasValue: (column, index) => filled.get(column)?.[index] === 1,
    decimals: (column) => decimals.get(column) ?? 0,
  };
}
