// What one table of the plan is: the list of them is in specs.ts.
import type { PlanData } from '#shared/domain/plan-data.ts';
import type { TableResult } from './table.ts';

export interface TableOptions {
  /** Also rows of categories that have no project; the print leaves them out. */
  emptyRows?: boolean;
}

export interface TableSpec {
  /** 表4-1, 分类资金表: unique. */
  id: string;
  /** What it shows, for lists and help. */
  summary: string;
  /** False where the plan has no such table: another level, or no such class in its scheme. */
  applies: (data: PlanData) => boolean;
  build: (data: PlanData, options: TableOptions) => TableResult;
}

/** True for a plan of a city, which has 表2 and 表3 instead of a county's tables. */
export function isCityPlan({ plan, reference }: PlanData): boolean {
  return reference.regions.some(({ code, level }) => code === plan.regionCode && level === 'city');
}
