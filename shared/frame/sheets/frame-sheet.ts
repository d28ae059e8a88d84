// One sheet of the workbook of a frame: its columns and rows as texts, and how such a sheet is found and read again.

import type { SheetData, WorkbookData } from '../../sheet/sheet.ts';
import { cellText } from '../../sheet/sheet-view.ts';

export interface FrameSheet {
  name: string;
  columns: readonly { label: string; width: number }[];
  rows: readonly (readonly string[])[];
  /** What people should know before they edit it. */
  note: string;
}

export interface SheetLine {
  /** One-based, as the program shows it. */
  row: number;
  /** Texts by column label, without blanks around them; '' for blank cells, none for columns that are not there. */
  cells: Readonly<Record<string, string>>;
}

/** A sentence about a sheet that cannot be taken in. */
export interface SheetFault {
  sheet: string;
  /** null: the sheet as a whole. */
  row: number | null;
  message: string;
}

/** Names that stand in one cell. */
export const NAME_SEPARATOR = '；';
/** Between the names from the top down to a class. */
export const PATH_SEPARATOR = ' › ';

export function splitNames(text: string): string[] {
  return text
    .split(/[；;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

export function splitPath(text: string): string[] {
  return text.split(/\s*[›>＞]\s*/).map((name) => name.trim());
}

const plain = (text: string): string => text.replace(/\s/g, '');
/** Headers stand in one of the first rows; a note may stand over them. */
const HEADER_ROWS = 8;

/** The lines beneath the header that has all of `required`; undefined where no row is one. */
export function readLines(sheet: SheetData, required: readonly string[]): SheetLine[] | undefined {
  const at = sheet.rows.findIndex(({ cells }, index) => {
    if (index >= HEADER_ROWS) return false;
    const words = cells.map((cell) => plain(cellText(cell)));
    return required.every((label) => words.includes(plain(label)));
  });
  const header = sheet.rows[at];
  if (!header) return undefined;
  const labels = new Map(header.cells.map((cell) => [cell.column, plain(cellText(cell))]));
  return sheet.rows.slice(at + 1).flatMap(({ row, cells }): SheetLine[] => {
    // A cell that was emptied says so; only a column that is not there says nothing.
    const texts: Record<string, string> = Object.fromEntries([...labels.values()].map((label) => [label, '']));
    for (const cell of cells) {
      const label = labels.get(cell.column);
      if (label) texts[label] = cellText(cell).trim();
    }
    return Object.values(texts).some((text) => text !== '') ? [{ row, cells: texts }] : [];
  });
}

export function sheetNamed(book: WorkbookData, name: string): SheetData | undefined {
  return book.sheets.find((sheet) => plain(sheet.name) === name);
}
