// Parts of a preview that need the session or the plan of the import: rows left out, the county, conflicts by name.
import { AppError } from '#shared/contract/reply.ts';
import type { FileTable } from '#shared/import/build-preview.ts';
import type { PlannedRow } from '#shared/import/plan-import.ts';
import type { ImportPreview } from '#shared/import/preview.ts';
import type { Session } from '../session.ts';
import type { TiedChoices } from './table-choices.ts';

/** Rows left out, numbered by the tables as they are now. */
export function skippedRows(tables: readonly FileTable[], tied: TiedChoices): Set<string> {
  const found = new Set<string>();
  for (const [index, table] of tables.entries()) {
    for (const project of table.reading.projects) {
      if (tied.skipRows.has(`${table.identity}:${project.row}`)) found.add(`${index}:${project.row}`);
    }
  }
  return found;
}

/** Throws AppError invalid-input with the codes there are. */
export function assertRegion(session: Session, code: string | undefined): void {
  const { regions } = session.planData().reference;
  if (
    code === undefined ||
    regions.some((region) => region.code === code && region.level !== 'village' && region.level !== 'town')
  )
    return;
  const known = regions.filter((region) => region.level === 'county').map((region) => `${region.code} ${region.name}`);
  throw new AppError('invalid-input', `没有代码为“${code}”的县（市、区）。可用的有：${known.join('、')}。`);
}

/** A row in conflict is refused: it is named among the problems too. */
export function addConflicts(preview: ImportPreview, rows: readonly PlannedRow[], tables: readonly FileTable[]): void {
  for (const row of rows) {
    const table = tables[row.table];
    if (row.action !== 'conflict' || !table) continue;
    const { sheet } = table.reading;
    const message = `“${sheet}”第 ${row.project.row} 行“${row.project.values.name ?? ''}”：${row.reason}。这一行没有导入。`;
    const cell = `${table.reading.columns.find((column) => column.key === 'name')?.letter ?? 'A'}${row.project.row}`;
    preview.problems.push({
      level: 'error',
      code: 'conflict',
      sheet,
      cell,
      raw: row.project.values.name ?? '',
      message,
      proposal: '',
      table: row.table,
    });
  }
}
