// Tables of which only the rows are kept as 来源: which of them the workbook does not hold yet.
import type { Database } from 'better-sqlite3';
import type { FileTable } from '#shared/import/build-preview.ts';
import { columnsByNumber } from '#shared/import/column-uses.ts';
import { isPrivate } from '#shared/import/kinds/keep-table.ts';
import { packRow, type SourceRow } from '#shared/import/source-cells.ts';

/** The rows of a kept table as they are stored; columns with numbers of people's papers are left out. */
export function keptSource({ reading }: Pick<FileTable, 'reading'>): { row: number; cells: SourceRow }[] {
  const wanted = new Set([...reading.keptLines, ...reading.keptRows]);
  const byColumn = columnsByNumber(reading.columns.filter((column) => !isPrivate(column)));
  return reading.source.rows
    .filter(({ row }) => wanted.has(row))
    .map(({ row, cells }) => ({ row, cells: packRow(cells, byColumn) }))
    .filter(({ cells }) => Object.keys(cells).length > 0);
}

/** True where the newest import of this sheet, as this kind, holds the same rows: it was sent once more. */
export function isKeptAlready(db: Database, table: FileTable): boolean {
  const { kind, sheet, headerRows } = table.reading;
  const batches = db
    .prepare<[string, string, string, string], { id: string }>(
      `SELECT id FROM import_batch WHERE file = ? AND sheet = ?
       AND json_extract(body, '$.kind') = ? AND json_extract(body, '$.headerRows') = ? ORDER BY at DESC LIMIT 1`,
    )
    .all(table.file, sheet, kind, JSON.stringify(headerRows));
  const [newest] = batches;
  if (!newest) return false;
  const before = db
    .prepare<[string], { row: number; cells: string }>(
      'SELECT row_number AS row, cells FROM import_row WHERE batch_id = ? ORDER BY row_number',
    )
    .all(newest.id);
  const now = keptSource(table);
  return (
    before.length === now.length &&
    now.every(({ row, cells }, index) => before[index]?.row === row && before[index]?.cells === JSON.stringify(cells))
  );
}
