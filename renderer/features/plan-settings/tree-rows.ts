// The lines of a tree as they are shown, and the places that a thing can be moved to by the keys.
import type { Category, FundSource, Region } from '#shared/domain/reference.ts';
import { itemId } from '#shared/frame/frame.ts';

export type Item = Category | FundSource | Region;

export interface TreeRow<T extends Item = Item> {
  id: string;
  item: T;
  depth: number;
  hasChildren: boolean;
  isOpen: boolean;
}

/** What is in sight: children of open things; with a search all that holds the words, and what stands over it. */
export function treeRows<T extends Item>(items: readonly T[], open: ReadonlySet<string>, search: string): TreeRow<T>[] {
  const byParent = Map.groupBy(items, ({ parent }) => parent);
  const known = new Set(items.map(itemId));
  const words = search.trim();
  const holds = ({ name, aliases }: Item): boolean => [name, ...aliases].some((text) => text.includes(words));
  const walk = (list: readonly T[], depth: number): TreeRow<T>[] =>
    list.flatMap((item) => {
      const id = itemId(item);
      const children = byParent.get(id) ?? [];
      const isOpen = words !== '' || open.has(id);
      const beneath = isOpen ? walk(children, depth + 1) : [];
      if (words !== '' && beneath.length === 0 && !holds(item)) return [];
      return [{ id, item, depth, hasChildren: children.length > 0, isOpen }, ...beneath];
    });
  return walk(
    items.filter(({ parent }) => parent === null || !known.has(parent)),
    0,
  );
}

export interface NewPlace {
  parent: string | null;
  before: string | null;
}

export type Step = 'up' | 'down' | 'in' | 'out';

/** Where a step takes a thing; null: nowhere. */
export function placeAfter(items: readonly Item[], id: string, step: Step): NewPlace | null {
  const item = items.find((one) => itemId(one) === id);
  if (!item) return null;
  const siblings = items.filter(({ parent }) => parent === item.parent).map(itemId);
  const at = siblings.indexOf(id);
  if (step === 'up') return at > 0 ? { parent: item.parent, before: siblings[at - 1] as string } : null;
  if (step === 'down')
    return at < siblings.length - 1 ? { parent: item.parent, before: siblings[at + 2] ?? null } : null;
  if (step === 'in') return at > 0 ? { parent: siblings[at - 1] as string, before: null } : null;
  const over = items.find((one) => itemId(one) === item.parent);
  if (!over) return null;
  const above = items.filter(({ parent }) => parent === over.parent).map(itemId);
  return { parent: over.parent, before: above[above.indexOf(itemId(over)) + 1] ?? null };
}
