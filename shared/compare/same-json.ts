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
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  for (const key of keys) {
    const [left, right] = [a[key], b[key]];
    if (left !== right && !isSameJson(left, right)) return false;
    if (right === undefined && !Object.hasOwn(b, key)) return false;
  }
  return true;
}
