// What a row of a county's list says of a project: the row laid over what the county said of it before.
import type { Amounts, Project } from '../domain/project.ts';
import { mappedKeys } from '../import/apply-row.ts';
import type { PlannedRow } from '../import/plan-import.ts';
import type { TableReading } from '../import/reading.ts';
import { rowProject } from '../import/row-project.ts';

/** The project as the county says it now; `newId` is for one that it did not send before. */
export function sentProject(row: PlannedRow, table: TableReading, code: string, newId: string): Project {
  const { existing, after, project } = row;
  if (!existing) return rowProject(project, newId, code);
  const said = after ?? existing;
  return { ...said, amounts: withoutLeftovers(said.amounts, existing.amounts, mappedKeys(table)) };
}

/**
 * A sheet without columns of sources (or years, or cells) says nothing of them; those of before stand only while the total
 * that they made up does.
 */
function withoutLeftovers(now: Amounts, before: Amounts, keys: ReadonlySet<string>): Amounts {
  if (now.total === before.total) return now;
  const has = (axis: string): boolean => [...keys].some((key) => key === `${axis}Name` || key.startsWith(`${axis}:`));
  return {
    total: now.total,
    bySource: has('source') ? now.bySource : {},
    byYear: has('year') ? now.byYear : {},
    cells: has('cell') ? now.cells : {},
  };
}
