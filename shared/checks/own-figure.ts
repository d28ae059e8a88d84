// Our own figure for a row and a column of the plan, by the keys of the 汇总表: what a printed or typed figure is
// compared with, and what it is made of (构成).

import { readMargins } from '#shared/domain/margins.ts';
import type { Project } from '#shared/domain/project.ts';
import { planYears } from '#shared/domain/reference.ts';
import { emptyRollup, makeAccumulator, type Rollup } from '#shared/domain/rollup.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { makePlacer, planSums } from '#shared/tables/plan-sums.ts';
import { type Fen, roundWan, toFen, ZERO } from '#shared/values/money.ts';
import { judge, type Verdict } from './tolerance.ts';

function splitKey(key: string): [kind: string, value: string] {
  const at = key.indexOf(':');
  return at < 0 ? [key, ''] : [key.slice(0, at), key.slice(at + 1)];
}

function inRollup(rollup: Rollup, column: string): number | undefined {
  const [kind, value] = splitKey(column);
  if (kind === 'count') return rollup.count;
  if (kind === 'total') return rollup.total;
  if (kind === 'source') return rollup.bySource[value] ?? ZERO;
  return kind === 'year' ? (rollup.byYear[value] ?? ZERO) : undefined;
}

/** The row of a year: only what is known to fall into it; a source where the matrix says so. */
function inYear({ countByYear, byYear, cells }: Rollup, year: string, column: string): number | undefined {
  const [kind, value] = splitKey(column);
  if (kind === 'count') return countByYear[year] ?? 0;
  if (kind === 'total' || (kind === 'year' && value === year)) return byYear[year] ?? ZERO;
  return kind === 'source' ? (cells[`${year}|${value}`] ?? ZERO) : undefined;
}

function figureIn(rollup: Rollup, row: string, column: string): number | undefined {
  const [kind, value] = splitKey(row);
  return kind === 'year' ? inYear(rollup, value, column) : inRollup(rollup, column);
}

/** Makes the test whether a project belongs to a row. */
function makeMember(data: PlanData, row: string): (project: Project) => boolean {
  const [kind, value] = splitKey(row);
  if (kind === 'total' || kind === 'year') return () => true;
  const placeOf = makePlacer(data);
  if (kind === 'town') return (project) => placeOf(project).town === value;
  if (kind === 'region') return (project) => placeOf(project).region === value;
  const parents = new Map(data.reference.categories.map(({ id, parent }) => [id, parent]));
  return (project) => {
    let at: string | null | undefined = placeOf(project).category;
    while (at && at !== value) at = parents.get(at);
    return at === value;
  };
}

/** What each project of a row adds to a column; projects that add nothing are left out. */
export function figureParts(data: PlanData, row: string, column: string): { project: Project; value: number }[] {
  const isMember = makeMember(data, row);
  const add = makeAccumulator(data.reference);
  return data.projects.flatMap((project) => {
    if (!isMember(project)) return [];
    const rollup = emptyRollup();
    add(rollup, readMargins(project));
    const value = figureIn(rollup, row, column) ?? 0;
    return value === 0 ? [] : [{ project, value }];
  });
}

/**
 * Rows: total, category:ID, year:2021, town:NAME, region:CODE. Columns: count, total, source:ID, year:2021. Amounts in
 * 分; undefined for a pair that says nothing of this plan.
 */
export function ownFigure(data: PlanData, row: string, column: string): number | undefined {
  const sums = planSums(data);
  const [kind, value] = splitKey(row);
  if (kind === 'total') return figureIn(sums.all, row, column);
  if (kind === 'year') {
    return planYears(data.plan).includes(Number(value)) ? figureIn(sums.all, row, column) : undefined;
  }
  if (kind === 'category' || kind === 'region') {
    const rollup = kind === 'category' ? sums.byCategory.get(value) : sums.byRegion.get(value);
    return rollup && figureIn(rollup, row, column);
  }
  if (kind !== 'town') return undefined;
  const town = sums.byTown.get(value);
  if (column === 'count') return town?.count ?? 0;
  if (column === 'total') return town?.total ?? ZERO;
  return figureParts(data, row, column).reduce((sum, part) => sum + part.value, 0);
}

/**
 * A figure as it was written against ours: equal where ours, rounded to its decimals, is the written one; one unit of
 * the last place more or less is rounding. Decimals are of 万元 and may be negative (亿元 with two is -2).
 */
function judgeWritten(written: Fen, own: Fen, decimals: number): Verdict {
  if (written === own || written === roundWan(own, Math.min(decimals, 6))) return 'equal';
  return judge(written, own, { declared: decimals, addends: decimals, count: 1 });
}

/** judgeWritten for a figure of any column: counts are equal or different. */
export function judgeFigure(figure: { column: string; value: number; decimals: number }, own: number): Verdict {
  if (figure.column === 'count') return figure.value === own ? 'equal' : 'different';
  return judgeWritten(toFen(figure.value), toFen(own), figure.decimals);
}
