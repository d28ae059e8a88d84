// What copying takes from the table, and how it is written for Excel, WPS and Word: tab-separated text and HTML.
import { headerCells, headerDepth } from '#shared/format/header-rows.ts';
import type { CellReader } from '../cell-text.ts';
import type { GridColumn } from '../grid-columns.ts';
import type { GridRow, Rows } from '../rows.ts';
import { type Range, rangesOf, rowAt, type Selection } from '../selection.ts';
import { formatTsv } from './tsv.ts';

/** The copied cells, as they stand. */
export interface Copied {
  columns: readonly GridColumn[];
  rows: readonly { kind: GridRow['kind']; texts: readonly string[] }[];
}

/**
 * The selected cells. Several ranges are put beside or below each other where they have the same rows or the same
 * columns; null where they have neither, which Excel refuses too.
 */
export function copyCells(
  rows: Rows,
  columns: readonly GridColumn[],
  selection: Selection,
  reader: CellReader,
): Copied | null {
  const ranges = rangesOf(selection);
  const rowIndexes = commonIndexes(ranges, 'top', 'bottom');
  const columnIndexes = commonIndexes(ranges, 'left', 'right');
  const [first] = ranges;
  if (!first) return null;
  const isGrid =
    ranges.every((range) => range.top === first.top && range.bottom === first.bottom) ||
    ranges.every((range) => range.left === first.left && range.right === first.right);
  if (!isGrid) return null;
  const picked = columnIndexes.flatMap((index) => columns[index] ?? []);
  return {
    columns: picked,
    rows: rowIndexes.flatMap((index) => {
      const row = rowAt(rows, index);
      return row ? [{ kind: row.kind, texts: picked.map((column) => reader.plain(row, column)) }] : [];
    }),
  };
}

/** All rows or columns of the ranges, each once, in order. */
function commonIndexes(ranges: readonly Range[], from: 'top' | 'left', to: 'bottom' | 'right'): number[] {
  const indexes = new Set<number>();
  for (const range of ranges) for (let index = range[from]; index <= range[to]; index += 1) indexes.add(index);
  return [...indexes].sort((a, b) => a - b);
}

/** Tab-separated text; with headers the merged ones stand in the first of their columns. */
export function copiedText({ columns, rows }: Copied, withHeaders: boolean): string {
  const lines = rows.map((row) => row.texts);
  if (!withHeaders) return formatTsv(lines);
  const header = Array.from({ length: headerDepth(columns) }, () => columns.map(() => ''));
  for (const cell of headerCells(columns)) {
    const line = header[cell.row];
    if (line) line[cell.column] = cell.label;
  }
  return formatTsv([...header, ...lines]);
}

const CELL = 'border:.5pt solid #808080;padding:0 4px;';
/** '@' keeps Excel from taking 2021-6 for a date and a telephone number for a figure. */
const TEXT_FORMAT = "mso-number-format:'\\@';";
const AMOUNT_FORMAT = "mso-number-format:'\\#\\,\\#\\#0\\.00\\#\\#\\#\\#';text-align:right;";
const COUNT_FORMAT = "mso-number-format:'0';text-align:right;";

/** An HTML table: amounts as exact numbers, all else as text; headings in bold. */
export function copiedHtml({ columns, rows }: Copied, withHeaders: boolean): string {
  const header = withHeaders ? headerHtml(columns) : '';
  const body = rows.map(({ kind, texts }) => {
    const weight = kind === 'project' ? '' : 'font-weight:bold;';
    return `<tr>${texts.map((text, index) => cellHtml(text, columns[index], weight)).join('')}</tr>`;
  });
  const table = `<table style="border-collapse:collapse;font-family:宋体;font-size:10.5pt">${header}${body.join('')}</table>`;
  return `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"></head><body>${table}</body></html>`;
}

function cellHtml(text: string, column: GridColumn | undefined, weight: string): string {
  // A single year is a number in Excel too; 2021-2024 is not.
  const isNumber = column && ['amount', 'integer', 'number', 'period'].includes(column.kind);
  if (isNumber && (column.kind === 'period' ? /^\d{4}$/ : /^-?\d+(\.\d+)?$/).test(text)) {
    const format = column.kind === 'amount' ? AMOUNT_FORMAT : COUNT_FORMAT;
    return `<td style="${CELL}${format}${weight}" x:num="${text}" sdval="${text}">${text}</td>`;
  }
  return `<td style="${CELL}${TEXT_FORMAT}${weight}">${escapeHtml(text)}</td>`;
}

function headerHtml(columns: readonly GridColumn[]): string {
  const cells = headerCells(columns);
  const lines = Array.from({ length: headerDepth(columns) }, (_, row) => cells.filter((cell) => cell.row === row));
  const html = lines.map((line) => {
    const cellsHtml = line.map(
      (cell) =>
        `<td rowspan="${cell.rowSpan}" colspan="${cell.columnSpan}" style="${CELL}${TEXT_FORMAT}text-align:center;font-weight:bold;background:#eef2f4">${escapeHtml(cell.label)}</td>`,
    );
    return `<tr>${cellsHtml.join('')}</tr>`;
  });
  return html.join('');
}

/** Line breaks stay inside their cell (Excel would else begin a new row). */
function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '<br style="mso-data-placement:same-cell">');
}
