// Which columns of a table add up to which: 总投资 of the sources or years under 其中, 总计 of the counties, 小计 of its group.
import type { Equation } from '../equation.ts';
import { type Axis, isTotalWord } from './axis.ts';
import type { ReadTable } from './read-table.ts';
import { addsUp, mostTotals, type SumReading, termsOf } from './row-sums.ts';

const WHOLE =
  /总投资|投资总额|总额|总计|合计|小计|总规模|资金规模|投资规模|资金总量|总资金|总概算|总数|总个数|总人数|总户数/;
const YEAR = /^(?:20\d\d)年?(?:度|计划|投资|安排)?/;
const STATED_GROUP = /其中|来源|构成|筹措|筹资|分年|年度|按|分配/;

function isTotal({ kind, above, name }: Axis): boolean {
  return kind === 'total' || kind === 'subtotal' || above.some((label) => isTotalWord(label)) || WHOLE.test(name);
}

/** The dimension that a column is printed in. */
function dimensionOf(table: ReadTable, column: Axis): string | undefined {
  for (const { index } of table.rows) {
    const figure = table.figureAt(index, column.index);
    if (figure) return figure.measure.dimension;
  }
  return undefined;
}

function equationsOf(table: ReadTable, whole: Axis, parts: readonly Axis[], side: string): Equation[] {
  if (parts.length < 2) return [];
  return table.rows.flatMap((row): Equation[] => {
    const term = table.termAt(row.index, whole.index, row.name);
    const dimension = term?.figure.measure.dimension ?? '';
    if (!term || !addsUp([row.name, whole.name], dimension)) return [];
    const places = parts.map((column) => ({ row: row.index, column: column.index, label: column.name }));
    const used = termsOf(table, places)?.filter(({ figure }) => figure.measure.dimension === dimension);
    if (!used || used.length === 0) return [];
    const group = `${table.block} c${whole.index}-${parts.map(({ index }) => index).join(',')}`;
    return [{ rule: 'T01', kind: 'sum', whole: term, parts: used, side, group }];
  });
}

/** Columns that stand under the same heads as `column`, those of a group by its 小计 where it has one. */
function partsBeside(columns: readonly Axis[], whole: Axis): Axis[][] {
  const path = whole.above.join('|');
  const isFlat = (column: Axis): boolean => column !== whole && column.above.join('|') === path;
  const flat = columns.filter(isFlat);
  const at = columns.indexOf(whole);
  // Up to the next column that is a total of its own.
  const behind = flat.filter((column) => columns.indexOf(column) > at);
  const stop = behind.findIndex(isTotal);
  const run = stop < 0 ? behind : behind.slice(0, stop);
  const before = flat.filter((column) => columns.indexOf(column) < at && !isTotal(column));
  const years = (list: readonly Axis[]): Axis[] => list.filter(({ name }) => YEAR.test(name));
  const others = (list: readonly Axis[]): Axis[] => list.filter(({ name }) => !YEAR.test(name));
  const nested = [
    ...new Set(
      columns
        .filter(
          ({ above }) => above.length > whole.above.length && above.slice(0, whole.above.length).join('|') === path,
        )
        .map(({ above }) => above[whole.above.length] ?? ''),
    ),
  ];
  const groups = nested.map((name) =>
    columns.filter(
      ({ above }) => above[whole.above.length] === name && above.slice(0, whole.above.length).join('|') === path,
    ),
  );
  const standFor = (group: readonly Axis[]): Axis[] => {
    const sum = group.find(({ kind }) => kind === 'subtotal' || kind === 'total');
    return sum ? [sum] : [...group];
  };
  return [
    ...groups.map((group) =>
      group.some(isTotal) && groups.length > 1
        ? []
        : standFor(group).length === 1
          ? group.filter((one) => !isTotal(one))
          : [...group],
    ),
    groups.flatMap(standFor),
    [...run, ...groups.flatMap(standFor)],
    run,
    before,
    years(run),
    others(run),
    [...before, ...run],
  ];
}

/** 合计 over 个数 and 投资, beside 2026年 over the same. */
function partsAlike(columns: readonly Axis[], whole: Axis): Axis[] {
  if (!whole.above.some((label) => isTotalWord(label))) return [];
  return columns.filter(
    (column) =>
      column !== whole &&
      column.name === whole.name &&
      column.above.length === whole.above.length &&
      !column.above.some((label) => isTotalWord(label)),
  );
}

/** All sums over the columns of a table. */
export function columnSums(table: ReadTable): SumReading[] {
  const dimensions = new Map(table.columns.map((column) => [column, dimensionOf(table, column)]));
  return table.columns
    .filter(isTotal)
    .slice(0, mostTotals(table))
    .flatMap((whole): SumReading[] => {
      const alike = table.columns.filter(
        (column) =>
          (dimensions.get(column) ?? dimensions.get(whole)) === dimensions.get(whole) &&
          addsUp([...column.above, column.name], dimensions.get(whole) ?? ''),
      );
      if (!alike.includes(whole)) return [];
      const groups = [partsAlike(alike, whole), ...partsBeside(alike, whole)];
      const seen = new Set<string>();
      const ways = groups.flatMap((parts): Equation[][] => {
        const key = parts.map(({ index }) => index).join(',');
        if (parts.length < 2 || seen.has(key)) return [];
        seen.add(key);
        return [equationsOf(table, whole, parts, '各列')];
      });
      const isStated =
        whole.kind !== 'item' ||
        groups.some((parts) => parts.some(({ above }) => above.some((label) => STATED_GROUP.test(label))));
      return ways.some((way) => way.length > 0) ? [{ isStated, ways: ways.filter((way) => way.length > 0) }] : [];
    });
}
