// Columns that add up others of the same row: 小计 of a source, 资金合计, 分年度投资小计, “十五五”期间投资. What they hold is in the
// other columns already; that it is the same is checked row by row, and told where it is not.
import { isOutsideYear } from '../domain/outside-years.ts';
import { cellAddress } from '../sheet/sheet.ts';
import { toFen, wanText } from '../values/money.ts';
import type { ColumnSums } from './column-sums.ts';
import { isAmountKey } from './column-uses.ts';
import { headerWord } from './header-words.ts';
import { CHOSEN, headerText } from './match-header.ts';
import type { Report } from './problem-list.ts';
import type { TableContext } from './read-table.ts';
import type { ReadColumn } from './reading.ts';

interface Part {
  column: ReadColumn;
  /** -1: what is to be taken off, money outside the plan's years. */
  sign: 1 | -1;
}

export interface RowSum {
  column: ReadColumn;
  parts: readonly Part[];
  /** Nothing but what lies before and after the plan's years can make the difference. */
  isPlanMoney: boolean;
}

const SUM_WORD = /小计|合计|总计|共计|^计$/;
/** A column sums up others where so many rows fit for one that does not. */
const FITTING = 2;

/** The columns of a list that only add up others, each with what it adds up. Those without a key get 'sum'. */
export function settleRowSums(columns: readonly ReadColumn[], sums: ColumnSums, context: TableContext): RowSum[] {
  return columns.flatMap((column) => {
    const found = rowSumOf(column, columns, sums, context);
    if (found === undefined) return [];
    if (column.key === null) Object.assign(column, { key: 'sum', confidence: 0.9, reason: '各项之和，只作核对' });
    return [found];
  });
}

function rowSumOf(
  column: ReadColumn,
  columns: readonly ReadColumn[],
  sums: ColumnSums,
  { reference, words }: TableContext,
): RowSum | undefined {
  const source = /^sum:(.+)$/.exec(column.key ?? '')?.[1];
  if (source !== undefined) {
    const own = new Set(
      reference.fundSources.filter(({ parent }) => parent === source).map(({ id }) => `source:${id}`),
    );
    const parts = plus(columns.filter(({ key }) => key !== null && own.has(key)));
    return parts.length === 0 ? undefined : { column, parts, isPlanMoney: false };
  }
  const isOpen = (column.key === null && column.reason !== CHOSEN) || column.key === 'sum';
  if (!isOpen || !column.isNumeric) return undefined;
  const leaf = headerWord(column.path.at(-1) ?? '').word;
  const isPlanMoney = words.isPlanMoney(leaf);
  if (!isPlanMoney && !SUM_WORD.test(leaf)) return undefined;
  const sets = (isPlanMoney ? planSets(columns) : partSets(column, columns, reference)).filter(
    ({ length }) => length > 0,
  );
  const best = bestSet(column, sets, sums);
  if (best !== undefined) return { column, parts: best, isPlanMoney };
  const [first] = sets;
  return isPlanMoney && first !== undefined ? { column, parts: first, isPlanMoney } : undefined;
}

const plus = (columns: readonly ReadColumn[]): Part[] => columns.map((column) => ({ column, sign: 1 }));

/** The years of the plan; 总投资 without what lies outside. */
function planSets(columns: readonly ReadColumn[]): Part[][] {
  const years = columns.filter(({ key }) => key?.startsWith('year:'));
  const isOutside = ({ key }: ReadColumn): boolean => isOutsideYear((key ?? '').slice('year:'.length));
  const outside = years.filter(isOutside).map((column): Part => ({ column, sign: -1 }));
  const total = plus(columns.filter(({ key }) => key === 'total'));
  return [plus(years.filter((column) => !isOutside(column))), total.length > 0 ? [...total, ...outside] : []];
}

/** What a 小计 or 合计 may add up: all sources, all years, the total again, or the columns of money before or behind it. */
function partSets(column: ReadColumn, columns: readonly ReadColumn[], reference: TableContext['reference']): Part[][] {
  const at = columns.indexOf(column);
  const isPart = (one: ReadColumn): boolean =>
    one.key !== null && isAmountKey(one.key) && !/^(?:total$|sum)/.test(one.key);
  const runs = [columns.slice(0, at).toReversed(), columns.slice(at + 1)].flatMap((side) => {
    const end = side.findIndex((one) => !isPart(one));
    const run = end < 0 ? side : side.slice(0, end);
    return run.map((_, index) => run.slice(0, index + 1)).slice(1);
  });
  const ofKind = ['source:', 'year:', 'total'].map((kind) =>
    wholes(
      columns.filter(({ key }) => key?.startsWith(kind)),
      reference,
    ),
  );
  return [...ofKind, ...runs].map(plus);
}

/** Without the parts of a source that stands there itself. */
function wholes(columns: readonly ReadColumn[], { fundSources }: TableContext['reference']): ReadColumn[] {
  const there = new Set(columns.map(({ key }) => key));
  const parents = new Map(fundSources.map(({ id, parent }) => [`source:${id}`, `source:${parent}`]));
  return columns.filter(({ key }) => !there.has(parents.get(key ?? '') ?? null));
}

/** The set that most rows fit; undefined where too many rows speak against each. */
function bestSet(column: ReadColumn, sets: readonly Part[][], sums: ColumnSums): Part[] | undefined {
  let best: Part[] | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  const filled = filledOf(column, sums);
  for (const parts of sets) {
    const misfits = misfitsOf(column, parts, sums).length;
    if (misfits < fewest && filled - misfits >= FITTING * misfits && filled > misfits) {
      fewest = misfits;
      best = parts;
    }
  }
  return best;
}

function filledOf(column: ReadColumn, sums: ColumnSums): number {
  return sums.values(column).reduce((count, _value, item) => count + (sums.hasValue(column, item) ? 1 : 0), 0);
}

/** Rows, by item, whose figure is not what its parts make. */
function misfitsOf(column: ReadColumn, parts: readonly Part[], sums: ColumnSums): { item: number; sum: number }[] {
  const tolerance = roundingOf([column, ...parts.map((part) => part.column)], sums);
  const values = parts.map((part) => ({ values: sums.values(part.column), sign: part.sign }));
  const found: { item: number; sum: number }[] = [];
  sums.values(column).forEach((value, item) => {
    if (!sums.hasValue(column, item)) return;
    const sum = values.reduce((so, part) => so + part.sign * (part.values[item] ?? 0), 0);
    if (Math.abs(value - sum) > tolerance) found.push({ item, sum });
  });
  return found;
}

/** What the rounding of so many figures may come to, in 分: half of the last place of each that is rounded. */
function roundingOf(columns: readonly ReadColumn[], sums: ColumnSums): number {
  const places = columns.map((column) => Math.min(sums.decimals(column), 6));
  const fewest = Math.min(...places);
  // Where all are written alike, sums of written figures are exact.
  return places.every((place) => place === fewest) && fewest < 2 ? 0.5 : 0.5 * 10 ** (6 - fewest) * columns.length;
}

/** Tells each row whose figure is not the sum of its parts, with both values and the difference. */
export function reportRowSums(
  sheet: string,
  rowSums: readonly RowSum[],
  sums: ColumnSums,
  rowOf: (item: number) => number,
  report: Report,
): void {
  for (const { column, parts, isPlanMoney } of rowSums) {
    const named = parts.map(
      (part) => `${part.sign < 0 ? '减 ' : ''}${part.column.letter} 列“${headerText(part.column)}”`,
    );
    const what = `${named.slice(0, SHOWN).join('、')}${named.length > SHOWN ? ` 等 ${named.length} 列` : ''}`;
    const misfits = misfitsOf(column, parts, sums);
    const fits = filledOf(column, sums) - misfits.length;
    // Where the rows speak against the heading, it is said once.
    const told = fits >= FITTING * misfits.length ? misfits : misfits.slice(0, 1);
    const others = misfits.length > told.length ? `这一列共有 ${misfits.length} 行不一致。` : '';
    for (const { item, sum } of told) {
      const value = sums.values(column)[item] ?? 0;
      const [own, other, difference] = [value, sum, value - sum].map((fen) => wanText(toFen(Math.round(fen))));
      const cell = cellAddress(rowOf(item), column.column);
      const isOutside = isPlanMoney && parts.some((part) => part.column.key === 'total');
      const advice = isOutside
        ? '没有写明这一差额是规划期以前还是以后的，导入的是总投资；请在项目卡片“期前、期后”里补填，或核对这两个数。'
        : '导入的是各分项，这一列只作核对；请核对哪个数对。';
      const whole = `${what}${parts.length > 1 ? '合计' : ''}为 ${other} 万元`;
      report({
        level: 'warning',
        code: 'row-sum-differs',
        cell,
        raw: own ?? '',
        message: `“${sheet}”${cell}“${headerText(column)}”为 ${own} 万元，${whole}，差 ${difference} 万元。${others}${advice}`,
        proposal: '',
      });
    }
  }
}

/** More names than these make no sentence. */
const SHOWN = 4;
