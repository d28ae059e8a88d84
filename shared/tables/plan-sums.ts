// Sums of a plan by category, town and county in one pass over its projects, for checks and texts; a test holds them
// against the tables.
import { categoryTree, flattenCategories } from '#shared/domain/categories.ts';
import { readMargins } from '#shared/domain/margins.ts';
import type { Project } from '#shared/domain/project.ts';
import { type Category, isUpperPlan, makeOfficeResolver } from '#shared/domain/reference.ts';
import { emptyRollup, makeAccumulator, mergeRollup, type Rollup } from '#shared/domain/rollup.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { addFen, type Fen, ZERO } from '#shared/values/money.ts';
import { makeCategoryResolver, makeTownResolver, topCategoryOf } from './crosswalk.ts';
import { countedMoney } from './plan-money.ts';

/** Key of what cannot be assigned: no category, no town, no known county. */
export const UNASSIGNED = '?';

/** Where a project is counted: keys of the plan's scheme, or UNASSIGNED. */
export interface ProjectPlace {
  category: string;
  top: string;
  town: string;
  region: string;
}

export interface PlanSums {
  all: Rollup;
  /** Every category of the plan's scheme with all that stands under it; UNASSIGNED for the rest. */
  byCategory: Map<string, Rollup>;
  byTown: Map<string, { count: number; total: Fen }>;
  /** Of a plan above counties, by the offices beneath; empty for a county. */
  byRegion: Map<string, Rollup>;
}

/** Makes the function that says where a project is counted. */
export function makePlacer({
  reference,
  plan,
}: Pick<PlanData, 'reference' | 'plan'>): (project: Project) => ProjectPlace {
  const resolve = makeCategoryResolver(reference, plan.scheme);
  const townOf = makeTownResolver(reference);
  const officeOf = makeOfficeResolver({ plan, reference });
  const tops = new Map<Category, string>();
  const topOf = (category: Category): string => {
    let top = tops.get(category);
    if (top === undefined) {
      top = topCategoryOf(reference, category).id;
      tops.set(category, top);
    }
    return top;
  };
  return (project) => {
    const category = resolve(project.categoryId);
    return {
      category: category?.id ?? UNASSIGNED,
      top: category ? topOf(category) : UNASSIGNED,
      town: project.town?.trim() ? townOf(project.regionCode, project.town) : UNASSIGNED,
      region: officeOf(project.regionCode) ?? UNASSIGNED,
    };
  };
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}

function sumUp(data: PlanData): PlanSums {
  const add = makeAccumulator(data.reference);
  const placeOf = makePlacer(data);
  const own = new Map<string, Rollup>();
  const sums: PlanSums = { all: emptyRollup(), byCategory: new Map(), byTown: new Map(), byRegion: new Map() };
  const isUpper = isUpperPlan(data);
  for (const project of data.projects.map(readMargins)) {
    const place = placeOf(project);
    add(entry(own, place.category, emptyRollup), project);
    const town = entry(sums.byTown, place.town, () => ({ count: 0, total: ZERO }));
    town.count += 1;
    town.total = addFen(town.total, project.amounts.total ?? ZERO);
    if (isUpper) add(entry(sums.byRegion, place.region, emptyRollup), project);
  }
  // Each category's own projects go into it and into every heading above it.
  const nodes = flattenCategories(categoryTree(data.reference, data.plan.scheme));
  for (const node of nodes.reverse()) {
    const rollup = emptyRollup();
    const mine = own.get(node.category.id);
    if (mine) mergeRollup(rollup, mine);
    for (const child of node.children) {
      const childRollup = sums.byCategory.get(child.category.id);
      if (childRollup) mergeRollup(rollup, childRollup);
    }
    sums.byCategory.set(node.category.id, rollup);
  }
  sums.byCategory.set(UNASSIGNED, own.get(UNASSIGNED) ?? emptyRollup());
  for (const rollup of own.values()) mergeRollup(sums.all, rollup);
  return sums;
}

const remembered = new WeakMap<PlanData, PlanSums>();

/** The sums of a plan, of the money that its tables count; computed once per plan value. */
export function planSums(data: PlanData): PlanSums {
  return wholeSums(countedMoney(data));
}

/** The same of 总投资 as it is declared, whatever the tables count: that is what headings and 合计 of a sheet add up. */
export function wholeSums(data: PlanData): PlanSums {
  let sums = remembered.get(data);
  if (!sums) {
    sums = sumUp(data);
    remembered.set(data, sums);
  }
  return sums;
}
