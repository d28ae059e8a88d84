// Sums told with their parts: 81个（其中 16＋19＋…＝82个, D4 of the handbook), 共X万元，其中A、B、C, A、B、C，合计X万元.
import { toFen, wanText } from '#shared/values/money.ts';
import type { TextNumber } from '../numbers.ts';
import type { Scanned, ScannedNumber } from '../scan-text.ts';
import type { SelfMark } from './self-mark.ts';

/** 其中 in a sentence may name some of the parts only: a list that comes nowhere near the whole is such a choice. */
const NEARLY_ALL = 0.8;
const OPENING = /^(?:其中|包括|含|分别为|分别是|即)/;

/** A figure and those that are told as its parts. */
export interface ToldSum<Number extends TextNumber = TextNumber> {
  head: Number;
  parts: readonly Number[];
  where: string;
  /** Where the sum stands from there. */
  side: '前面' | '后面';
  /** Nothing else can belong to the whole: no 其中, no 等. */
  isWhole: boolean;
  /** Nothing but 合计 behind a list says it: only what comes near to it is one. */
  isLoose?: boolean;
  /** Other figures stand between: one that it comes to, or all but. */
  isFar?: boolean;
}

export function showFigure(kind: TextNumber['kind'], value: number): string {
  if (kind === 'count') return `${value}个`;
  return kind === 'amount' ? `${wanText(toFen(value))}万元` : `${value / 1_000_000}%`;
}

/**
 * What rounding may hide in a sum. Trailing zeros are not written, so 38595 beside 68323.501 has its three decimals too;
 * only a figure in a larger unit (亿元 among 万元) is rounded where it stands.
 */
function slackOf(figures: readonly TextNumber[]): number {
  if (figures[0]?.kind === 'count') return 0;
  const halves = figures.map(({ halfPlace }) => halfPlace);
  const isOneUnit = figures.every(({ unit }) => unit === figures[0]?.unit);
  return isOneUnit ? Math.min(...halves) * figures.length : halves.reduce((sum, half) => sum + half, 0);
}

/** True where a list that stays behind its whole names only some of the parts. */
export function isChoice({ head, parts, isWhole }: ToldSum): boolean {
  const sum = parts.reduce((total, { value }) => total + value, 0);
  return head.value > sum && !isWhole && sum < head.value * NEARLY_ALL;
}

function judge(told: ToldSum): SelfMark[] {
  const { head, parts, where, side, isWhole } = told;
  const sum = parts.reduce((total, { value }) => total + value, 0);
  const slack = slackOf([head, ...parts]);
  const { start, end, raw, kind } = head;
  const place = { start, end, raw, rule: 'X02' as const };
  const shown = parts.map(({ raw: part }) => part).join('＋');
  const difference = head.value - sum;
  if (difference === 0) return [{ ...place, status: 'same', message: `与文中所列各项之和一致：${shown}＝${raw}。` }];
  if (Math.abs(difference) <= slack) return [];
  if (isChoice(told) || told.isFar || (told.isLoose && sum > head.value / NEARLY_ALL)) return [];
  return [
    {
      ...place,
      status: 'warning',
      message: `${where}的 ${parts.length} 项合计 ${showFigure(kind, sum)}，与${side}的 ${raw} 不符，差 ${showFigure(kind, difference)}（${shown}）。${difference > 0 && isWhole ? '如只列举了几项，请写明“等”。' : ''}`,
    },
  ];
}

function isAlike(a: TextNumber, b: TextNumber): boolean {
  return a.kind === b.kind && a.thing === b.thing;
}

/** Figures that can stand in a sum: of the whole time, said just so. */
function canAdd({ number: { bound, low, kind }, pace }: ScannedNumber): boolean {
  return bound === 'exact' && low === undefined && kind !== 'percent' && pace !== 'yearly';
}

/** 比上年增加1080.5万元: how much more is no whole of what is listed behind it. */
function isIncrease(text: string, { start }: TextNumber): boolean {
  return /(?:增加|增长|提高|新增|减少|下降|降低|高出?|多|少|低)(?:了|约)?\s?$/.test(
    text.slice(Math.max(0, start - 5), start),
  );
}

interface Bracket<Number extends TextNumber> {
  head: Scanned<Number> | null;
  inside: Scanned<Number>[];
  opening: string;
  start: number;
}

/** Lists in the brackets right behind a figure. */
function inBrackets<Number extends TextNumber>(text: string, scanned: readonly Scanned<Number>[]): ToldSum<Number>[] {
  const found: ToldSum<Number>[] = [];
  const open: Bracket<Number>[] = [];
  let next = 0;
  let last: Scanned<Number> | null = null;
  for (const { index, 0: sign } of text.matchAll(/[（(）)\n]/g)) {
    for (; next < scanned.length && (scanned[next]?.number.start ?? 0) < index; next += 1) {
      last = scanned[next] ?? null;
      if (last) open.at(-1)?.inside.push(last);
    }
    if (sign === '\n') open.length = 0;
    else if (sign === '（' || sign === '(') {
      const isBehind =
        last !== null &&
        index - last.number.end <= 6 &&
        /^(?:建设|工程|子)?(?:项目)?\s*$/.test(text.slice(last.number.end, index));
      open.push({
        head: isBehind ? last : null,
        inside: [],
        opening: text.slice(index + 1, index + 8).trim(),
        start: index,
      });
    } else {
      const bracket = open.pop();
      if (bracket?.head) found.push(...bracketParts(text, bracket, bracket.head, index));
    }
  }
  return found;
}

/** Longer brackets list nothing that somebody adds up; with brackets in brackets their words would be read again and again. */
const LONGEST_BRACKET = 1_000;

function bracketParts<Number extends TextNumber>(
  text: string,
  { inside, opening, start }: Bracket<Number>,
  head: Scanned<Number>,
  end: number,
): ToldSum<Number>[] {
  if (end - start > LONGEST_BRACKET) return [];
  const word = OPENING.exec(opening)?.[0];
  const same = inside.filter(({ number }) => isAlike(number, head.number));
  if (same.length < 2 || !canAdd(head) || !same.every(canAdd)) return [];
  const words = text.slice(start + 1, end);
  // 2020年…，2019年…: figures of other times beside the one, no parts of it.
  if (word === undefined && (same.length < inside.length || /比|较|增|减|其余|\d{4}年|全[国省市]/.test(words)))
    return [];
  const isOpen = /等[^\d（）]{0,6}$|等[，。；、]/.test(words);
  return [
    {
      head: head.number,
      parts: same.map(({ number }) => number),
      where: '括号里',
      side: '前面',
      isWhole: !isOpen && word !== '含',
    },
  ];
}

/** Behind a figure these begin a list of its parts. */
const AMONG = /(?<![（(])(?:其中|(?<=[，。；：\s])(?:主要)?包括)/g;

/** 共514个，其中A60个、B15个…, also where 其中 begins the next sentence. */
function behindAmong<Number extends TextNumber>(text: string, scanned: readonly Scanned<Number>[]): ToldSum<Number>[] {
  const places = [...text.matchAll(AMONG)].map(({ index }) => index);
  let next = 0;
  return places.flatMap((place, order): ToldSum<Number>[] => {
    while (next < scanned.length && (scanned[next]?.number.start ?? 0) < place) next += 1;
    const near = headsBefore(text, scanned.slice(Math.max(0, next - 2), next), place);
    const before = [...near.map((head) => ({ head, isFar: false })), ...farHeads(text, scanned, next, place, near)];
    const stop = endOfList(text, place, places[order + 1]);
    const behind: Scanned<Number>[] = [];
    for (let at = next; at < scanned.length && (scanned[at]?.number.end ?? 0) <= stop; at += 1)
      behind.push(scanned[at] as Scanned<Number>);
    return before.flatMap(({ head, isFar }) => {
      const parts = behind.filter(
        (part) => isAlike(part.number, head.number) && depthIs0(text, place, part.number.start),
      );
      if (parts.length < 2 || !canAdd(head) || !parts.every(canAdd)) return [];
      if (parts.some(({ elsewhere }) => elsewhere !== head.elsewhere)) return [];
      return [
        {
          head: head.number,
          parts: parts.map(({ number }) => number),
          where: '“其中”后面',
          side: '前面',
          isWhole: false,
          ...(isFar ? { isFar } : {}),
        },
      ];
    });
  });
}

const MOST_BEFORE = 6;
const FAR = 80;

/** 投入8.37亿元，年均增长21.6%，实施项目1236个，覆盖率100%。其中: wholes that other figures of their sentence stand behind. */
function farHeads<Number extends TextNumber>(
  text: string,
  scanned: readonly Scanned<Number>[],
  next: number,
  place: number,
  near: readonly Scanned<Number>[],
): { head: Scanned<Number>; isFar: boolean }[] {
  const last = scanned[next - 1];
  if (!last || !isNearBefore(text, last.number.end, place)) return [];
  const heads: Scanned<Number>[] = [];
  for (let at = next - 1; at >= Math.max(0, next - MOST_BEFORE); at -= 1) {
    const head = scanned[at] as Scanned<Number>;
    if (last.number.end - head.number.end > FAR || /[。；\n]/.test(text.slice(head.number.end, last.number.start)))
      break;
    const isKnown = [...near, ...heads].some(({ number }) => isAlike(number, head.number));
    if (!isKnown && canAdd(head) && !isIncrease(text, head.number)) heads.push(head);
  }
  return heads.map((head) => ({ head, isFar: true }));
}

/** The figures that a list behind `place` may be the parts of. */
function headsBefore<Number extends TextNumber>(
  text: string,
  before: readonly Scanned<Number>[],
  place: number,
): readonly Scanned<Number>[] {
  const last = before.at(-1);
  if (last === undefined) return [];
  const isMore = isIncrease(text, last.number);
  return before.filter((head) => {
    const { end } = head.number;
    if (head === last) return !isMore && isNearBefore(text, end, place);
    // 共268个，投资15.62亿元。其中; 共28180.5万元，比上年增加1080.5万元。其中: the list is of the first of them too.
    const between = text.slice(end, last.number.start);
    if (between.length > LIST_NEAR || /[。；\n]/.test(between) || (!isMore && isAlike(head.number, last.number)))
      return isNearBefore(text, end, place);
    return isNearBefore(text, last.number.end, place);
  });
}

const LIST_NEAR = 20;
const LIST_LIMIT = 600;

function isNearBefore(text: string, from: number, to: number): boolean {
  return (
    to - from <= 24 && /^(?:[^。；\d]{0,10}[，。；：:、]?\s*|（[^（）]{0,20}）[，。；]?\s*)$/.test(text.slice(from, to))
  );
}

/** A list ends with its sentence, or before the figure that the next 其中 belongs to. */
function endOfList(text: string, place: number, nextPlace: number | undefined): number {
  const limit = Math.min(place + LIST_LIMIT, nextPlace ?? Number.POSITIVE_INFINITY);
  const words = text.slice(place, limit);
  const stop = words.search(/[。\n]/);
  if (stop >= 0) return place + stop;
  if (limit !== nextPlace) return place + words.length;
  return place + Math.max(0, words.lastIndexOf('；'), words.lastIndexOf('、', words.length - 12));
}

function depthIs0(text: string, from: number, to: number): boolean {
  const words = text.slice(from, to);
  return (words.match(/[（(]/g)?.length ?? 0) === (words.match(/[）)]/g)?.length ?? 0);
}

/** 合计75个, and the second figure of 合计835户2291人. */
const TOTAL_BEFORE =
  /(?:合计|总计|共计)(?:投资|项目|资金|为|达)?\s?(?:[\d.,]{1,12}[\u4e00-\u9fff]{1,3}[、，]?(?:投资|资金)?)?$/;

const TOTAL_NEAR = 24;

/** A60个、B15个，合计75个. */
function beforeTotal<Number extends TextNumber>(text: string, scanned: readonly Scanned<Number>[]): ToldSum<Number>[] {
  return scanned.flatMap((head, index): ToldSum<Number>[] => {
    const { number } = head;
    const before = text.slice(Math.max(0, number.start - TOTAL_NEAR), number.start);
    const word = canAdd(head) ? TOTAL_BEFORE.exec(before) : null;
    if (!word) return [];
    const parts: Number[] = [];
    let from = number.start - before.length + word.index;
    for (let at = index - 1; at >= 0 && at > index - 40; at -= 1) {
      const part = scanned[at] as Scanned<Number>;
      if (part.number.start > from) continue;
      if (/[。；\n（）()]|其中|合计|共|总计|总/.test(text.slice(part.number.end, from))) break;
      from = part.number.start;
      if (!isAlike(part.number, number)) continue;
      if (!canAdd(part)) return [];
      parts.unshift(part.number);
    }
    return parts.length < 2
      ? []
      : [{ head: number, parts, where: '前面所列', side: '后面', isWhole: false, isLoose: true }];
  });
}

/** The sums that a text tells, whether they come out or not. */
export function findSums<Number extends TextNumber>(
  text: string,
  scanned: readonly Scanned<Number>[],
): ToldSum<Number>[] {
  return [...inBrackets(text, scanned), ...behindAmong(text, scanned), ...beforeTotal(text, scanned)];
}

/** Marks of the sums of a text. */
export function checkSums(text: string, scanned: readonly ScannedNumber[]): SelfMark[] {
  return findSums(text, scanned).flatMap(judge);
}
