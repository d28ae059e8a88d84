// A proposal for a project that lies in several years and has several sources without saying which goes with which
// (未分解): by equal amounts where that is unambiguous, else in proportion. Never taken without being asked for.
import { type Fen, toFen } from '../values/money.ts';
import { type Amounts, cellKey } from './project.ts';
import { matrixOf } from './rollup.ts';
import { type Side, spreadSides } from './share-out.ts';

export interface MatrixProposal {
  /** equal: each amount of one side is just one of the other; proportional: spread over all. */
  how: 'equal' | 'proportional';
  cells: Record<string, Fen>;
}

/** Null where the matrix is known already, or where years and sources do not add up to the same total. */
export function proposeMatrix(amounts: Amounts): MatrixProposal | null {
  if (Object.keys(matrixOf(amounts)).length > 0) return null;
  const years = sides(amounts.byYear);
  const sources = sides(amounts.bySource);
  const total = sum(years);
  if (total === 0 || total !== sum(sources) || total !== amounts.total) return null;
  if ([...years, ...sources].some(({ fen }) => fen < 0)) return null;
  return matchSides(years, sources);
}

/** Cells for years and sources that add up to the same: equal amounts paired, else each year spread over the sources. */
export function matchSides(years: readonly Side[], sources: readonly Side[]): MatrixProposal {
  const equal = matchEqual(years, sources);
  if (equal) return { how: 'equal', cells: equal };
  return { how: 'proportional', cells: spreadSides(years, sources) };
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
