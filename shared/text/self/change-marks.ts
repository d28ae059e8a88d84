// Changes told in a sentence, recomputed from its own figures: 比2015年增加10994元, 年均增长36.55%, 由2445元增加到11934元,
// 是2015年的4.9倍, 之比, 高4.2个百分点. Nothing is said where base, target or years are missing.

import type { Sentence } from '../sentences.ts';
import { findQuantities, type Quantity, shownLike } from './quantities.ts';
import type { SelfMark } from './self-mark.ts';

interface Change {
  base: Quantity;
  target: Quantity;
  fromYear: number | undefined;
  toYear: number | undefined;
  /** The base follows from the increase: 13927－10994. */
  by: Quantity | null;
  end: number;
}

const UP = '增加|增长|提高|上升|扩大|提升|增至|增收';
const DOWN = '减少|下降|降低|缩小|下滑|减';
const VERB = new RegExp(`(${UP}|${DOWN})(?:了)?(?:约|近|超过|超)?$`);
const BEHIND = new RegExp(`^\\s?(?:净|共)?(?:${UP}|${DOWN})`);
const TO = new RegExp(`(?:${UP}|${DOWN}|增|升|降|减|达|变|发展)(?:到|至|为)`);
const YEAR = /(?<!\d)(\d{4})年/g;
/** What something is compared with is not when it was. */
const COMPARED = /(?:比|较|同|由|从|自)\d{4}年/g;
const NEAR = 30;
const FAR = 80;

interface Reading {
  text: string;
  at: number;
  quantities: readonly Quantity[];
}

/** The text right before a quantity, not across a stop. */
function before({ text }: Reading, { start }: Quantity, length = NEAR): string {
  const near = text.slice(Math.max(0, start - length), start);
  return near.slice(Math.max(near.lastIndexOf('；'), near.lastIndexOf('。')) + 1);
}

function lastYear(words: string): number | undefined {
  const found = [...words.matchAll(YEAR)].at(-1)?.[1];
  return found === undefined ? undefined : Number(found);
}

/** 由2015年的2445元增加到2020年的11934元. */
function readFromTo(reading: Reading, index: number): Change | undefined {
  const [base, target] = [reading.quantities[index], reading.quantities[index + 1]];
  if (!base || !target || base.unit === '' || base.unit !== target.unit || target.start - base.end > NEAR)
    return undefined;
  const between = reading.text.slice(base.end, target.start);
  const [, from] =
    /(?:由|从|自)([^，。；由从自\d]{0,12}(?:\d{4}年[^，。；\d]{0,8})?)$/.exec(before(reading, base)) ?? [];
  if (from === undefined || !TO.test(between) || /[。；]/.test(between)) return undefined;
  const toYear = lastYear(between) ?? yearBefore(reading, base.start - from.length - 1);
  return { base, target, fromYear: lastYear(from), toYear, by: null, end: target.end };
}

function yearBefore({ text }: Reading, at: number): number | undefined {
  return lastYear(text.slice(Math.max(0, at - FAR), at).replaceAll(COMPARED, ''));
}

/** 达到13927元，比2015年增加10994元: the base is what is left. With 比2015年的2933元 it is written. */
function readIncrease(reading: Reading, index: number): Change | undefined {
  const by = reading.quantities[index];
  if (!by || by.unit === '' || by.unit === '%' || by.unit === '倍' || by.unit === '个百分点') return undefined;
  const words = before(reading, by);
  const verb = VERB.exec(words)?.[1];
  const compared = /(?:比|较|同)(?:上年|去年|(\d{4})年)[^，。；比较\d]{0,8}$/.exec(words.replace(VERB, ''));
  const target = reading.quantities.slice(Math.max(0, index - 3), index).findLast(({ unit }) => unit === by.unit);
  if (verb === undefined || !compared || !target || by.start - target.end > FAR / 2) return undefined;
  const sign = new RegExp(`^(?:${DOWN})$`).test(verb) ? 1 : -1;
  const base = { ...target, value: target.value + sign * by.value, half: target.half + by.half };
  const fromYear = compared[1] === undefined ? undefined : Number(compared[1]);
  return { base, target, fromYear, toYear: yearBefore(reading, target.start), by, end: by.end };
}

/** 达到18.6万吨，较2020年的16.9万吨增加1.7万吨: base and target are written, what lies between them follows. */
function readCompared(reading: Reading, index: number): Change | undefined {
  const base = reading.quantities[index];
  if (!base || base.unit === '' || base.unit === '倍' || base.unit === '个百分点') return undefined;
  const compared = /(?:比|较|同)(?:上年|去年|上一年|(\d{4})年)[^，。；比较\d]{0,10}$/.exec(before(reading, base));
  if (!compared || !BEHIND.test(reading.text.slice(base.end, base.end + 6))) return undefined;
  const target = reading.quantities.slice(Math.max(0, index - 2), index).findLast(({ unit }) => unit === base.unit);
  if (!target || base.start - target.end > FAR / 2 || /[。；]/.test(reading.text.slice(target.end, base.start)))
    return undefined;
  const fromYear = compared[1] === undefined ? undefined : Number(compared[1]);
  return { base, target, fromYear, toYear: yearBefore(reading, target.start), by: null, end: base.end };
}

/** The least and the most that a ratio can be, with what rounding hides. */
function ratioSpan({ base, target }: Change): [number, number] | undefined {
  if (base.value - base.half <= 0 || target.value < 0) return undefined;
  return [
    Math.max(0, target.value - target.half) / (base.value + base.half),
    (target.value + target.half) / (base.value - base.half),
  ];
}

interface Told {
  quantity: Quantity;
  /** What it should be, and within what it may lie. */
  value: number;
  span: readonly [number, number];
  how: string;
  what: string;
}

function toMark({ quantity, value, span, how, what }: Told, at: number): SelfMark {
  const { start, end, raw, half } = quantity;
  // 约 is not meant to the last place; 以上 and 以内 are right on one side.
  const slack = half * (quantity.bound === 'about' ? 3 : 1 + 1e-9) + 1e-9;
  const isRight =
    (quantity.bound === 'most' || quantity.value - slack <= span[1]) &&
    (quantity.bound === 'least' || quantity.value + slack >= span[0]);
  const place = { start: at + start, end: at + end, raw, rule: 'X02' as const };
  const right = shownLike(quantity, value, span[0] < span[1] && quantity.unit === '%' ? 1 : 0);
  if (isRight) return { ...place, status: 'same', message: `按文中的数计算一致：${how}＝${right}。` };
  const difference = shownLike(quantity, quantity.value - value).replace('%', '个百分点');
  return {
    ...place,
    status: 'warning',
    message: `${what}：文中 ${raw}，按文中的数计算为 ${right}（${how}），差 ${difference}。`,
  };
}

function plainValue({ raw }: Quantity): string {
  return raw.replace(/\s/g, '');
}

/** A percentage behind a change: growth over all years, or a year. */
function checkRate(reading: Reading, rate: Quantity, change: Change): SelfMark | undefined {
  const words = reading.text.slice(Math.max(change.end, rate.start - NEAR), rate.start);
  const tail =
    /(年均|年平均|平均每年|每年平均|同比)?[^，。；]{0,6}(增长|增加|增幅|增速|递增|提高|上升|下降|减少|降低|递减|降幅|减幅)(?:率|速度)?(?:为|达到|达|约为|约|是|近)?$/.exec(
      words,
    );
  const span = ratioSpan(change);
  if (!tail || !span || tail[1] === '同比') return undefined;
  const isDown = /下降|减少|降低|递减|降幅|减幅/.test(tail[2] ?? '');
  const isYearly = tail[1] !== undefined;
  const years =
    change.toYear !== undefined && change.fromYear !== undefined ? change.toYear - change.fromYear : undefined;
  if (isYearly && (years === undefined || years < 1 || years > 50)) return undefined;
  const power = isYearly ? 1 / (years ?? 1) : 1;
  const rateOf = (ratio: number): number => (isDown ? 1 - ratio ** power : ratio ** power - 1) * 100;
  const [low, high] = [rateOf(span[0]), rateOf(span[1])].sort((a, b) => a - b) as [number, number];
  const value = rateOf(change.target.value / change.base.value);
  const base = change.by
    ? `（${plainValue(change.target)}${change.base.value > change.target.value ? '＋' : '－'}${plainValue(change.by)}）`
    : plainValue(change.base);
  const ratio = `${plainValue(change.target)}÷${base}`;
  const how = isYearly
    ? `（${ratio}）的 ${years} 次方根${isDown ? '，1 减去它' : '减 1'}`
    : isDown
      ? `1－${ratio}`
      : `${ratio}－1`;
  return toMark(
    { quantity: rate, value, span: [low, high], how, what: isYearly ? `年均${tail[2]}` : (tail[2] ?? '') },
    reading.at,
  );
}

/** 增加了9489元 behind 由…增加到…; the base is written. */
function checkDifference(reading: Reading, by: Quantity, { base, target, end }: Change): SelfMark | undefined {
  if (by.unit !== base.unit && !(by.unit === '个百分点' && base.unit === '%')) return undefined;
  const near = reading.text.slice(Math.max(end, by.start - 12), by.start);
  const words = near.slice(near.lastIndexOf('，') + 1);
  if (by.start - end > FAR / 2) return undefined;
  if (!new RegExp(`^(?:净|共|累计)?(?:${UP}|${DOWN}|增|降)(?:了|约)?$`).test(words)) return undefined;
  const value = Math.abs(target.value - base.value);
  const slack = base.half + target.half;
  const [more, less] = target.value >= base.value ? [target, base] : [base, target];
  return toMark(
    {
      quantity: by,
      value,
      span: [value - slack, value + slack],
      how: `${plainValue(more)}－${plainValue(less)}`,
      what: '增减的数',
    },
    reading.at,
  );
}

/** 是2015年2445元的4.9倍; 达2015年的4.9倍 behind a change; 增长3.9倍. */
function checkTimes(reading: Reading, index: number, change: Change | undefined): SelfMark | undefined {
  const times = reading.quantities[index];
  if (times?.unit !== '倍') return undefined;
  const words = before(reading, times);
  const isIncrease = new RegExp(`(?:${UP})(?:了|约|近)?$`).test(words);
  if (!isIncrease && !/(?:是|为|达|达到|相当于)[^，。；]{0,24}的\s?$/.test(words)) return undefined;
  const [target, base] = [reading.quantities[index - 2], reading.quantities[index - 1]];
  const isWritten =
    !isIncrease &&
    target &&
    base &&
    target.unit === base.unit &&
    base.unit !== '' &&
    /(?:是|为|达|达到|相当于)/.test(reading.text.slice(target.end, base.start)) &&
    /^\s?的\s?$/.test(reading.text.slice(base.end, times.start));
  const used = isWritten ? { base, target, fromYear: undefined, toYear: undefined, by: null, end: base.end } : change;
  const span = used && ratioSpan(used);
  if (!used || !span || (!isWritten && times.start - used.end > NEAR)) return undefined;
  const shift = isIncrease ? 1 : 0;
  const baseText = used.by ? `（${plainValue(used.target)}－${plainValue(used.by)}）` : plainValue(used.base);
  return toMark(
    {
      quantity: times,
      value: used.target.value / used.base.value - shift,
      span: [span[0] - shift, span[1] - shift],
      how: `${plainValue(used.target)}÷${baseText}${isIncrease ? '－1' : ''}`,
      what: '倍数',
    },
    reading.at,
  );
}

/** 甲25371元与乙52812元之比为0.48; 甲占乙3174478万元的28.23%. */
function checkRatio(reading: Reading, index: number): SelfMark | undefined {
  const ratio = reading.quantities[index];
  const [first, second] = [reading.quantities[index - 2], reading.quantities[index - 1]];
  if (
    !ratio ||
    !first ||
    !second ||
    first.unit === '' ||
    first.unit !== second.unit ||
    second.value - second.half <= 0 ||
    ratio.start - first.start > FAR
  )
    return undefined;
  const [between, behind] = [reading.text.slice(first.end, second.start), reading.text.slice(second.end, ratio.start)];
  const isShare = ratio.unit === '%' && /占/.test(between) && /^\s?的(?:比重为|比例为)?\s?$/.test(behind);
  const isRatio =
    (ratio.unit === '' || ratio.unit === '%') &&
    /与|和|同|比/.test(between) &&
    /^[^，。；\d]{0,6}(?:之比|比值|比例|的比)(?:约)?(?:为|是|达|达到)?\s?$/.test(behind);
  if (/[。；]/.test(between) || (!isShare && !isRatio)) return undefined;
  const scale = ratio.unit === '%' ? 100 : 1;
  const span = ratioSpan({ base: second, target: first, fromYear: undefined, toYear: undefined, by: null, end: 0 });
  if (!span) return undefined;
  return toMark(
    {
      quantity: ratio,
      value: (first.value / second.value) * scale,
      span: [span[0] * scale, span[1] * scale],
      how: `${plainValue(first)}÷${plainValue(second)}`,
      what: isShare ? '占比' : '两数之比',
    },
    reading.at,
  );
}

/** 增长13.5%，比…9.3%高4.2个百分点. */
function checkPoints(reading: Reading, index: number): SelfMark | undefined {
  const points = reading.quantities[index];
  const [first, second] = [reading.quantities[index - 2], reading.quantities[index - 1]];
  if (points?.unit !== '个百分点' || first?.unit !== '%' || second?.unit !== '%') return undefined;
  const isHigher = /^\s?(?:高|高出|高于|多|低|低于)\s?$/.test(reading.text.slice(second.end, points.start));
  if (!isHigher || !/比|较/.test(reading.text.slice(first.end, second.start)) || points.start - first.end > FAR)
    return undefined;
  const value = Math.abs(first.value - second.value);
  const slack = first.half + second.half - 2 * Math.min(first.half, second.half);
  const [more, less] = first.value >= second.value ? [first, second] : [second, first];
  return toMark(
    {
      quantity: points,
      value,
      span: [value - slack, value + slack],
      how: `${plainValue(more)}－${plainValue(less)}`,
      what: '相差的百分点',
    },
    reading.at,
  );
}

/** Marks of all changes that one sentence tells. One pass over its quantities. */
export function checkChanges({ text, start }: Sentence): SelfMark[] {
  if (!/[增减升降倍比占高低]/.test(text)) return [];
  const reading: Reading = { text, at: start, quantities: findQuantities(text) };
  let change: Change | undefined;
  const marks: (SelfMark | undefined)[] = [];
  reading.quantities.forEach((quantity, index) => {
    const found = readFromTo(reading, index);
    if (change && quantity.start >= change.end) {
      if (quantity.unit === '%') marks.push(checkRate(reading, quantity, change));
      marks.push(checkDifference(reading, quantity, change));
    }
    marks.push(checkTimes(reading, index, change), checkRatio(reading, index), checkPoints(reading, index));
    change = found ?? readCompared(reading, index) ?? readIncrease(reading, index) ?? change;
  });
  return marks.flatMap((mark) => (mark ? [mark] : []));
}
