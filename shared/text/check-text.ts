// Checks running text against the plan: figures (X02), trend words, lists that do not add up, and numbers of tables and
// figures (X03). Works on a paragraph of the workbook and on any text that is pasted.
import { categoryPath } from '#shared/domain/categories.ts';
import { toFen, wanText } from '#shared/domain/money.ts';
import type { PlanData } from '#shared/domain/plan-data.ts';
import { breakDown, type Part } from './breakdown.ts';
import { checkReferences } from './check-references.ts';
import { allSubjects, compareFigure, currentText, currentValue, fieldFor } from './known-figure.ts';
import { type ScannedNumber, scanText } from './scan-text.ts';
import { type Subject, subjectLabel } from './subject.ts';
import { fieldText } from './template.ts';
import { findTrendClaims, trendOf, trendWord } from './trend.ts';

export interface TextMark {
  start: number;
  end: number;
  raw: string;
  /**
   * same: the plan's figure; rounded: it, with fewer decimals; differs: the plan says something else; warning: a word
   * or number of a table that is not right; unknown: no figure of the plan.
   */
  status: 'same' | 'rounded' | 'differs' | 'warning' | 'unknown';
  /** What it is, and what the plan says, in one Chinese sentence. */
  message: string;
  /** What the plan says now. */
  current?: string;
  /** The field that could stand here. */
  field?: string;
}

/** All marks of a text in order. `categoryId`: the class that it is about, where that is known. */
export function checkText(text: string, data: PlanData, categoryId: string | null = null): TextMark[] {
  const scanned = scanText(text, data, categoryId);
  return [
    ...scanned.map((found) => checkNumber(found, data)),
    ...scanned.flatMap(checkParts),
    ...checkTrends(text, data),
    ...checkReferences(text, data, scanned, categoryId),
  ].sort((a, b) => a.start - b.start);
}

function checkNumber(found: ScannedNumber, data: PlanData): TextMark {
  const { number, named, possible } = found;
  const { start, end, raw } = number;
  const agrees = (subject: Subject): boolean => {
    const agreement = compareFigure(data, number, subject);
    return agreement === 'same' || agreement === 'rounded';
  };
  const own = [...named, ...possible].find(agrees);
  const [first] = named;
  const anywhere = (): Subject | undefined => (isTelling(number) ? allSubjects(data).find(agrees) : undefined);
  // A figure with no name before it may be any figure of the plan.
  const subject = own ?? (first === undefined ? anywhere() : undefined);
  if (subject) {
    const status = compareFigure(data, number, subject) === 'same' ? 'same' : 'rounded';
    const current = currentText(data, number, subject);
    const what = figureName(data, number.kind, subject);
    const message = status === 'same' ? `与数据一致：${what}。` : `与数据一致（四舍五入）：${what} ${current}。`;
    return { start, end, raw, status, message, current, field: fieldFor(data, number, subject, status) };
  }
  const isComparable = first !== undefined && compareFigure(data, number, first) !== undefined && number.unit !== '元';
  if (!isComparable) return { start, end, raw, status: 'unknown', message: '规划里没有这个数，请人工核对。' };
  const current = currentText(data, number, first);
  const elsewhere = anywhere();
  const hint = elsewhere ? `“${raw}”是${subjectLabel(data, elsewhere)}的数。` : '';
  const message = `${figureName(data, number.kind, first)}：文中 ${raw}，数据为 ${current}${differenceText(found, data, first)}。${hint}`;
  return { start, end, raw, status: 'differs', message, current, field: fieldFor(data, number, first, 'differs') };
}

/** Small counts agree with something by chance. */
function isTelling({ kind, value }: ScannedNumber['number']): boolean {
  return kind === 'amount' || (kind === 'count' && value >= 20);
}

/** 全部项目个数; 总投资; a sub-class with its class before it: 乡村公共服务提升的文化帮扶项目个数. */
function figureName(data: PlanData, kind: ScannedNumber['number']['kind'], subject: Subject): string {
  if (Object.keys(subject).length === 0)
    return { amount: '总投资', count: '全部项目个数', percent: '总投资占比' }[kind];
  const path = categoryPath(data.reference, subject.category ?? null);
  const label = subjectLabel(data, subject);
  const name = path.length > 1 && !label.includes('/') ? `${path[0]}的${label}` : label.replace('/', '的');
  return `${name}${{ amount: '投资', count: '项目个数', percent: '占比' }[kind]}`;
}

function differenceText({ number }: ScannedNumber, data: PlanData, subject: Subject): string {
  if (number.kind === 'percent') return '';
  const now = currentValue(data, number.kind, subject) ?? 0;
  const difference = number.value - now;
  return number.kind === 'count' ? `，差 ${difference} 个` : `，差 ${wanText(toFen(difference))} 万元`;
}

/** D4 of the handbook: 81个（其中 16＋19＋…＝82个）. */
function checkParts({ number, parts }: ScannedNumber): TextMark[] {
  const same = parts.filter(({ kind }) => kind === number.kind);
  if (same.length < 2 || same.length !== parts.length) return [];
  const sum = same.reduce((total, { value }) => total + value, 0);
  const slack = number.halfPlace + same.reduce((total, { halfPlace }) => total + halfPlace, 0);
  if (sum === number.value || (number.kind !== 'count' && Math.abs(sum - number.value) <= slack && slack > 0))
    return [];
  const show = (value: number): string => (number.kind === 'count' ? `${value}个` : wanText(toFen(value)));
  const { start, end, raw } = number;
  return [
    {
      start,
      end,
      raw,
      status: 'warning',
      message: `括号里的 ${same.length} 项合计 ${show(sum)}，与前面的 ${raw} 不符。`,
    },
  ];
}

const countIn = ({ count }: Part): number => count ?? 0;

/** D13 of the handbook: 逐年减少 over figures that go up and down. */
function checkTrends(text: string, data: PlanData): TextMark[] {
  const years = breakDown(data, '分年').filter(({ subject }) => subject !== null);
  return findTrendClaims(text).map(({ start, end, raw, allowed }): TextMark => {
    const clause = text.slice(
      Math.max(text.lastIndexOf('。', start), text.lastIndexOf('；', start), text.lastIndexOf('\n', start)) + 1,
      start,
    );
    const saysMoney = /投资|资金|金额/.test(clause);
    const saysCount = /个数|项目数|(?:实施|安排|建设)的?项目/.test(clause);
    const wrong: string[] = [];
    const check = (word: string, values: readonly number[], shown: readonly string[]): void => {
      const trend = trendOf(values);
      if (trend !== undefined && !allowed.includes(trend))
        wrong.push(`各年度${word}实际${trendWord(trend)}（${shown.join('→')}）`);
    };
    if (saysCount)
      check(
        '项目个数',
        years.map(countIn),
        years.map((year) => String(countIn(year))),
      );
    if (saysMoney || !saysCount)
      check(
        '投资',
        years.map(({ fen }) => fen),
        years.map(({ fen }) => wanText(fen)),
      );
    if (wrong.length === 0) return { start, end, raw, status: 'same', message: '与数据的走势一致。' };
    const message = `“${raw}”与数据不符：${wrong.join('；')}。`;
    // One word cannot be right of both where they differ.
    if (saysMoney && saysCount) return { start, end, raw, status: 'warning', message };
    const current = trendWord(trendOf(years.map(saysCount ? countIn : ({ fen }) => fen)) ?? 'flat');
    return {
      start,
      end,
      raw,
      status: 'warning',
      message,
      current,
      field: fieldText(`${saysCount ? '项目个数' : '投资'}趋势`),
    };
  });
}
