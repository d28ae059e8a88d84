// The grid of one HTML table while its tags come by: rows, spans, cells in the columns that are free.
import type { CellRange } from '#shared/sheet/sheet.ts';
import { type HtmlCell, startCell } from './html-cell.ts';
import type { HtmlTag } from './html-tags.ts';
import { BREAK, htmlText } from './html-text.ts';
import type { ReadBudget } from './limits.ts';
import { damaged, tooLarge } from './read-error.ts';

export interface OpenCell {
  cell: HtmlCell;
  raw: string;
  isShown: boolean;
  /** The element inside the cell that the page does not show, and how deep in elements of its name we are; null: none. */
  unseen: { name: string; depth: number } | null;
}

export interface HtmlTable {
  rows: { row: number; hidden: boolean; cells: HtmlCell[] }[];
  merges: CellRange[];
  hiddenColumns: Set<number>;
  /** For each column the last row that a rowspan from above occupies. */
  occupied: Map<number, number>;
  row: number;
  column: number;
  isRowOpen: boolean;
  isImplied: boolean;
  /** Columns named by <col> so far. */
  described: number;
  /** Cells that hold anything, and the raw text of the last of them. */
  filled: number;
  lastRaw: string;
  /** Cells, and texts inside of cells, that the page does not show. */
  unseen: number;
  open: OpenCell | null;
}

/** Elements that hold nothing. */
export const WITHOUT_END = new Set('area,base,br,col,embed,hr,img,input,link,meta,param,source,track,wbr'.split(','));
/** The most that browsers let a cell span. */
export const MOST_COLUMNS = 1_000;
export const MOST_ROWS = 65_534;

/** `above`: lines that stand over the table on the page, each a row of its own as in a spreadsheet. */
export function startTable(above: readonly string[]): HtmlTable {
  return {
    rows: above.map((text, index) => ({ row: index + 1, hidden: false, cells: [plainCell(text)] })),
    merges: [],
    hiddenColumns: new Set(),
    occupied: new Map(),
    row: above.length,
    column: 0,
    isRowOpen: false,
    isImplied: false,
    described: 0,
    filled: above.length,
    lastRaw: '',
    unseen: 0,
    open: null,
  };
}

function plainCell(text: string): HtmlCell {
  return { column: 1, text, exact: undefined, typed: undefined, formula: undefined, faults: [] };
}

export function openRow(table: HtmlTable, isHidden: boolean, budget: ReadBudget): void {
  if (++table.row > budget.rows) throw tooLarge(`行数超过 ${budget.rows} 行`);
  table.column = 0;
  table.isRowOpen = true;
  table.rows.push({ row: table.row, hidden: isHidden, cells: [] });
}

/** <col>: tells which columns are hidden. */
export function describeColumns(table: HtmlTable, tag: HtmlTag, budget: ReadBudget): void {
  const count = Math.min(spanOf(tag, 'span', MOST_COLUMNS), budget.columns - table.described);
  if (isHidden(tag)) for (let i = 1; i <= count; i++) table.hiddenColumns.add(table.described + i);
  table.described += count;
}

/** A cell behind the last one; it may stand without <tr>. */
export function openCell(table: HtmlTable, tag: HtmlTag, budget: ReadBudget): void {
  if (!table.isRowOpen) openRow(table, false, budget);
  // A browser leaves a hidden cell out altogether: the next one takes its column.
  if (isHidden(tag)) {
    table.open = { cell: startCell(tag, 0), raw: '', isShown: false, unseen: null };
    return;
  }
  let column = table.column + 1;
  while ((table.occupied.get(column) ?? 0) >= table.row) column++;
  const right = column + spanOf(tag, 'colspan', MOST_COLUMNS) - 1;
  const bottom = table.row + spanOf(tag, 'rowspan', MOST_ROWS) - 1;
  if (right > budget.columns) throw damaged(`第 ${table.row} 行的列数超出表格范围`);
  if (right > column || bottom > table.row) {
    if (table.merges.length >= budget.merges) throw tooLarge(`合并单元格超过 ${budget.merges} 处`);
    table.merges.push({ top: table.row, left: column, bottom: Math.min(bottom, budget.rows), right });
    if (bottom > table.row) for (let i = column; i <= right; i++) table.occupied.set(i, bottom);
  }
  table.column = right;
  table.open = { cell: startCell(tag, column), raw: '', isShown: true, unseen: null };
}

export function closeCell(table: HtmlTable): void {
  if (!table.open) return;
  const { cell, raw, isShown } = table.open;
  table.open = null;
  cell.text = htmlText(raw);
  const isFilled = cell.text !== '' || cell.typed !== undefined;
  if (!isShown) {
    if (isFilled) table.unseen++;
    return;
  }
  if (isFilled) {
    table.filled++;
    table.lastRaw = raw;
  }
  if (isFilled || cell.faults.length > 0) table.rows.at(-1)?.cells.push(cell);
}

/**
 * A tag inside an open cell: true while it, or an element around it, is not shown (keys to sort by, texts for print).
 * Elements without an end are none.
 */
export function isUnseen(open: OpenCell, tag: HtmlTag): boolean {
  const { unseen } = open;
  if (unseen === null) {
    if (tag.isClosing || WITHOUT_END.has(tag.name) || !isHidden(tag)) return false;
    open.unseen = { name: tag.name, depth: 1 };
    return true;
  }
  if (tag.name === unseen.name) unseen.depth += tag.isClosing ? -1 : 1;
  if (unseen.depth === 0) open.unseen = null;
  return true;
}

/** A table inside a cell: its only text belongs to the cell; true where it was taken into it. */
export function takeInto(open: OpenCell, inner: HtmlTable): boolean {
  if (inner.filled > 1) {
    open.cell.faults.push(INNER_FAULT);
    return false;
  }
  open.raw += BREAK + inner.lastRaw + BREAK;
  return true;
}

const INNER_FAULT = { code: 'html-inner-table', message: '里套着一张小表，小表已另作一张表读取，没有放进这一格' };

export function isHidden(tag: HtmlTag): boolean {
  if (tag.attribute('hidden') !== undefined) return true;
  const style = tag.attribute('style');
  return style !== undefined && /(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden)/i.test(style);
}

/** How many rows or columns a tag says, at most `most`; 1 where it says nothing. */
export function spanOf(tag: HtmlTag, name: string, most: number): number {
  const text = tag.attribute(name)?.trim() ?? '';
  return /^\d{1,9}$/.test(text) ? Math.max(1, Math.min(Number(text), most)) : 1;
}
