// A table set: which columns stand on which sheet, how wide, where each text breaks, how high each row is.

import { type HeaderCell, headerCells, headerDepth } from '../format/header-rows.ts';
import { addFen } from '../values/money.ts';
import { CELL_INSET_PX, FONT_SIZES, fitColumns, needOf, splitColumns } from './fit-columns.ts';
import { ptToPx } from './paper.ts';
import type { PrintColumn, PrintRow, PrintTable } from './print-table.ts';
import { balanceLines, breakLines, labelPieces, shrinkScale } from './text-lines.ts';

/** Top and bottom padding of a cell with its line. */
const CELL_PADDING_PX = 5;
const LINE_HEIGHT = 1.25;

/** A row with broken texts. `cells` are all columns of the table; a sheet shows its own. */
export interface LaidRow {
  /** Lines of each cell, joined by line feeds. */
  cells: string[];
  /** Columns whose text is set smaller because it holds a number wider than the column, with the part of the size. */
  shrunk: ReadonlyMap<number, number>;
  height: number;
  row: PrintRow;
}

export interface LaidHeaderCell extends HeaderCell {
  text: string;
  /** Part of the table's size at which it is set; 1 unless a word is wider than the cell. */
  scale: number;
}

/** The columns that stand on one sheet. */
export interface LaidPart {
  /** Indexes into the table's columns. */
  columns: number[];
  widths: number[];
  header: LaidHeaderCell[];
  width: number;
}

export interface LaidTable {
  table: PrintTable;
  fontPt: number;
  lineHeight: number;
  parts: LaidPart[];
  /** Heights of the header's rows. */
  headHeights: number[];
  rows: LaidRow[];
  /** Height of a subtotal row. */
  subtotalHeight: number;
  /** Sets the texts of a subtotal row, each on one line. */
  laySubtotal: (cells: readonly string[]) => LaidRow;
}

/** Sets a table into a width; rows are as high as their highest cell on any sheet, so that sheets lie side by side. */
export function layTable(table: PrintTable, availablePx: number): LaidTable {
  const sizes = table.fontPt === null ? FONT_SIZES : [table.fontPt];
  const needs = table.columns.map((column, index) => needOf({ ...column, ...textsOf(table, index) }));
  const indexes = splitColumns(table.columns, needs, table.fixedColumns, availablePx - 1, sizes.at(-1));
  const needsOf = (columns: readonly number[]) => columns.flatMap((index) => needs[index] ?? []);
  // One size on all sheets: they are read as one table.
  const fontPt = Math.min(...indexes.map((own) => fitColumns(needsOf(own), availablePx - 1, sizes).fontPt));
  const em = ptToPx(fontPt);
  const lineHeight = Math.ceil(em * LINE_HEIGHT);
  const parts = indexes.map((columns) => {
    const { widthsPx: widths } = fitColumns(needsOf(columns), availablePx - 1, [fontPt]);
    const own = columns.flatMap((index) => table.columns[index] ?? []);
    return {
      columns,
      widths,
      header: layHeader(own, widths, em),
      width: widths.reduce((sum, width) => sum + width, 1),
    };
  });
  const roomOf = columnWidths(parts, table.columns.length).map((width) => roomEm(width, em));
  const setters = roomOf.map(textSetter);
  const setRow = (row: PrintRow, texts: readonly SetText[]): LaidRow => ({
    cells: texts.map(({ text }) => text),
    row,
    shrunk: shrunkCells(texts),
    height: texts.reduce((most, { lines }) => Math.max(most, lines), 1) * lineHeight + CELL_PADDING_PX,
  });
  return {
    table,
    fontPt,
    lineHeight,
    parts,
    headHeights: headHeights(
      parts.flatMap((part) => part.header),
      headerDepth(table.columns),
      lineHeight,
    ),
    rows: table.rows.map((row) =>
      setRow(
        row,
        row.cells.map((text, index) => setters[index]?.(text) ?? setText([text], 1)),
      ),
    ),
    subtotalHeight: lineHeight + CELL_PADDING_PX,
    laySubtotal: (cells) =>
      setRow(
        { cells, strong: true },
        cells.map((text, index) => setText([text], roomOf[index] ?? 1)),
      ),
  };
}

interface SetText {
  /** The lines, joined by line feeds. */
  text: string;
  lines: number;
  /** Part of the table's size at which it is set; 1 unless it holds something wider than its column. */
  scale: number;
}

function setText(lines: readonly string[], room: number): SetText {
  return { text: lines.join('\n'), lines: lines.length, scale: shrinkScale(lines, room) };
}

/** Sets the texts of a column; those that come again (towns, units, years) are set once. */
function textSetter(room: number): (text: string) => SetText {
  const known = new Map<string, SetText>();
  return (text) => {
    const found = known.get(text) ?? setText(breakLines(text, room), room);
    known.set(text, found);
    return found;
  };
}

const NONE: ReadonlyMap<number, number> = new Map();

function shrunkCells(texts: readonly SetText[]): ReadonlyMap<number, number> {
  if (texts.every(({ scale }) => scale === 1)) return NONE;
  return new Map(texts.flatMap(({ scale }, index) => (scale < 1 ? [[index, scale] as const] : [])));
}

/** What needs room in a column: the texts of its rows, and what stays on one line in header and subtotals. */
function textsOf(table: PrintTable, index: number): { texts: string[]; whole: string[] } {
  const { label = '', group = '', least = '' } = table.columns[index] ?? {};
  const texts = table.rows.map((row) => row.cells[index] ?? '');
  const whole = [...labelPieces(label), ...labelPieces(group), least];
  return { texts, whole: [...whole, ...subtotalTexts(table, index)] };
}

/** The widest texts that 本页小计 and 累计 can hold: a page may have all that adds to a sum, or all that takes from it. */
function subtotalTexts(table: PrintTable, index: number): string[] {
  if (table.subtotals === 'none') return [];
  const amounts = table.rows.flatMap((row) => row.adds?.[index] ?? []);
  const sums = [amounts.filter((fen) => fen > 0), amounts.filter((fen) => fen < 0)].map((own) => addFen(...own));
  return sums.flatMap((sum) =>
    ['本页小计', '累计'].map((label) => {
      const row = table.columns.map((_, at) => (at === index && amounts.length > 0 ? sum : null));
      return table.subtotalRow(label, table.rows.length, row)[index] ?? '';
    }),
  );
}

function columnWidths(parts: readonly LaidPart[], count: number): number[] {
  const widths = new Array<number>(count).fill(Number.POSITIVE_INFINITY);
  // A column that stands on several sheets breaks as on the narrowest of them.
  for (const part of parts) {
    part.columns.forEach((column, at) => {
      widths[column] = Math.min(widths[column] ?? 0, part.widths[at] ?? 0);
    });
  }
  return widths;
}

/** What a cell gives its text, in em; the ounce more forgives that sums of decimals are not exact. */
function roomEm(widthPx: number, em: number): number {
  return Math.max(1, (widthPx - CELL_INSET_PX) / em + 1e-6);
}

const lineCount = (text: string): number => text.split('\n').length;

function rowHeight(cells: readonly string[], lineHeight: number): number {
  return cells.reduce((most, cell) => Math.max(most, lineCount(cell)), 1) * lineHeight + CELL_PADDING_PX;
}

function layHeader(columns: readonly PrintColumn[], widths: readonly number[], em: number): LaidHeaderCell[] {
  return headerCells(columns).map((cell) => {
    const width = widths.slice(cell.column, cell.column + cell.columnSpan).reduce((sum, own) => sum + own, 0);
    const lines = balanceLines(cell.label, roomEm(width, em));
    return { ...cell, text: lines.join('\n'), scale: shrinkScale(lines, roomEm(width, em)) };
  });
}

/** Upper row, lower row; a label over both rows may need more than both give. */
function headHeights(cells: readonly LaidHeaderCell[], depth: 1 | 2, lineHeight: number): number[] {
  const need = (row: number, rowSpan: number): number =>
    rowHeight(
      cells.filter((cell) => cell.row === row && cell.rowSpan === rowSpan).map((cell) => cell.text),
      lineHeight,
    );
  if (depth === 1) return [need(0, 1)];
  const upper = need(0, 1);
  return [upper, Math.max(need(1, 1), need(0, 2) - upper)];
}

/**
 * Parts a row that is higher than a page: it alone breaks the rule that a row is not split. Its numbers stand on the
 * first piece and are added once.
 */
export function partTallRow(laid: LaidRow, lineHeight: number, roomPx: number): LaidRow[] {
  if (laid.height <= roomPx) return [laid];
  const most = Math.max(1, Math.floor((roomPx - CELL_PADDING_PX) / lineHeight));
  const lines = laid.cells.map((cell) => cell.split('\n'));
  const count = Math.ceil(Math.max(...lines.map((cell) => cell.length)) / most);
  const { adds, bookmark, ...rest } = laid.row;
  return Array.from({ length: count }, (_, piece): LaidRow => {
    const cells = lines.map((cell) => cell.slice(piece * most, (piece + 1) * most).join('\n'));
    const row = piece === 0 ? laid.row : { ...rest, keepWithNext: false };
    return { cells, shrunk: laid.shrunk, height: rowHeight(cells, lineHeight), row };
  });
}
