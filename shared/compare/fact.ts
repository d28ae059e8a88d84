// The difference of two facts of any kind, value by value. A value is named by its path: the keys from the outside in,
// ['amounts', 'bySource', 'fiscal.central']. Lists are one value. A missing value is the same as null.

/** Where a value stands in a fact; [] the fact as a whole. */
export type Path = readonly string[];

/** One value that differs. undefined: it is not there. */
export interface ValueChange {
  path: Path;
  before: unknown;
  after: unknown;
}

type Branch = Readonly<Record<string, unknown>>;

/** True for what holds values under keys. */
export function isBranch(value: unknown): value is Branch {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value under a key of its own; undefined where there is none. */
export function own(branch: unknown, key: string): unknown {
  return isBranch(branch) && Object.hasOwn(branch, key) ? branch[key] : undefined;
}

/** The keys of both, those of the first before the others. */
export function keysOf(...branches: readonly unknown[]): string[] {
  return [...new Set(branches.flatMap((branch) => (isBranch(branch) ? Object.keys(branch) : [])))];
}

/** Whether two plain values say the same; the order of keys says nothing. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((value, index) => isSame(value, b[index]));
  if (isBranch(a) && isBranch(b)) {
    for (const key of Object.keys(a)) if (!isSame(a[key], own(b, key))) return false;
    for (const key of Object.keys(b)) if (!Object.hasOwn(a, key) && !isSame(null, b[key])) return false;
    return true;
  }
  return (a ?? null) === (b ?? null);
}

/** What differs between two facts; one change at [] where one of them is not there. */
export function differenceOf(before: unknown, after: unknown): ValueChange[] {
  const changes: ValueChange[] = [];
  const walk = (a: unknown, b: unknown, path: Path): void => {
    if (a === b) return;
    if (isBranch(a) && isBranch(b)) for (const key of keysOf(a, b)) walk(own(a, key), own(b, key), [...path, key]);
    else if (!isSame(a, b)) changes.push({ path, before: a, after: b });
  };
  walk(before, after, []);
  return changes;
}

/** The value at a path; undefined where there is none. */
export function valueAt(fact: unknown, path: Path): unknown {
  return path.reduce(own, fact);
}

/** A copy of a fact with the values after a difference, also the chosen sides of conflicts; undefined takes a key away. */
export function applyDifference<T>(fact: T, difference: readonly Pick<ValueChange, 'path' | 'after'>[]): T {
  return difference.reduce<unknown>((now, { path, after }) => setAt(now, path, after), fact) as T;
}

function setAt(fact: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  const branch = isBranch(fact) ? fact : {};
  const next = setAt(own(branch, key), rest, value);
  if (next !== undefined) return { ...branch, [key]: next };
  const { [key]: _, ...others } = branch;
  return others;
}
