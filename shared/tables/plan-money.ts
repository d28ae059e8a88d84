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

/** Parts whose sources are open. */
const openParts = new WeakSet<Project>();
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
  if (areSourcesOpen(project.amounts)) openParts.add(part);
  return part;
}

/** A part in the plan whose sources are those of 总投资, and nobody says which of them paid outside the period. */
export function hasOpenSources(part: Project): boolean {
  return openParts.has(part);
}

function areSourcesOpen(declared: Amounts): boolean {
  const amounts = withMargins(declared);
  return sumOf(amounts.bySource) !== 0 && sourcesInPlan(amounts, outsideOf(amounts)) === null;
}

function outsideOf({ byYear }: Amounts): number {
  return OUTSIDE_YEARS.reduce((sum, key) => sum + (byYear[key] ?? 0), 0);
}

function amountsInPlan(declared: Amounts): Amounts {
  const amounts = withMargins(declared);
  const outside = outsideOf(amounts);
  const isIn = (key: string): boolean => !isOutsideYear(key);
  return {
    total: amounts.total === null ? null : toFen(amounts.total - outside),
    byYear: Object.fromEntries(Object.entries(amounts.byYear).filter(([year]) => isIn(year))),
    cells: Object.fromEntries(Object.entries(amounts.cells).filter(([key]) => isIn(splitCellKey(key).year))),
    bySource: sourcesInPlan(amounts, outside) ?? cellsInPlan(amounts),
  };
}

/**
 * Which sources pay for the period: those of 总投资 less what of them lies outside. The matrix says so; what it leaves open
 * is known where only one source can have paid for it, or where the period's own cells are all there. Else null.
 */
function sourcesInPlan({ total, bySource, cells }: Amounts, outside: number): Record<string, Fen> | null {
  const known = { inside: {} as Record<string, number>, outside: {} as Record<string, number> };
  for (const [key, fen] of Object.entries(cells)) {
    const { year, source } = splitCellKey(key);
    const side = isOutsideYear(year) ? known.outside : known.inside;
    side[source] = (side[source] ?? 0) + fen;
  }
  const open = outside - sumOf(known.outside);
  const rest = subtract(bySource, known.outside);
  if (open === 0) return rest;
  const insideFen = (total ?? sumOf(bySource)) - outside;
  if (sumOf(known.inside) === insideFen) return toFens(known.inside);
  // What no source is stated for may have paid for it too.
  const left = Object.entries(subtract(rest, known.inside)).filter(([, fen]) => fen !== 0);
  const [only] = left;
  if (!only || left.length > 1 || sumOf(bySource) !== (total ?? 0) || only[1] < open) return null;
  return { ...rest, [only[0]]: toFen((rest[only[0]] ?? 0) - open) };
}

/** What the matrix says of the plan's own years: certain, where the rest is not broken down. */
function cellsInPlan({ cells }: Amounts): Record<string, Fen> {
  const sums: Record<string, Fen> = {};
  for (const [key, fen] of Object.entries(cells)) {
    const { year, source } = splitCellKey(key);
    if (!isOutsideYear(year)) sums[source] = toFen((sums[source] ?? 0) + fen);
  }
  return sums;
}

function subtract(from: Readonly<Record<string, number>>, less: Readonly<Record<string, number>>): Record<string, Fen> {
  const rest: Record<string, Fen> = {};
  for (const key of new Set([...Object.keys(from), ...Object.keys(less)]))
    rest[key] = toFen((from[key] ?? 0) - (less[key] ?? 0));
  return rest;
}

function toFens(record: Readonly<Record<string, number>>): Record<string, Fen> {
  return Object.fromEntries(Object.entries(record).map(([key, fen]) => [key, toFen(fen)]));
}

function sumOf(record: Readonly<Record<string, number>>): number {
  return Object.values(record).reduce((sum, fen) => sum + fen, 0);
}
