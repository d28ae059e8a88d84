// When two sums agree, when they differ by rounding only (尾差), and when they are wrong (handbook 6.2 T01).
import { type Fen, subtractFen, toFen } from '#shared/values/money.ts';

export type Verdict = 'equal' | 'rounding' | 'different';

/** Rounding errors of many addends cancel out; beyond this many a difference is no longer taken for rounding. */
const ADDENDS_AT_MOST = 10;

/** Decimals of 万元 that an amount needs: 0 for 330, 2 for 4363.52. */
export function decimalsOfFen(fen: Fen): number {
  let rest = Math.abs(fen);
  let decimals = 6;
  while (decimals > 0 && rest % 10 === 0) {
    rest /= 10;
    decimals -= 1;
  }
  return decimals;
}

/** A difference below 1 元 is rounding wherever it comes from: no project is planned to the 角. */
const BELOW_ONE_YUAN = 99;

/** Half of the last printed place, in 分. */
function halfPlace(decimals: number): number {
  return 10 ** (6 - decimals) / 2;
}

export interface Precision {
  /** Decimals of the declared figure, and the most decimals among the figures that should add up to it. */
  declared: number;
  addends: number;
  /** How many figures were added. */
  count: number;
}

/**
 * The largest difference, in 分, that rounding alone can explain: half a last place for each figure, each at its own
 * number of decimals (137640.5 over parts with two). A bare integer among decimals counts as exact, or every
 * difference below 0.5 万元 would pass; where all are integers, as in a city's tables, they may each be off by 0.5.
 */
export function toleranceFen({ declared, addends, count }: Precision): Fen {
  const declaredPlace = declared === 0 ? addends : declared;
  const addendPlace = addends === 0 ? declared : addends;
  const parts = Math.min(Math.max(count, 1), ADDENDS_AT_MOST);
  return toFen(Math.max(BELOW_ONE_YUAN, Math.floor(halfPlace(declaredPlace) + halfPlace(addendPlace) * parts)));
}

/** Compares a declared figure with what it should be. */
export function judge(declared: Fen, expected: Fen, precision: Precision): Verdict {
  const difference = Math.abs(subtractFen(declared, expected));
  if (difference === 0) return 'equal';
  return difference <= toleranceFen(precision) ? 'rounding' : 'different';
}

/**
 * Compares a subtotal of an imported list with its rows, as the import itself does: half of the last place that the
 * sheet uses anywhere in the column, for each row.
 */
export function judgeSubtotal(declared: Fen, expected: Fen, decimals: number, rows: number): Verdict {
  const difference = Math.abs(subtractFen(declared, expected));
  if (difference === 0) return 'equal';
  const tolerance = Math.max(BELOW_ONE_YUAN, halfPlace(decimals) * Math.min(rows, ADDENDS_AT_MOST));
  return difference <= tolerance ? 'rounding' : 'different';
}

/** The precision of figures of a project: kept in 分, shown with `decimals` or as many as they need. */
export function projectPrecision(declared: Fen, addends: readonly Fen[], decimals: number): Precision {
  const used = addends.filter((fen) => fen !== 0);
  return {
    declared: Math.max(decimals, decimalsOfFen(declared)),
    addends: used.reduce((most, fen) => Math.max(most, decimalsOfFen(fen)), decimals),
    count: used.length,
  };
}
