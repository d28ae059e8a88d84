// Columns of money whose heading is unknown or empty. One whose words speak of money, that stands among columns of money or
// makes the known ones add up to 总投资 is part of the plan's money: what it is must be said before the import (rule X07,
// handbook D10).
import { isFundWord, isOtherFigure } from '../domain/fund-words.ts';
import { BEFORE, isOutsideYear, LATER, yearLabel } from '../domain/outside-years.ts';
import { planYears, topSources } from '../domain/reference.ts';
import { candidatesFor, yearOf } from './column-candidates.ts';
import type { ColumnSums } from './column-sums.ts';
import { isAmountKey } from './column-uses.ts';
import { isBlocked, isBlockedGroup } from './column-words.ts';
import { headerWord } from './header-words.ts';
import { CHOSEN } from './match-header.ts';
import { newSourceName, newSourceOptions } from './new-sources.ts';
import type { ImportQuestion } from './preview.ts';
import type { TableContext } from './read-table.ts';
import type { ReadColumn, TableReading } from './reading.ts';
import { NO_MONEY } from './table-kind.ts';

export interface UnknownMoney {
  column: ReadColumn;
  /** It makes the sums fit the total. */
  isProven: boolean;
}

/** Who gives the money, and no more: 农户 is no count where its figures fill the gap. */
const GIVERS = /^(?:受益)?(?:农户|农民|群众|村民|个人|企业|业主|合作社|农牧户|牧户)$/;
const YEAR_WORD = /^第[一二三四五六七八九十\d]{1,2}年|^20\d\d年?(?:及|度)?.{0,2}后|^(?:以后|后续|其余|其他)年/;
/** Columns whose words say nothing of money need so many rows to be taken for it by their sums … */
const FEWEST_ROWS = 3;
/** … and by where they stand. */
const SEVERAL_ROWS = 2;
/** This part of the rows has to fit: a few wrong sums in a list prove nothing against it. */
const SHARE = 0.8;

/** The columns that have to be asked about. */
export function findUnknownMoney(
  kind: TableReading['kind'],
  columns: readonly ReadColumn[],
  sums: ColumnSums,
  context: TableContext,
): UnknownMoney[] {
  const open = columns.filter((column) => column.key === null && column.isNumeric && column.reason !== CHOSEN);
  if (open.length === 0) return [];
  const headless = open.filter((column) => isHeadless(columns, column) && !isStray(columns, column, sums));
  if (kind !== 'projects') {
    const proven = provenBySums(columns, headless, sums);
    return headless.map((column) => ({ column, isProven: proven.has(column) }));
  }
  const others = open.filter((column) => !headless.includes(column) && isNoOther(column));
  const headed = others.filter(
    (column) =>
      (isMoney(column, context) && rowsFilled(column, sums) > 0 && !isTotalAgain(columns, column, sums, context)) ||
      (isBetweenMoney(columns, column, open) && rowsFilled(column, sums) >= SEVERAL_ROWS),
  );
  let proven = provenBySums(columns, [...headed, ...headless], sums);
  // Words that say nothing of money stand over it all the same where the figures do.
  if (proven.size === 0) proven = provenBySums(columns, others, sums, FEWEST_ROWS);
  return columns
    .filter((column) => headless.includes(column) || headed.includes(column) || proven.has(column))
    .map((column) => ({ column, isProven: proven.has(column) }));
}

/** No heading at all, or only a merged one that belongs to the column before. */
function isHeadless(columns: readonly ReadColumn[], column: ReadColumn): boolean {
  const before = columns[columns.indexOf(column) - 1];
  return column.path.length === 0 || (column.header !== '' && column.header === before?.header);
}

/** A stray figure or two outside the table stops nobody. */
function isStray(columns: readonly ReadColumn[], column: ReadColumn, sums: ColumnSums): boolean {
  const values = sums.values(column);
  const filled = values.reduce((count, _value, item) => count + (sums.hasValue(column, item) ? 1 : 0), 0);
  const lastHeader = columns.findLastIndex(({ path }) => path.length > 0);
  return columns.indexOf(column) > lastHeader && (filled === 0 || filled * 10 <= values.length);
}

/** Rows with a figure other than 0: what is 0 throughout takes no money away. */
function rowsFilled(column: ReadColumn, sums: ColumnSums): number {
  return sums.values(column).reduce((count, value) => count + (value === 0 ? 0 : 1), 0);
}

function foldedPath({ path }: ReadColumn): { leaf: string; groups: string[] } {
  const folded = path.map((text) => headerWord(text).word);
  return { leaf: folded.at(-1) ?? '', groups: folded.slice(0, -1) };
}

/** Its words speak of money of the plan, whether they name none of our columns or one that another column has. */
function isMoney(column: ReadColumn, { words }: TableContext): boolean {
  const { leaf, groups } = foldedPath(column);
  if (YEAR_WORD.test(leaf) || isFundWord(leaf) || groups.some(isFundWord)) return true;
  return candidatesFor(column, words).some(({ key }) => isAmountKey(key) && key !== 'sum');
}

/** Its words do not say that it is money paid, a rate, a count or a measure. */
function isNoOther(column: ReadColumn): boolean {
  const { leaf, groups } = foldedPath(column);
  if (leaf === '' || groups.some(isBlockedGroup) || isBlocked(leaf)) return false;
  if (GIVERS.test(leaf)) return true;
  return !isOtherFigure(leaf) && (YEAR_WORD.test(leaf) || isFundWord(leaf) || !NO_MONEY.test(leaf));
}

/** 计划资金 beside 总投资 with the same figures is another word for it; nothing is lost with it. */
function isTotalAgain(
  columns: readonly ReadColumn[],
  column: ReadColumn,
  sums: ColumnSums,
  { words }: TableContext,
): boolean {
  const total = columns.find(({ key }) => key === 'total');
  if (!total || !candidatesFor(column, words).some(({ key }) => key === 'total' || key === 'sum')) return false;
  const totals = sums.values(total);
  return sums.values(column).every((value, item) => value === 0 || value === totals[item]);
}

/** What the rounding of so many figures may come to, in 分. */
function roundingOf(column: ReadColumn, count: number, sums: ColumnSums): number {
  return 0.5 * 10 ** (6 - Math.min(sums.decimals(column), 6)) * (count + 1);
}

/** It stands between columns of the plan's money, perhaps with others that are unknown. */
function isBetweenMoney(columns: readonly ReadColumn[], column: ReadColumn, open: readonly ReadColumn[]): boolean {
  const known = columns.filter((other) => other === column || !open.includes(other));
  const at = known.indexOf(column);
  return [known[at - 1], known[at + 1]].every((beside) => isAmountKey(beside?.key ?? null));
}

/** Candidates that together, or one by one, fill the gap between the known sources or years and the total. */
function provenBySums(
  columns: readonly ReadColumn[],
  candidates: readonly ReadColumn[],
  sums: ColumnSums,
  fewestRows = 0,
): ReadonlySet<ReadColumn> {
  const total = columns.find((column) => column.key === 'total');
  if (!total || candidates.length === 0) return new Set();
  const totals = sums.values(total);
  const fits = (parts: readonly ReadColumn[], known: readonly ReadColumn[]): boolean => {
    const all = [...known, ...parts];
    const tolerance = roundingOf(total, all.length, sums);
    let asked = 0;
    let fitting = 0;
    /** Rows that fit and have known parts too: a column that is the total again has none. */
    let beside = 0;
    for (let item = 0; item < totals.length; item += 1) {
      if (!parts.some((part) => (sums.values(part)[item] ?? 0) !== 0)) continue;
      asked += 1;
      const sum = all.reduce((so, part) => so + (sums.values(part)[item] ?? 0), 0);
      if (Math.abs(sum - (totals[item] ?? 0)) > tolerance) continue;
      fitting += 1;
      if (known.some((part) => (sums.values(part)[item] ?? 0) !== 0)) beside += 1;
    }
    return fitting > 0 && fitting >= asked * SHARE && beside >= fewestRows;
  };
  for (const kind of ['source:', 'year:']) {
    const known = columns.filter((column) => column.key?.startsWith(kind));
    const alone = candidates.filter((column) => fits([column], known));
    if (alone.length > 0) return new Set(alone);
    // Two and more together: all, or those that stand side by side.
    if (fits(candidates, known)) return new Set(candidates);
    for (const run of neighbours(columns, candidates)) if (run.length > 1 && fits(run, known)) return new Set(run);
  }
  return new Set();
}

/** Candidates in columns side by side. */
function neighbours(columns: readonly ReadColumn[], candidates: readonly ReadColumn[]): ReadColumn[][] {
  const runs: ReadColumn[][] = [];
  for (const column of columns) {
    if (!candidates.includes(column)) continue;
    const run = runs.at(-1);
    if (run && columns.indexOf(run.at(-1) as ReadColumn) === columns.indexOf(column) - 1) run.push(column);
    else runs.push([column]);
  }
  return runs;
}

/** The question about one of them; an answer is the key of a column, NEW_SOURCE or NEW_TOP_SOURCE, or 'keep'. */
export function unknownMoneyQuestion(
  sheet: string,
  { column, isProven }: UnknownMoney,
  columns: readonly ReadColumn[],
  { plan, reference, words }: TableContext,
): ImportQuestion {
  const heading = column.path.length === 0 || column.header === '' ? '' : `“${column.header}”`;
  const samples = `${column.letter} 列${heading}有数字（如 ${column.samples.join('、')}）`;
  const sources = topSources(reference).flatMap((top) => [
    top,
    ...reference.fundSources.filter(({ parent }) => parent === top.id),
  ]);
  const nameOf = new Map(reference.fundSources.map(({ id, name }) => [id, name]));
  // Under a year it is that year's share of the source.
  const year = foldedPath(column)
    .groups.map(yearOf)
    .find((one) => one !== undefined);
  const keyOf = (id: string): string => (year === undefined ? `source:${id}` : `cell:${year}|${id}`);
  const bySource = sources.map(({ id, name, parent }) => ({
    value: keyOf(id),
    label: parent === null ? name : `${nameOf.get(parent) ?? ''} › ${name}`,
  }));
  const byYear = [...planYears(plan), BEFORE, LATER].map((year) => ({
    value: `year:${year}`,
    label: isOutsideYear(year) ? yearLabel(year) : `${year}年投资`,
  }));
  const whole = columns.some(({ key }) => key === 'total') ? [] : [{ value: 'total', label: '总投资' }];
  const isYear = YEAR_WORD.test(headerWord(column.path.at(-1) ?? '').word);
  const nearest = isYear || heading === '' ? undefined : nearestSource(column, words);
  const proposed = nearest === undefined ? undefined : keyOf(nearest);
  const rival = columns.find(({ key }) => proposed !== undefined && key === proposed);
  const near = bySource.filter(({ value }) => value === proposed);
  const rest = bySource.filter(({ value }) => value !== proposed);
  const fresh = isYear || heading === '' ? [] : newSourceOptions(newSourceName(column), reference);
  const what = heading === '' ? '但没有自己的表头' : '但不知道是哪一种资金';
  const beside = rival ? `${rival.letter} 列“${rival.header}”也是“${near[0]?.label ?? ''}”，选它时两列相加。` : '';
  const proof = isProven ? '；把它算进去，各项之和正好等于总投资' : '';
  return {
    id: `X07:${column.letter}`,
    message: `【X07】“${sheet}”的 ${samples}${what}${proof}。请指明这一列是什么（资金来源中没有这一种的，可作为新的资金来源加入，或并入“其他资金”），或确认只留作来源。${beside}`,
    options: [
      ...near,
      ...(isYear ? [...byYear, ...rest, ...whole] : [...fresh, ...rest, ...whole, ...byYear]),
      { value: 'keep', label: '只留作来源，不计入任何字段' },
    ],
    assumed: null,
    ...(proposed === undefined ? {} : { proposed }),
  };
}

/** Id of the source that the words of a column name or come near to, whether or not another column has it. */
function nearestSource(column: ReadColumn, words: TableContext['words']): string | undefined {
  const named = candidatesFor(column, words).find(({ key }) => key.startsWith('source:'));
  if (named) return named.key.slice('source:'.length);
  const { leaf, groups } = foldedPath(column);
  return [leaf, ...groups.toReversed()].map(words.fundOf).find((found) => found !== undefined)?.id;
}
