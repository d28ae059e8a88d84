// Plans an import county by county: a row is matched with the projects of its own county only. 项目编号 1, 2, 3 of one
// county are not those of another, and a project that moved is told as a pair, not taken away from its county.
import type { Project } from '../domain/project.ts';
import type { ReferenceData } from '../domain/reference.ts';
import { type ImportOptions, type PlannedRow, planImport } from '../import/plan-import.ts';
import type { TableReading } from '../import/reading.ts';

type PlanReference = Pick<ReferenceData, 'fundSources' | 'categories' | 'regions'>;

/** How the rows of one county are planned, and the projects that they may speak of. */
export interface CountyPool {
  projects: readonly Project[];
  options: Partial<Pick<ImportOptions, 'mode' | 'eraseBlanks'>>;
}

/** The rows in the order of tables and rows; `poolOf` is asked once for each county. */
export function planByCounty(
  tables: readonly TableReading[],
  reference: PlanReference,
  options: ImportOptions,
  poolOf: (code: string) => CountyPool,
): PlannedRow[] {
  const codeOf = (table: number, row: number): string => options.counties?.get(`${table}:${row}`) ?? options.regionCode;
  const codes = new Set(tables.flatMap(({ projects }, table) => projects.map(({ row }) => codeOf(table, row))));
  const planned = new Map<string, PlannedRow>();
  for (const code of codes) {
    const own = tables.map((reading, table) => ({
      ...reading,
      projects: reading.projects.filter(({ row }) => codeOf(table, row) === code),
    }));
    const pool = poolOf(code);
    for (const row of planImport(own, pool.projects, reference, { ...options, ...pool.options }))
      planned.set(`${row.table}:${row.project.row}`, row);
  }
  return tables.flatMap(({ projects }, table) => projects.flatMap(({ row }) => planned.get(`${table}:${row}`) ?? []));
}
