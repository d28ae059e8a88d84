// A text against itself, whatever the plan says: sums with their parts, figures a year and over the years, growth, shares,
// calculations, and one matter told in two ways.
import type { PlanInfo } from '#shared/domain/reference.ts';
import type { ScannedNumber } from '../scan-text.ts';
import { cutSentences } from '../sentences.ts';
import type { TextMark } from '../text-mark.ts';
import { checkChanges } from './change-marks.ts';
import { checkConsistency } from './consistency.ts';
import { checkEquations } from './equations.ts';
import { checkPaces } from './paces.ts';
import type { SelfMark } from './self-mark.ts';
import { checkShares } from './shares-told.ts';
import { checkSums } from './sums.ts';

type Years = Pick<PlanInfo, 'firstYear' | 'lastYear'>;

/** All marks of what a text says of itself. `scanned`: its figures. */
export function checkItself(text: string, scanned: readonly ScannedNumber[], plan: Years): SelfMark[] {
  let next = 0;
  const bySentence = cutSentences(text).flatMap((sentence): SelfMark[] => {
    const from = next;
    while (next < scanned.length && (scanned[next]?.number.start ?? 0) < sentence.end) next += 1;
    return [...checkChanges(sentence), ...checkPaces(sentence, scanned.slice(from, next), plan)];
  });
  return [
    ...bySentence,
    ...checkSums(text, scanned),
    ...checkShares(text, scanned),
    ...checkEquations(text),
    ...checkConsistency(text, plan),
  ];
}

/**
 * Marks of figures and of the text itself together: one that the plan does not have but that follows from others of the
 * text is right, one that contradicts them is told once, and what the plan has already confirmed is not said again.
 */
export function confirm(figures: readonly TextMark[], itself: readonly SelfMark[]): TextMark[] {
  const told = new Map<number, SelfMark>();
  for (const mark of itself) if (told.get(mark.start)?.status !== 'warning') told.set(mark.start, mark);
  const kept = figures.filter(({ status, start }) => status !== 'unknown' || !told.has(start));
  const keptAt = new Set(kept.map(({ start }) => start));
  return [
    ...kept,
    ...itself.filter(
      ({ status, start }) => status === 'warning' || (told.get(start)?.status === 'same' && !keptAt.has(start)),
    ),
  ];
}
