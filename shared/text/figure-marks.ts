// A figure of a text against the plan's (X02): what it is of, whether it agrees, and what stands in its way where it cannot
// be compared.
import { categoryPath } from '#shared/domain/categories.ts';
import { planYears } from '#shared/domain/reference.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { toFen, wanText } from '#shared/values/money.ts';
import { agreementOf, compareFigure, currentText, currentValue, fieldFor, findSubject } from './known-figure.ts';
import { type ShareOf, shareOf } from './percent-of.ts';
import type { ScannedNumber } from './scan-text.ts';
import { type Subject, subjectLabel } from './subject.ts';
import type { TextMark } from './text-mark.ts';

/** Marks of all figures of a text, in their order. */
export function markFigures(text: string, scanned: readonly ScannedNumber[], data: PlanData): TextMark[] {
  const marks = new Map<ScannedNumber, TextMark>();
  for (const found of scanned) {
    const whole = found.whole === null ? undefined : marks.get(found.whole);
    marks.set(found, markFigure(text, found, data, whole));
  }
  return [...marks.values()];
}

const ASK = '没有与规划比较，请人工核对。';

function markFigure(text: string, found: ScannedNumber, data: PlanData, whole: TextMark | undefined): TextMark {
  const { number, named, possible, isPlain, isImplied, elsewhere, pace } = found;
  const { start, end, raw } = number;
  const mark = { start, end, raw, rule: 'X02' } as const;
  const unknown = (why = '规划里没有这个数，请人工核对。'): TextMark => ({ ...mark, status: 'unknown', message: why });
  const share = number.kind === 'percent' ? shareOf(text, start) : 'money';
  if (share === undefined || number.isOther) return unknown();
  if (elsewhere !== null)
    return unknown(`这里写的是“${elsewhere.replaceAll(/[“”"]/g, '')}”的数，不在本规划的时间或范围内，${ASK}`);
  if (pace === 'yearly') return markYearly(found, data) ?? unknown(`这里写的是每年的数，${ASK}`);

  const agrees = (subject: Subject): boolean => {
    const agreement = compareFigure(data, number, subject, share);
    return agreement === 'same' || agreement === 'rounded';
  };
  const own = [...named, ...possible].find(agrees);
  const [first] = named;
  const anywhere = (): Subject | undefined => (isTelling(found) ? findSubject(data, number) : undefined);
  // A figure with no name right before it may be any figure of the plan.
  const subject = own ?? (first === undefined || !isPlain || isImplied ? anywhere() : undefined);
  if (subject) {
    const status = compareFigure(data, number, subject, share) === 'same' ? 'same' : 'rounded';
    const current = currentText(data, number, subject, share);
    const what = figureName(data, number.kind, subject, share);
    const isMeantSo = number.bound === 'exact' && number.low === undefined;
    const message =
      status === 'same'
        ? `与数据一致：${what}。`
        : `与数据一致（${isMeantSo ? '四舍五入' : '约数、范围'}）：${what} ${current}。`;
    const field = isMeantSo ? fieldFor(data, number, subject, status, share) : undefined;
    return { ...mark, status, message, current, ...(field === undefined ? {} : { field }) };
  }
  const isComparable =
    first !== undefined && isPlain && compareFigure(data, number, first, share) !== undefined && number.unit !== '元';
  if (!isComparable) return unknown();
  // Parts of a sum that the plan does not have are not the plan's either.
  if (whole?.status === 'unknown') return unknown(`这是“${whole.raw}”中的一项，${whole.raw} 不是规划里的数，${ASK}`);
  const current = currentText(data, number, first, share);
  const elsewhereSubject = anywhere();
  const hint = elsewhereSubject ? `“${raw}”是${subjectLabel(data, elsewhereSubject)}的数。` : '';
  const message = `${figureName(data, number.kind, first, share)}：文中 ${raw}，数据为 ${current}${differenceText(found, data, first)}。${hint}`;
  const field = fieldFor(data, number, first, 'differs', share);
  return { ...mark, status: 'differs', message, current, ...(field === undefined ? {} : { field }) };
}

/** A figure a year, times the years of the plan, against what the plan says of all years; or against each of its years. */
function markYearly({ number, named, possible, isPlain }: ScannedNumber, data: PlanData): TextMark | undefined {
  if (number.kind === 'percent') return undefined;
  const years = planYears(data.plan);
  const { kind, start, end, raw } = number;
  const mark = { start, end, raw, rule: 'X02' } as const;
  const times = { ...number, value: number.value * years.length, halfPlace: number.halfPlace * years.length };
  const spans = [...named, ...possible].filter(({ year }) => year === undefined);
  for (const subject of spans) {
    const now = currentValue(data, kind, subject);
    if (now === undefined || now === 0) continue;
    const isEach = years.every((year) => currentValue(data, kind, { ...subject, year }) === number.value);
    if (!isEach && agreementOf(times, now) === 'differs') continue;
    const current = currentText(data, number, subject);
    const what = figureName(data, kind, subject);
    return {
      ...mark,
      status: 'same',
      message: `与数据一致：每年 ${raw}，${years.length} 年共 ${current}，是${what}。`,
    };
  }
  const [first] = spans.filter((subject) => named.includes(subject));
  const now = first && isPlain ? currentValue(data, kind, first) : undefined;
  if (!first || !now || number.unit === '元') return undefined;
  // A yearly figure may hold for some years only: that it is too small for the whole says nothing.
  if (times.value < now) return undefined;
  const show = (value: number): string => (kind === 'count' ? `${value}个` : `${wanText(toFen(value))}万元`);
  return {
    ...mark,
    status: 'differs',
    message:
      `${figureName(data, kind, first)}：文中每年 ${raw}，${years.length} 年共 ${show(times.value)}，` +
      `数据合计为 ${currentText(data, number, first)}，差 ${show(times.value - now)}。`,
  };
}

/** Small counts and round sums agree with something by chance. */
function isTelling({ number: { kind, value, decimals, bound, low, raw }, isPlain, named }: ScannedNumber): boolean {
  if (bound !== 'exact' || low !== undefined) return false;
  if (kind === 'count') return value >= 20;
  const figures = raw.replaceAll(/[^\d]/g, '').replace(/^0+|(?<!0)0+$/g, '').length;
  return kind === 'amount' && (decimals >= 2 || figures >= 3 || (named.length > 0 && isPlain));
}

/** 全部项目个数; 总投资; a sub-class with its class before it: 乡村公共服务提升的文化帮扶项目个数. */
function figureName(
  data: PlanData,
  kind: ScannedNumber['number']['kind'],
  subject: Subject,
  share: ShareOf = 'money',
): string {
  const noun = { amount: '投资', count: '项目个数', percent: share === 'count' ? '项目个数占比' : '占比' }[kind];
  if (Object.keys(subject).length === 0)
    return { amount: '总投资', count: '全部项目个数', percent: `总投资${noun}` }[kind];
  const path = categoryPath(data.reference, subject.category ?? null);
  const label = subjectLabel(data, subject);
  const name = path.length > 1 && !label.includes('/') ? `${path[0]}的${label}` : label.replace('/', '的');
  return `${name}${noun}`;
}

function differenceText({ number }: ScannedNumber, data: PlanData, subject: Subject): string {
  if (number.kind === 'percent') return '';
  const now = currentValue(data, number.kind, subject) ?? 0;
  const difference = number.value - now;
  return number.kind === 'count' ? `，差 ${difference} 个` : `，差 ${wanText(toFen(difference))} 万元`;
}
