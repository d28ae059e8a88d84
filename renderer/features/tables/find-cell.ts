// The table in which a figure stands, for a jump from another screen.
import type { TableResult } from '#shared/tables/table.ts';

/** The first table that has a row and a column of these keys; undefined where none has both. */
export function findCell(tables: readonly TableResult[], row: string, column: string): TableResult | undefined {
  return tables.find(
    (table) =>
      table.rows.some((candidate) => candidate.key === row) &&
      table.columns.some((candidate) => candidate.key === column),
  );
}
