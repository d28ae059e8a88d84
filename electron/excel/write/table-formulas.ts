// SUM formulas for a computed table: totals and headings over their rows, a total column over its parts. A formula
// stands only where it gives exactly the figure that the table shows.

import { columnLetters } from '#shared/sheet/sheet.ts';
import { findSums } from '#shared/tables/find-sums.ts';
import type { TableCell, TableResult } from '#shared/tables/table.ts';

/** Far below the last decimal of any unit, far above the error of adding doubles. */
const SAME = 1e-7;

export type FormulaOf = (row: number, column: number) => string | undefined;

/** Makes the formulas of a table; `firstRow` is the sheet row of rows[0], `numberOf` what a cell holds. */
export function makeTableFormulas(
  table: TableResult,
  firstRow: number,
  numberOf: (cell: TableCell | undefined) => number | undefined,
): FormulaOf {
  const { outline, columnSums, columns } = findSums(table);
  const below = new Map(outline.map(({ total, parts }) => [total, parts]));
  const beside = new Map(
    columnSums.map(({ total, parts }) => [columns[total] ?? -1, parts.map((part) => columns[part] ?? -1)]),
  );
  const at = (row: number, column: number): number => numberOf(table.rows[row]?.cells[column]) ?? 0;
  const gives = (value: number, parts: readonly number[]): boolean =>
    Math.abs(parts.reduce((sum, part) => sum + part, 0) - value) < SAME * Math.max(1, Math.abs(value));
  return (row, column) => {
    const value = numberOf(table.rows[row]?.cells[column]);
    if (value === undefined) return undefined;
    const rows = below.get(row);
    if (
      rows &&
      gives(
        value,
        rows.map((part) => at(part, column)),
      )
    ) {
      return sumOf(rows, (part) => `${columnLetters(column + 1)}${firstRow + part}`);
    }
    const parts = beside.get(column);
    if (
      parts &&
      gives(
        value,
        parts.map((part) => at(row, part)),
      )
    ) {
      return sumOf(parts, (part) => `${columnLetters(part + 1)}${firstRow + row}`);
    }
    return undefined;
  };
}

/** SUM(C5:C9,C12): neighbours as a range. */
function sumOf(parts: readonly number[], nameOf: (part: number) => string): string {
  const runs: [number, number][] = [];
  for (const part of parts) {
    const last = runs.at(-1);
    if (last && last[1] === part - 1) last[1] = part;
    else runs.push([part, part]);
  }
  return `SUM(${runs.map(([from, to]) => (from === to ? nameOf(from) : `${nameOf(from)}:${nameOf(to)}`)).join(',')})`;
}
