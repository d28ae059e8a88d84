// Three-way merge: what two sides made of one fact, or of one list, put together; what both changed differently is a
// conflict of that value, to be decided by a person.
import { isBranch, isSame, keysOf, own, type Path } from './fact.ts';
import { compareLists, type IdOf } from './lists.ts';

/** A value that both sides changed differently. undefined or null: it is not there on that side. */
export interface Conflict {
  path: Path;
  base: unknown;
  mine: unknown;
  theirs: unknown;
}

export interface Merged<T> {
  /** With my value wherever there is a conflict: applyDifference puts a chosen other one in. */
  fact: T;
  conflicts: readonly Conflict[];
}

/**
 * Puts two versions of a fact together; null: the fact is not there. `asOne` for kinds whose values mean something only
 * together (Kind.isMergedByValue): such a fact is one value.
 */
export function mergeFacts<T>(base: T | null, mine: T, theirs: T, { asOne = false } = {}): Merged<T> {
  const conflicts: Conflict[] = [];
  const merge = (b: unknown, m: unknown, t: unknown, path: Path): unknown => {
    if (isSame(m, t) || isSame(b, t)) return m;
    if (isSame(b, m)) return t;
    if (asOne || !isBranch(m) || !isBranch(t) || !(isBranch(b) || (b ?? null) === null)) {
      conflicts.push({ path, base: b, mine: m, theirs: t });
      return m;
    }
    const entries = keysOf(m, t).map((key) => [key, merge(own(b, key), own(m, key), own(t, key), [...path, key])]);
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
  };
  return { fact: merge(base, mine, theirs, []) as T, conflicts };
}

/** `now` with the change from `before` to `after` taken back; what came later and is not that change stays. */
export function takeBack<T>(before: T, after: T, now: T, { asOne = false } = {}): Merged<T> {
  return mergeFacts(after, now, before, { asOne });
}

export interface MergedList<T> {
  items: T[];
  conflicts: readonly (Conflict & { id: string })[];
  /** Both sides put what is in all three lists into another order; mine is kept. */
  hasOrderConflict: boolean;
}

/** Puts two versions of a list together, item by item; the order is that of the side that changed it. */
export function mergeLists<T>(
  base: readonly T[],
  mine: readonly T[],
  theirs: readonly T[],
  idOf: IdOf<T>,
  options: { asOne?: boolean } = {},
): MergedList<T> {
  const byId = (list: readonly T[]): ReadonlyMap<string, T> => new Map(list.map((item) => [idOf(item), item]));
  const [bases, ours, others] = [byId(base), byId(mine), byId(theirs)];
  const conflicts: (Conflict & { id: string })[] = [];
  const merged = new Map<string, T>();
  for (const id of new Set([...ours.keys(), ...others.keys()])) {
    const versions = [bases, ours, others].map((items) => items.get(id) ?? null) as [T | null, T | null, T | null];
    const one = mergeFacts(...versions, options);
    conflicts.push(...one.conflicts.map((conflict) => ({ ...conflict, id })));
    if (one.fact !== null) merged.set(id, one.fact);
  }
  const orderOf = (list: readonly T[]): string[] => list.map(idOf).filter((id) => merged.has(id));
  const isMoved = (list: readonly T[]): boolean => compareLists(base, list, idOf).moved.length > 0;
  const [isMine, isTheirs] = [isMoved(mine), isMoved(theirs)];
  const common = (list: readonly T[]): string[] => orderOf(list).filter((id) => ours.has(id) && others.has(id));
  const order = isTheirs && !isMine ? weave(orderOf(theirs), orderOf(mine)) : weave(orderOf(mine), orderOf(theirs));
  return {
    items: order.map((id) => merged.get(id) as T),
    conflicts,
    hasOrderConflict: isMine && isTheirs && !isSame(common(mine), common(theirs)),
  };
}

/** The order of one list; what only the other has follows whom it follows there. */
function weave(order: readonly string[], other: readonly string[]): string[] {
  const known = new Set(order);
  const following = new Map<string | null, string[]>();
  let last: string | null = null;
  for (const id of other) {
    if (known.has(id)) last = id;
    else following.set(last, [...(following.get(last) ?? []), id]);
  }
  return [...(following.get(null) ?? []), ...order.flatMap((id) => [id, ...(following.get(id) ?? [])])];
}
