// A year in a cell of a frame sheet; blank: no end.
import type { SheetFault, SheetLine } from './frame-sheet.ts';

const [EARLIEST, LATEST] = [1900, 2200];

/** The year under a label; `known` where the sheet has no such column, or the cell cannot be read, which is told. */
export function readYear(
  line: SheetLine,
  label: string,
  known: number | null,
  sheet: string,
  faults: SheetFault[],
): number | null {
  const text = line.cells[label];
  if (text === undefined) return known;
  if (text === '') return null;
  const year = Number(/^(\d{4})\s*年?$/.exec(text)?.[1] ?? Number.NaN);
  if (year >= EARLIEST && year <= LATEST) return year;
  faults.push({ sheet, row: line.row, message: `“${label}”写的是“${text}”，应是四位数的年份，如 2025，或留空。` });
  return known;
}
