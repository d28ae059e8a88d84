// Which items of a list gave way to which, where items are immutable and a changed one is a new object: what sums are
// kept by. An edit costs a look at each place, and nothing more.

export interface Swap<T> {
  /** From place `at` to the end of the lists less `tail` nothing is as it was. */
  at: number;
  tail: number;
  gone: readonly T[];
  come: readonly T[];
}

/** Several sums follow one list, so the last answer about it is kept. It holds the list before only as long as others do. */
const known = new WeakMap<readonly object[], { before: WeakRef<readonly object[]>; swap: Swap<object> }>();

/** Items that only moved neither came nor went. */
export function swapOf<T extends object>(before: readonly T[], after: readonly T[]): Swap<T> {
  const found = known.get(after);
  if (found?.before.deref() === before) return found.swap as unknown as Swap<T>;
  const swap = findSwap(before, after);
  known.set(after, { before: new WeakRef(before), swap });
  return swap;
}

function findSwap<T>(before: readonly T[], after: readonly T[]): Swap<T> {
  const length = Math.min(before.length, after.length);
  let at = 0;
  while (at < length && before[at] === after[at]) at += 1;
  let tail = 0;
  while (tail < length - at && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  const old: T[] = [];
  const fresh: T[] = [];
  // Most items between two edits stand where they stood; only after an insertion or removal none does.
  const isAligned = before.length === after.length;
  for (let place = at; place < before.length - tail; place += 1)
    if (!isAligned || before[place] !== after[place]) old.push(before[place] as T);
  for (let place = at; place < after.length - tail; place += 1)
    if (!isAligned || before[place] !== after[place]) fresh.push(after[place] as T);
  if (old.length === 0 || fresh.length === 0) return { at, tail, gone: old, come: fresh };
  const [olds, fresher] = [new Set(old), new Set(fresh)];
  return {
    at,
    tail,
    gone: old.filter((item) => !fresher.has(item)),
    come: fresh.filter((item) => !olds.has(item)),
  };
}
