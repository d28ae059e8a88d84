// Rows of an import that are about to become new projects, compared with the list and with each other.

import type { MethodOutput } from '#shared/contract/methods.ts';
import { findAcross, findDuplicates } from '#shared/duplicates/find-duplicates.ts';
import type { PlannedRow } from '#shared/import/plan-import.ts';
import { rowProject } from '#shared/import/row-project.ts';
import type { PlanData } from '#shared/records/plan-data.ts';

export type ImportDuplicates = MethodOutput<'duplicates.import'>;

/** Pairs whose side b is a new row, under the id `${table}:${row}`; side a a project or an earlier new row. */
export function importDuplicates(data: PlanData, rows: readonly PlannedRow[]): ImportDuplicates {
  const fresh = rows
    .filter(({ action }) => action === 'add')
    .map(({ table, project, regionCode }) => rowProject(project, `${table}:${project.row}`, regionCode));
  // Regions of their own: what is remembered of the list itself must not mix with the rows.
  const reference = { ...data.reference, regions: [...data.reference.regions] };
  const pairs = [
    ...findAcross(data.projects, fresh, data.reference),
    ...findDuplicates({ reference, projects: fresh, records: {} }),
  ];
  const named = new Set(pairs.flatMap(({ a, b }) => [a, b]));
  return { pairs, projects: fresh.filter(({ id }) => named.has(id)) };
}
