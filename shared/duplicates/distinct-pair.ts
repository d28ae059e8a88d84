// 不是重复: two projects that look alike and are two. It holds as long as name and place of both stay what they were.
import type { DistinctPair } from '../records/distinct-pair.ts';
import type { Signature } from './signature.ts';

/** What must not change: the words and numbers of the name, and the place. */
export function distinctMark({ core, numbers, region, place }: Signature): string {
  return [core, numbers.join(), region, place.village === '' ? place.townName : place.village].join('|');
}

/** The record for a pair; the sides in the order of their ids. */
export function distinctPair(one: Signature, other: Signature): DistinctPair {
  const [a, b] = one.project.id < other.project.id ? [one, other] : [other, one];
  return { names: [a.project.name, b.project.name], marks: [distinctMark(a), distinctMark(b)] };
}

/** Whether a mark of before still speaks of these two. */
export function isStillDistinct(mark: DistinctPair | undefined, one: Signature, other: Signature): boolean {
  if (!mark) return false;
  const { marks } = distinctPair(one, other);
  return marks[0] === mark.marks[0] && marks[1] === mark.marks[1];
}
