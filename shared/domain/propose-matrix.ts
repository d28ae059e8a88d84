// A proposal for a project that lies in several years and has several sources without saying which goes with which
// (未分解): by equal amounts where that is unambiguous, else in proportion. Never taken without being asked for.
import { type Fen, toFen } from './money.ts';
import { type Amounts, cellKey } from './project.ts';
import { matrixOf } from './rollup.ts';

export interface MatrixProposal {
  /** equal: each amount of one side is just one of the other; proportional: spread over all. */
  how: 'equal' | 'proportional';
  cells: Record<string, Fen>;
}

interface Side {
  key: string;
  fen: number;
}

/** Null where the matrix is known already, or where years and sources do not add up to the same total. */
export function proposeMatrix(amounts: Amounts): MatrixProposal | null {
  if (Object.keys(matrixOf(amounts)).length > 0) return null;
  const years = sides(amounts.byYear);
  const sources = sides(amounts.bySource);
  const total = sum(years);
  if (total === 0 || total !== sum(sources) || total !== amounts.total) return null;
  if ([...years, ...sources].some(({ fen }) => fen < 0)) return null;
  const equal = matchEqual(years, sources);
  if (equal) return { how: 'equal', cells: equal };
  return { how: 'proportional', cells: spread(years, sources) };
}

function sides(record: Record<string, Fen>): Side[] {
  return Object.entries(record).flatMap(([key, fen]) => (fen === 0 ? [] : [{ key, fen }]));
}

function sum(list: readonly Side[]): number {
  return list.reduce((total, { fen }) => total + fen, 0);
}

/** Pairs of equal amounts that occur once on each side; what is left must be one year or one source. */
function matchEqual(years: readonly Side[], sources: readonly Side[]): Record<string, Fen> | null {
  const cells: Record<string, Fen> = {};
  const once = (list: readonly Side[], fen: number): boolean => list.filter((side) => side.fen === fen).length === 1;
  const pairs = years.flatMap((year) => {
    const source = sources.find(({ fen }) => fen === year.fen);
    return source && once(years, year.fen) && once(sources, year.fen) ? [{ year, source }] : [];
  });
  for (const { year, source } of pairs) cells[cellKey(year.key, source.key)] = toFen(year.fen);
  const restYears = years.filter((year) => !pairs.some((pair) => pair.year === year));
  const restSources = sources.filter((source) => !pairs.some((pair) => pair.source === source));
  if (pairs.length === 0 || (restYears.length > 1 && restSources.length > 1)) return null;
  for (const year of restYears) {
    for (const source of restSources) {
      cells[cellKey(year.key, source.key)] = toFen(restYears.length === 1 ? source.fen : year.fen);
    }
  }
  return cells;
}

/** 0.01 万元 */
const HUNDREDTH = 10_000;

/**
 * Spreads each year over the sources in proportion to what is left of them, in whole hundredths of 万元 where all margins
 * are such; rows and columns add up exactly, because the last year takes what is left.
 */
function spread(years: readonly Side[], sources: readonly Side[]): Record<string, Fen> {
  const step = [...years, ...sources].every(({ fen }) => fen % HUNDREDTH === 0) ? HUNDREDTH : 1;
  const left = sources.map(({ fen }) => fen / step);
  const cells: Record<string, Fen> = {};
  years.forEach((year, index) => {
    const parts = index === years.length - 1 ? [...left] : share(year.fen / step, left);
    parts.forEach((part, column) => {
      left[column] = (left[column] ?? 0) - part;
      if (part !== 0) cells[cellKey(year.key, sources[column]?.key ?? '')] = toFen(part * step);
    });
  });
  return cells;
}

/** `amount` in whole parts proportional to `weights`, none above its weight (largest remainder). */
function share(amount: number, weights: readonly number[]): number[] {
  const total = BigInt(weights.reduce((all, weight) => all + weight, 0));
  const exact = weights.map((weight) => BigInt(amount) * BigInt(weight));
  const parts = exact.map((product) => Number(product / total));
  let missing = amount - parts.reduce((all, part) => all + part, 0);
  const byRemainder = exact
    .map((product, index) => ({ index, rest: product % total }))
    .sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1));
  for (const { index } of byRemainder) {
    if (missing === 0) break;
    if ((parts[index] ?? 0) >= (weights[index] ?? 0)) continue;
    parts[index] = (parts[index] ?? 0) + 1;
    missing -= 1;
  }
  return parts;
}
