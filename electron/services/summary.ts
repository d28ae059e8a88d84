// Subtotals of the list: the whole plan and each category with everything beneath it.
import type { MethodOutput } from '#shared/contract/methods.ts';
import { readMargins } from '#shared/domain/margins.ts';
import type { Project } from '#shared/domain/project.ts';
import { makePreparer } from '#shared/domain/rollup.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { type GroupRollups, makeGroupRollups } from '#shared/sums/group-rollups.ts';
import { type Counter, makeKeptSums } from '#shared/sums/kept-sums.ts';
import { makeTreeSums } from '#shared/sums/tree-sums.ts';
import { planStructure } from '#shared/tables/plan-structure.ts';

interface Subtotals {
  own: GroupRollups<string | null>;
  upTheTree: ReturnType<typeof makeTreeSums>;
}

const sums = makeKeptSums<Project, Subtotals>();

/** Rolls the projects up; null stands for projects without a category. Categories without projects are left out. */
export function summarise(data: PlanData): MethodOutput<'summary.get'> {
  const { own, upTheTree } = sums(planStructure(data), '', data.projects, () => start(data));
  const { byId, total } = upTheTree(own.read());
  const filled = [...byId].filter(([, { count }]) => count > 0);
  return { total, categories: filled.map(([id, rollup]) => ({ id, rollup })) };
}

function start({ reference }: PlanData): Counter<Project, Subtotals> {
  const own = makeGroupRollups<string | null>(makePreparer(reference));
  return {
    state: { own, upTheTree: makeTreeSums(reference.categories) },
    change: (project, sign) => own.change(project.categoryId, readMargins(project), sign),
  };
}
