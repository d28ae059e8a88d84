// Equations that do not hold, each told once: which of their figures is wrong where several of them meet in one.
import { causeOfGap, lineInGap, slipBetween } from './causes.ts';
import { type Equation, gapOf, isRatio, judgeEquation, type Term } from './equation.ts';

export interface Settled {
  level: 'error' | 'doubt';
  /** The figure that is marked, and what it would have to be. */
  term: Term;
  expected: number;
  /** What it was held against, the first of them the one that is told. */
  equations: readonly Equation[];
  cause: string | null;
}

/** The cause of a difference that rounding explains. */
export const ROUNDING = '尾差，疑四舍五入';

interface Blame {
  term: Term;
  /** What the figure would have to be. */
  value: number;
  /** The equations that then hold. */
  equations: Equation[];
  /** Those that then hold no more. */
  broken: number;
}

/** Equations by the figures that stand in them. */
function byFigure(equations: readonly Equation[]): Map<string, Equation[]> {
  const found = new Map<string, Equation[]>();
  for (const equation of equations)
    for (const { key } of [equation.whole, ...equation.parts]) {
      const known = found.get(key);
      if (known) known.push(equation);
      else found.set(key, [equation]);
    }
  return found;
}

/** What each figure of an equation would have to be for it to hold. */
function repairsOf(equation: Equation): { term: Term; value: number }[] {
  const gap = gapOf(equation);
  const whole = { term: equation.whole, value: equation.whole.figure.value - gap };
  if (isRatio(equation.kind)) return [whole];
  return [whole, ...equation.parts.map((term) => ({ term, value: term.figure.value + gap }))];
}

/** All single changes that set right at least two failing equations, the most telling first. */
function blamesOf(failing: readonly Equation[], all: ReadonlyMap<string, readonly Equation[]>): Blame[] {
  const failed = new Set(failing);
  const seen = new Set<string>();
  const blames: Blame[] = [];
  for (const equation of failing)
    for (const { term, value } of repairsOf(equation)) {
      const touched = all.get(term.key) ?? [];
      if (seen.has(`${term.key}=${value}`) || touched.filter((one) => failed.has(one)).length < 2) continue;
      seen.add(`${term.key}=${value}`);
      const changed = { key: term.key, value };
      const now = touched.map((one) => ({ one, holds: judgeEquation(one, changed) !== 'different' }));
      const mended = now.filter(({ one, holds }) => holds && failed.has(one)).map(({ one }) => one);
      const broken = now.filter(({ one, holds }) => !holds && !failed.has(one)).length;
      if (mended.length > 1 && mended.length > broken) blames.push({ term, value, equations: mended, broken });
    }
  return blames.sort(
    (a, b) =>
      b.equations.length - b.broken - (a.equations.length - a.broken) ||
      Number(slipOf(b) !== null) - Number(slipOf(a) !== null),
  );
}

function slipOf({ term, value }: Pick<Blame, 'term' | 'value'>): string | null {
  return slipBetween(term.figure.value, value, term.figure.measure);
}

/** Findings of a set of equations. A figure that sets right several of them by one change is the wrong one. */
export function settle(equations: readonly Equation[]): Settled[] {
  const rounded = new Set<Equation>();
  const failing: Equation[] = [];
  const confirmed = new Map<string, number>();
  for (const equation of equations) {
    const verdict = judgeEquation(equation);
    if (verdict === 'rounding') rounded.add(equation);
    if (verdict === 'different') failing.push(equation);
    if (verdict !== 'equal') continue;
    for (const { key } of [equation.whole, ...equation.parts]) confirmed.set(key, (confirmed.get(key) ?? 0) + 1);
  }
  const held = ({ key }: Term): number => confirmed.get(key) ?? 0;
  const open = new Set([...failing, ...rounded]);
  const roundedGroups = new Map<string, number>();
  for (const { group } of rounded) roundedGroups.set(group, (roundedGroups.get(group) ?? 0) + 1);

  const found: Settled[] = [];
  const all = byFigure(equations);
  const crossing = [...blamesOf(failing, all), ...roundedBlames([...rounded], roundedGroups)];
  for (const { term, value, equations: mended } of crossing) {
    const left = mended.filter((equation) => open.has(equation));
    if (left.length < 2) continue;
    for (const equation of left) open.delete(equation);
    found.push({ level: 'error', term, expected: value, equations: left, cause: slipOf({ term, value }) });
  }
  for (const equation of open)
    found.push(rounded.has(equation) ? settleRounded(equation) : settleAlone(equation, held));
  return found;
}

/** Where all other sums of a table come out to the last place, two that do not and meet in one figure are no rounding. */
function roundedBlames(rounded: readonly Equation[], groups: ReadonlyMap<string, number>): Blame[] {
  const lone = rounded.filter(({ group }) => groups.get(group) === 1);
  const byRepair = new Map<string, Blame>();
  for (const equation of lone)
    for (const { term, value } of repairsOf(equation)) {
      const key = `${term.key}=${value}`;
      const known = byRepair.get(key);
      if (known) known.equations.push(equation);
      else byRepair.set(key, { term, value, equations: [equation], broken: 0 });
    }
  return [...byRepair.values()].filter((blame) => blame.equations.length > 1);
}

function settleRounded(equation: Equation): Settled {
  const expected = equation.whole.figure.value - gapOf(equation);
  return { level: 'doubt', term: equation.whole, expected, equations: [equation], cause: ROUNDING };
}

/** The total is marked, unless something else bears it out and one part differs from what it should be by a slip. */
function settleAlone(equation: Equation, held: (term: Term) => number): Settled {
  const gap = gapOf(equation);
  const { whole, parts, kind } = equation;
  const at = (term: Term, value: number, cause: string | null): Settled => ({
    ...{ level: equation.isDoubt ? 'doubt' : 'error', term, expected: value, equations: [equation], cause },
  });
  if (isRatio(kind))
    return at(whole, whole.figure.value - gap, slipOf({ term: whole, value: whole.figure.value - gap }));
  if (held(whole) > 0 && lineInGap(equation) === null) {
    const slipped = parts
      .map((term) => ({ term, value: term.figure.value + gap }))
      .filter((repair) => held(repair.term) === 0 && (kind === 'same' || slipOf(repair) !== null));
    const [only] = slipped;
    if (only && slipped.length === 1) return at(only.term, only.value, slipOf(only));
  }
  return at(whole, whole.figure.value - gap, causeOfGap(equation));
}
