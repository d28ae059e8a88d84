// What one county's plan adds up to, class by class as the county files it: from its projects, or, where a workbook holds
// none, from the tables that the county printed.

import { fenOf } from '#shared/checks/published-wording.ts';
import { categoryPath } from '#shared/domain/categories.ts';
import { isNamed } from '#shared/domain/named.ts';
import type { Project } from '#shared/domain/project.ts';
import type { PublishedNode, PublishedTree } from '#shared/domain/published-table.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { addFen, type Fen, ZERO } from '#shared/values/money.ts';

/** One class at the bottom with what stands under it. */
export interface LeafFigure {
  /** null: 未分类. */
  categoryId: string | null;
  label: string;
  count: number;
  total: Fen;
}

/** Projects of a county; all of a county's own workbook. */
export function projectsOfCounty(data: PlanData, code: string): readonly Project[] {
  return data.plan.regionCode === code ? data.projects : data.projects.filter(({ regionCode }) => regionCode === code);
}

function labelOf(data: PlanData, categoryId: string | null): string {
  return categoryPath(data.reference, categoryId).at(-1) ?? '未分类';
}

/** The county's projects by class, in the order of the list. */
export function leavesOfProjects(data: PlanData, projects: readonly Project[]): LeafFigure[] {
  const leaves = new Map<string | null, LeafFigure>();
  for (const { categoryId, amounts } of projects) {
    const leaf = leaves.get(categoryId) ?? { categoryId, label: labelOf(data, categoryId), count: 0, total: ZERO };
    const total = addFen(leaf.total, amounts.total ?? ZERO);
    leaves.set(categoryId, { ...leaf, count: leaf.count + 1, total });
  }
  return [...leaves.values()];
}

/** A printed heading with its rows, matched with the classes of the plan; rows that nobody knows keep their names. */
export interface PrintedClass {
  name: string;
  table: string;
  total: Fen;
  leaves: readonly LeafFigure[];
}

/** The classes of a county's printed tables. */
export function printedClasses(tree: PublishedTree, data: PlanData): PrintedClass[] {
  const { categories } = data.reference;
  const find = (name: string, parent: string | null) =>
    categories.find((category) => category.parent === parent && isNamed(category, name));
  const toLeaf = (node: PublishedNode, parent: string | null): LeafFigure => ({
    categoryId: find(node.name, parent)?.id ?? null,
    label: node.name,
    count: node.count?.value ?? 0,
    total: node.total ? fenOf(node.total) : ZERO,
  });
  return tree.nodes.map((node) => {
    const top = find(node.name, null)?.id ?? null;
    const leaves = node.children.length > 0 ? node.children.map((child) => toLeaf(child, top)) : [toLeaf(node, null)];
    return { name: node.name, table: node.table ?? tree.id, total: node.total ? fenOf(node.total) : ZERO, leaves };
  });
}
