// 重复项目: the pairs of a plan that may be one project, and those between the plan and another list.

import type { Project } from '#shared/domain/project.ts';
import type { ReferenceData } from '#shared/domain/reference.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { recordsOf } from '#shared/records/records.ts';
import type { Pair } from './compare.ts';
import { isStillDistinct } from './distinct-pair.ts';
import { makePairIndex, makePairMemory, type PairMemory, pairKey } from './pair-index.ts';
import { signatureMaker } from './signature.ts';

const memories = new WeakMap<ReferenceData['regions'], PairMemory>();

/** The pairs of the list that nobody marked 不是重复, the likeliest first, then in list order. */
export function findDuplicates(data: Pick<PlanData, 'reference' | 'projects' | 'records'>): Pair[] {
  const { regions } = data.reference;
  const signatureOf = signatureMaker(data.reference);
  let memory = memories.get(regions);
  if (!memory) {
    memory = makePairMemory(signatureOf);
    memories.set(regions, memory);
  }
  const found = memory.update(data.projects);
  if (found.size === 0) return [];
  const distinct = recordsOf(data.records, 'distinct-pair');
  const ids = new Set([...found.values()].flatMap(({ a, b }) => [a, b]));
  const places = new Map<string, { project: Project; at: number }>();
  data.projects.forEach((project, at) => {
    if (ids.has(project.id)) places.set(project.id, { project, at });
  });
  const placed = [...found].flatMap(([key, pair]) => {
    const [a, b] = [places.get(pair.a), places.get(pair.b)];
    if (!a || !b) return [];
    if (isStillDistinct(distinct.get(key), signatureOf(a.project), signatureOf(b.project))) return [];
    const [first, second] = a.at < b.at ? [a, b] : [b, a];
    return [{ pair: { ...pair, a: first.project.id, b: second.project.id }, at: first.at, next: second.at }];
  });
  return placed.sort((x, y) => y.pair.score - x.pair.score || x.at - y.at || x.next - y.next).map(({ pair }) => pair);
}

/**
 * Pairs between the list (side a) and another one (side b): an import that is not taken in yet, another workbook.
 * Projects of one id are the same and no pair. For each of the other list the likeliest only.
 */
export function findAcross(
  own: readonly Project[],
  others: readonly Project[],
  reference: Pick<ReferenceData, 'regions'>,
): Pair[] {
  const signatureOf = signatureMaker(reference);
  const index = makePairIndex();
  for (const project of own) index.add(signatureOf(project));
  return others.flatMap((project) => {
    const pairs = index.pairsOf(signatureOf(project));
    const best = pairs.reduce<Pair | null>((top, pair) => (top && top.score >= pair.score ? top : pair), null);
    return best ? [{ ...best, a: best.b, b: best.a }] : [];
  });
}

export { pairKey };
