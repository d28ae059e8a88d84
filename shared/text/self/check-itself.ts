// The figures of a text against each other, whatever the plan says: sums with their parts, figures a year and over the
// years, growth, shares, calculations.
import type { PlanInfo } from '#shared/domain/reference.ts';
import type { ScannedNumber } from '../scan-text.ts';
import { cutSentences } from '../sentences.ts';
import type { TextMark } from '../text-mark.ts';
import { checkChanges } from './change-marks.ts';
import { checkEquations } from './equations.ts';
import { checkPaces } from './paces.ts';
import type { SelfMark } from './self-mark.ts';
import { checkShares } from './shares-told.ts';
import { checkSums } from './sums.ts';

type Years = Pick<PlanInfo, 'firstYear' | 'lastYear'>;

/** All marks of what a text says of itself. `scanned`: its figures. */
export function checkItself(text: string, scanned: readonly ScannedNumber[], plan: Years): SelfMark[] {
  return [...checkCourses(text, scanned, plan), ...checkSums(text, scanned), ...checkShares(text, scanned)];
}

/** Growth, figures a year beside those of all years, calculations: all but sums and shares. */
export function checkCourses(text: string, scanned: readonly ScannedNumber[], plan: Years): SelfMark[] {
  let next = 0;
  const bySentence = cutSentences(text).flatMap((sentence): SelfMark[] => {
    const from = next;
    while (next < scanned.length && (scanned[next]?.number.start ?? 0) < sentence.end) next += 1;
    return [...checkChanges(sentence), ...checkPaces(sentence, scanned.slice(from, next), plan)];
  });
  return [...bySentence, ...checkEquations(text)];
}

/**
 * Marks of figures and of the text itself together. A figure that the plan does not have but that follows from others of
 * the text is right; one that both contradict is told once; what the plan has confirmed is not confirmed again.
 */
export function confirm(figures: readonly TextMark[], itself: readonly SelfMark[]): TextMark[] {
  const told = new Map<number, SelfMark[]>();
  for (const mark of itself) told.set(mark.start, [...(told.get(mark.start) ?? []), mark]);
  const joined = figures.flatMap((figure): TextMark[] => {
    const own = told.get(figure.start) ?? [];
    told.delete(figure.start);
    const warnings = own.filter(({ status }) => status === 'warning');
    const [first = figure] = [...warnings, ...own];
    if (figure.status === 'unknown') return warnings.length > 0 ? warnings : [first];
    if (figure.status === 'differs')
      return [{ ...figure, message: [figure, ...warnings].map(({ message }) => message).join('') }];
    return [figure, ...warnings];
  });
  return [
    ...joined,
    ...[...told.values()].flatMap((marks) =>
      marks
        .filter(({ status }) => status === 'warning')
        .concat(marks)
        .slice(0, 1),
    ),
  ];
}
