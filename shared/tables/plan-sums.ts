// Sums of a plan by category, town and county, for checks and texts, kept by the edited projects; a test holds them against
// the tables.
import { categoryTree, flattenCategories } from '#shared/domain/categories.ts';
import { readMargins } from '#shared/domain/margins.ts';
import type { Project } from '#shared/domain/project.ts';
import { type Category, isUpperPlan, makeOfficeResolver } from '#shared/domain/reference.ts';
import { emptyRollup, makePreparer, type Rollup } from '#shared/domain/rollup.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { type GroupRollups, makeGroupRollups } from '#shared/sums/group-rollups.ts';
import { type Counter, makeKeptSums } from '#shared/sums/kept-sums.ts';
import { makeTreeSums } from '#shared/sums/tree-sums.ts';
import { type Fen, toFen, ZERO } from '#shared/values/money.ts';
import { makeCategoryResolver, makeTownResolver, topCategoryOf } from './crosswalk.ts';
import { countedMoney } from './plan-money.ts';
import { planStructure } from './plan-structure.ts';

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
  byCategory: ReadonlyMap<string, Rollup>;
  byTown: ReadonlyMap<string, { count: number; total: Fen }>;
  /** Of a plan above counties, by the offices beneath; empty for a county. */
  byRegion: ReadonlyMap<string, Rollup>;
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

interface Running {
  own: GroupRollups<string>;
  towns: Map<string, { count: number; total: Fen }>;
  regions: GroupRollups<string>;
  upTheTree: ReturnType<typeof makeTreeSums>;
}

const running = makeKeptSums<Project, Running>();

function start(data: PlanData): Counter<Project, Running> {
  const prepare = makePreparer(data.reference);
  const placeOf = makePlacer(data);
  const isUpper = isUpperPlan(data);
  const nodes = flattenCategories(categoryTree(data.reference, data.plan.scheme)).map(({ category }) => category);
  const state: Running = {
    own: makeGroupRollups(prepare),
    towns: new Map(),
    regions: makeGroupRollups(prepare),
    upTheTree: makeTreeSums(nodes),
  };
  return {
    state,
    change(declared, sign) {
      const project = readMargins(declared);
      const { category, town, region } = placeOf(project);
      state.own.change(category, project, sign);
      if (isUpper) state.regions.change(region, project, sign);
      const before = state.towns.get(town) ?? { count: 0, total: ZERO };
      const count = before.count + sign;
      const total = toFen(before.total + sign * (project.amounts.total ?? 0));
      if (count === 0) state.towns.delete(town);
      else state.towns.set(town, { count, total });
    },
  };
}

const remembered = new WeakMap<PlanData, PlanSums>();

/** The sums of a plan, of the money that its tables count; computed once per plan value. */
export function planSums(data: PlanData): PlanSums {
  const counted = countedMoney(data);
  return wholeSums(counted, counted === data ? WHOLE : 'counted');
}

const WHOLE = 'whole';

/**
 * The same of 总投资 as it is declared, whatever the tables count: that is what headings and 合计 of a sheet add up. `name`
 * tells lists of one plan apart, such as that of an import.
 */
export function wholeSums(data: PlanData, name: string = WHOLE): PlanSums {
  let sums = remembered.get(data);
  if (!sums) {
    const { own, towns, regions, upTheTree } = running(planStructure(data), name, data.projects, () => start(data));
    const { byId, total } = upTheTree(own.read());
    const byCategory = new Map([[UNASSIGNED, emptyRollup()], ...(byId as ReadonlyMap<string, Rollup>)]);
    sums = { all: total, byCategory, byTown: new Map(towns), byRegion: new Map(regions.read()) };
    remembered.set(data, sums);
  }
  return sums;
}
