// Sharing an amount out so that the parts add up to it exactly: largest remainder, the first of equals first.
import { type Fen, toFen } from '../values/money.ts';
import { cellKey } from './project.ts';

/** An amount in 分 of one year, or of one source. */
export interface Side {
  key: string;
  fen: number;
}

/** 0.01 万元 */
const HUNDREDTH = 10_000;

/** The step in which amounts are shared: whole hundredths of 万元 where all are such, else 分. */
export function stepOf(fens: readonly number[]): number {
  return fens.every((fen) => fen % HUNDREDTH === 0) ? HUNDREDTH : 1;
}

/** An amount of 分 in parts proportional to whole weights that are not all 0; the parts are multiples of its step. */
export function shareOut(fen: number, weights: readonly number[]): Fen[] {
  const step = stepOf([fen]);
  return share(fen / step, weights, false).map((part) => toFen(part * step));
}

/**
 * Spreads each year over the sources in proportion to what is left of them; rows and columns add up exactly, because the
 * last year takes what is left. Both sides add up to the same and hold nothing negative.
 */
export function spreadSides(years: readonly Side[], sources: readonly Side[]): Record<string, Fen> {
  const step = stepOf([...years, ...sources].map(({ fen }) => fen));
  const left = sources.map(({ fen }) => fen / step);
  const cells: Record<string, Fen> = {};
  years.forEach((year, index) => {
    const parts = index === years.length - 1 ? [...left] : share(year.fen / step, left, true);
    parts.forEach((part, column) => {
      left[column] = (left[column] ?? 0) - part;
      if (part !== 0) cells[cellKey(year.key, sources[column]?.key ?? '')] = toFen(part * step);
    });
  });
  return cells;
}

/** `amount` in whole parts proportional to `weights`, where asked none above its weight. */
function share(amount: number, weights: readonly number[], isCapped: boolean): number[] {
  const total = weights.reduce((all, weight) => all + BigInt(weight), 0n);
  const exact = weights.map((weight) => BigInt(amount) * BigInt(weight));
  const parts = exact.map((product) => Number(product / total));
  let missing = amount - parts.reduce((all, part) => all + part, 0);
  const byRemainder = exact
    .map((product, index) => ({ index, rest: product % total }))
    .sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1));
  for (const { index } of byRemainder) {
    if (missing === 0) break;
    if (isCapped && (parts[index] ?? 0) >= (weights[index] ?? 0)) continue;
    parts[index] = (parts[index] ?? 0) + 1;
    missing -= 1;
  }
  return parts;
}
