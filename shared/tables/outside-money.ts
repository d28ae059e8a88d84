// Money of a plan outside its period: how much it is, and how that is said beside the plan's own (SPECS J4).
import { BEFORE, LATER, outsideFen } from '../domain/outside-years.ts';
import type { Project } from '../domain/project.ts';
import type { PlanInfo } from '../domain/reference.ts';
import type { PlanData } from '../records/plan-data.ts';
import type { PlanMoney } from '../records/plan-money.ts';
import type { TableFilter } from '../records/table-design.ts';
import { type Counter, makeKeptSums } from '../sums/kept-sums.ts';
import { type Fen, formatWanFull, toFen } from '../values/money.ts';
import { planStructure } from './plan-structure.ts';
import { traitReader } from './traits.ts';
import { makeFilter } from './walk.ts';

/** Sums in 分: before and after the period, and all of 总投资; null where no project has money outside the period. */
export interface OutsideMoney {
  count: number;
  before: Fen;
  later: Fen;
  total: Fen;
}

type Outside = Record<keyof OutsideMoney, number>;

function countOutside(isMeant: (project: Project) => boolean): Counter<Project, Outside> {
  const state: Outside = { count: 0, before: 0, later: 0, total: 0 };
  return {
    state,
    change(project, sign) {
      if (!isMeant(project)) return;
      const [early, late] = [outsideFen(project, BEFORE), outsideFen(project, LATER)];
      if (early !== 0 || late !== 0) state.count += sign;
      state.before += sign * early;
      state.later += sign * late;
      state.total += sign * (project.amounts.total ?? 0);
    },
  };
}

function readOutside({ count, before, later, total }: Outside): OutsideMoney | null {
  return count === 0 ? null : { count, before: toFen(before), later: toFen(later), total: toFen(total) };
}

/** Of a list. */
export function outsideMoney(projects: readonly Project[]): OutsideMoney | null {
  const { state, change } = countOutside(() => true);
  for (const project of projects) change(project, 1);
  return readOutside(state);
}

const sums = makeKeptSums<Project, Outside>();

/** Of a plan's projects that pass a filter, kept by the edited projects. */
export function keptOutside(data: PlanData, filter: TableFilter): OutsideMoney | null {
  const start = (): Counter<Project, Outside> => {
    const traitsOf = traitReader(data);
    const passes = makeFilter(filter);
    return countOutside((project) => passes(project, traitsOf(project)));
  };
  return readOutside(sums(planStructure(data), JSON.stringify(filter), data.projects, start));
}

/** Both figures in a sentence, for under a table and beside a total. */
export function moneyNote(
  money: PlanMoney,
  { firstYear, lastYear }: Pick<PlanInfo, 'firstYear' | 'lastYear'>,
  outside: OutsideMoney,
): string {
  const inPlan = toFen(outside.total - outside.before - outside.later);
  const parts = [
    ...(outside.before === 0 ? [] : [`期前累计完成投资 ${formatWanFull(outside.before)} 万元`]),
    ...(outside.later === 0 ? [] : [`期后投资 ${formatWanFull(outside.later)} 万元`]),
  ];
  const shown = money === 'plan' ? '规划期投资，不含' : '总投资，含';
  return `表中投资为${shown}${parts.join('、')}（${outside.count} 个项目）：总投资 ${formatWanFull(outside.total)} 万元，其中规划期（${firstYear === lastYear ? firstYear : `${firstYear}—${lastYear}`}年）投资 ${formatWanFull(inPlan)} 万元。`;
}
