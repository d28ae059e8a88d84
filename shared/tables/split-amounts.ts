// Splits the declared figures of one project so that every figure of a table is a sum of amounts that projects really
// have. Each grain is read where it is declared: 总投资, years, sources, and cells where both are looked at. What a whole
// has beyond its parts is "not broken down"; what the parts have beyond their whole stands apart, with its own sign, so
// that no project's shortfall hides another's excess (T01, T02).
import { withMargins } from '../domain/margins.ts';
import { OUTSIDE_YEARS } from '../domain/outside-years.ts';
import { type Amounts, splitCellKey } from '../domain/project.ts';
import { type PlanInfo, planYears, type ReferenceData, topSourceOf, topSources } from '../domain/reference.ts';
import { matrixOf } from '../domain/rollup.ts';
import type { Fen } from '../values/money.ts';
import { UNASSIGNED } from './plan-sums.ts';

/** Key of what the parts have beyond their whole: to be taken off again. */
export const OVER = '?over';
/** Row of money that is known by one side only in a table of both: of a source, but not in which year. */
export const OPEN = '?open';

/** Money of a project in one year and from one source; UNASSIGNED where it is not broken down. */
export interface Fact {
  year: string;
  source: string;
  fen: number;
}

export interface Split {
  /** Its money by year and by source; both add up to 总投资, OVER taken off. */
  years: readonly Fact[];
  sources: readonly Fact[];
  /** By both: those of a year add up to it in `years`; below, those of a source to it in `sources`. */
  alongYears: readonly Fact[];
  alongSources: readonly Fact[];
  /** What a source has that stands in no year of `alongYears` (year OPEN; OVER to be taken off); below the reverse. */
  openSources: readonly Fact[];
  openYears: readonly Fact[];
}

/** Whether all money of a project has a year and a source, and nothing is too much. */
export function isWhole({ alongYears, alongSources, openSources, openYears }: Split): boolean {
  const isKnown = ({ year, source }: Fact): boolean => !year.startsWith(UNASSIGNED) && !source.startsWith(UNASSIGNED);
  return [alongYears, alongSources, openSources, openYears].every((facts) => facts.every(isKnown));
}

type Sums = Map<string, number>;
type Matrix = Map<string, Sums>;

/** Makes the function that splits a project's figures; amounts in 分. */
export function makeSplitter(reference: ReferenceData, plan: PlanInfo): (amounts: Amounts) => Split {
  const planned = new Set([...planYears(plan).map(String), ...OUTSIDE_YEARS]);
  const tops = new Set(topSources(reference).map(({ id }) => id));
  const topOf = new Map(reference.fundSources.map(({ id }) => [id, topSourceOf(reference, id)?.id ?? UNASSIGNED]));
  const yearKey = (year: string): string => (planned.has(year) ? year : UNASSIGNED);
  const sourceKey = (source: string): string => {
    const top = topOf.get(source) ?? UNASSIGNED;
    return tops.has(top) ? top : UNASSIGNED;
  };
  return (declared) => {
    const amounts = withMargins(declared);
    const total = amounts.total ?? 0;
    const years = settle(gather(amounts.byYear, yearKey), total);
    const sources = settle(gather(amounts.bySource, sourceKey), total);
    const cells: Matrix = new Map();
    for (const [key, fen] of Object.entries(matrixOf(amounts))) {
      const { year, source } = splitCellKey(key);
      put(cells, yearKey(year), sourceKey(source), fen);
    }
    placeRest(cells, years, sources);
    const turned = transpose(cells);
    placeRest(turned, sources, years);
    const byYear = along(cells, years);
    const bySource = along(turned, sources);
    const upright = (facts: readonly OuterFact[]): Fact[] =>
      facts.map(({ outer, inner, fen }) => ({ year: outer, source: inner, fen }));
    const lying = (facts: readonly OuterFact[]): Fact[] =>
      facts.map(({ outer, inner, fen }) => ({ year: inner, source: outer, fen }));
    return {
      years: [...years].map(([year, fen]) => ({ year, source: '', fen })),
      sources: [...sources].map(([source, fen]) => ({ year: '', source, fen })),
      alongYears: upright(byYear),
      alongSources: lying(bySource),
      openSources: upright(open(byYear, sources)),
      openYears: lying(open(bySource, years)),
    };
  };
}

function gather(record: Readonly<Record<string, Fen>>, keyOf: (key: string) => string): Sums {
  const sums: Sums = new Map();
  for (const [key, fen] of Object.entries(record)) add(sums, keyOf(key), fen);
  return sums;
}

function add(sums: Sums, key: string, fen: number): void {
  if (fen !== 0) sums.set(key, (sums.get(key) ?? 0) + fen);
}

function put(matrix: Matrix, outer: string, inner: string, fen: number): void {
  if (fen === 0) return;
  const line = matrix.get(outer) ?? new Map();
  matrix.set(outer, line);
  add(line, inner, fen);
}

/** The parts of a whole with what is missing in them, or what they have too much; nothing that is 0. */
function settle(parts: Sums, whole: number): Sums {
  const rest = whole - total(parts);
  const settled: Sums = new Map([...parts].filter(([, fen]) => fen !== 0));
  if (rest > 0) add(settled, UNASSIGNED, rest);
  else add(settled, OVER, -rest);
  return settled;
}

function total(sums: Sums | undefined): number {
  let all = 0;
  for (const [key, fen] of sums ?? []) all += key === OVER ? -fen : fen;
  return all;
}

/**
 * Money without a year takes what the sources have left, where all other years are known: there is no other place for
 * it. The same holds with the two changed about.
 */
function placeRest(cells: Matrix, outers: Sums, inners: Sums): void {
  const rest = (outers.get(UNASSIGNED) ?? 0) - total(cells.get(UNASSIGNED));
  if (rest <= 0) return;
  for (const [outer, fen] of outers) {
    if (outer !== UNASSIGNED && outer !== OVER && fen !== total(cells.get(outer))) return;
  }
  const left: [string, number][] = [];
  for (const [inner, fen] of inners) {
    if (inner === UNASSIGNED || inner === OVER) continue;
    let missing = fen;
    for (const line of cells.values()) missing -= line.get(inner) ?? 0;
    if (missing < 0) return;
    left.push([inner, missing]);
  }
  if (left.reduce((sum, [, fen]) => sum + fen, 0) > rest) return;
  for (const [inner, fen] of left) put(cells, UNASSIGNED, inner, fen);
}

function transpose(matrix: Matrix): Matrix {
  const turned: Matrix = new Map();
  for (const [outer, line] of matrix) for (const [inner, fen] of line) put(turned, inner, outer, fen);
  return turned;
}

interface OuterFact {
  outer: string;
  inner: string;
  fen: number;
}

/** The cells by line, each settled against the line's own sum. */
function along(cells: Matrix, outers: Sums): OuterFact[] {
  const facts: OuterFact[] = [];
  for (const outer of new Set([...outers.keys(), ...cells.keys()])) {
    if (outer === OVER) continue;
    for (const [inner, fen] of settle(cells.get(outer) ?? new Map(), outers.get(outer) ?? 0))
      facts.push({ outer, inner, fen });
  }
  return facts;
}

/** What each inner key has beyond (OPEN), or short of (OVER), the facts that stand in the lines. */
function open(facts: readonly OuterFact[], inners: Sums): OuterFact[] {
  const left: Sums = new Map([...inners].filter(([inner]) => inner !== UNASSIGNED && inner !== OVER));
  for (const { inner, fen } of facts)
    if (inner !== UNASSIGNED && inner !== OVER) left.set(inner, (left.get(inner) ?? 0) - fen);
  return [...left].flatMap(([inner, fen]) =>
    fen === 0 ? [] : [{ outer: fen > 0 ? OPEN : OVER, inner, fen: Math.abs(fen) }],
  );
}
