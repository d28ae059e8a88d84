// Counts and subtotals of every category, kept by the edited projects.
import { type CategoryNode, flattenCategories } from '#shared/domain/categories.ts';
import type { Project } from '#shared/domain/project.ts';
import type { ReferenceData } from '#shared/domain/reference.ts';
import { emptyRollup, makePreparer, type Rollup } from '#shared/domain/rollup.ts';
import { type GroupRollups, makeGroupRollups } from '#shared/sums/group-rollups.ts';
import { makeKeptSums } from '#shared/sums/kept-sums.ts';
import { makeTreeSums } from '#shared/sums/tree-sums.ts';

export interface Totals {
  total: Rollup;
  /** Projects that stand directly in a category; the key null holds those without one. */
  direct: ReadonlyMap<string | null, readonly Project[]>;
  /** Everything beneath a category; the key null holds the projects without one. */
  byCategory: ReadonlyMap<string | null, Rollup>;
}

/** Makes the function that adds a list of projects up along the tree. Equal parts give the same Rollup object back. */
export function makeTotaller(
  tree: readonly CategoryNode[],
  reference: Pick<ReferenceData, 'fundSources'>,
): (projects: readonly Project[]) => Totals {
  const nodes = flattenCategories(tree).map(({ category }) => category);
  const known = new Set(nodes.map(({ id }) => id));
  const sums = makeKeptSums<Project, GroupRollups<string | null>>();
  const upTheTree = makeTreeSums(nodes);
  const noneLoose = emptyRollup();
  // A category of another scheme has no heading here, so its projects are shown as 未分类 instead of vanishing.
  const groupOf = ({ categoryId }: Project): string | null =>
    categoryId !== null && known.has(categoryId) ? categoryId : null;
  return (projects) => {
    const own = sums(tree, '', projects, () => {
      const state = makeGroupRollups<string | null>(makePreparer(reference));
      return { state, change: (project, sign) => state.change(groupOf(project), project, sign) };
    });
    const { byId, total } = upTheTree(own.read());
    return { total, direct: Map.groupBy(projects, groupOf), byCategory: new Map([[null, noneLoose], ...byId]) };
  };
}
