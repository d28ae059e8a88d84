// Equations that do not hold, each told once: which of their figures is wrong where two of them meet in one.
import { causeOfGap, lineInGap, slipBetween } from './causes.ts';
import { type Equation, gapOf, judgeEquation, type Term, type Verdict } from './equation.ts';

export interface Settled {
  level: 'error' | 'doubt';
  /** The figure that is marked, and what it would have to be. */
  term: Term;
  expected: number;
  /** What it was held against, the first of them the one that is told. */
  equations: readonly Equation[];
  cause: string | null;
}

function keyOf({ block, figure: { row, column } }: Term): string {
  return `${block} ${row} ${column}`;
}

interface Blame {
  term: Term;
  /** By how much the figure would have to change. */
  change: number;
  equations: Equation[];
}

/** What each figure of the failing equations would have to change by. */
function blamesOf(failing: readonly Equation[]): Blame[] {
  const byCell = new Map<string, Blame[]>();
  const blame = (term: Term, change: number, equation: Equation): void => {
    const key = keyOf(term);
    const known = byCell.get(key) ?? [];
    const same = known.find((one) => one.change === change);
    if (same) same.equations.push(equation);
    else known.push({ term, change, equations: [equation] });
    byCell.set(key, known);
  };
  for (const equation of failing) {
    const gap = gapOf(equation);
    blame(equation.whole, -gap, equation);
    for (const part of equation.parts) blame(part, gap, equation);
  }
  return [...byCell.values()].flat();
}

/** Findings of a set of equations. A figure that sets right two of them by one change is the wrong one. */
export function settle(equations: readonly Equation[]): Settled[] {
  const judged = equations.map((equation) => ({ equation, verdict: judgeEquation(equation) }));
  const of = (wanted: Verdict): Equation[] =>
    judged.flatMap(({ equation, verdict }) => (verdict === wanted ? [equation] : []));
  const confirmed = new Map<string, number>();
  for (const { whole, parts } of of('equal'))
    for (const term of [whole, ...parts]) confirmed.set(keyOf(term), (confirmed.get(keyOf(term)) ?? 0) + 1);
  const held = (term: Term): number => confirmed.get(keyOf(term)) ?? 0;
  const [failing, rounded] = [of('different'), of('rounding')];
  const found: Settled[] = [];
  const open = new Set([...failing, ...rounded]);
  const roundedGroups = tallyGroups(rounded);
  const crossing = blamesOf([...open])
    .filter((one) => one.equations.length > 1)
    .sort((a, b) => b.equations.length - held(b.term) - (a.equations.length - held(a.term)));
  for (const { term, change, equations: broken } of crossing) {
    const left = broken.filter((equation) => open.has(equation));
    if (left.length < 2) continue;
    for (const equation of left) open.delete(equation);
    const expected = term.figure.value + change;
    // Where all other sums come out to the last place, two that do not and that meet in one figure are no rounding.
    const isRounding = left.every(
      (equation) => rounded.includes(equation) && (roundedGroups.get(equation.group) ?? 0) > 1,
    );
    const cause = isRounding ? ROUNDING : slipBetween(term.figure.value, expected, term.figure.measure);
    found.push({ level: isRounding ? 'doubt' : 'error', term, expected, equations: left, cause });
  }
  for (const equation of open)
    found.push(rounded.includes(equation) ? settleRounded(equation) : settleAlone(equation, held));
  return found;
}

const ROUNDING = '尾差，疑四舍五入';

function settleRounded(equation: Equation): Settled {
  const expected = equation.whole.figure.value - gapOf(equation);
  return { level: 'doubt', term: equation.whole, expected, equations: [equation], cause: ROUNDING };
}

/** How many equations of each group there are. */
function tallyGroups(equations: readonly Equation[]): Map<string, number> {
  const tally = new Map<string, number>();
  for (const { group } of equations) tally.set(group, (tally.get(group) ?? 0) + 1);
  return tally;
}

/** The total is marked, unless something else bears it out and one part differs from what it should be by a slip. */
function settleAlone(equation: Equation, held: (term: Term) => number): Settled {
  const gap = gapOf(equation);
  if (held(equation.whole) > 0 && lineInGap(equation) === null) {
    const slipped = equation.parts.filter(
      (part) =>
        held(part) === 0 && slipBetween(part.figure.value, part.figure.value + gap, part.figure.measure) !== null,
    );
    const [only] = slipped;
    if (only && slipped.length === 1) {
      const expected = only.figure.value + gap;
      return {
        ...{ level: 'error', term: only, expected, equations: [equation] },
        cause: slipBetween(only.figure.value, expected, only.figure.measure),
      };
    }
  }
  const expected = equation.whole.figure.value - gap;
  return { level: 'error', term: equation.whole, expected, equations: [equation], cause: causeOfGap(equation) };
}
