// The value of a column of the 项目表 in words.
import { categoryPath } from '../domain/categories.ts';
import { ownIdOf, ownText } from '../domain/own-columns.ts';
import { formatPeriod } from '../domain/periods.ts';
import type { Project } from '../domain/project.ts';
import type { PlanData } from '../records/plan-data.ts';
import { wanText } from '../values/money.ts';

/** The value of a column in words, amounts in 万元; '' where it is blank. */
export function valueText(project: Project, columnKey: string, data: Pick<PlanData, 'reference'>): string {
  const { amounts } = project;
  const [axis, key = ''] = columnKey.split(':');
  if (axis === 'total') return amounts.total === null ? '' : wanText(amounts.total);
  if (axis === 'source') return amounts.bySource[key] === undefined ? '' : wanText(amounts.bySource[key]);
  if (axis === 'year') return amounts.byYear[key] === undefined ? '' : wanText(amounts.byYear[key]);
  if (columnKey === 'period') return formatPeriod(project.startAt, project.endAt);
  if (columnKey === 'categoryId') return categoryPath(data.reference, project.categoryId).join(' › ');
  const own = ownIdOf(columnKey);
  if (own !== undefined) return ownText(project, own) ?? '';
  const value = project[columnKey as keyof Project];
  return value === null || value === undefined ? '' : String(value);
}
