// Adding projects up: counts and amounts by source, year and year x source, exact and in one pass.
import { addFen, type Fen, toFen, ZERO } from '../values/money.ts';
import { type Amounts, cellKey, type Project, splitCellKey, startYear } from './project.ts';
import { type FundSource, type ReferenceData, topSourceOf } from './reference.ts';

/** What a group of projects adds up to. Keys: top-level source ids, years, `cellKey(year, source)`. */
export interface Rollup {
  count: number;
  total: Fen;
  bySource: Record<string, Fen>;
  byYear: Record<string, Fen>;
  cells: Record<string, Fen>;
  /** Projects counted in the year in which they start (表5-1). */
  countByYear: Record<string, number>;
}

export function emptyRollup(): Rollup {
  return { count: 0, total: ZERO, bySource: {}, byYear: {}, cells: {}, countByYear: {} };
}

/**
 * The year x source matrix of a project: its own cells where it has any, else what its margins determine — where it lies
 * in one year only or is paid from one source only, and that year or source is the whole of it or at least as much as
 * stands on the other side: else some of it belongs to a year or source that nobody stated. An empty matrix means 未分解.
 * Where one year and one source differ, only what both say is certain.
 */
export function matrixOf(amounts: Amounts): Record<string, Fen> {
  if (Object.keys(amounts.cells).length > 0) return amounts.cells;
  const years = Object.entries(amounts.byYear).filter(([, fen]) => fen !== 0);
  const sources = Object.entries(amounts.bySource).filter(([, fen]) => fen !== 0);
  const [onlyYear] = years;
  const [onlySource] = sources;
  if (onlyYear && onlySource && years.length === 1 && sources.length === 1) {
    return { [cellKey(onlyYear[0], onlySource[0])]: onlyYear[1] < onlySource[1] ? onlyYear[1] : onlySource[1] };
  }
  if (onlyYear && years.length === 1 && isWhole(onlyYear[1], sources, amounts.total)) {
    return Object.fromEntries(sources.map(([source, fen]) => [cellKey(onlyYear[0], source), fen]));
  }
  if (onlySource && sources.length === 1 && isWhole(onlySource[1], years, amounts.total)) {
    return Object.fromEntries(years.map(([year, fen]) => [cellKey(year, onlySource[0]), fen]));
  }
  return {};
}

function isWhole(only: Fen, others: readonly [string, Fen][], total: Fen | null): boolean {
  let sum = 0;
  for (const [, fen] of others) sum += fen;
  return only === total || sum <= only;
}

/** The figures of one project ready to be added: sources rolled up, matrix keys made. */
interface Entries {
  bySource: [key: string, fen: Fen][];
  byYear: [key: string, fen: Fen][];
  cells: [key: string, fen: Fen][];
}

/** Remembered per list of fund sources and per project's figures, both immutable: an edit costs one project. */
const remembered = new WeakMap<readonly FundSource[], WeakMap<Amounts, Entries>>();

/** Prepares a project's figures for adding. */
export type Preparer = (amounts: Amounts) => Entries;

export function makePreparer(reference: Pick<ReferenceData, 'fundSources'>): Preparer {
  const top = new Map(
    reference.fundSources.map((source) => [source.id, topSourceOf(reference, source.id)?.id ?? source.id]),
  );
  const topId = (id: string): string => top.get(id) ?? id;
  const known = remembered.get(reference.fundSources) ?? new WeakMap<Amounts, Entries>();
  remembered.set(reference.fundSources, known);
  return (amounts) => {
    const found = known.get(amounts);
    if (found) return found;
    const made: Entries = {
      bySource: Object.entries(amounts.bySource).map(([source, fen]) => [topId(source), fen]),
      byYear: Object.entries(amounts.byYear),
      cells: Object.entries(matrixOf(amounts)).map(([key, fen]) => {
        const { year, source } = splitCellKey(key);
        return [cellKey(year, topId(source)), fen];
      }),
    };
    known.set(amounts, made);
    return made;
  };
}

function addEntries(record: Record<string, Fen>, entries: Entries['cells']): void {
  for (const [key, fen] of entries) record[key] = toFen((record[key] ?? 0) + fen);
}

/** Makes a function that adds one project to a rollup. Sums that are kept over edits: shared/sums/. */
export function makeAccumulator(reference: Pick<ReferenceData, 'fundSources'>) {
  const prepare = makePreparer(reference);
  return (rollup: Rollup, project: Project): void => {
    const { bySource, byYear, cells } = prepare(project.amounts);
    rollup.count += 1;
    rollup.total = addFen(rollup.total, project.amounts.total ?? ZERO);
    addEntries(rollup.bySource, bySource);
    addEntries(rollup.byYear, byYear);
    addEntries(rollup.cells, cells);
    const year = startYear(project);
    if (year !== null) rollup.countByYear[year] = (rollup.countByYear[year] ?? 0) + 1;
  };
}

/** The sum of rollups: leaves into their class, classes into the plan. One alone is its own sum. */
export function mergeRollups(rollups: readonly Rollup[]): Rollup {
  const [first] = rollups;
  if (first && rollups.length === 1) return first;
  const sum = emptyRollup();
  for (const rollup of rollups) {
    sum.count += rollup.count;
    sum.total = addFen(sum.total, rollup.total);
    for (const part of ['bySource', 'byYear', 'cells'] as const) addEntries(sum[part], Object.entries(rollup[part]));
    for (const [year, count] of Object.entries(rollup.countByYear)) {
      sum.countByYear[year] = (sum.countByYear[year] ?? 0) + count;
    }
  }
  return sum;
}

/** Adds up a list of projects. */
export function rollUp(projects: Iterable<Project>, reference: Pick<ReferenceData, 'fundSources'>): Rollup {
  const add = makeAccumulator(reference);
  const rollup = emptyRollup();
  for (const project of projects) add(rollup, project);
  return rollup;
}
