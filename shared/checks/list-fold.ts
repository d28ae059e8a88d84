// What is counted or added up over the whole list, kept from one run to the next and renewed by the few projects that
// differ: a rule over 60,000 projects costs one project an edit.
import type { Project } from '#shared/domain/project.ts';

/** Adds a project (sign 1) to a state or takes it out again (sign -1). */
export type FoldStep<S, K> = (state: S, project: Project, sign: 1 | -1, key: K) => void;

interface Kept<S> {
  projects: readonly Project[];
  state: S;
}

/**
 * Makes a fold over lists of immutable projects. `key` is the object under whose conditions the state holds (the
 * reference data, the settings): another key starts afresh. The state belongs to the fold and is to be read at once.
 */
export function makeListFold<S, K extends object>(
  empty: () => S,
  step: FoldStep<S, K>,
): (key: K, projects: readonly Project[]) => S {
  const kept = new WeakMap<K, Kept<S>>();
  return (key, projects) => {
    const known = kept.get(key);
    if (known?.projects === projects) return known.state;
    const state = known && isSimilar(known.projects, projects) ? known.state : undefined;
    const next = state ?? empty();
    if (known && state !== undefined) applyDifference(known.projects, projects, next, step, key);
    else for (const project of projects) step(next, project, 1, key);
    kept.set(key, { projects, state: next });
    return next;
  };
}

/** Lists of very different length are counted afresh: taking out costs as much as putting in. */
function isSimilar(before: readonly Project[], after: readonly Project[]): boolean {
  return Math.abs(before.length - after.length) * 2 < after.length;
}

function applyDifference<S, K>(
  before: readonly Project[],
  after: readonly Project[],
  state: S,
  step: FoldStep<S, K>,
  key: K,
): void {
  let first = 0;
  while (first < before.length && first < after.length && before[first] === after[first]) first += 1;
  let [oldEnd, newEnd] = [before.length, after.length];
  while (oldEnd > first && newEnd > first && before[oldEnd - 1] === after[newEnd - 1]) {
    oldEnd -= 1;
    newEnd -= 1;
  }
  const gone = new Set(before.slice(first, oldEnd));
  for (const project of after.slice(first, newEnd)) if (!gone.delete(project)) step(state, project, 1, key);
  for (const project of gone) step(state, project, -1, key);
}

/** Adds to a count, forgetting it where it becomes nothing. */
export function addCount<Key>(counts: Map<Key, number>, key: Key, amount: number): void {
  const next = (counts.get(key) ?? 0) + amount;
  if (next === 0) counts.delete(key);
  else counts.set(key, next);
}
