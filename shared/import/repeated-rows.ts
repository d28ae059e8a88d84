// The same project in two tables of one import: a summary sheet behind the sheets of the towns, or two batches. Both
// would come in, so it is said before; which one is meant is the user's to decide.
import type { PlaceReader } from '../places/place-key.ts';
import type { PlannedRow } from './plan-import.ts';
import type { ImportProblem } from './preview.ts';
import { matchKey, wholeKey } from './project-match.ts';
import type { TableReading } from './reading.ts';

/** One warning for each pair of tables that hold the same new projects: name, place, year and 总投资. */
export function findRepeats(
  tables: readonly { file: string; reading: Pick<TableReading, 'sheet'> }[],
  rows: readonly PlannedRow[],
  places: PlaceReader,
): (ImportProblem & { table: number })[] {
  if (tables.length < 2) return [];
  const first = new Map<string, PlannedRow>();
  const pairs = new Map<string, PlannedRow[][]>();
  for (const row of rows) {
    if (row.action !== 'add' || row.project.amounts.total === null) continue;
    const key = `${wholeKey(matchKey(row.project.values, places))}\n${row.project.amounts.total}`;
    const before = first.get(key);
    if (!before) first.set(key, row);
    else if (before.table !== row.table) {
      const pair = `${before.table}:${row.table}`;
      pairs.set(pair, [...(pairs.get(pair) ?? []), [before, row]]);
    }
  }
  const place = (index: number): string => {
    const table = tables[index];
    const several = tables.some((other) => other.file !== table?.file);
    return several ? `${table?.file}的“${table?.reading.sheet}”` : `“${table?.reading.sheet}”`;
  };
  return [...pairs.values()].flatMap((found): (ImportProblem & { table: number })[] => {
    const [before, row] = found[0] ?? [];
    if (!before || !row) return [];
    const names = `“${row.project.values.name ?? ''}”${found.length > 1 ? '等' : ''}`;
    return [
      {
        level: 'warning',
        code: 'repeated-rows',
        table: row.table,
        sheet: tables[row.table]?.reading.sheet ?? '',
        cell: `A${row.project.row}`,
        raw: row.project.values.name ?? '',
        message: `${place(row.table)}有 ${found.length} 个项目（第 ${row.project.row} 行${names}）与${place(before.table)}（第 ${before.project.row} 行）的名称、地点、年份和总投资都相同，会各导入一次。若是同一批项目，请只选其中一张表导入。`,
        proposal: '',
      },
    ];
  });
}
