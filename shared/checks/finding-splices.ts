// What changed between two lists of findings: after an edit a handful of them, where the whole list would be tens of
// megabytes on its way to the window.
import type { Finding } from './finding.ts';

/** From place `at` of the old list `remove` findings give way to `insert`. Places are in rising order. */
export interface Splice {
  at: number;
  remove: number;
  insert: readonly Finding[];
}

/** So far both lists are searched for where they go on alike; an edit changes fewer findings in a row. */
const SEARCHED = 64;

/** Rules over the whole list make new objects each time: they are the same where they say the same. */
function isSame(a: Finding | undefined, b: Finding | undefined): boolean {
  if (a === b) return true;
  if (!a || !b || a.key !== b.key || a.message !== b.message || a.level !== b.level) return false;
  return (
    a.left === b.left &&
    a.right === b.right &&
    a.explanation?.state === b.explanation?.state &&
    a.explanation?.text === b.explanation?.text &&
    a.source?.row === b.source?.row
  );
}

/** How many findings to skip in each list until they go on alike; null where that is too far off. */
function findAgain(before: readonly Finding[], after: readonly Finding[], i: number, j: number) {
  for (let sum = 1; sum <= SEARCHED; sum += 1) {
    for (let skip = 0; skip <= sum; skip += 1) {
      const [removed, added] = [skip, sum - skip];
      if (i + removed > before.length || j + added > after.length) continue;
      const isEnd = i + removed === before.length && j + added === after.length;
      if (isEnd || (i + removed < before.length && isSame(before[i + removed], after[j + added]))) {
        return { removed, added };
      }
    }
  }
  return null;
}

/** The splices that make `after` of `before`. */
export function spliceFindings(before: readonly Finding[], after: readonly Finding[]): Splice[] {
  const splices: Splice[] = [];
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && isSame(before[i], after[j])) {
      i += 1;
      j += 1;
      continue;
    }
    const next = findAgain(before, after, i, j) ?? { removed: before.length - i, added: after.length - j };
    splices.push({ at: i, remove: next.removed, insert: after.slice(j, j + next.added) });
    i += next.removed;
    j += next.added;
  }
  return splices;
}

/** The new list; findings that did not change are the same objects. */
export function applySplices(before: readonly Finding[], splices: readonly Splice[]): Finding[] {
  const after: Finding[] = [];
  let from = 0;
  for (const { at, remove, insert } of splices) {
    for (; from < at; from += 1) after.push(before[from] as Finding);
    after.push(...insert);
    from = at + remove;
  }
  for (; from < before.length; from += 1) after.push(before[from] as Finding);
  return after;
}
