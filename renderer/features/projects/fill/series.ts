// How a few cells go on: numbers with a step, 建设年限, numberings; whatever is no series is repeated. As in Excel a
// single number or word is copied, a single numbering or period counts on.
import { formatPeriod, type Period } from '#shared/domain/periods.ts';
import { parsePeriod } from '#shared/import/parse-period.ts';
import { type Counter, counterOf, countersOf } from './counter.ts';

/** What the column holds: 'list' and long texts are only ever repeated. */
export type SeriesKind = 'number' | 'period' | 'text' | 'list';

/** 'copy' repeats whatever stands there; 'series' counts on even from a single number. */
export type FillWay = 'auto' | 'copy' | 'series';

/** Gives the text at a number of steps behind the last one; undefined where there is none. */
type Continuation = (steps: number) => string | undefined;

/**
 * The next `count` texts after `seeds`. `step` is the direction in which a single seed counts on: -1 when filling up or
 * to the left, where the seeds come in reverse.
 */
export function continueSeries(
  seeds: readonly string[],
  count: number,
  kind: SeriesKind,
  way: FillWay = 'auto',
  step: 1 | -1 = 1,
): string[] {
  if (seeds.length === 0) return [];
  const repeated = Array.from({ length: count }, (_, index) => seeds[index % seeds.length] ?? '');
  if (way === 'copy' || kind === 'list') return repeated;
  const go = findContinuation(seeds, kind, way, step);
  if (!go) return repeated;
  const texts: string[] = [];
  for (let steps = 1; steps <= count; steps += 1) {
    const text = go(steps);
    if (text === undefined) return repeated;
    texts.push(text);
  }
  return texts;
}

function findContinuation(
  seeds: readonly string[],
  kind: SeriesKind,
  way: FillWay,
  step: 1 | -1,
): Continuation | undefined {
  if (kind === 'period') return continuePeriods(seeds, step);
  const numbers = continueNumbers(seeds, way, step);
  if (numbers || kind === 'number') return numbers;
  return continueCounters(seeds, step);
}

const PLAIN_NUMBER = /^-?\d{1,12}(?:\.\d{1,6})?$/;
const SCALE_DIGITS = 6;
const SCALE = 10 ** SCALE_DIGITS;

/** Plain decimals as whole millionths, so that steps of 0.1 stay exact. */
function continueNumbers(seeds: readonly string[], way: FillWay, step: 1 | -1): Continuation | undefined {
  const plain = seeds.map((seed) => seed.replaceAll(',', ''));
  if (!plain.every((seed) => PLAIN_NUMBER.test(seed))) return undefined;
  const values = plain.map(toMillionths);
  if (values.length === 1 && way !== 'series') return undefined;
  const by = stepOf(values) ?? (values.length === 1 ? step * SCALE : undefined);
  const last = values.at(-1);
  return by === undefined || last === undefined ? undefined : (steps) => fromMillionths(last + by * steps);
}

function toMillionths(text: string): number {
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  const value = Number(`${whole}${fraction.padEnd(SCALE_DIGITS, '0')}`);
  return text.startsWith('-') ? -value : value;
}

function fromMillionths(value: number): string | undefined {
  if (!Number.isSafeInteger(value)) return undefined;
  const digits = String(Math.abs(value)).padStart(SCALE_DIGITS + 1, '0');
  const fraction = digits.slice(-SCALE_DIGITS).replace(/0+$/, '');
  return `${value < 0 ? '-' : ''}${digits.slice(0, -SCALE_DIGITS)}${fraction === '' ? '' : `.${fraction}`}`;
}

/** The equal distance between the values; undefined where it varies or there is only one. */
function stepOf(values: readonly number[]): number | undefined {
  const [first, second] = values;
  if (first === undefined || second === undefined) return undefined;
  const by = second - first;
  return values.every((value, index) => index === 0 || value - (values[index - 1] ?? 0) === by) ? by : undefined;
}

/** 2021, 2022 …; 2021-2022, 2022-2023 …; 2024.6, 2024.7 …: start and end move together, by years or months. */
function continuePeriods(seeds: readonly string[], step: 1 | -1): Continuation | undefined {
  const periods = seeds.map((seed) => parsePeriod(seed));
  const spans: { start: number; length: number; isYears: boolean }[] = [];
  for (const period of periods) {
    if (period.kind !== 'period') return undefined;
    const isYears = period.start.length === 4 && period.end.length === 4;
    const start = pointNumber(period.start, isYears);
    spans.push({ start, length: pointNumber(period.end, isYears) - start, isYears });
  }
  const [first] = spans;
  const last = spans.at(-1);
  if (!first || !last) return undefined;
  if (!spans.every((span) => span.length === first.length && span.isYears === first.isYears)) return undefined;
  const by = spans.length === 1 ? step : stepOf(spans.map((span) => span.start));
  if (by === undefined) return undefined;
  return (steps) => {
    const start = last.start + by * steps;
    const period: Period = {
      start: pointText(start, last.isYears),
      end: pointText(start + last.length, last.isYears),
    };
    return formatPeriod(period.start, period.end);
  };
}

function pointNumber(point: string, isYears: boolean): number {
  const [year = '0', month = '1'] = point.split('-');
  return isYears ? Number(year) : Number(year) * 12 + Number(month) - 1;
}

function pointText(value: number, isYears: boolean): string {
  return isYears ? String(value) : `${Math.floor(value / 12)}-${String((value % 12) + 1).padStart(2, '0')}`;
}

function continueCounters(seeds: readonly string[], step: 1 | -1): Continuation | undefined {
  const [first = ''] = seeds;
  const counters = seeds.length === 1 ? [counterOf(first)] : commonCounters(seeds);
  const last = counters?.at(-1);
  if (!counters || !last) return undefined;
  const by = counters.length === 1 ? step : stepOf(counters.map((counter) => counter?.value ?? Number.NaN));
  return by === undefined ? undefined : (steps) => last.write(last.value + by * steps);
}

/** The number by which texts differ while everything around it is the same. */
function commonCounters(seeds: readonly string[]): Counter[] | undefined {
  const all = seeds.map(countersOf);
  for (const counter of all[0] ?? []) {
    const same = all.map((counters) => counters.find((other) => other.frame === counter.frame));
    const found = same.filter((other) => other !== undefined);
    if (found.length === seeds.length) return found;
  }
  return undefined;
}
