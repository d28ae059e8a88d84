// The cells in which a search hits, and the edits of a replacement. Headings can be found but are never changed.
import type { CellEdit } from '#shared/contract/methods.ts';
import type { CellReader } from '../cell-text.ts';
import { type GridColumn, NUMBER_KEY } from '../grid-columns.ts';
import type { GridRow, Rows } from '../rows.ts';
import { type CellAt, type Range, rowAt } from '../selection.ts';
import type { Pattern } from './pattern.ts';

export interface FindTable {
  rows: Rows;
  columns: readonly GridColumn[];
  reader: CellReader;
}

const ROWS_A_STEP = 100;

/** All hits within the ranges, row by row; in steps, for long tables. */
export function* findCells(table: FindTable, pattern: Pattern, ranges: readonly Range[]): Generator<void, CellAt[]> {
  const hits: CellAt[] = [];
  const first = Math.min(...ranges.map((range) => range.top));
  const last = Math.max(...ranges.map((range) => range.bottom));
  for (let index = first; index <= last; index += 1) {
    const row = rowAt(table.rows, index);
    const here = ranges.filter((range) => index >= range.top && index <= range.bottom);
    table.columns.forEach((column, col) => {
      const isInside =
        row && column.key !== NUMBER_KEY && here.some((range) => col >= range.left && col <= range.right);
      if (isInside && hitText(table.reader, row, column, pattern) !== null) hits.push({ row: index, col });
    });
    if (index % ROWS_A_STEP === 0) yield;
  }
  return hits;
}

/** The text in which the pattern hits: as it is edited, else as it is shown with its separators; null for no hit. */
function hitText(reader: CellReader, row: GridRow, column: GridColumn, pattern: Pattern): string | null {
  const plain = reader.plain(row, column);
  if (pattern.matches(plain)) return plain;
  if (column.kind !== 'amount') return null;
  const shown = reader.display(row, column);
  return pattern.matches(shown) ? shown : null;
}

export interface Replacement {
  edits: CellEdit[];
  /** Hits in headings and 合计, which stay as they are. */
  kept: number;
}

/** Replaces in the given cells. `toSent` turns the new words into what is sent, such as the id of a category. */
export function replaceIn(
  table: FindTable,
  hits: readonly CellAt[],
  pattern: Pattern,
  replacement: string,
  toSent: (column: GridColumn, text: string) => string,
): Replacement {
  const result: Replacement = { edits: [], kept: 0 };
  for (const { row: index, col } of hits) {
    const row = rowAt(table.rows, index);
    const column = table.columns[col];
    if (!row || !column) continue;
    const text = hitText(table.reader, row, column, pattern);
    if (text === null) continue;
    if (row.kind !== 'project') result.kept += 1;
    else {
      const next = pattern.replace(text, replacement);
      if (next !== text) result.edits.push({ id: row.id, column: column.key, text: toSent(column, next) });
    }
  }
  return result;
}

/** The index of the next hit behind a cell (or before it), around the end; -1 where there is none. */
export function nextHit(hits: readonly CellAt[], from: CellAt | undefined, by: 1 | -1): number {
  if (hits.length === 0) return -1;
  if (!from) return by === 1 ? 0 : hits.length - 1;
  const isBehind = (hit: CellAt): boolean => hit.row > from.row || (hit.row === from.row && hit.col > from.col);
  const isBefore = (hit: CellAt): boolean => hit.row < from.row || (hit.row === from.row && hit.col < from.col);
  const found = by === 1 ? hits.findIndex(isBehind) : hits.findLastIndex(isBefore);
  if (found !== -1) return found;
  return by === 1 ? 0 : hits.length - 1;
}
