// Whether two JSON values are the same: strict (a missing key is not null), whatever the order of keys. Node's own
// comparison of any two objects takes several times as long, and a workbook has a hundred thousand values to compare.

type Branch = Readonly<Record<string, unknown>>;

/** Whether two values of JSON are the same: the same keys with the same values, lists in the same order. */
export function isSameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((one, at) => isSameJson(one, b[at]))
    );
  }
  return isSameBranch(a as Branch, b as Branch);
}

function isSameBranch(a: Branch, b: Branch): boolean {
  // Counted as they are gone through: a list of keys for each of a hundred thousand is most of the time.
  let more = 0;
  for (const key in a) {
    const left = a[key];
    const right = b[key];
    if (left !== right && !isSameJson(left, right)) return false;
    if (right === undefined && !Object.hasOwn(b, key)) return false;
    more += 1;
  }
  for (const _ in b) more -= 1;
  return more === 0;
}
