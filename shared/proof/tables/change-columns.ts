// Columns that tell how far an indicator goes from its base to its target: 年均增长（%）, 增幅, 增加值, [累计] beside the two years.

import { type Equation, judgeEquation, type Term } from '../equation.ts';
import { yearOf } from '../facts/label-kinds.ts';
import { isNear } from '../near.ts';
import type { Axis } from './axis.ts';
import type { ReadTable } from './read-table.ts';

const CHANGE = /增|提高|提升|上升|下降|降低|减少|变化|年均|累计/;
const BASE = /基期|基准|现状|基础值/;
const TARGET = /目标|规划值|预期值/;
/** Where the heads name no years: a plan of five. */
const USUAL_YEARS = 5;

interface Span {
  base: Axis;
  target: Axis;
  years: number;
}

/** The column of the base and that of the target: the first and the last year, or what is called so. */
function spanOf(columns: readonly Axis[]): Span | null {
  const dated = columns.flatMap((column) => {
    const year = yearOf(column.name) ?? yearOf(column.above.at(-1) ?? '');
    return year === null ? [] : [{ column, year }];
  });
  const [first, last] = [dated[0], dated.at(-1)];
  if (first && last && first.year < last.year)
    return { base: first.column, target: last.column, years: last.year - first.year };
  const called = (words: RegExp): Axis | undefined =>
    columns.find(({ name, above }) => words.test([...above, name].join('')));
  const [base, target] = [called(BASE), called(TARGET)];
  return base && target && base !== target ? { base, target, years: USUAL_YEARS } : null;
}

/** Ways to read one cell: so much a year, so much in all, that much more. */
function waysOf(table: ReadTable, column: Axis, change: Term, base: Term, target: Term, years: number): Equation[] {
  const group = `${table.block} g${column.index}`;
  const sum: Equation = {
    ...{ rule: 'T04', kind: 'sum', whole: target, parts: [base, change], side: '基期与增减', group },
  };
  const rate = (span: number): Equation => ({
    ...{ rule: 'T04', kind: 'rate', whole: change, parts: [target, base], side: '表内数', group, years: span },
  });
  const isAlike = change.figure.measure.dimension === target.figure.measure.dimension;
  const isRate = change.figure.measure.dimension === 'percent' && base.figure.value > 0 && target.figure.value > 0;
  return [...(isAlike ? [sum] : []), ...(isRate ? [rate(years), rate(1)] : [])];
}

const GROWTH = /增长率|增幅|增速|同比|环比|^(?:比|较)上年|^增长/;

/** 增幅 of each year over the one above it, in a table of years: of the column that it fits in most rows. */
export function yearlyGrowth(table: ReadTable): Equation[] {
  const years = table.rows.flatMap((row) => {
    const year = yearOf(row.name);
    return year === null ? [] : [{ row, year }];
  });
  const steps = years.flatMap((now, at) => {
    const before = years[at - 1];
    return before && now.year === before.year + 1 ? [{ now: now.row, before: before.row }] : [];
  });
  return table.columns.flatMap((column, at): Equation[] => {
    if (!GROWTH.test(column.name)) return [];
    const ways = table.columns.slice(0, at).map((base): Equation[] =>
      steps.flatMap(({ now, before }): Equation[] => {
        const whole = table.termAt(now.index, column.index, now.name);
        const parts = [now, before].flatMap((row) => table.termAt(row.index, base.index, row.name) ?? []);
        if (whole?.figure.measure.dimension !== 'percent' || parts.length < 2 || (parts[1]?.figure.value ?? 0) <= 0)
          return [];
        const group = `${table.block} y${column.index}`;
        return [{ rule: 'T04', kind: 'rate', whole, parts, side: '与上年的数', group, years: 1 }];
      }),
    );
    const holding = (way: readonly Equation[]): number =>
      way.filter((one) => judgeEquation(one) !== 'different').length;
    const [best = []] = ways.toSorted((a, b) => holding(b) - holding(a));
    return holding(best) * 2 >= best.length && holding(best) > 1 ? best : [];
  });
}

/** What each row says of its change: what holds, or what the head says and a slip away. */
export function changeColumns(table: ReadTable): Equation[] {
  const span = spanOf(table.columns);
  if (!span) return [];
  const { base, target, years } = span;
  const columns = table.columns.filter(
    (column) =>
      column !== base &&
      column !== target &&
      yearOf(column.name) === null &&
      CHANGE.test([...column.above, column.name].join('')),
  );
  return columns.flatMap((column) =>
    table.rows.flatMap((row): Equation[] => {
      const at = (one: Axis): Term | null => table.termAt(row.index, one.index, one.name);
      const [change, from, to] = [at(column), at(base), at(target)];
      if (!change || !from || !to || from.figure.measure.dimension !== to.figure.measure.dimension) return [];
      const ways = waysOf(table, column, change, from, to, years);
      const right = ways.find((way) => judgeEquation(way) !== 'different');
      if (right) return [right];
      const isYearly = /年均|年平均|年递增/.test(column.name);
      // [6.5] is the sum of all years, whatever the head says.
      const isSum = /^[[【〔〈［]/.test(change.figure.raw);
      const meant =
        (isSum ? ways.find(({ kind }) => kind === 'sum') : undefined) ??
        ways.find(({ kind, years: told }) => kind === 'rate' && told === (isYearly ? years : 1)) ??
        ways[0];
      return meant && isNear(meant) ? [meant] : [];
    }),
  );
}
