// The cells of a row as they are kept for 查看来源. A row keeps its raw texts by column letter; header and column key
// stand once for the whole import, so that provenance stays small beside the projects themselves.

import type { SheetCell } from '../sheet/sheet.ts';
import { cellText } from '../sheet/sheet-view.ts';
import type { ReadColumn } from './reading.ts';

/** One column of an import as its batch keeps it; `key` null: the sheet's column has no place in the list. */
export interface SourceColumn {
  letter: string;
  header: string;
  key: string | null;
  confidence: number;
}

/** Letter -> raw text. */
export type SourceRow = Record<string, string>;

export interface SourceCell {
  cell: string;
  header: string;
  raw: string;
  columnKey: string | null;
}

/** The filled cells of a row inside the table; a formula without a result is kept as its formula. */
export function packRow(cells: readonly SheetCell[], byColumn: readonly (ReadColumn | undefined)[]): SourceRow {
  const packed: SourceRow = {};
  for (const cell of cells) {
    const column = byColumn[cell.column];
    if (!column) continue;
    const raw = cell.value === null && cell.formula !== undefined ? `=${cell.formula}` : cellText(cell);
    if (raw.trim() !== '') packed[column.letter] = raw;
  }
  return packed;
}

/** The cells of a kept row with what their columns meant. */
export function unpackRow(packed: SourceRow, row: number, columns: readonly SourceColumn[]): SourceCell[] {
  return columns.flatMap(({ letter, header, key }) => {
    const raw = packed[letter];
    return raw === undefined ? [] : [{ cell: `${letter}${row}`, header, raw, columnKey: key }];
  });
}
