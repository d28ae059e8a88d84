// Sorting the shown projects by one column; blanks come last in both directions.
import type { Project } from '#shared/domain/project.ts';
import type { CellReader } from './cell-text.ts';
import type { GridColumn } from './grid-columns.ts';

export interface Sorting {
  key: string;
  direction: 'asc' | 'desc';
}

const COLLATOR = new Intl.Collator('zh-CN', { numeric: true });

/** The projects in the order of a column; equal ones keep the order of the plan. */
export function sortProjects(
  projects: readonly Project[],
  column: GridColumn,
  direction: Sorting['direction'],
  reader: CellReader,
): Project[] {
  const sign = direction === 'asc' ? 1 : -1;
  const keyed = projects.map((project) => {
    const row = { kind: 'project', id: project.id, number: 0, project } as const;
    const number = reader.amountOf(row, column) ?? reader.integerOf(row, column);
    const text = column.column?.field.id === 'period' ? (project.startAt ?? '') : reader.plain(row, column);
    return { project, number, text };
  });
  const isNumeric = column.kind === 'amount' || column.kind === 'integer';
  keyed.sort((a, b) => {
    const isBlankA = isNumeric ? a.number === null : a.text === '';
    const isBlankB = isNumeric ? b.number === null : b.text === '';
    if (isBlankA || isBlankB) return Number(isBlankA) - Number(isBlankB);
    return sign * (isNumeric ? (a.number ?? 0) - (b.number ?? 0) : COLLATOR.compare(a.text, b.text));
  });
  return keyed.map((item) => item.project);
}
