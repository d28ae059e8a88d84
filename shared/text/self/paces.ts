// Figures a year beside figures over the years in one sentence: the one times the years is the other (108.75×5＝543.75),
// and loan × rate is the interest (2500×4.35%＝108.75).
import { type PlanInfo, planYears } from '#shared/domain/reference.ts';
import { topicOf } from '../plan-words.ts';
import type { ScannedNumber } from '../scan-text.ts';
import type { Sentence } from '../sentences.ts';
import type { SelfMark } from './self-mark.ts';
import { showFigure } from './sums.ts';

type Years = Pick<PlanInfo, 'firstYear' | 'lastYear'>;

/** What an amount is of, in words: those before it in its clause, or behind it (2500万元左右的小额信用贷款). */
function topicsOf(text: string, { number, named, isPlain }: ScannedNumber): string[] {
  const near = text.slice(Math.max(0, number.start - 30), number.start);
  const head = near.slice(Math.max(...[...'，。；、：（\n'].map((sign) => near.lastIndexOf(sign))) + 1);
  const behind = /^(?:左右|以上|以下)?的([^，。；、（）\d]{2,14})/.exec(text.slice(number.end, number.end + 20))?.[1];
  const words = topicOf(head.replaceAll(/\d[\d.]*[^，。；]{0,3}$/g, ''));
  if (words.length >= 2) return [words];
  if (behind !== undefined) return [topicOf(behind)];
  const subject = isPlain && named[0] ? JSON.stringify(named[0]) : '';
  return [subject];
}

function placeOf({ number: { start, end, raw } }: ScannedNumber) {
  return { start, end, raw, rule: 'X02' as const };
}

/** Each figure over the years against the last one a year of the same thing. */
function checkYearly(text: string, scanned: readonly ScannedNumber[], plan: Years): SelfMark[] {
  const years = planYears(plan).length;
  const yearly = new Map<string, ScannedNumber>();
  let last: ScannedNumber | undefined;
  return scanned.flatMap((found): SelfMark[] => {
    const { number, pace } = found;
    if (number.kind === 'percent' || number.isOther) return [];
    const keys = topicsOf(text, found).map((topic) => `${number.kind} ${topic}`);
    if (pace === 'yearly') {
      last = found;
      for (const key of keys) yearly.set(key, found);
      return [];
    }
    if (pace !== 'total') return [];
    // 每年投入100万元，五年累计500万元: nothing else is named in between.
    const isSame =
      last !== undefined &&
      scanned.indexOf(found) === scanned.indexOf(last) + 1 &&
      last.number.kind === number.kind &&
      keys.every((key) => key.endsWith(' ') || key.includes('{'));
    const each = keys.map((key) => yearly.get(key)).find((one) => one !== undefined) ?? (isSame ? last : undefined);
    if (!each) return [];
    const times = each.number.value * years;
    const slack = each.number.halfPlace * years + number.halfPlace;
    const isExact = [each, found].every((one) => one.number.bound === 'exact' && one.number.low === undefined);
    const how = `每年 ${each.number.raw} × ${years} 年＝${showFigure(number.kind, times)}`;
    const difference = number.value - times;
    if (difference === 0 || (Math.abs(difference) < slack && number.kind === 'amount'))
      return [each, found].map((one) => ({
        ...placeOf(one),
        status: 'same',
        message: `文中每年的数与累计数一致：${how}。`,
      }));
    // 每年…左右: only what is far from it is told.
    if (!isExact && Math.abs(difference) <= Math.abs(times) * 0.1)
      return [{ ...placeOf(found), status: 'same', message: `与文中每年的数大致一致：${how}。` }];
    return [
      {
        ...placeOf(found),
        status: 'warning',
        message: `累计数与每年的数不符：${how}，文中累计 ${number.raw}，差 ${showFigure(number.kind, difference)}。`,
      },
    ];
  });
}

const RATE = /(?:利率|年息|贴息率|LPR|按照?|年化)[^，。；\d]{0,8}$/;
const LOAN = /贷款|信贷|放贷/;
const INTEREST = /贴息|利息/;

/** Interest against loan × rate, of a year or of all years. */
function checkInterest(text: string, scanned: readonly ScannedNumber[], plan: Years): SelfMark[] {
  const rate = scanned.find(
    ({ number: { kind, start } }) => kind === 'percent' && RATE.test(text.slice(Math.max(0, start - 16), start)),
  );
  if (!rate) return [];
  const amounts = scanned.filter(({ number }) => number.kind === 'amount');
  const wordsAround = ({ number }: ScannedNumber): string => {
    const before = text.slice(Math.max(0, number.start - 20), number.start);
    const clause = before
      .slice(Math.max(...[...'，。；、'].map((sign) => before.lastIndexOf(sign))) + 1)
      .replace(/^.*\d/, '');
    const behind =
      /^(?:左右|以上|以下)?的?([^，。；、\d]{2,10})/.exec(text.slice(number.end, number.end + 16))?.[1] ?? '';
    return LOAN.test(clause) || INTEREST.test(clause) ? clause : behind;
  };
  const isInterest = (found: ScannedNumber): boolean => INTEREST.test(wordsAround(found));
  const loans = amounts.filter((found) => !isInterest(found) && LOAN.test(wordsAround(found)));
  if (loans.length === 0) return [];
  const years = planYears(plan).length;
  return amounts.filter(isInterest).map((interest): SelfMark => {
    const ways = loans.flatMap((loan) =>
      [1, years].map((times) => ({
        loan,
        times,
        value: Math.round((loan.number.value * rate.number.value) / 1e8) * times,
      })),
    );
    const of = ({ loan, times }: (typeof ways)[number]): string =>
      `${loan.number.raw}×${rate.number.raw}${times > 1 ? `×${times} 年` : ''}`;
    const fits = ways.find(({ value }) => Math.abs(value - interest.number.value) <= interest.number.halfPlace);
    if (fits)
      return {
        ...placeOf(interest),
        status: 'same',
        message: `与文中的贷款和利率一致：${of(fits)}＝${interest.number.raw}。`,
      };
    // Of the same pace first: the interest of a year is that of the loans of a year.
    const samePace = ways.filter(({ loan, times }) => loan.pace === interest.pace && times === 1);
    const nearest = (samePace.length > 0 ? samePace : ways).reduce((best, way) =>
      Math.abs(way.value - interest.number.value) < Math.abs(best.value - interest.number.value) ? way : best,
    );
    return {
      ...placeOf(interest),
      status: 'warning',
      message: `贴息与贷款和利率不符：${of(nearest)}＝${showFigure('amount', nearest.value)}，文中 ${interest.number.raw}，差 ${showFigure('amount', interest.number.value - nearest.value)}。`,
    };
  });
}

const MOST_FIGURES = 60;

/** Marks of one sentence; `scanned` are its figures. A list of more figures than a sentence has is a pasted table. */
export function checkPaces({ text, start }: Sentence, scanned: readonly ScannedNumber[], plan: Years): SelfMark[] {
  if (scanned.length < 2 || scanned.length > MOST_FIGURES) return [];
  const own = scanned.map((found) => ({
    ...found,
    number: { ...found.number, start: found.number.start - start, end: found.number.end - start },
  }));
  return [...checkYearly(text, own, plan), ...checkInterest(text, own, plan)].map((mark) => ({
    ...mark,
    start: mark.start + start,
    end: mark.end + start,
  }));
}
