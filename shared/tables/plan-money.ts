// What tables, texts and checks count as the money of the plan: 规划期投资 (总投资 less 期前 and 期后) or 总投资 as a whole. A plan
// without money outside its period has one figure for both (SPECS J4).
import { withMargins } from '../domain/margins.ts';
import { isOutsideYear, OUTSIDE_YEARS } from '../domain/outside-years.ts';
import { type Amounts, type Project, splitCellKey, startYear } from '../domain/project.ts';
import type { PlanInfo } from '../domain/reference.ts';
import type { PlanData } from '../records/plan-data.ts';
import { PLAN_MONEY_ID, type PlanMoney } from '../records/plan-money.ts';
import { recordsOf } from '../records/records.ts';
import { makeKeptList } from '../sums/kept-list.ts';
import { type Fen, toFen } from '../values/money.ts';
import { planStructure } from './plan-structure.ts';

/** What is chosen in the workbook; 规划期投资 where nothing is. */
export function chosenMoney({ records }: Pick<PlanData, 'records'>): PlanMoney {
  return recordsOf(records, 'plan-money').get(PLAN_MONEY_ID)?.money ?? 'plan';
}

/** The plan with another choice than its own; nothing is stored. */
export function withMoney(data: PlanData, money: PlanMoney | undefined): PlanData {
  if (money === undefined || money === chosenMoney(data)) return data;
  return { ...data, records: { ...data.records, 'plan-money': new Map([[PLAN_MONEY_ID, { money }]]) } };
}

const parts = new WeakMap<Project, { firstYear: number; part: Project }>();
const lists = makeKeptList<Project>();
const plans = new WeakMap<PlanData, PlanData>();

/** The plan with projects reduced to what lies in its period, where that is chosen; itself where nothing lies outside. */
export function countedMoney(data: PlanData): PlanData {
  if (chosenMoney(data) === 'whole') return data;
  let counted = plans.get(data);
  if (!counted) {
    const projects = lists(planStructure(data), data.projects, (project) => partInPlan(project, data.plan));
    counted = projects === data.projects ? data : { ...data, projects };
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
