// 装入 as a three-way merge: what both had last, what is here now, what the package says. Facts are merged one by one, so
// that packages of different offices may come in any order; nothing that somebody changed here is lost without a conflict.
import { applyDifference, isSame } from '../compare/fact.ts';
import { type Conflict, mergeFacts } from '../compare/merge.ts';
import { COLLECTION_NAMES, type Collection, type FactOf, type Facts } from './facts.ts';
import type { Overstep, WantedChange } from './rights.ts';

type Fact = FactOf<Collection>;

export interface PackageConflict extends Conflict {
  /** `collection:id` and the path: names it in choices. */
  key: string;
  name: Collection;
  id: string;
  mineFact: Fact | null;
}

export interface PackageChange extends WantedChange {
  id: string;
}

export interface Refusal extends Overstep {
  name: Collection;
  id: string;
  fact: Fact;
}

export interface PackageMerge {
  changes: PackageChange[];
  /** All of them; those that were chosen have `chosen`. */
  conflicts: (PackageConflict & { chosen: 'mine' | 'theirs' | null })[];
  refusals: Refusal[];
  /** Of the package's facts those that change nothing. */
  unchanged: Record<Collection, number>;
}

export interface MergeInput {
  carries: readonly Collection[];
  theirs: Facts;
  mine: Facts;
  /** What both had last; null: they never had it in common. */
  baseOf(name: Collection, id: string): Fact | null;
  /** Ids that the office had in its package of this kind before: those that are gone from it are withdrawn. */
  sentBefore(name: Collection): Iterable<string>;
  judge(change: WantedChange): Overstep | null;
  choose(conflict: PackageConflict): 'mine' | 'theirs' | null;
}

/** Kinds whose values mean something only together. */
const AS_ONE: ReadonlySet<Collection> = new Set(['explanations']);

export function mergePackage(input: MergeInput): PackageMerge {
  const result: PackageMerge = {
    changes: [],
    conflicts: [],
    refusals: [],
    unchanged: Object.fromEntries(COLLECTION_NAMES.map((name) => [name, 0])) as Record<Collection, number>,
  };
  for (const name of COLLECTION_NAMES) if (input.carries.includes(name)) mergeCollection(name, input, result);
  return result;
}

function mergeCollection(name: Collection, input: MergeInput, result: PackageMerge): void {
  const index = (facts: Facts): ReadonlyMap<string, Fact> => new Map(facts[name].map((fact) => [fact.id, fact]));
  const [ours, theirs] = [index(input.mine), index(input.theirs)];
  for (const id of new Set([...theirs.keys(), ...input.sentBefore(name)])) {
    const base = input.baseOf(name, id);
    const mine = ours.get(id) ?? null;
    const their = theirs.get(id) ?? null;
    const merged = mergeOne(name, id, { base, mine, their }, input, result);
    if (isSame(merged, mine)) {
      if (their !== null) result.unchanged[name] += 1;
      continue;
    }
    const wanted = { name, mine, next: merged };
    const overstep = input.judge(wanted);
    if (overstep) result.refusals.push({ ...overstep, name, id, fact: (merged ?? mine) as Fact });
    const next = overstep ? keepMine(overstep, mine, merged) : merged;
    if (!isSame(next, mine)) result.changes.push({ ...wanted, id, next });
    else if (their !== null) result.unchanged[name] += 1;
  }
}

/** What an overstep leaves of a change. */
function keepMine({ keep }: Overstep, mine: Fact | null, merged: Fact | null): Fact | null {
  if (!keep || mine === null || merged === null) return mine;
  return applyDifference(
    merged,
    keep.map((path) => ({
      path,
      after: path.reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], mine),
    })),
  );
}

function mergeOne(
  name: Collection,
  id: string,
  sides: { base: Fact | null; mine: Fact | null; their: Fact | null },
  { choose }: MergeInput,
  result: PackageMerge,
): Fact | null {
  const { mine } = sides;
  // Each list has its own order.
  const [base, their] = [sides.base, sides.their].map((side) => inPlaceOf(mine, side)) as [Fact | null, Fact | null];
  const { fact, conflicts } = mergeFacts<Fact | null>(base, mine, their, { asOne: AS_ONE.has(name) });
  let merged = fact;
  for (const conflict of conflicts) {
    const key = [name, id, ...conflict.path].join(':');
    const one = { ...conflict, key, name, id, mineFact: mine };
    const chosen = choose(one);
    result.conflicts.push({ ...one, chosen });
    if (chosen === 'theirs') {
      const after = conflict.theirs ?? null;
      merged = applyDifference(merged, [
        { path: conflict.path, after: conflict.path.length === 0 ? after : conflict.theirs },
      ]);
    }
  }
  return merged;
}

function inPlaceOf(mine: Fact | null, fact: Fact | null): Fact | null {
  if (mine === null || fact === null || !('position' in fact) || !('position' in mine)) return fact;
  return { ...fact, position: mine.position };
}
