// Finds the pairs of a list without comparing all with all: projects meet only where they share a place and letters of
// their names, or content and amount, or a code. An index over lists of immutable projects is renewed by what changed.
import type { Project } from '#shared/domain/project.ts';
import { type Block, makeBlock } from './block.ts';
import { comparePair, type Pair } from './compare.ts';
import type { Signature } from './signature.ts';

/** At most so many of a block are compared with a project: those that share most letters. */
const MOST_COMPARED = 60;
/** At most so many pairs are kept of one project: a list of copies is no square. */
const MOST_PAIRS = 5;

function addTo(map: Map<string, Set<Signature>>, key: string, signature: Signature): void {
  const set = map.get(key);
  if (set) set.add(signature);
  else map.set(key, new Set([signature]));
}

function dropFrom(map: Map<string, Set<Signature>>, key: string, signature: Signature): void {
  const set = map.get(key);
  set?.delete(signature);
  if (set?.size === 0) map.delete(key);
}

interface Keys {
  /** Place and numbers: names with other numbers (二期, 三期) are never the same, see comparePair. */
  block: string;
  /** The same code; the same work at the same place for the same money. */
  exact: string[];
}

function keysOf({ region, place: { town, village, joined }, core, numbers, content, total, code }: Signature): Keys {
  const place = `${region}|${village === '' ? `镇${town}` : village}`;
  return {
    block: `${place}|${numbers.join()}`,
    exact: [
      ...(code === '' ? [] : [`编号|${code}`]),
      ...(content === '' || total === null ? [] : [`${place}|${total}|${content}`]),
      // A place that could not be cut meets the same one in two cells.
      ...(core === '' || joined === '' ? [] : [`${region}|地点|${joined}|${core}`]),
    ],
  };
}

export interface PairIndex {
  add(signature: Signature): void;
  remove(id: string): void;
  /** The likeliest of the projects that may be the same as this one. */
  pairsOf(signature: Signature): Pair[];
}

export function makePairIndex(): PairIndex {
  const known = new Map<string, { signature: Signature; keys: Keys }>();
  const blocks = new Map<string, Block>();
  const exact = new Map<string, Set<Signature>>();
  return {
    add(signature) {
      const keys = keysOf(signature);
      known.set(signature.project.id, { signature, keys });
      for (const key of keys.exact) addTo(exact, key, signature);
      const block = blocks.get(keys.block) ?? makeBlock();
      blocks.set(keys.block, block);
      block.add(signature);
    },
    remove(id) {
      const entry = known.get(id);
      if (!entry) return;
      known.delete(id);
      const { signature, keys } = entry;
      for (const key of keys.exact) dropFrom(exact, key, signature);
      blocks.get(keys.block)?.remove(signature);
    },
    pairsOf(signature) {
      const keys = keysOf(signature);
      const pairs: Pair[] = [];
      const compare = (other: Signature): void => {
        const pair = other.project.id === signature.project.id ? null : comparePair(signature, other);
        if (pair) pairs.push(pair);
      };
      // Names that are less alike make a pair only where the work or the code is the same: those are found below.
      for (const other of blocks.get(keys.block)?.candidates(signature, MOST_COMPARED) ?? []) compare(other);
      const paired = new Set(pairs.map(({ b }) => b));
      for (const key of keys.exact) {
        let taken = 0;
        for (const other of exact.get(key) ?? []) {
          if (taken++ === MOST_COMPARED) break;
          if (paired.has(other.project.id)) continue;
          paired.add(other.project.id);
          compare(other);
        }
      }
      if (pairs.length > MOST_PAIRS) pairs.sort((x, y) => y.score - x.score).length = MOST_PAIRS;
      return pairs;
    },
  };
}

/** All pairs of a list, kept from one list to the next. */
export interface PairMemory {
  update(projects: readonly Project[]): ReadonlyMap<string, Pair>;
}

export function pairKey(a: string, b: string): string {
  return a < b ? `${a}|${b}` : `${b}|${a}`;
}

/** Makes a memory of the pairs of one plan. The map it gives belongs to it and is to be read at once. */
export function makePairMemory(signatureOf: (project: Project) => Signature): PairMemory {
  const index = makePairIndex();
  const pairs = new Map<string, Pair>();
  const keysById = new Map<string, Set<string>>();
  const listed = new Map<string, Project>();
  let last: readonly Project[] | null = null;

  const forget = (id: string): void => {
    index.remove(id);
    listed.delete(id);
    for (const key of keysById.get(id) ?? []) {
      const pair = pairs.get(key);
      pairs.delete(key);
      for (const side of pair ? [pair.a, pair.b] : []) if (side !== id) keysById.get(side)?.delete(key);
    }
    keysById.delete(id);
  };
  const note = (id: string, key: string): void => {
    const keys = keysById.get(id);
    if (keys) keys.add(key);
    else keysById.set(id, new Set([key]));
  };
  const learn = (project: Project): void => {
    const signature = signatureOf(project);
    for (const pair of index.pairsOf(signature)) {
      const key = pairKey(pair.a, pair.b);
      pairs.set(key, pair);
      note(pair.a, key);
      note(pair.b, key);
    }
    index.add(signature);
    listed.set(project.id, project);
  };
  return {
    update(projects) {
      if (projects === last) return pairs;
      last = projects;
      const there = new Set<string>();
      const fresh: Project[] = [];
      for (const project of projects) {
        there.add(project.id);
        if (listed.get(project.id) !== project) fresh.push(project);
      }
      if (listed.size + fresh.length > there.size) {
        for (const id of [...listed.keys()]) if (!there.has(id)) forget(id);
      }
      for (const { id } of fresh) if (listed.has(id)) forget(id);
      for (const project of fresh) learn(project);
      return pairs;
    },
  };
}
