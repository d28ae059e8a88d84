// The figures of a text as terms of equations, each read with what its sentence says of it.
import { agreementOf } from '#shared/text/known-figure.ts';
import type { Scanned } from '#shared/text/scan-text.ts';
import type { Equation, Figure, Term } from '../equation.ts';
import type { Flow } from '../flow.ts';
import type { TextFigure } from './text-figures.ts';

export type ScannedFigure = Scanned<TextFigure>;

/** The term of a text figure; `label`: what it is called as a part. */
export type TextTerm = (number: TextFigure, label?: string) => Term;

/** Makes terms of text figures, one of each. */
export function makeTerms(flow: Flow): TextTerm {
  const known = new Map<number, Term>();
  return (number, label = number.raw) => {
    const made = known.get(number.start);
    if (made) return made;
    const { start, end, figure, raw } = number;
    const before = /[^，。；、：（）\s\d]{2,10}$/.exec(flow.text.slice(Math.max(0, start - 10), start))?.[0] ?? '';
    const term = { key: `t${start}`, place: flow.placeOf(start, end), figure, label, name: `正文“${before}${raw}”` };
    known.set(start, term);
    return term;
  };
}

/** How far a figure that is meant loosely may lie from what it tells; undefined for one that is meant just so. */
function looseness({ bound, low, figure, kind, thing }: TextFigure, now: Figure): number | undefined {
  if (low !== undefined) return figure.value - low * (kind === 'count' && thing === undefined ? 1_000_000 : 1);
  if (bound === 'exact') return undefined;
  if (bound === 'about') {
    let place = Math.max(1, figure.half * 2);
    while (figure.value !== 0 && figure.value % (place * 10) === 0) place *= 10;
    return place;
  }
  // 超过514个 says nothing of what lies far above it.
  const isRight = bound === 'least' ? now.value >= figure.value - figure.half : now.value <= figure.value + figure.half;
  return isRight ? Math.abs(now.value - figure.value) : 0;
}

/** The equation that says: the text tells this fact again. */
export function sameAs(number: TextFigure, term: Term, other: Term, side: string): Equation {
  const slack = looseness(number, other.figure);
  return {
    ...{ rule: 'X02', kind: 'same', whole: term, parts: [other], side, group: `text ${side}` },
    ...(slack === undefined ? {} : { slack }),
  };
}

/** True where a text figure is the value of a fact, rounded or about. */
export function agrees(number: TextFigure, { figure }: Term): boolean {
  if (number.thing === undefined && number.kind !== 'count') return agreementOf(number, figure.value) !== 'differs';
  const now = figure.value / 1_000_000;
  return agreementOf(number, now) !== 'differs';
}
