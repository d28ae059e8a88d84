// The selected range of cells: moving, extending, adding up. Rows count from -1 (合计), columns from 0.
import { addFen, type DisplayUnit, type Fen, formatUnit, toFen, ZERO } from '#shared/domain/money.ts';
import type { SelectionSummary } from '../../session.ts';
import type { CellReader } from './cell-text.ts';
import type { GridColumn } from './grid-columns.ts';
import type { GridRow, Rows } from './rows.ts';

export interface CellAt {
  row: number;
  col: number;
}

/** `anchor` is the active cell, in which typing lands; the range reaches from it to `focus`. */
export interface Selection {
  anchor: CellAt;
  focus: CellAt;
}

export interface Range {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

export const TOTAL_ROW = -1;

/** Where the cursor begins: the name in the first row. */
export const FIRST_CELL: Selection = { anchor: { row: 0, col: 1 }, focus: { row: 0, col: 1 } };

export function rangeOf(selection: Selection): Range {
  const { anchor, focus } = selection;
  return {
    top: Math.min(anchor.row, focus.row),
    bottom: Math.max(anchor.row, focus.row),
    left: Math.min(anchor.col, focus.col),
    right: Math.max(anchor.col, focus.col),
  };
}

export function isInRange(range: Range, row: number, col: number): boolean {
  return row >= range.top && row <= range.bottom && col >= range.left && col <= range.right;
}

export function isSingle(selection: Selection): boolean {
  return selection.anchor.row === selection.focus.row && selection.anchor.col === selection.focus.col;
}

/** The row at an index of the selection. */
export function rowAt(rows: Rows, index: number): GridRow | undefined {
  return index === TOTAL_ROW ? rows.total : rows.rows[index];
}

export type Direction = 'up' | 'down' | 'left' | 'right';

const STEPS: Record<Direction, CellAt> = {
  up: { row: -1, col: 0 },
  down: { row: 1, col: 0 },
  left: { row: 0, col: -1 },
  right: { row: 0, col: 1 },
};

/** One cell, a page or the edge further; stays inside the table. */
export function moveCell(
  cell: CellAt,
  direction: Direction,
  size: { rows: number; cols: number },
  by: number | 'edge',
): CellAt {
  const step = STEPS[direction];
  const distance = by === 'edge' ? Math.max(size.rows, size.cols) : by;
  return clampCell({ row: cell.row + step.row * distance, col: cell.col + step.col * distance }, size);
}

export function clampCell(cell: CellAt, size: { rows: number; cols: number }): CellAt {
  return {
    row: Math.max(Math.min(cell.row, size.rows - 1), size.rows > 0 ? 0 : TOTAL_ROW),
    col: Math.max(0, Math.min(cell.col, size.cols - 1)),
  };
}

/** The rows of a range, top down. */
export function rowsInRange(rows: Rows, range: Range): GridRow[] {
  const picked: GridRow[] = [];
  for (let index = range.top; index <= range.bottom; index += 1) {
    const row = rowAt(rows, index);
    if (row) picked.push(row);
  }
  return picked;
}

/**
 * Count, exact sum and average of the selected figures. Where projects are selected, headings and 合计 among them are
 * left out, or every amount would count twice. Amounts and people do not mix: then only the count is given.
 */
export function summarise(
  rows: Rows,
  columns: readonly GridColumn[],
  selection: Selection,
  reader: CellReader,
): SelectionSummary {
  const range = rangeOf(selection);
  const all = rowsInRange(rows, range);
  const projects = all.filter((row) => row.kind === 'project');
  const counted = projects.length > 0 ? projects : all;
  let amounts = 0;
  let amountSum: Fen = ZERO;
  let integers = 0;
  let integerSum = 0;
  for (let col = range.left; col <= range.right; col += 1) {
    const column = columns[col];
    if (!column || (column.kind !== 'amount' && column.kind !== 'integer')) continue;
    for (const row of counted) {
      const fen = reader.amountOf(row, column);
      if (fen !== null) {
        amounts += 1;
        amountSum = addFen(amountSum, fen);
      }
      const integer = reader.integerOf(row, column);
      if (integer !== null) {
        integers += 1;
        integerSum += integer;
      }
    }
  }
  const base = {
    cells: counted.length * (range.right - range.left + 1),
    numbers: amounts + integers,
    note: projects.length > 0 && projects.length < all.length ? '不含标题行' : '',
  };
  if (amounts > 0 && integers === 0) {
    return {
      ...base,
      sum: `${formatUnit(amountSum, reader.unit)} ${reader.unit}`,
      average: `${average(amountSum, amounts, reader.unit)} ${reader.unit}`,
    };
  }
  if (integers > 0 && amounts === 0) {
    return { ...base, sum: String(integerSum), average: (integerSum / integers).toFixed(2) };
  }
  return { ...base, sum: '', average: '' };
}

/** The mean, rounded half away from zero: to two decimals of 元 or 万元, to six of 亿元. */
function average(sum: Fen, count: number, unit: DisplayUnit): string {
  const step = unit === '元' ? 1 : 10_000;
  const magnitude = Math.floor((Math.abs(sum) / count + step / 2) / step) * step;
  return formatUnit(toFen(sum < 0 ? -magnitude : magnitude), unit);
}
