// What a reader hands over of one sheet: cells with their addresses, exactly as the file holds them.
// Readers (electron/excel) produce it; header matching, row reading and value parsing consume it.

/** A cell's content. `text` is what the file holds as text; numbers carry the shortest exact decimal. */
export type CellValue =
  | { kind: 'text'; text: string }
  /**
   * `text` is the decimal as written by the program, without exponent; `format` the number format code if any.
   * `rounded`: a whole number of more than 15 digits of which the file has not surely kept the last ones.
   */
  | { kind: 'number'; text: string; format?: string; rounded?: true }
  /** A date cell: ISO `yyyy-mm-dd`; `format` tells whether the day is shown (yyyy"年"m"月"). */
  | { kind: 'date'; text: string; format?: string }
  | { kind: 'boolean'; text: 'TRUE' | 'FALSE' }
  /** `#REF!`, `#DIV/0!` ... */
  | { kind: 'error'; text: string };

export interface SheetCell {
  /** One-based row and column. */
  row: number;
  column: number;
  /** null: a formula that the producing program saved without a result. */
  value: CellValue | null;
  /** The formula without '=', where the cell has one. */
  formula?: string;
}

/** One-based, inclusive. */
export interface CellRange {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** What a reader had to say of one cell: a broken character, a quote that opens nothing. The import tells it there. */
export interface CellRemark {
  row: number;
  column: number;
  /** 'text-broken', 'text-quote' ... */
  code: string;
  /** Plain Chinese without place and full stop: 有残缺的字，请核对. */
  message: string;
}

export interface SheetData {
  name: string;
  /** hidden: the sheet is not shown in its program. */
  hidden: boolean;
  /** Rows that hold at least one cell, in order; each row's cells in column order. Merged slaves are absent. */
  rows: { row: number; hidden: boolean; cells: SheetCell[] }[];
  merges: CellRange[];
  hiddenColumns: number[];
  /** In the order of reading; absent where there is nothing to say. */
  remarks?: CellRemark[];
}

export interface WorkbookData {
  format: 'xlsx' | 'xls' | 'ods' | 'csv' | 'tsv' | 'html' | 'xml2003';
  sheets: SheetData[];
  /** Plain Chinese remarks about the file: macros ignored, a sheet cut off by a limit ... */
  notes: string[];
}

/** 'A', 'B', ..., 'AA' for a one-based column. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** 1 for 'A', 27 for 'AA'. */
export function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

/** 'H12' for row 12, column 8. */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row}`;
}
