// A list of what the items of another list are read as, kept and patched where that list changed.
import { swapOf } from '../compare/swap.ts';

interface Kept<Item> {
  items: readonly Item[];
  read: readonly Item[];
  /** How many are read as something else than themselves. */
  others: number;
}

/** Makes the function that keeps such lists under an object; it gives the list itself where each item is read as it is. */
export function makeKeptList<Item extends object>(): (
  under: object,
  items: readonly Item[],
  readItem: (item: Item) => Item,
) => readonly Item[] {
  const kept = new WeakMap<object, Kept<Item>>();
  return (under, items, readItem) => {
    const before = kept.get(under) ?? { items: [], read: [], others: 0 };
    if (before.items === items) return before.read;
    const { at, tail } = swapOf(before.items, items);
    const end = before.items.length - tail;
    const fresh = items.slice(at, items.length - tail);
    const made = fresh.map(readItem);
    const count = (list: readonly Item[], from: readonly Item[]): number =>
      list.reduce((sum, item, place) => (item === from[place] ? sum : sum + 1), 0);
    const others = before.others - count(before.read.slice(at, end), before.items.slice(at, end)) + count(made, fresh);
    const read = others === 0 ? items : [...before.read.slice(0, at), ...made, ...before.read.slice(end)];
    kept.set(under, { items, read, others });
    return read;
  };
}
