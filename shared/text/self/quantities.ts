// Quantities of any unit in a sentence, for arithmetic within the text: 13927元, 12.11万人, 36.55%, 4.9倍. They are told
// against each other only, so doubles with the width of their rounding are enough.

import { type Bound, boundOf } from '../numbers.ts';

export interface Quantity {
  start: number;
  end: number;
  raw: string;
  value: number;
  /** Half of the last written place. */
  half: number;
  /** 元, 人, %, 倍 …; '' where none follows. */
  unit: string;
  bound: Bound;
}

const UNIT =
  '个百分点|平方公里|平方米|立方米|千瓦时|千瓦|人次|户次|公里|千米|公顷|公斤|元|人|户|亩|吨|米|斤|头|只|羽|所|座|家|件|套|台|张|辆|次|村|项|个|处|条|株|棵|倍|[%％]';
const QUANTITY = new RegExp(
  `(?<![\\dA-Za-z第]|\\d[.,，]|[图表]\\s?(?:\\d{1,2}[-－—])?)(\\d{1,3}(?:[,，]\\d{3})+|\\d+)(\\.\\d+)?[ \\t]?(百万|千万|万|亿)?(${UNIT})?(?![\\d年月])(?!\\.\\d)`,
  'g',
);
const SCALES: Readonly<Record<string, number>> = { 万: 1e4, 百万: 1e6, 千万: 1e7, 亿: 1e8 };
const MOST_DIGITS = 15;
const NEAR = 6;

/** The quantities of a sentence in order; years and numbers too long to be one are left out. */
export function findQuantities(text: string): Quantity[] {
  return [...text.matchAll(QUANTITY)].flatMap((match): Quantity[] => {
    const [raw, whole = '', fraction = '', scale, unit = ''] = match;
    if (raw.length > MOST_DIGITS + 8) return [];
    const times = SCALES[scale ?? ''] ?? 1;
    const value = Number(`${whole.replaceAll(/[,，]/g, '')}${fraction}`) * times;
    const half = (10 ** -Math.max(0, fraction.length - 1) * times) / 2;
    const [start, end] = [match.index, match.index + raw.length];
    const bound = boundOf(text.slice(Math.max(0, start - NEAR), start), text.slice(end, end + NEAR));
    return [{ start, end, raw, value, half, unit: unit.replace('％', '%'), bound }];
  });
}

/** A value in the unit of a quantity with as many decimals as it has; `more`: so many decimals beyond, to see the rounding. */
export function shownLike({ raw, unit }: Pick<Quantity, 'raw' | 'unit'>, value: number, more = 0): string {
  const scale = /(百万|千万|万|亿)/.exec(raw)?.[1] ?? '';
  const decimals = /\.(\d+)/.exec(raw)?.[1]?.length ?? 0;
  return `${(value / (SCALES[scale] ?? 1)).toFixed(decimals + more)}${scale}${unit}`;
}
