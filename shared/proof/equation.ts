// One figure that others come to: a total of rows or columns, a heading of its parts, a share of its whole.
import type { CellFigure } from './tables/cell-figure.ts';

export interface Term {
  figure: CellFigure;
  /** Which block the figure stands in. */
  block: number;
  /** 种植业: the name of the line that is added. */
  label: string;
}

export interface Equation {
  rule: string;
  whole: Term;
  parts: readonly Term[];
  /** 各行之和, 各列之和, 下属各项之和. */
  side: string;
  /** What is added: the same for all equations of one kind in one table, so that they bear each other out. */
  group: string;
}

export type Verdict = 'equal' | 'rounding' | 'different';

export function sumOf({ parts }: Equation): number {
  return parts.reduce((sum, { figure }) => sum + figure.value, 0);
}

/** whole − sum. */
export function gapOf(equation: Equation): number {
  return equation.whole.figure.value - sumOf(equation);
}

const COUNTED = /^(?:money|percent|公里|平方公里|平方米|立方米|公顷|公斤|亩|吨|米|斤|倍|)$/;

/**
 * What rounding may hide: half a last place for each figure. Trailing zeros are not printed, so the places are those of
 * the finest figure; one that is coarser than all its parts (137640.5 over two decimals) may itself be rounded.
 * Things that are counted one by one are never rounded, unless told in 万.
 */
export function slackOf({ whole, parts }: Equation): number {
  const { measure } = whole.figure;
  const all = [whole, ...parts].map(({ figure }) => figure);
  const isCounted = !COUNTED.test(measure.dimension) && all.every(({ measure: { scale } }) => scale === 6);
  if (isCounted && all.every(({ decimals }) => decimals === 0)) return 0;
  const finest = Math.min(...all.map(({ half }) => half));
  const partsFinest = Math.min(...parts.map(({ figure }) => figure.half));
  const isCoarse =
    whole.figure.half > partsFinest &&
    (whole.figure.decimals > 0 || whole.figure.measure.scale > (parts[0]?.figure.measure.scale ?? 0));
  return finest * (parts.length + 1) + (isCoarse ? whole.figure.half : 0);
}

export function judgeEquation(equation: Equation): Verdict {
  const gap = Math.abs(gapOf(equation));
  if (gap === 0) return 'equal';
  return gap <= slackOf(equation) ? 'rounding' : 'different';
}
