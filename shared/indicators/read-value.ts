// A value of an indicator as people write it (SPECS F3): ≥10, 80(省70%), 67.6%, 1.8万元, 89/104, 应兜尽兜. What is no plain
// number stays words; nothing is ever taken for 0.

import { type Decimal, divideDecimal, multiplyDecimal, parseDecimal, shiftDecimal } from '../values/decimal.ts';
import { blankMark, compactText } from '../values/fold-text.ts';

export type Operator = '≥' | '≤' | '>' | '<' | '=';

export type ValueReading =
  | { kind: 'blank' }
  | { kind: 'words'; text: string }
  /** `unit` as written behind the number; `note` what stands in brackets. */
  | { kind: 'number'; operator: Operator | null; value: Decimal; unit: string; note: string };

const HUNDRED: Decimal = { digits: 100n, places: 0 };

const SIGNS: readonly (readonly [RegExp, Operator])[] = [
  [/^(?:≥|>=|=>|≧|⩾|不低于|不少于|不小于|至少|达到?|大于等于)/, '≥'],
  [/^(?:≤|<=|=<|≦|⩽|不高于|不超过|不大于|不多于|至多|小于等于|控制在)/, '≤'],
  [/^(?:>|大于|超过|高于|多于)/, '>'],
  [/^(?:<|小于|低于|少于)/, '<'],
  [/^(?:=|等于)/, '='],
];

const NUMBER = /^([+-]?\d[\d,]*(?:\.\d+)?)/;
/** A unit: 万元, 人, %, 元/亩, 人次. A list of things behind a number is none. */
const UNIT = /^(?:%|‰|[\p{Script=Han}a-z²³]{1,6}(?:\/[\p{Script=Han}a-z]{1,4})?)?$/iu;

/** 待定, ≥**株, ____: the place for a value and none. */
const PLACEHOLDER = /^(?:待定|待填|暂无|暂缺|…+|\.{3,})$|\*|[×xX]{2}|_{2}|□|○{2}/;

/** Reads one value; a range, an estimate (约67) and a text are words. */
export function readValue(text: string | null): ValueReading {
  const blank = text === null || blankMark(text) !== undefined || PLACEHOLDER.test(compactText(text));
  if (blank) return { kind: 'blank' };
  const words: ValueReading = { kind: 'words', text: text.trim() };
  const compact = compactText(text).replace(/^['’]/, '');
  const ratio = compact.includes('/') ? readRatio(compact) : null;
  if (ratio) return ratio;
  const sign = /^\d/.test(compact) ? undefined : SIGNS.find(([pattern]) => pattern.test(compact));
  const rest = sign ? compact.replace(sign[0], '') : compact;
  const digits = NUMBER.exec(rest)?.[1];
  if (digits === undefined || !/^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/.test(digits)) return words;
  const value = parseDecimal(digits.replaceAll(',', ''));
  const [, behind = '', note = ''] = /^([^()]*)(?:\((.*)\))?$/.exec(rest.slice(digits.length)) ?? [];
  const { unit, operator } = readBehind(behind, sign?.[1] ?? null);
  if (value === undefined || unit === null) return words;
  if (rest.slice(digits.length) !== '' && behind === '' && note === '') return words;
  return { kind: 'number', operator, value, unit, note };
}

/** 以上, 以内 say as much as ≥ and ≤; null for what is no unit. */
function readBehind(behind: string, sign: Operator | null): { unit: string | null; operator: Operator | null } {
  if (behind === '' || behind === '%') return { unit: behind, operator: sign };
  const above = /^(.*?)(?:及?以上)$/.exec(behind);
  const below = /^(.*?)(?:及?以下|以内|之内)$/.exec(behind);
  const unit = (above ?? below)?.[1] ?? behind;
  const operator = above ? '≥' : below ? '≤' : sign;
  return { unit: UNIT.test(unit) && !/左右|上下|余$|多$|约/.test(unit) ? unit : null, operator };
}

/** 89/104, 89个/104个: so many of so many, as percent. */
function readRatio(text: string): ValueReading | null {
  const [, part, whole] = /^(\d{1,9})[\p{Script=Han}]{0,2}\/(\d{1,9})[\p{Script=Han}]{0,2}$/u.exec(text) ?? [];
  if (part === undefined || whole === undefined || Number(whole) === 0 || Number(part) > Number(whole)) return null;
  const share = divideDecimal({ digits: BigInt(part) * 100n, places: 0 }, { digits: BigInt(whole), places: 0 });
  return share ? { kind: 'number', operator: null, value: share, unit: '%', note: text } : null;
}

/** How many 元, 人 … one of a unit is: 万元 is 元 four places up. */
const POWERS: readonly (readonly [RegExp, number])[] = [
  [/^亿/, 8],
  [/^千万/, 7],
  [/^百万/, 6],
  [/^万/, 4],
  [/^千/, 3],
  [/^百(?!分)/, 2],
];

function scaleOf(unit: string): { root: string; power: number } {
  const found = POWERS.find(([pattern]) => pattern.test(unit));
  return found ? { root: unit.replace(found[0], ''), power: found[1] } : { root: unit, power: 0 };
}

/** One spelling of each unit: 公里 is 千米, 公斤 千克, 吨 千千克. */
const same = (unit: string): string =>
  compactText(unit)
    .replace(/百分点|百分比|pct/i, '%')
    .replace(/^(?:公里|km)/i, '千米')
    .replace(/^公斤/, '千克')
    .replace(/㎡|m²|m2/i, '平方米');

/** A number in another unit of the same kind: 1.8万元 in 元; undefined where the units are of different kinds. */
export function inUnit({ value, unit }: { value: Decimal; unit: string }, wanted: string): Decimal | undefined {
  if (unit === wanted || unit === '') return value;
  const [own, other] = [same(unit), same(wanted)];
  if (own === '' || own === other) return value;
  if (other === '') return undefined;
  if (own === '‰' && other === '%') return shiftDecimal(value, -1);
  if (own === '%' && other === '‰') return shiftDecimal(value, 1);
  const [from, to] = [scaleOf(own), scaleOf(other)];
  return from.root === to.root && from.root !== '%' ? shiftDecimal(value, from.power - to.power) : undefined;
}

/** The parts of a unit of two: 人、% has a base in 人 and a target in %. */
export function unitsOf(unit: string | null): string[] {
  return compactText(unit ?? '')
    .split(/[、,;]/)
    .filter((part) => part !== '');
}

/** A percentage kept as a part of one: 0.856 for 85.6. */
export function asPercent(value: Decimal): Decimal | undefined {
  return multiplyDecimal(value, HUNDRED);
}
