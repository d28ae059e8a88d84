// Walking a category scheme (规划类别) in its printed order.
import type { Category, ReferenceData } from './reference.ts';

/** A category with its place in the tree. */
export interface CategoryNode {
  category: Category;
  /** 0 for 一、, 1 for （一）, ... */
  depth: number;
  children: CategoryNode[];
}

/** The tree of one scheme; the order is that of the reference data, which is the plan's. */
export function categoryTree(reference: Pick<ReferenceData, 'categories'>, scheme: string): CategoryNode[] {
  const own = reference.categories.filter((category) => category.scheme === scheme);
  const build = (parent: string | null, depth: number): CategoryNode[] =>
    own
      .filter((category) => category.parent === parent)
      .map((category) => ({ category, depth, children: build(category.id, depth + 1) }));
  return build(null, 0);
}

/** The tree as a flat list, each heading before what stands under it. */
export function flattenCategories(nodes: readonly CategoryNode[]): CategoryNode[] {
  return nodes.flatMap((node) => [node, ...flattenCategories(node.children)]);
}

/** The path of names from the top: ['乡村特色产业帮扶', '种植业']; [] for null or an unknown id. */
export function categoryPath(
  reference: { readonly categories: readonly Pick<Category, 'id' | 'parent' | 'name'>[] },
  id: string | null,
): string[] {
  const byId = new Map(reference.categories.map((category) => [category.id, category]));
  const path: string[] = [];
  for (
    let node = id === null ? undefined : byId.get(id);
    node;
    node = node.parent ? byId.get(node.parent) : undefined
  ) {
    path.unshift(node.name);
  }
  return path;
}

/** The heading as printed: '一、乡村特色产业帮扶', '（一）种植业', or the bare name where it has no ordinal. */
export function categoryHeading(category: Pick<Category, 'ordinal' | 'name'>): string {
  if (category.ordinal === '') return category.name;
  return category.ordinal.startsWith('（')
    ? `${category.ordinal}${category.name}`
    : `${category.ordinal}、${category.name}`;
}
