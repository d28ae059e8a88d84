// The order of the 项目表: by category as printed, then by position; projects without a category last.
import { categoryTree, flattenCategories } from './categories.ts';
import type { Project } from './project.ts';
import type { ReferenceData } from './reference.ts';

/** The place of each category in the printed order. */
export type CategoryOrder = ReadonlyMap<string | null, number>;

export function categoryOrder(reference: ReferenceData, scheme: string): CategoryOrder {
  const nodes = flattenCategories(categoryTree(reference, scheme));
  return new Map(nodes.map((node, index) => [node.category.id, index]));
}

/** Compares two projects by their place in the list. */
export function compareInList(order: CategoryOrder): (a: Project, b: Project) => number {
  const rank = (project: Project): number => order.get(project.categoryId) ?? order.size;
  return (a, b) => rank(a) - rank(b) || a.position - b.position || (a.id < b.id ? -1 : 1);
}
