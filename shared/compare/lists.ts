// The difference of two lists: which of one are which of the other, what came, went, changed and stands elsewhere.
import { isSame } from './fact.ts';
import { longestRising } from './longest-rising.ts';

/** What names an item in its list. */
export type IdOf<T> = (item: T) => string;

/** One item in both lists; null: it is not in that one. */
export type Pair<T> = { before: T; after: T } | { before: null; after: T } | { before: T; after: null };

/**
 * Pairs the items of two lists by their keys: by the first key, what is left by the next. A null key pairs with nothing.
 * Gives the pairs in the order of `after`, then what is no longer there.
 */
export function pairLists<T>(
  before: readonly T[],
  after: readonly T[],
  keys: readonly ((item: T) => string | null)[],
): Pair<T>[] {
  const { found, left } = pairPlaces(before, after, keys);
  return [
    ...after.map((item, place): Pair<T> => {
      const at = found[place];
      return at === undefined ? { before: null, after: item } : { before: before[at] as T, after: item };
    }),
    ...left.map((at): Pair<T> => ({ before: before[at] as T, after: null })),
  ];
}

/** found: for each place of `after` the place in `before`; left: the places of `before` that are in no pair. */
function pairPlaces<T>(
  before: readonly T[],
  after: readonly T[],
  keys: readonly ((item: T) => string | null)[],
): { found: (number | undefined)[]; left: number[] } {
  const found: (number | undefined)[] = after.map(() => undefined);
  let left = [...before.keys()];
  for (const keyOf of keys) {
    const open = Map.groupBy(left.toReversed(), (at) => keyOf(before[at] as T));
    const used = new Set<number>();
    after.forEach((item, place) => {
      const key = found[place] === undefined ? keyOf(item) : null;
      // Of several with one key the first pairs with the first.
      const at = key === null ? undefined : open.get(key)?.pop();
      if (at === undefined) return;
      found[place] = at;
      used.add(at);
    });
    left = left.filter((at) => !used.has(at));
  }
  return { found, left };
}

export interface ListDifference<T> {
  added: T[];
  removed: T[];
  changed: { before: T; after: T }[];
  /** Those in both lists that must be moved, and as few as can be; what is added or gone moves nobody. */
  moved: T[];
  unchanged: number;
}

/** Compares two lists whose items have ids. `groupOf`: only those of one group have an order among each other. */
export function compareLists<T>(
  before: readonly T[],
  after: readonly T[],
  idOf: IdOf<T>,
  groupOf: (item: T) => string = () => '',
): ListDifference<T> {
  const { found, left } = pairPlaces(before, after, [idOf]);
  const difference: ListDifference<T> = { added: [], removed: [], changed: [], moved: [], unchanged: 0 };
  const groups = new Map<string, { item: T; place: number }[]>();
  after.forEach((item, at) => {
    const place = found[at];
    if (place === undefined) {
      difference.added.push(item);
      return;
    }
    const old = before[place] as T;
    if (isSame(old, item)) difference.unchanged += 1;
    else difference.changed.push({ before: old, after: item });
    const group = groupOf(item);
    if (group !== groupOf(old)) return;
    const members = groups.get(group) ?? [];
    if (members.length === 0) groups.set(group, members);
    members.push({ item, place });
  });
  difference.removed = left.map((at) => before[at] as T);
  for (const members of groups.values()) {
    const kept = longestRising(members.map(({ place }) => place));
    difference.moved.push(...members.filter((_, index) => !kept.has(index)).map(({ item }) => item));
  }
  return difference;
}
