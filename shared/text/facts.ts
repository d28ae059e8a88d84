// What the sentences say of a plan beyond its tables: places by money, largest projects, beneficiaries. One pass over
// the projects, remembered per plan value.

import type { Project } from '#shared/domain/project.ts';
import { officesBeneath, type RegionLevel } from '#shared/domain/reference.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { shortRegionName } from '#shared/tables/crosswalk.ts';
import { countedMoney } from '#shared/tables/plan-money.ts';
import { makePlacer, planSums, UNASSIGNED } from '#shared/tables/plan-sums.ts';
import { addFen, type Fen, ZERO } from '#shared/values/money.ts';
import { makeTownTest } from './towns.ts';

export interface PlaceFact {
  name: string;
  count: number;
  total: Fen;
  /** Of an office beneath an upper plan. */
  level?: RegionLevel;
}

/** Sums of what projects state; a household that has a part in two projects counts twice: 户次, 人次. */
export type Beneficiary = 'households' | 'people' | 'poorHouseholds' | 'poorPeople' | 'villages';

export interface PlanFacts {
  /** Towns of a county, counties of a city, by money, largest first; what has no place is left out. */
  places: PlaceFact[];
  /** What stands as a place and is no single town (全县, 观音乡等3个乡镇), by money, largest first. */
  wider: PlaceFact[];
  /** The largest projects of the plan (key '') and of each class, largest first, with the money that the plan counts. */
  largest: ReadonlyMap<string, readonly Project[]>;
  beneficiaries: Readonly<Record<Beneficiary, number>>;
}

const KEPT = 20;
const ALL = '';

function readPlaces(data: PlanData): Pick<PlanFacts, 'places' | 'wider'> {
  const sums = planSums(data);
  const offices = officesBeneath(data);
  const byMoney = (a: PlaceFact, b: PlaceFact): number => b.total - a.total || a.name.localeCompare(b.name, 'zh-CN');
  if (offices.length > 0) {
    const places = offices.flatMap((office): PlaceFact[] => {
      const rollup = sums.byRegion.get(office.code);
      if (!rollup || rollup.count === 0) return [];
      return [{ name: shortRegionName(office), count: rollup.count, total: rollup.total, level: office.level }];
    });
    return { places: places.sort(byMoney), wider: [] };
  }
  const isTown = makeTownTest(data.reference);
  const stated = [...sums.byTown]
    .filter(([name]) => name !== UNASSIGNED)
    .map(([name, { count, total }]): PlaceFact => ({ name, count, total }))
    .sort(byMoney);
  return { places: stated.filter(({ name }) => isTown(name)), wider: stated.filter(({ name }) => !isTown(name)) };
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
  for (const project of countedMoney(data).projects) {
    const { top } = placeOf(project);
    const own = largest.get(top) ?? [];
    largest.set(top, own);
    keepLargest(own, project);
    keepLargest(largest.get(ALL) ?? [], project);
    for (const key of Object.keys(beneficiaries) as Beneficiary[]) beneficiaries[key] += project[key] ?? 0;
  }
  return { ...readPlaces(data), largest, beneficiaries };
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
