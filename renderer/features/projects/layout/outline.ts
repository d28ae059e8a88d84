// The outline of the 项目表: which headings are folded, as with the level buttons of Excel's outline.
import { type CategoryNode, flattenCategories } from '#shared/domain/categories.ts';
import { headingId } from '../../../state/heading-id.ts';

/** How many levels there are: those of the headings and the projects. */
export function outlineLevels(tree: readonly CategoryNode[]): number {
  return flattenCategories(tree).reduce((most, { depth }) => Math.max(most, depth + 2), 1);
}

/** The folded headings where only levels up to `level` show: 1 the 一、 headings, the last one everything. */
export function foldToLevel(tree: readonly CategoryNode[], level: number): string[] {
  const deep = flattenCategories(tree).filter(({ depth }) => depth >= level - 1);
  const ids = deep.map(({ category }) => headingId(category.id));
  return level < outlineLevels(tree) ? [...ids, headingId(null)] : [];
}

/** The level that the folded headings amount to; null where they are mixed. */
export function levelOf(tree: readonly CategoryNode[], collapsed: ReadonlySet<string>): number | null {
  for (let level = 1; level <= outlineLevels(tree); level += 1) {
    const folded = foldToLevel(tree, level);
    if (folded.length === collapsed.size && folded.every((id) => collapsed.has(id))) return level;
  }
  return null;
}

/** The folded headings after one is folded or unfolded. */
export function toggleHeading(collapsed: readonly string[], id: string): string[] {
  return collapsed.includes(id) ? collapsed.filter((other) => other !== id) : [...collapsed, id];
}

/** The heading row and those above it, from the top; a heading that the plan does not have stands alone. */
export function headingsAbove(tree: readonly CategoryNode[], id: string): string[] {
  const visit = (nodes: readonly CategoryNode[], path: readonly string[]): string[] | undefined => {
    for (const node of nodes) {
      const here = [...path, headingId(node.category.id)];
      const found = here.at(-1) === id ? here : visit(node.children, here);
      if (found) return found;
    }
    return undefined;
  };
  return visit(tree, []) ?? [headingId(null)];
}
