// What is selected in the 项目表, as a value: one active cell and one or more ranges, as in Excel. Rows count from -1
// (合计), columns from 0. All transitions are pure.
import type { GridRow, Rows } from './rows.ts';

export interface CellAt {
  row: number;
  col: number;
}

export interface Range {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** A range as it was drawn. Whole rows or columns stay whole while it is extended. */
export interface Span {
  from: CellAt;
  to: CellAt;
  whole?: 'rows' | 'columns';
}

/** Typing lands in `active`, which lies in one of the spans; Shift extends the last span. */
export interface Selection {
  active: CellAt;
  spans: readonly [Span, ...Span[]];
}

/** How far the cursor can go. `firstCol` is the first column that holds data: 序号 before it is the row's header. */
export interface Extent {
  rows: number;
  cols: number;
  firstCol: number;
}

export const TOTAL_ROW = -1;

/** Where the cursor begins: the name in the first row. */
export const FIRST_CELL: Selection = selectCell({ row: 0, col: 1 });

export function selectCell(cell: CellAt): Selection {
  return { active: cell, spans: [{ from: cell, to: cell }] };
}

/** One range, drawn from a cell to another; the first is active. */
export function selectSpan(from: CellAt, to: CellAt): Selection {
  return { active: from, spans: [{ from, to }] };
}

/** Whole rows or columns from one to another. */
export function selectWhole(whole: 'rows' | 'columns', from: number, to: number, extent: Extent): Selection {
  const last = Math.max(0, extent.rows - 1);
  const span: Span =
    whole === 'rows'
      ? { whole, from: { row: from, col: extent.firstCol }, to: { row: to, col: extent.cols - 1 } }
      : { whole, from: { row: 0, col: from }, to: { row: last, col: to } };
  return { active: span.from, spans: [span] };
}

export function selectAll(extent: Extent): Selection {
  return selectSpan({ row: 0, col: extent.firstCol }, { row: Math.max(0, extent.rows - 1), col: extent.cols - 1 });
}

/** Shift: the last span reaches to the cell. A whole row or column stays whole. */
export function extendTo(selection: Selection, cell: CellAt): Selection {
  const span = lastSpan(selection);
  const to = {
    row: span.whole === 'columns' ? span.to.row : cell.row,
    col: span.whole === 'rows' ? span.to.col : cell.col,
  };
  return replaceLast({ ...selection, active: span.from }, { ...span, to });
}

/** Ctrl: another selection besides the present one; its active cell is the new one. */
export function addSelection(selection: Selection | null, more: Selection): Selection {
  if (!selection) return more;
  return { active: more.active, spans: [...selection.spans, ...more.spans] };
}

/** Ctrl+Space and Shift+Space: the rows or columns of the last span become whole. */
export function widen(selection: Selection, whole: 'rows' | 'columns', extent: Extent): Selection {
  const { from, to } = lastSpan(selection);
  const wide = selectWhole(whole, whole === 'rows' ? from.row : from.col, whole === 'rows' ? to.row : to.col, extent);
  return replaceLast(selection, wide.spans[0]);
}

/** The next cell of Enter ('down') or Tab ('right') inside the selection, around its end; null: one cell is selected. */
export function walkInside(selection: Selection, way: 'down' | 'right', back: boolean): Selection | null {
  if (isSingle(selection)) return null;
  const ranges = rangesOf(selection);
  const at = Math.max(
    0,
    ranges.findLastIndex((range) => isInRange(range, selection.active.row, selection.active.col)),
  );
  const range = ranges[at];
  if (!range) return null;
  const next = walkRange(range, selection.active, way, back ? -1 : 1);
  if (next) return { ...selection, active: next };
  const other = ranges[(at + (back ? -1 : 1) + ranges.length) % ranges.length];
  if (!other) return null;
  return {
    ...selection,
    active: back ? { row: other.bottom, col: other.right } : { row: other.top, col: other.left },
  };
}

/** null where the walk leaves the range. */
function walkRange(range: Range, cell: CellAt, way: 'down' | 'right', step: 1 | -1): CellAt | null {
  const height = range.bottom - range.top + 1;
  const width = range.right - range.left + 1;
  const down = cell.row - range.top;
  const right = cell.col - range.left;
  const index = (way === 'down' ? right * height + down : down * width + right) + step;
  if (index < 0 || index >= height * width) return null;
  return way === 'down'
    ? { row: range.top + (index % height), col: range.left + Math.floor(index / height) }
    : { row: range.top + Math.floor(index / width), col: range.left + (index % width) };
}

function replaceLast(selection: Selection, span: Span): Selection {
  const [first, ...rest] = selection.spans;
  return { ...selection, spans: rest.length === 0 ? [span] : [first, ...rest.slice(0, -1), span] };
}

export function lastSpan(selection: Selection): Span {
  return selection.spans.at(-1) ?? selection.spans[0];
}

export function rangeOfSpan({ from, to }: Span): Range {
  return {
    top: Math.min(from.row, to.row),
    bottom: Math.max(from.row, to.row),
    left: Math.min(from.col, to.col),
    right: Math.max(from.col, to.col),
  };
}

/** The range that is extended and filled: the last one. */
export function rangeOf(selection: Selection): Range {
  return rangeOfSpan(lastSpan(selection));
}

export function rangesOf(selection: Selection): Range[] {
  return selection.spans.map(rangeOfSpan);
}

export function isInRange(range: Range, row: number, col: number): boolean {
  return row >= range.top && row <= range.bottom && col >= range.left && col <= range.right;
}

export function isSelected(selection: Selection, row: number, col: number): boolean {
  return selection.spans.some((span) => isInRange(rangeOfSpan(span), row, col));
}

export function isSingle(selection: Selection): boolean {
  const range = rangeOf(selection);
  return selection.spans.length === 1 && range.top === range.bottom && range.left === range.right;
}

/** The row at an index of the selection. */
export function rowAt(rows: Rows, index: number): GridRow | undefined {
  return index === TOTAL_ROW ? rows.total : rows.rows[index];
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

/** All rows that have a selected cell, each once, top down. */
export function selectedRows(rows: Rows, selection: Selection): GridRow[] {
  const ranges = rangesOf(selection);
  const [only] = ranges;
  if (ranges.length === 1 && only) return rowsInRange(rows, only);
  const indexes = new Set<number>();
  for (const range of ranges) for (let row = range.top; row <= range.bottom; row += 1) indexes.add(row);
  return [...indexes].sort((a, b) => a - b).flatMap((index) => rowAt(rows, index) ?? []);
}
