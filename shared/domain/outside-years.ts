// Money of a project outside the plan's years (期前、期后, SPECS J4): what was completed before the period and what is left
// for after it. Both stand among the years under a word instead of a number, so that 总投资 is the sum of all of them.
import type { Fen } from '../values/money.ts';
import type { Project } from './project.ts';
import type { PlanInfo } from './reference.ts';

/** 期前累计完成投资 */
export const BEFORE = 'before';
/** 期后投资 */
export const LATER = 'later';
export const OUTSIDE_YEARS = [BEFORE, LATER] as const;
export type OutsideYear = (typeof OUTSIDE_YEARS)[number];

const LABELS: Readonly<Record<OutsideYear, string>> = { before: '期前累计完成投资', later: '期后投资' };

export function isOutsideYear(key: string | number): key is OutsideYear {
  return key === BEFORE || key === LATER;
}

/** '2026年', 期前累计完成投资, 期后投资: the header of a key of `byYear`. */
export function yearLabel(key: string | number): string {
  return isOutsideYear(key) ? LABELS[key] : `${key}年`;
}

/** A number for each key that puts them in order of time; the number under which a file keeps it too. */
export function yearNumber(key: string | number): number {
  if (key === BEFORE) return 1;
  return key === LATER ? 9999 : Number(key);
}

/** The key of a number that yearNumber gave. */
export function yearOfNumber(number: number): string {
  if (number === yearNumber(BEFORE)) return BEFORE;
  return number === yearNumber(LATER) ? LATER : String(number);
}

/** First and last year that a key of `byYear` speaks of. */
export function yearSpan(
  key: string | number,
  { firstYear, lastYear }: Pick<PlanInfo, 'firstYear' | 'lastYear'>,
): [first: number, last: number] {
  if (key === BEFORE) return [Number.NEGATIVE_INFINITY, firstYear - 1];
  return key === LATER ? [lastYear + 1, Number.POSITIVE_INFINITY] : [Number(key), Number(key)];
}

/** What a project has before or after the period; 0 where nothing is stated. */
export function outsideFen({ amounts }: Pick<Project, 'amounts'>, key: OutsideYear): number {
  return amounts.byYear[key] ?? 0;
}

/** Keys and amounts of `byYear` in order of time. */
export function inTime(byYear: Readonly<Record<string, Fen>>): [key: string, fen: Fen][] {
  return Object.entries(byYear).sort(([a], [b]) => yearNumber(a) - yearNumber(b));
}
