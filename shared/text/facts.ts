// What the sentences say of a plan beyond its tables: places by money, largest projects, beneficiaries. One pass over
// the projects, remembered per plan value.

import type { Project } from '#shared/domain/project.ts';
import { isUpperPlan } from '#shared/domain/reference.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { shortRegionName } from '#shared/tables/crosswalk.ts';
import { makePlacer, planSums, UNASSIGNED } from '#shared/tables/plan-sums.ts';
import { addFen, type Fen, ZERO } from '#shared/values/money.ts';

export interface PlaceFact {
  name: string;
  count: number;
  total: Fen;
}

/** Sums of what projects state; a household that has a part in two projects counts twice: 户次, 人次. */
export type Beneficiary = 'households' | 'people' | 'poorHouseholds' | 'poorPeople' | 'villages';

export interface PlanFacts {
  /** Towns of a county, counties of a city, by money, largest first; what has no place is left out. */
  places: PlaceFact[];
  /** The largest projects of the plan (key '') and of each class, largest first. */
  largest: ReadonlyMap<string, readonly Project[]>;
  beneficiaries: Readonly<Record<Beneficiary, number>>;
}

const KEPT = 20;
const ALL = '';

function readPlaces(data: PlanData): PlaceFact[] {
  const sums = planSums(data);
  const names = new Map(data.reference.regions.map((region) => [region.code, shortRegionName(region)]));
  const places: PlaceFact[] = isUpperPlan(data)
    ? [...sums.byRegion].map(([code, rollup]) => ({
        name: code === UNASSIGNED ? code : (names.get(code) ?? code),
        count: rollup.count,
        total: rollup.total,
      }))
    : [...sums.byTown].map(([name, { count, total }]) => ({ name, count, total }));
  return places
    .filter(({ name }) => name !== UNASSIGNED)
    .sort((a, b) => b.total - a.total || a.name.localeCompare(b.name, 'zh-CN'));
}

const totalOf = (project: Project): Fen => project.amounts.total ?? ZERO;

/** Keeps the first KEPT of a list that is sorted by money; equal amounts stay in list order. */
function keepLargest(list: Project[], project: Project): void {
  const last = list.at(-1);
  if (list.length >= KEPT && last && totalOf(last) >= totalOf(project)) return;
  const at = list.findIndex((other) => totalOf(other) < totalOf(project));
  list.splice(at < 0 ? list.length : at, 0, project);
  if (list.length > KEPT) list.pop();
}

function readFacts(data: PlanData): PlanFacts {
  const placeOf = makePlacer(data);
  const largest = new Map<string, Project[]>([[ALL, []]]);
  const beneficiaries = { households: 0, people: 0, poorHouseholds: 0, poorPeople: 0, villages: 0 };
  for (const project of data.projects) {
    const { top } = placeOf(project);
    const own = largest.get(top) ?? [];
    largest.set(top, own);
    keepLargest(own, project);
    keepLargest(largest.get(ALL) ?? [], project);
    for (const key of Object.keys(beneficiaries) as Beneficiary[]) beneficiaries[key] += project[key] ?? 0;
  }
  return { places: readPlaces(data), largest, beneficiaries };
}

const remembered = new WeakMap<PlanData, PlanFacts>();

export function planFacts(data: PlanData): PlanFacts {
  let facts = remembered.get(data);
  if (!facts) {
    facts = readFacts(data);
    remembered.set(data, facts);
  }
  return facts;
}

/** The largest projects of the plan, or of one class of it; at most 20. */
export function largestProjects(data: PlanData, count: number, topCategory = ALL): readonly Project[] {
  return (planFacts(data).largest.get(topCategory) ?? []).slice(0, count);
}

/** Money of some projects together. */
export function sumOf(projects: readonly Project[]): Fen {
  return addFen(...projects.map(totalOf));
}
