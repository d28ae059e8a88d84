// The clipboard as a table: text and HTML of the same copy put together, then turned as 选择性粘贴 asks.
import type { GridColumn } from '../grid-columns.ts';
import { type ClipCell, parseHtmlTable } from './html-table.ts';
import { parseTsv } from './tsv.ts';

export type ClipTable = readonly (readonly ClipCell[])[];

export interface ClipData {
  text: string;
  html: string;
}

/**
 * The cells of a copy. HTML tells of merged cells and exact numbers, text keeps every sign; where both have the same
 * shape each gives its best.
 */
export function readClipboard({ text, html }: ClipData): ClipTable {
  const fromHtml = html === '' ? null : parseHtmlTable(html);
  if (text === '') return fromHtml ?? [];
  const fromText = parseTsv(text);
  if (!fromHtml) return fromText.map((row) => row.map((cell) => ({ text: cell })));
  const isSameShape =
    fromHtml.length === fromText.length && fromHtml.every((row, index) => row.length === fromText[index]?.length);
  if (!isSameShape) return fromHtml;
  return fromHtml.map((row, down) =>
    row.map((cell, right) => (cell.isCovered ? cell : { ...cell, text: fromText[down]?.[right] ?? cell.text })),
  );
}

export interface PasteOptions {
  transpose: boolean;
  /** Blank cells of the copy leave the table as it is. */
  skipBlanks: boolean;
  /** Numbers as they were shown, without the decimals that the other program hid. */
  asShown: boolean;
}

export const PLAIN_PASTE: PasteOptions = { transpose: false, skipBlanks: false, asShown: false };

export function arrange(table: ClipTable, { transpose }: PasteOptions): ClipTable {
  if (!transpose) return table;
  const width = Math.max(0, ...table.map((row) => row.length));
  return Array.from({ length: width }, (_, right) => table.map((row) => row[right] ?? { text: '' }));
}

/**
 * What a cell of the copy writes into a column; undefined leaves the cell as it is. A merged cell gives its words to
 * all of its cells, but an amount or a number of people only to the first, or it would count several times.
 */
export function textFor(
  cell: ClipCell,
  column: GridColumn | undefined,
  { skipBlanks, asShown }: PasteOptions,
): string | undefined {
  const isFigure = column?.kind === 'amount' || column?.kind === 'integer';
  const text = cell.isCovered && isFigure ? '' : isFigure && !asShown ? (cell.exact ?? cell.text) : cell.text;
  return skipBlanks && text.trim() === '' ? undefined : text;
}
