// Rule T08: a figure ten thousand times larger or smaller than its neighbours was probably written in another unit.

import { cellAddress } from '../sheet/sheet.ts';
import { loneBounds } from '../values/lone-amounts.ts';
import { FEN_PER_WAN, type Fen, toFen, wanText } from '../values/money.ts';
import type { ColumnSums } from './column-sums.ts';
import type { ImportProblem } from './preview.ts';
import type { ReadColumn } from './reading.ts';

const FACTOR = 10_000;

/** 5 亿元 a project. */
const TOO_MUCH_WAN = 50_000;

/** Fewer rows of one class than this say nothing by themselves. */
const FEWEST_OF_CLASS = 3;

/**
 * Warnings for amounts of one table, each compared with its whole column, 总投资 also with the rows of its class.
 * `rowOf` gives the sheet row of an item, `classOf` its class.
 */
export function findSuspectUnits(
  sheet: string,
  columns: readonly ReadColumn[],
  sums: ColumnSums,
  rowOf: (item: number) => number,
  classOf: (item: number) => string | null,
): Omit<ImportProblem, 'sheet'>[] {
  const problems: Omit<ImportProblem, 'sheet'>[] = [];
  for (const column of columns) {
    if (column.key === null || !/^(?:total$|source:|year:|cell:)/.test(column.key)) continue;
    const values = sums.values(column);
    const all = judgeGroup(
      values,
      Array.from(values, (_, item) => item),
      FACTOR,
    );
    const found = new Map(all.map((one) => [one.item, one]));
    if (column.key === 'total') {
      for (const items of itemsByClass(values.length, classOf).values()) {
        if (items.length < FEWEST_OF_CLASS) continue;
        for (const one of judgeGroup(values, items, FACTOR)) if (!found.has(one.item)) found.set(one.item, one);
      }
    }
    const whole = column.key === 'total' && found.size === 0 ? wholeColumn(sheet, column, values) : undefined;
    if (whole) {
      const first = values.findIndex((value) => value > 0);
      problems.push({ ...whole, cell: cellAddress(rowOf(first), column.column) });
    }
    for (const [item, { median, isLarge }] of [...found].sort(([a], [b]) => a - b)) {
      const value = values[item] as Fen;
      const cell = cellAddress(rowOf(item), column.column);
      const proposed = isLarge ? Math.round(value / FACTOR) : value * FACTOR;
      const times = timesText(isLarge ? value / median : median / value);
      problems.push({
        level: 'warning',
        code: 'unit-suspect',
        cell,
        raw: wanText(value),
        message: `疑似单位错误：“${sheet}”第 ${rowOf(item)} 行“${column.header}”（${cell}）是 ${wanText(value)} 万元，是其余各行中间值 ${wanText(toFen(Math.round(median)))} 万元的${isLarge ? `${times}倍` : `${times}分之一`}，相差悬殊。已按原数导入，请核实是否把元与万元写混了。`,
        proposal: proposed < 2 ** 51 ? `${wanText(toFen(proposed))} 万元` : '',
      });
    }
  }
  return problems;
}

/** A column in which half of the projects cost more than any county's: 元 under a heading of 万元. */
function wholeColumn(
  sheet: string,
  column: ReadColumn,
  values: Float64Array,
): Omit<ImportProblem, 'sheet' | 'cell'> | undefined {
  const written = values.filter((value) => value > 0).sort();
  const median = toFen(Math.round(medianOf(written)));
  if (written.length < FEWEST_OF_CLASS || median < TOO_MUCH_WAN * FEN_PER_WAN) return undefined;
  return {
    level: 'warning',
    code: 'unit-suspect',
    raw: wanText(median),
    message: `疑似单位错误：“${sheet}”“${column.header}”一列的中间值是 ${wanText(median)} 万元，一半以上的项目都在它之上，不像项目的投资。已按原数导入，请核实是否以元填写。`,
    proposal: '元',
  };
}

interface Suspect {
  item: number;
  /** The middle of the amounts that are not suspect. */
  median: number;
  isLarge: boolean;
}

/** Amounts ten thousand times off the middle of their group, or alone beyond a wide gap. */
function judgeGroup(values: Float64Array, items: readonly number[], factor: number): Suspect[] {
  const amountOf = (item: number): number => values[item] ?? 0;
  const written = items.filter((item) => amountOf(item) > 0);
  if (written.length < 2) return [];
  const sorted = Float64Array.from(written, amountOf).sort();
  const { above, below } = loneBounds(sorted);
  const median = medianOf(sorted.filter((value) => value < above && value > below));
  const isOdd = (value: number): boolean =>
    value >= above || value <= below || value >= median * factor || value * factor <= median;
  // Nearly always nothing is odd: the smallest and the largest tell.
  if (!isOdd(sorted[0] ?? 0) && !isOdd(sorted.at(-1) ?? 0)) return [];
  return written
    .filter((item) => isOdd(amountOf(item)))
    .map((item) => ({ item, median, isLarge: amountOf(item) > median }));
}

function itemsByClass(count: number, classOf: (item: number) => string | null): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (let item = 0; item < count; item += 1) {
    const id = classOf(item) ?? '';
    const group = groups.get(id);
    if (group) group.push(item);
    else groups.set(id, [item]);
  }
  return groups;
}

/** 一万, 2.5万, 600 */
function timesText(times: number): string {
  if (times < FACTOR) return String(Math.round(times));
  const tenths = Math.round(times / (FACTOR / 10));
  return tenths === 10 ? '一万' : `${tenths / 10}万`;
}

function medianOf(sorted: Float64Array): number {
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
