// Facts by what they are of, and by their digits: where something is told again, and where all but one digit of it is.
import type { Subject } from '#shared/text/subject.ts';
import { parseScaled } from '#shared/values/money.ts';
import type { Figure } from '../equation.ts';
import { showValue } from '../tables/measure.ts';
import type { Fact } from './table-facts.ts';

export function subjectKey({ category = '', year, source = '', place = '' }: Subject): string {
  return `${category}|${year ?? ''}|${source}|${place}`;
}

export interface FactIndex {
  /** The facts of one subject in one dimension, whatever they measure. */
  of(subject: Subject, dimension: string): readonly Fact[];
  /** The same without minding the year, for indicators that have a base and a target. */
  ofAnyYear(subject: Subject, dimension: string): readonly Fact[];
  /** The one fact that a figure of many digits differs from in a single digit. */
  slipped(figure: Figure): Fact | null;
  /** A fact with just this value. */
  equal(figure: Figure): Fact | null;
}

/** Fewer telling digits agree by chance. */
const TELLING = 5;

function digitsOf({ value, measure }: Figure): string | null {
  const digits = showValue(value, { ...measure, unit: '' });
  return digits.replace('.', '').replace(/0+$/, '').length < TELLING ? null : digits;
}

function patternsOf(digits: string): string[] {
  return [...digits].flatMap((sign, at) => (sign === '.' ? [] : [`${digits.slice(0, at)}?${digits.slice(at + 1)}`]));
}

/** The digits with two that stand next to each other changed over. */
function swapsOf(digits: string): string[] {
  return [...digits].flatMap((sign, at) => {
    const next = digits[at + 1];
    if (next === undefined || next === sign || sign === '.' || next === '.') return [];
    return [`${digits.slice(0, at)}${next}${sign}${digits.slice(at + 2)}`];
  });
}

export function indexFacts(facts: readonly Fact[]): FactIndex {
  const bySubject = new Map<string, Fact[]>();
  const byThing = new Map<string, Fact[]>();
  const byPattern = new Map<string, Fact>();
  const byValue = new Map<string, Fact>();
  const push = (map: Map<string, Fact[]>, key: string, fact: Fact): void => {
    const known = map.get(key);
    if (known) known.push(fact);
    else map.set(key, [fact]);
  };
  for (const fact of facts) {
    const { subject, term } = fact;
    const { measure, value } = term.figure;
    push(bySubject, `${subjectKey(subject)} ${measure.dimension}`, fact);
    const { year: _, ...anyYear } = subject;
    push(byThing, `${subjectKey(anyYear)} ${measure.dimension}`, fact);
    byValue.set(`${measure.dimension} ${value}`, byValue.get(`${measure.dimension} ${value}`) ?? fact);
    const digits = digitsOf(term.figure);
    if (digits !== null)
      for (const pattern of patternsOf(digits)) {
        const key = `${measure.dimension}${measure.scale} ${pattern}`;
        byPattern.set(key, byPattern.get(key) ?? fact);
      }
  }
  return {
    of: (subject, dimension) => bySubject.get(`${subjectKey(subject)} ${dimension}`) ?? [],
    ofAnyYear: ({ year: _, ...subject }, dimension) => byThing.get(`${subjectKey(subject)} ${dimension}`) ?? [],
    slipped: (figure) => {
      const digits = digitsOf(figure);
      if (digits === null) return null;
      for (const pattern of patternsOf(digits)) {
        const found = byPattern.get(`${figure.measure.dimension}${figure.measure.scale} ${pattern}`);
        if (found) return found;
      }
      for (const swapped of swapsOf(digits)) {
        const value = parseScaled(swapped, figure.measure.scale);
        const found = byValue.get(`${figure.measure.dimension} ${value}`);
        if (found) return found;
      }
      return null;
    },
    equal: ({ measure, value }) => byValue.get(`${measure.dimension} ${value}`) ?? null,
  };
}
