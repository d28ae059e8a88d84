// How many projects of a plan are not broken down or contradict themselves, and how much money that is: read in one pass
// for all tables that show the same projects.
import type { PlanData } from '../records/plan-data.ts';
import type { TableFilter } from '../records/table-design.ts';
import { UNASSIGNED } from './plan-sums.ts';
import { type Fact, OPEN, OVER, type Split } from './split-amounts.ts';
import { traitReader } from './traits.ts';
import { makeFilter } from './walk.ts';

/** Projects that hold such money, and the sum in 分. */
export interface Holders {
  count: number;
  fen: number;
}

/** What is read of a project, by name. */
const READERS = {
  /** Without a year, or a source. */
  noYear: ({ years }: Split) => sumOf(years, 'year', UNASSIGNED),
  noSource: ({ sources }: Split) => sumOf(sources, 'source', UNASSIGNED),
  /** Years, or sources, beyond 总投资. */
  yearsOver: ({ years }: Split) => sumOf(years, 'year', OVER),
  sourcesOver: ({ sources }: Split) => sumOf(sources, 'source', OVER),
  /** Known by source and not in which year, or the reverse. */
  openSources: ({ openSources }: Split) => sumOf(openSources, 'year', OPEN),
  openYears: ({ openYears }: Split) => sumOf(openYears, 'source', OPEN),
  /** Cells beyond their margins, in a table whose rows are years, or sources. */
  cellsOverYears: ({ alongYears, openSources }: Split) =>
    sumOf(alongYears, 'source', OVER) + sumOf(openSources, 'year', OVER),
  cellsOverSources: ({ alongSources, openYears }: Split) =>
    sumOf(alongSources, 'year', OVER) + sumOf(openYears, 'source', OVER),
} satisfies Record<string, (split: Split) => number>;

export type OpenMoney = Readonly<Record<keyof typeof READERS, Holders>>;

const KINDS = Object.keys(READERS) as (keyof typeof READERS)[];
const remembered = new WeakMap<PlanData, Map<string, OpenMoney>>();

/** The projects that pass a filter; remembered per plan value. */
export function openMoney(data: PlanData, filter: TableFilter): OpenMoney {
  const known = remembered.get(data) ?? new Map<string, OpenMoney>();
  remembered.set(data, known);
  const key = JSON.stringify(filter);
  let found = known.get(key);
  if (!found) {
    found = read(data, filter);
    known.set(key, found);
  }
  return found;
}

function read(data: PlanData, filter: TableFilter): OpenMoney {
  const traitsOf = traitReader(data);
  const passes = makeFilter(filter);
  const found = Object.fromEntries(KINDS.map((kind): [string, Holders] => [kind, { count: 0, fen: 0 }])) as Record<
    keyof typeof READERS,
    Holders
  >;
  for (const project of data.projects) {
    const traits = traitsOf(project);
    if (traits.isWhole || !passes(project, traits)) continue;
    for (const kind of KINDS) {
      const fen = READERS[kind](traits.money);
      if (fen === 0) continue;
      found[kind].count += 1;
      found[kind].fen += fen;
    }
  }
  return found;
}

function sumOf(facts: readonly Fact[], side: 'year' | 'source', key: string): number {
  let sum = 0;
  for (const fact of facts) if (fact[side] === key) sum += fact.fen;
  return sum;
}
