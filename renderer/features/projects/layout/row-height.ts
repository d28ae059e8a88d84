// How high a row is while long texts are wrapped: reckoned from the widths of signs, so that all rows, also those that
// were never drawn, have their height at once.
import type { CellReader } from '../cell-text.ts';
import type { GridColumn } from '../grid-columns.ts';
import type { GridRow } from '../rows.ts';

/** Pixels of a row of one line. */
export const ROW_HEIGHT = 28;
const LINE = 20;
const PADDING = ROW_HEIGHT - LINE;
/** A cell of more lines than this is cut; its tooltip has the rest. */
const MOST_LINES = 16;
/** Pixels of the grid's 13 px font: a Chinese sign, and what a Latin letter or digit takes on average. */
const WIDE = 13;
const NARROW = 7.4;
/** Left and right padding of a cell. */
const CELL_PADDING = 14;

/** Height of a row with all its text columns wrapped. Headings and 合计 stay on one line. */
export function wrappedHeight(row: GridRow, columns: readonly GridColumn[], reader: CellReader): number {
  if (row.kind !== 'project') return ROW_HEIGHT;
  let lines = 1;
  for (const column of columns) {
    if (column.kind === 'amount' || column.kind === 'integer' || column.kind === 'number') continue;
    lines = Math.max(lines, countLines(reader.display(row, column), column.width - CELL_PADDING));
  }
  return PADDING + LINE * Math.min(lines, MOST_LINES);
}

/** How many lines a text takes in a width. */
export function countLines(text: string, width: number): number {
  let lines = 1;
  let used = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 10) {
      lines += 1;
      used = 0;
      continue;
    }
    const sign = code > 0x2e7f ? WIDE : NARROW;
    if (used + sign > width && used > 0) {
      lines += 1;
      used = 0;
    }
    used += sign;
  }
  return lines;
}
