// Columns of money whose heading is unknown or empty. One that makes the known sources or years add up to 总投资, or stands
// in a group with them, is part of the plan's money: what it is must be said before the import (rule X07, handbook D10).
import { BEFORE, isOutsideYear, LATER, yearLabel } from '../domain/outside-years.ts';
import { planYears, topSources } from '../domain/reference.ts';
import { candidatesFor } from './column-candidates.ts';
import type { ColumnSums } from './column-sums.ts';
import { isBlocked, isBlockedGroup } from './column-words.ts';
import { headerWord } from './header-words.ts';
import { CHOSEN } from './match-header.ts';
import type { ImportQuestion } from './preview.ts';
import type { TableContext } from './read-table.ts';
import type { ReadColumn, TableReading } from './reading.ts';
import { NO_MONEY } from './table-kind.ts';

export interface UnknownMoney {
  column: ReadColumn;
  /** It makes the sums fit the total. */
  isProven: boolean;
}

const MONEY = /资金|投资|金额|经费|配套|自筹|补助|帮扶|贷款|债券|款$/;
const YEAR_WORD = /^第[一二三四五六七八九十\d]{1,2}年|^20\d\d年?(?:及|度)?.{0,2}后|^(?:以后|后续|其余|其他)年/;
/** Columns whose words say nothing of money need so many rows to be taken for it. */
const FEWEST_ROWS = 3;
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
  const headed = kind === 'projects' ? open.filter((column) => isMoney(column, context)) : [];
  let proven = provenBySums(columns, [...headed, ...headless], sums);
  if (proven.size === 0 && kind === 'projects') {
    // Words that say nothing of money stand over it all the same where the figures do.
    const others = open.filter((column) => !headless.includes(column) && isNoOther(column));
    proven = provenBySums(columns, others, sums, FEWEST_ROWS);
    headed.push(...proven);
  }
  const asked = [...headless, ...headed.filter((column) => proven.has(column) || isAmongMoney(columns, column))];
  return columns.filter((column) => asked.includes(column)).map((column) => ({ column, isProven: proven.has(column) }));
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

/** Its words speak of money of the plan, and of nothing that we know. */
function isMoney(column: ReadColumn, { words }: TableContext): boolean {
  const folded = column.path.map((text) => headerWord(text).word);
  const leaf = folded.at(-1) ?? '';
  if (leaf === '' || isBlocked(leaf) || folded.slice(0, -1).some(isBlockedGroup)) return false;
  if (candidatesFor(column, words).length > 0) return false;
  if (YEAR_WORD.test(leaf)) return true;
  return !NO_MONEY.test(leaf) && (column.unit !== null || folded.some((word) => MONEY.test(word)));
}

/** Its words do not say that it is money paid, a rate, a count or a measure. */
function isNoOther({ path }: ReadColumn): boolean {
  const folded = path.map((text) => headerWord(text).word);
  const leaf = folded.at(-1) ?? '';
  return (
    leaf !== '' && !folded.some(isBlockedGroup) && !isBlocked(leaf) && (YEAR_WORD.test(leaf) || !NO_MONEY.test(leaf))
  );
}

/** A group that also holds the total or sources: 投资概算 › 县级配套 beside 投资概算 › 合计. */
function isAmongMoney(columns: readonly ReadColumn[], column: ReadColumn): boolean {
  const group = column.path[0];
  return (
    column.path.length > 1 &&
    columns.some(
      (other) => other !== column && other.path[0] === group && /^(?:total$|source:|cell:|sum)/.test(other.key ?? ''),
    )
  );
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
    const tolerance = 0.5 * 10 ** (6 - Math.min(sums.decimals(total), 6)) * (all.length + 1);
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

/** The question about one of them; an answer is the key of a column, or 'keep'. */
export function unknownMoneyQuestion(
  sheet: string,
  { column, isProven }: UnknownMoney,
  { plan, reference }: TableContext,
): ImportQuestion {
  const heading = column.path.length === 0 || column.header === '' ? '' : `“${column.header}”`;
  const samples = `${column.letter} 列${heading}有数字（如 ${column.samples.join('、')}）`;
  const what = heading === '' ? '但没有自己的表头' : '但不知道是哪一种资金';
  const proof = isProven ? '；把它算进去，各项之和正好等于总投资' : '';
  const sources = topSources(reference).flatMap((top) => [
    top,
    ...reference.fundSources.filter(({ parent }) => parent === top.id),
  ]);
  const nameOf = new Map(reference.fundSources.map(({ id, name }) => [id, name]));
  const bySource = sources.map(({ id, name, parent }) => ({
    value: `source:${id}`,
    label: parent === null ? name : `${nameOf.get(parent) ?? ''} › ${name}`,
  }));
  const byYear = [...planYears(plan), BEFORE, LATER].map((year) => ({
    value: `year:${year}`,
    label: isOutsideYear(year) ? yearLabel(year) : `${year}年投资`,
  }));
  const isYear = YEAR_WORD.test(headerWord(column.path.at(-1) ?? '').word);
  return {
    id: `X07:${column.letter}`,
    message: `【X07】“${sheet}”的 ${samples}${what}${proof}。请指明这一列是什么（资金来源中没有这一种的，可并入“其他资金”），或确认只留作来源。`,
    options: [
      ...(isYear ? [...byYear, ...bySource] : [...bySource, ...byYear]),
      { value: 'keep', label: '只留作来源，不计入任何字段' },
    ],
    assumed: null,
  };
}
