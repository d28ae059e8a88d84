// The projects of one place whose names bear the same numbers, searched by pairs of letters of the names.
import { LEAST_NAME } from './compare.ts';
import type { Signature } from './signature.ts';

/** A block is searched by letters from this size on; a smaller one is simply gone through. */
const LARGE_BLOCK = 12;

export interface Block {
  add(signature: Signature): void;
  remove(signature: Signature): void;
  /** Those whose names may be alike: at most so many, those that share most letters. */
  candidates(signature: Signature, most: number): Iterable<Signature>;
}

/** Members by number, and the numbers by pairs of letters. */
interface Postings {
  members: (Signature | undefined)[];
  numbers: Map<Signature, number>;
  byGram: Map<string, number[]>;
  /** Letters shared with the one that is looked for; all 0 between two searches. */
  shared: number[];
}

export function makeBlock(): Block {
  const members = new Set<Signature>();
  /** Made when a large block is searched for the first time. */
  let postings: Postings | null = null;
  return {
    add(signature) {
      members.add(signature);
      if (postings) post(postings, signature);
    },
    remove(signature) {
      members.delete(signature);
      const number = postings?.numbers.get(signature);
      if (!postings || number === undefined) return;
      postings.members[number] = undefined;
      postings.numbers.delete(signature);
      // More gaps than members: made anew with the next search.
      if (postings.members.length > 2 * members.size) postings = null;
    },
    candidates(signature, most) {
      if (members.size < LARGE_BLOCK) return members;
      if (!postings) {
        postings = { members: [], numbers: new Map(), byGram: new Map(), shared: [] };
        for (const member of members) post(postings, member);
      }
      return search(postings, signature, most);
    },
  };
}

function post({ members, numbers: known, byGram, shared }: Postings, signature: Signature): void {
  const number = members.push(signature) - 1;
  known.set(signature, number);
  shared.push(0);
  for (const gram of signature.grams) {
    const numbers = byGram.get(gram);
    if (numbers) numbers.push(number);
    else byGram.set(gram, [number]);
  }
}

function search({ members, byGram, shared }: Postings, { grams }: Signature, most: number): Signature[] {
  const touched: number[] = [];
  for (const gram of grams) {
    for (const number of byGram.get(gram) ?? []) {
      const before = shared[number] ?? 0;
      if (before === 0) touched.push(number);
      shared[number] = before + 1;
    }
  }
  const likely: { signature: Signature; count: number }[] = [];
  for (const number of touched) {
    const signature = members[number];
    const count = shared[number] ?? 0;
    shared[number] = 0;
    if (signature && 2 * count >= LEAST_NAME * (grams.size + signature.grams.size)) likely.push({ signature, count });
  }
  if (likely.length > most) likely.sort((x, y) => y.count - x.count).length = most;
  return likely.map(({ signature }) => signature);
}
