// Of several columns that fit one meaning — 累计支付 of 中央, 省级 and 合计, of 上年, 本年 and in all — the one that is meant:
// a total that its parts add up to, the parts where there is no total, else a question that names the columns.
import { headerOf } from '../import/header-words.ts';
import type { ReadColumn, TableReading } from '../import/reading.ts';
import { cellAddress } from '../sheet/sheet.ts';
import { viewSheet } from '../sheet/sheet-view.ts';
import { formatWanFull, toFen } from '../values/money.ts';
import { type AmountUnit, parseAmount } from '../values/parse-amount.ts';

/** A question that a person answers by the letters of columns. */
export interface ColumnQuestion {
  sheet: string;
  /** What is looked for, in the words of the first column. */
  label: string;
  options: { letter: string; header: string }[];
  /** Letters that were chosen; [] while it is open. */
  chosen: string[];
}

export interface Picked {
  /** Their sum is meant. */
  columns: ReadColumn[];
  /** Fitting columns that are not read, and told so. */
  left: ReadColumn[];
  /** What the chosen column says is of its year alone, or only of the time before. */
  span: 'all' | 'year' | 'past';
  remark: string;
  question: ColumnQuestion | null;
}

const PAST = /上年|往年|以前年度|历年|去年|上月|上期|上季/;
const YEAR = /本年|当年|今年|年初至今|(?:^|›)年度|(?<!截[至止])20\d\d年度?(?!底|末|\d)/;
const PART =
  /›(?:其中)?(?:中央|省|市|州|县|区|旗|其他)级?(?:资金|财政)?$|中央|省级|市级|州级|县级|区级|自筹|配套|东西部|定点|债券|社会资金|(?:衔接|整合|帮扶|其他|涉农)资金/;
const TOTAL = /(?:^|›)(?:合计|小计|总计|总额|总数|总金额|累计|共计)$|合计|总计/;

const isTotal = (word: string): boolean => TOTAL.test(word);
const isPart = (word: string): boolean => !isTotal(word) && PART.test(word);

/** Amounts of a column in the rows below the header, as far as they can be read. */
function amountsOf(reading: TableReading, column: ReadColumn, unit: AmountUnit): ReadonlyMap<number, number> {
  const view = viewSheet(reading.source);
  const found = new Map<number, number>();
  for (const row of reading.keptRows) {
    const read = parseAmount(view.seenText(row, column.column), column.unit ?? unit);
    if (read.kind === 'amount') found.set(row, read.fen);
  }
  return found;
}

/** The first row in which a total is not the sum of its parts; null where it always is, or no row has both. */
function mismatch(
  reading: TableReading,
  total: ReadColumn,
  parts: readonly ReadColumn[],
  unit: AmountUnit,
): { row: number; said: number; sum: number } | null {
  const sums = new Map<number, number>();
  for (const part of parts)
    for (const [row, fen] of amountsOf(reading, part, unit)) sums.set(row, (sums.get(row) ?? 0) + fen);
  for (const [row, said] of amountsOf(reading, total, unit)) {
    const sum = sums.get(row);
    if (sum !== undefined && sum !== said) return { row, said, sum };
  }
  return null;
}

const nameOf = ({ letter, header }: ReadColumn): string => `${letter} 列“${header}”`;
const listOf = (columns: readonly ReadColumn[]): string => columns.map(nameOf).join('、');

/**
 * Chooses among the columns that fit. `chosen`: letters that a person gave; those among the candidates are taken, several
 * as their sum. The remark says what was taken and why; a question stands in the way until it is answered.
 */
export function pickColumn(
  reading: TableReading,
  candidates: readonly ReadColumn[],
  { label, unit, chosen }: { label: string; unit: AmountUnit; chosen: readonly string[] },
): Picked {
  const wordOf = new Map(candidates.map((column) => [column, headerOf(column)]));
  const has = (words: RegExp) => (column: ReadColumn) => words.test(wordOf.get(column) ?? '');
  const options = candidates.map(({ letter, header }) => ({ letter, header }));
  const spanOf = ([first, ...more]: readonly ReadColumn[]): Picked['span'] =>
    !first || more.length > 0 ? 'all' : has(PAST)(first) ? 'past' : has(YEAR)(first) ? 'year' : 'all';
  const taken = (columns: ReadColumn[], remark: string, question: ColumnQuestion | null = null): Picked => ({
    columns,
    left: candidates.filter((column) => !columns.includes(column)),
    span: spanOf(columns),
    remark,
    question,
  });
  const own = candidates.filter(({ letter }) => chosen.includes(letter));
  const question = { sheet: reading.sheet, label, options, chosen: own.map(({ letter }) => letter) };
  if (own.length > 0 && candidates.length > 1) return taken(own, `“${label}”按选定取 ${listOf(own)}`, question);
  if (candidates.length === 1) return taken([...candidates], '');
  const ask = (why: string): Picked => ({
    columns: [],
    left: [],
    span: 'all',
    remark: `有几列都像“${label}”：${listOf(candidates)}，${why}不知道取哪一列；请选定（命令行用 --column ${candidates[0]?.letter ?? 'F'}），或删去不要的列，再导入`,
    question,
  });
  const wholes = candidates.filter((column) => !isPart(wordOf.get(column) ?? ''));
  const parts = candidates.filter((column) => !wholes.includes(column));
  if (wholes.length === 0) {
    const isOneGroup = new Set(parts.map(({ path }) => path.slice(0, -1).join('›'))).size === 1;
    if (!isOneGroup || candidates.some(has(PAST)) || candidates.some(has(YEAR))) return ask('');
    return taken(parts, `“${label}”没有合计列，取 ${listOf(parts)} 相加`);
  }
  const past = wholes.filter(has(PAST));
  const year = wholes.filter((column) => !past.includes(column) && has(YEAR)(column));
  const plain = wholes.filter((column) => !past.includes(column) && !year.includes(column));
  const [total] = plain.length === 1 ? plain : plain.filter((column) => isTotal(wordOf.get(column) ?? ''));
  const rivals = plain.filter((column) => column !== total);
  const isSumOf = (whole: ReadColumn, some: readonly ReadColumn[]): string => {
    const wrong = some.length === 0 ? null : mismatch(reading, whole, some, unit);
    if (!wrong) return '';
    const [said, sum] = [wrong.said, wrong.sum].map((fen) => formatWanFull(toFen(fen)));
    const cell = cellAddress(wrong.row, whole.column);
    return `${cell} 是 ${said} 万元，${listOf(some)}相加是 ${sum} 万元，差 ${formatWanFull(toFen(wrong.said - wrong.sum))} 万元，`;
  };
  if (total && rivals.length === 0) {
    const years = past.length === 1 && year.length === 1 ? [...past, ...year] : [];
    const wrong = isSumOf(total, parts) || isSumOf(total, years);
    if (wrong !== '') return ask(wrong);
    const others = candidates.filter((column) => column !== total);
    return taken([total], `“${label}”取 ${nameOf(total)}，没有取 ${listOf(others)}`);
  }
  if (plain.length === 0 && parts.length === 0 && past.length === 1 && year.length === 1)
    return taken([...past, ...year], `“${label}”没有合计列，取 ${listOf([...past, ...year])} 相加`);
  const [first, ...rest] = plain;
  const isSame = first !== undefined && rest.every((column) => mismatch(reading, first, [column], unit) === null);
  if (first && rest.length > 0 && isSame && hasAmounts(reading, plain, unit))
    return taken([first], `“${label}”有几列数相同，取 ${nameOf(first)}`);
  return ask('');
}

const hasAmounts = (reading: TableReading, columns: readonly ReadColumn[], unit: AmountUnit): boolean =>
  columns.every((column) => amountsOf(reading, column, unit).size > 0);
