// How many projects of a plan are not broken down or contradict themselves, and how much money that is: one kept sum for all
// tables that show the same projects.
import type { Project } from '../domain/project.ts';
import type { PlanData } from '../records/plan-data.ts';
import type { TableFilter } from '../records/table-design.ts';
import { type Counter, makeKeptSums } from '../sums/kept-sums.ts';
import { hasOpenSources } from './plan-money.ts';
import { planStructure } from './plan-structure.ts';
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
  noSource: ({ sources }: Split, project: Project) =>
    hasOpenSources(project) || statesSource(project) ? 0 : sumOf(sources, 'source', UNASSIGNED),
  /** With sources that come to less than 总投资. */
  partSource: ({ sources }: Split, project: Project) =>
    hasOpenSources(project) || !statesSource(project) ? 0 : sumOf(sources, 'source', UNASSIGNED),
  /** With sources of 总投资 that are not divided between the period and what lies outside it. */
  undividedSource: ({ sources }: Split, project: Project) =>
    hasOpenSources(project) ? sumOf(sources, 'source', UNASSIGNED) : 0,
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
} satisfies Record<string, (split: Split, project: Project) => number>;

export type OpenMoney = Readonly<Record<keyof typeof READERS, Holders>>;

const KINDS = Object.keys(READERS) as (keyof typeof READERS)[];
const sums = makeKeptSums<Project, Record<keyof typeof READERS, Holders>>();

/** The projects that pass a filter. */
export function openMoney(data: PlanData, filter: TableFilter): OpenMoney {
  return sums(planStructure(data), JSON.stringify(filter), data.projects, () => start(data, filter));
}

function start(data: PlanData, filter: TableFilter): Counter<Project, Record<keyof typeof READERS, Holders>> {
  const traitsOf = traitReader(data);
  const passes = makeFilter(filter);
  const state = Object.fromEntries(KINDS.map((kind): [string, Holders] => [kind, { count: 0, fen: 0 }])) as Record<
    keyof typeof READERS,
    Holders
  >;
  return {
    state,
    change(project, sign) {
      const traits = traitsOf(project);
      if (traits.isWhole || !passes(project, traits)) return;
      for (const kind of KINDS) {
        const fen = READERS[kind](traits.money, project);
        if (fen === 0) continue;
        state[kind].count += sign;
        state[kind].fen += sign * fen;
      }
    },
  };
}

function statesSource({ amounts: { bySource, cells } }: Project): boolean {
  return Object.keys(bySource).length + Object.keys(cells).length > 0;
}

function sumOf(facts: readonly Fact[], side: 'year' | 'source', key: string): number {
  let sum = 0;
  for (const fact of facts) if (fact[side] === key) sum += fact.fen;
  return sum;
}
