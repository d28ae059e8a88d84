// The one incremental sum: what is counted or added up over a list is kept and follows the list by the items that came and
// went, so that a sum over 60,000 projects costs one project an edit.
import { swapOf } from '../compare/swap.ts';

/** A sum at its start, and what puts an item in (sign 1) or takes it out (-1). */
export interface Counter<Item, State> {
  state: State;
  change(item: Item, sign: 1 | -1): void;
}

interface Kept<Item, State> {
  items: readonly Item[];
  counter: Counter<Item, State>;
}

/** So many sums are kept under one object: the tables of a plan and what is tried out in an editor. */
const MOST_KEPT = 80;

/**
 * Makes the function that keeps sums of one sort. `under` is the object whose conditions the sum holds under (the plan's
 * structure, the settings): under another one it starts afresh. `name` tells sums under one object apart. The state
 * belongs to the sum and is to be read at once.
 */
export function makeKeptSums<Item extends object, State>(): (
  under: object,
  name: string,
  items: readonly Item[],
  start: () => Counter<Item, State>,
) => State {
  const kept = new WeakMap<object, Map<string, Kept<Item, State>>>();
  return (under, name, items, start) => {
    const byName = kept.get(under) ?? new Map<string, Kept<Item, State>>();
    kept.set(under, byName);
    const found = byName.get(name);
    // Not there while it changes: a fault halfway must not leave half a sum behind.
    byName.delete(name);
    const counter = follow(found, items) ?? count(items, start());
    byName.set(name, { items, counter });
    if (byName.size > MOST_KEPT) byName.delete(byName.keys().next().value as string);
    return counter.state;
  };
}

function count<Item, State>(items: readonly Item[], counter: Counter<Item, State>): Counter<Item, State> {
  for (const item of items) counter.change(item, 1);
  return counter;
}

/** null for another list altogether: to take all out costs as much as to count afresh. */
function follow<Item extends object, State>(
  kept: Kept<Item, State> | undefined,
  items: readonly Item[],
): Counter<Item, State> | null {
  if (!kept) return null;
  if (kept.items === items) return kept.counter;
  if (Math.abs(kept.items.length - items.length) * 2 > items.length) return null;
  const { gone, come } = swapOf(kept.items, items);
  if (gone.length + come.length > items.length) return null;
  for (const item of gone) kept.counter.change(item, -1);
  for (const item of come) kept.counter.change(item, 1);
  return kept.counter;
}

/** Adds to a count, forgetting it where it becomes nothing. */
export function addCount<Key>(counts: Map<Key, number>, key: Key, amount: number): void {
  const next = (counts.get(key) ?? 0) + amount;
  if (next === 0) counts.delete(key);
  else counts.set(key, next);
}
