// Counts and subtotals of every category, kept between calls: only categories whose projects changed are added up again.
import type { CategoryNode } from '#shared/domain/categories.ts';
import type { Project } from '#shared/domain/project.ts';
import type { ReferenceData } from '#shared/domain/reference.ts';
import { emptyRollup, type Rollup, rollUp } from '#shared/domain/rollup.ts';
import { addFen, type Fen } from '#shared/values/money.ts';

export interface Totals {
  total: Rollup;
  /** Projects that stand directly in a category; the key null holds those without one. */
  direct: ReadonlyMap<string | null, readonly Project[]>;
  /** Everything beneath a category; the key null holds the projects without one. */
  byCategory: ReadonlyMap<string | null, Rollup>;
}

interface Remembered {
  parts: readonly unknown[];
  rollup: Rollup;
}

/** Makes the function that adds a list of projects up along the tree. Equal parts give the same Rollup object back. */
export function makeTotaller(
  tree: readonly CategoryNode[],
  reference: Pick<ReferenceData, 'fundSources'>,
): (projects: readonly Project[]) => Totals {
  const known = knownIds(tree);
  const memory = new Map<string, Remembered>();
  const remember = (key: string, parts: readonly unknown[], compute: () => Rollup): Rollup => {
    const before = memory.get(key);
    if (before && isSameList(before.parts, parts)) return before.rollup;
    const rollup = compute();
    memory.set(key, { parts, rollup });
    return rollup;
  };
  return (projects) => {
    const direct = groupByCategory(projects, known);
    const byCategory = new Map<string | null, Rollup>();
    const visit = (node: CategoryNode): Rollup => {
      const own = direct.get(node.category.id) ?? [];
      const mine = remember(`own:${node.category.id}`, own, () => rollUp(own, reference));
      const parts = [mine, ...node.children.map(visit)];
      const rollup = remember(`sum:${node.category.id}`, parts, () =>
        parts.length === 1 ? mine : mergeRollups(parts),
      );
      byCategory.set(node.category.id, rollup);
      return rollup;
    };
    const tops = tree.map(visit);
    const loose = direct.get(null) ?? [];
    const looseRollup = remember('own', loose, () => rollUp(loose, reference));
    byCategory.set(null, looseRollup);
    const all = [...tops, looseRollup];
    return { total: remember('sum', all, () => mergeRollups(all)), direct, byCategory };
  };
}

function knownIds(tree: readonly CategoryNode[]): ReadonlySet<string> {
  const ids = new Set<string>();
  const visit = (node: CategoryNode): void => {
    ids.add(node.category.id);
    node.children.forEach(visit);
  };
  tree.forEach(visit);
  return ids;
}

function groupByCategory(projects: readonly Project[], known: ReadonlySet<string>): Map<string | null, Project[]> {
  const groups = new Map<string | null, Project[]>();
  for (const project of projects) {
    // A category of another scheme has no heading here, so its projects are shown as 未分类 instead of vanishing.
    const key = project.categoryId !== null && known.has(project.categoryId) ? project.categoryId : null;
    const group = groups.get(key);
    if (group) group.push(project);
    else groups.set(key, [project]);
  }
  return groups;
}

function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

/** The sum of rollups. */
export function mergeRollups(rollups: readonly Rollup[]): Rollup {
  const sum = emptyRollup();
  for (const rollup of rollups) {
    sum.count += rollup.count;
    sum.total = addFen(sum.total, rollup.total);
    for (const part of ['bySource', 'byYear', 'cells'] as const) addInto(sum[part], rollup[part]);
    for (const [year, count] of Object.entries(rollup.countByYear)) {
      sum.countByYear[year] = (sum.countByYear[year] ?? 0) + count;
    }
  }
  return sum;
}

function addInto(into: Record<string, Fen>, from: Readonly<Record<string, Fen>>): void {
  for (const [key, fen] of Object.entries(from)) {
    const before = into[key];
    into[key] = before === undefined ? fen : addFen(before, fen);
  }
}
