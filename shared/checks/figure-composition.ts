// 构成 of one of our own figures: the classes right beneath it with their sums, and the projects of each.

import type { PlanData } from '#shared/records/plan-data.ts';
import { makePlacer, UNASSIGNED } from '#shared/tables/plan-sums.ts';
import { toFen, wanText } from '#shared/values/money.ts';
import { figureParts, ownFigure } from './own-figure.ts';
import { columnName, rowName } from './typed-claims.ts';
import { projectName } from './wording.ts';

export interface CompositionPart {
  projectId: string;
  name: string;
  /** Exact decimal text: 万元, or a count. */
  value: string;
}

export interface CompositionGroup {
  label: string;
  value: string;
  parts: CompositionPart[];
}

export interface Composition {
  /** 一、乡村特色产业帮扶 总投资 */
  title: string;
  value: string;
  groups: CompositionGroup[];
}

/** Makes the function that names the class of a project right beneath a row's class (the top one for other rows). */
function makeGrouper({ reference, ...data }: PlanData, row: string) {
  const placeOf = makePlacer({ reference, ...data });
  const byId = new Map(reference.categories.map((category) => [category.id, category]));
  const root = row.startsWith('category:') ? row.slice('category:'.length) : null;
  return (project: PlanData['projects'][number]): string => {
    const own = placeOf(project).category;
    if (own === UNASSIGNED) return UNASSIGNED;
    let at = own;
    for (let parent = byId.get(at)?.parent ?? null; parent !== null && at !== root && parent !== root; ) {
      at = parent;
      parent = byId.get(at)?.parent ?? null;
    }
    return at;
  };
}

/** What a figure is made of; undefined for a row and column that say nothing of this plan. */
export function composeFigure(data: PlanData, row: string, column: string): Composition | undefined {
  const total = ownFigure(data, row, column);
  if (total === undefined) return undefined;
  const show = (value: number): string => (column === 'count' ? String(value) : wanText(toFen(value)));
  const groupOf = makeGrouper(data, row);
  const groups = [...Map.groupBy(figureParts(data, row, column), ({ project }) => groupOf(project))];
  return {
    title: `${rowName(data, row) ?? '未分类'} ${columnName(data, column) ?? ''}`,
    value: show(total),
    groups: groups.map(([category, members]) => ({
      label: rowName(data, `category:${category}`) ?? '未分类',
      value: show(members.reduce((sum, { value }) => sum + value, 0)),
      parts: members.map(({ project, value }) => ({
        projectId: project.id,
        name: projectName(project),
        value: show(value),
      })),
    })),
  };
}
