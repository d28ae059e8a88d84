// Tells which projects that come in another county has too.
import { pairSentence, pairsAcross } from '#shared/city/county-pairs.ts';
import type { ImportProblem } from '#shared/import/preview.ts';
import { placeReader } from '#shared/places/place-key.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import type { CountyTake } from './take-county.ts';

const MOST_TOLD = 100;

export function tellPairs(takes: readonly CountyTake[], { projects, reference }: PlanData): ImportProblem[] {
  const withdrawn = new Set(takes.flatMap(({ merge }) => merge.withdrawn.map(({ id }) => id)));
  const added = takes.flatMap(({ merge }) => merge.added);
  if (added.length === 0) return [];
  const pairs = pairsAcross(added, projects, withdrawn, placeReader(reference.regions));
  const told = pairs.slice(0, MOST_TOLD).map((pair): ImportProblem => {
    const message = pairSentence(pair, reference.regions);
    return { level: 'warning', code: 'county-pair', sheet: '', cell: '', raw: pair.now.name, message, proposal: '' };
  });
  if (pairs.length <= MOST_TOLD) return told;
  const message = `还有 ${pairs.length - MOST_TOLD} 个项目别的县也有，没有逐条列出。`;
  return [...told, { level: 'warning', code: 'more-problems', sheet: '', cell: '', raw: '', message, proposal: '' }];
}
