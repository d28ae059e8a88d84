// What one cell of a table is made of (查看构成): the projects in it and what each adds, by the keys of row and column.

import type { Project } from '../domain/project.ts';
import type { PlanData } from '../records/plan-data.ts';
import { plannedTables } from './compute.ts';
import { findColumn } from './lay-out.ts';
import { countedMoney } from './plan-money.ts';
import { ALL_COLUMNS, makeWalker, splitsMoney } from './walk.ts';

export interface Contribution {
  project: Project;
  /** What the project adds to the cell: 分 in a column of amounts, else a number. */
  value: number;
}

/**
 * The projects that make up one cell; their values add up to it. Throws RangeError for a table or column that the plan
 * has not.
 */
export function contributions(data: PlanData, tableId: string, rowKey: string, columnKey: string): Contribution[] {
  const content = plannedTables(data).find(({ id }) => id === tableId)?.content;
  if (content?.kind !== 'projects') throw new RangeError(`no such table: ${tableId}`);
  const counted = countedMoney(data);
  const column = findColumn(content.design, counted, columnKey);
  if (!column) throw new RangeError(`no such column in ${tableId}: ${columnKey}`);
  const walk = makeWalker(content.design, counted);
  // Where the row is not one of money, a project without any still belongs to it.
  const isPlain = column.member === ALL_COLUMNS && !splitsMoney(content.design);
  const parts: Contribution[] = [];
  for (const [at, project] of counted.projects.entries()) {
    let value = 0;
    let isIn = false;
    walk(project, (row, member, measure, added) => {
      if (row.key !== rowKey || member !== column.member) return;
      isIn ||= isPlain;
      if (measure === column.measure) value += added;
    });
    if (value !== 0 || (isIn && column.measure === 'total'))
      parts.push({ project: data.projects[at] ?? project, value });
  }
  return parts;
}
