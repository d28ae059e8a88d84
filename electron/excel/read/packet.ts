// The form in which cells travel from the worker: columns of numbers and each different value once, not millions of objects.
import type { CellRange, CellRemark, CellValue } from '#shared/sheet/sheet.ts';

/**
 * Kinds on the way. 'rounded': a number whose last digits a double lost; 'doubtful': one that may be so, unless another
 * number of the book shows that its writer keeps all digits.
 */
export type SentKind = CellValue['kind'] | 'rounded' | 'doubtful';

/** A value's kind travels as its index here; those that only travel come last. */
export const VALUE_KINDS: readonly SentKind[] = ['text', 'number', 'date', 'boolean', 'error', 'rounded', 'doubtful'];
export const KIND_CODES = {
  text: 0,
  number: 1,
  date: 2,
  boolean: 3,
  error: 4,
  rounded: 5,
  doubtful: 6,
} as const satisfies Record<SentKind, number>;

/** Index of a cell without value: a formula that was saved without its result. */
export const NO_VALUE = -1;

/** New values for the one table of values of the book; then rows of one sheet that refer to it. */
export interface CellPacket {
  type: 'cells';
  /** Number format codes that are new; index 0 of their table is "none". */
  formats: string[];
  texts: string[];
  kinds: Uint8Array;
  formatIds: Uint16Array;
  sheet: number;
  /** Row number x 2, plus 1 when the row is hidden; and how many cells it has. */
  rows: Int32Array;
  counts: Int32Array;
  columns: Uint16Array;
  values: Int32Array;
  /** Positions (in `columns`) of the cells with a formula. */
  formulaCells: Int32Array;
  formulas: string[];
  /** Bytes read so far and in all, for the progress bar. */
  done: number;
  total: number;
}

export interface SheetPacket {
  type: 'sheet';
  sheet: number;
  name: string;
  hidden: boolean;
  merges: CellRange[];
  hiddenColumns: number[];
  remarks: CellRemark[];
  /** The file asks for calculation on load: results of its formulas may be none. */
  asksForCalculation: boolean;
}
