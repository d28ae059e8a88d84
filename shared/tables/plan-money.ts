// What tables, texts and checks count as the money of the plan: 规划期投资 (总投资 less 期前 and 期后) or 总投资 as a whole. A plan
// without money outside its period has one figure for both (SPECS J4).
import { withMargins } from '../domain/margins.ts';
import { BEFORE, isOutsideYear, LATER, OUTSIDE_YEARS, outsideFen } from '../domain/outside-years.ts';
import { type Amounts, type Project, splitCellKey, startYear } from '../domain/project.ts';
import type { PlanInfo } from '../domain/reference.ts';
import type { PlanData } from '../records/plan-data.ts';
import { PLAN_MONEY_ID, type PlanMoney } from '../records/plan-money.ts';
import { recordsOf } from '../records/records.ts';
import { type Fen, formatWanFull, toFen } from '../values/money.ts';

/** What is chosen in the workbook; 规划期投资 where nothing is. */
export function chosenMoney({ records }: Pick<PlanData, 'records'>): PlanMoney {
  return recordsOf(records, 'plan-money').get(PLAN_MONEY_ID)?.money ?? 'plan';
}

/** The plan with another choice than its own; nothing is stored. */
export function withMoney(data: PlanData, money: PlanMoney | undefined): PlanData {
  if (money === undefined || money === chosenMoney(data)) return data;
  return { ...data, records: { ...data.records, 'plan-money': new Map([[PLAN_MONEY_ID, { money }]]) } };
}

/** Sums in 分: before and after the period, and all of 总投资; null where no project has money outside the period. */
export interface OutsideMoney {
  count: number;
  before: Fen;
  later: Fen;
  total: Fen;
}

export function outsideMoney(projects: readonly Project[]): OutsideMoney | null {
  let [count, before, later, total] = [0, 0, 0, 0];
  for (const project of projects) {
    const [early, late] = [outsideFen(project, BEFORE), outsideFen(project, LATER)];
    if (early !== 0 || late !== 0) count += 1;
    before += early;
    later += late;
    total += project.amounts.total ?? 0;
  }
  return count === 0 ? null : { count, before: toFen(before), later: toFen(later), total: toFen(total) };
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
  return `表中投资为${shown}${parts.join('、')}（${outside.count} 个项目）：总投资 ${formatWanFull(outside.total)} 万元，其中规划期（${firstYear}—${lastYear}年）投资 ${formatWanFull(inPlan)} 万元。`;
}

const parts = new WeakMap<Project, { firstYear: number; part: Project }>();
const plans = new WeakMap<PlanData, PlanData>();

/** The plan with projects reduced to what lies in its period, where that is chosen; itself where nothing lies outside. */
export function countedMoney(data: PlanData): PlanData {
  if (chosenMoney(data) === 'whole') return data;
  let counted = plans.get(data);
  if (!counted) {
    const projects = data.projects.map((project) => partInPlan(project, data.plan));
    counted = projects.every((project, at) => project === data.projects[at]) ? data : { ...data, projects };
    plans.set(data, counted);
  }
  return counted;
}

/**
 * A project as far as the plan's years go: 总投资 without what lies outside, sources as far as the matrix knows them. One
 * that began earlier counts in the plan's first year. The same object where nothing lies outside.
 */
export function partInPlan(project: Project, { firstYear }: Pick<PlanInfo, 'firstYear'>): Project {
  if (OUTSIDE_YEARS.every((key) => project.amounts.byYear[key] === undefined)) return project;
  const known = parts.get(project);
  if (known?.firstYear === firstYear) return known.part;
  const start = startYear(project);
  const startAt = start !== null && start < firstYear ? String(firstYear) : project.startAt;
  const part = { ...project, startAt, amounts: amountsInPlan(project.amounts) };
  parts.set(project, { firstYear, part });
  return part;
}

function amountsInPlan(declared: Amounts): Amounts {
  const amounts = withMargins(declared);
  const outside = OUTSIDE_YEARS.reduce((sum, key) => sum + (amounts.byYear[key] ?? 0), 0);
  const isIn = (key: string): boolean => !isOutsideYear(key);
  return {
    total: amounts.total === null ? null : toFen(amounts.total - outside),
    byYear: Object.fromEntries(Object.entries(amounts.byYear).filter(([year]) => isIn(year))),
    cells: Object.fromEntries(Object.entries(amounts.cells).filter(([key]) => isIn(splitCellKey(key).year))),
    bySource: sourcesInPlan(amounts, outside),
  };
}

/** Sources less what the matrix says of them outside; where it does not say all, only a single source is known. */
function sourcesInPlan({ bySource, cells }: Amounts, outside: number): Record<string, Fen> {
  const rest: Record<string, Fen> = { ...bySource };
  let known = 0;
  for (const [key, fen] of Object.entries(cells)) {
    const { year, source } = splitCellKey(key);
    if (!isOutsideYear(year)) continue;
    known += fen;
    rest[source] = toFen((rest[source] ?? 0) - fen);
  }
  if (known === outside) return rest;
  const [only, ...others] = Object.entries(bySource).filter(([, fen]) => fen !== 0);
  if (only && others.length === 0) return { [only[0]]: toFen(only[1] - outside) };
  // What the matrix says of the plan's years is certain; the rest is not broken down.
  const sums: Record<string, Fen> = {};
  for (const [key, fen] of Object.entries(cells)) {
    const { year, source } = splitCellKey(key);
    if (!isOutsideYear(year)) sums[source] = toFen((sums[source] ?? 0) + fen);
  }
  return sums;
}
