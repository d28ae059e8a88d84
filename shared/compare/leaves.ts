// The difference of two facts of any kind, value by value, and taking one change back out of a fact that changed since.
// A value is named by its path in the fact: 'name', 'amounts.bySource.fiscal'. Lists are one value.

/** The values of a fact by path. */
export type Leaves = ReadonlyMap<string, unknown>;

/** All values of a fact; one value under '' where it is no object. */
export function leavesOf(fact: unknown): Leaves {
  const leaves = new Map<string, unknown>();
  const walk = (value: unknown, path: string): void => {
    const isBranch = typeof value === 'object' && value !== null && !Array.isArray(value);
    if (!isBranch) leaves.set(path, value);
    else for (const [key, part] of Object.entries(value)) walk(part, path === '' ? key : `${path}.${key}`);
  };
  walk(fact, '');
  return leaves;
}

/** Whether two values are the same; a missing one is the same as null. */
export function isSameValue(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}

/** The paths at which two facts differ; '' where one of them is not there. */
export function differingPaths(a: unknown, b: unknown): string[] {
  if ((a === null) !== (b === null)) return [''];
  const [left, right] = [leavesOf(a), leavesOf(b)];
  return [...new Set([...left.keys(), ...right.keys()])].filter(
    (path) => !isSameValue(left.get(path), right.get(path)),
  );
}

/** A copy of a fact with one value set; undefined takes its key away (a blank amount). */
export function withValue<T>(fact: T, path: string, value: unknown): T {
  return setAt(fact, path.split('.'), value) as T;
}

function setAt(branch: unknown, [key = '', ...rest]: readonly string[], value: unknown): unknown {
  const { [key]: old, ...others } = branch as Record<string, unknown>;
  if (rest.length === 0 && value === undefined) return others;
  return { ...(branch as object), [key]: rest.length === 0 ? value : setAt(old ?? {}, rest, value) };
}

/**
 * `now` with the change from `before` to `after` taken back; values that the change did not touch stay as they are.
 * `conflict` names the first path that was changed again since.
 */
export function takeBack<T>(before: T, after: T, now: T): { fact: T } | { conflict: string } {
  const [old, current] = [leavesOf(before), leavesOf(now)];
  const done = leavesOf(after);
  let fact = now;
  for (const path of differingPaths(before, after)) {
    if (!isSameValue(current.get(path), done.get(path))) return { conflict: path };
    fact = withValue(fact, path, old.get(path));
  }
  return { fact };
}
