// What probably happened where two figures differ: hints for a person, never a repair.
import { isDigitSwap } from '#shared/checks/suspects.ts';
import { type Equation, gapOf } from './equation.ts';
import { type Measure, showValue } from './tables/measure.ts';

const FACTORS: readonly (readonly [number, string])[] = [
  [2, '一方正好是另一方的 2 倍，疑重复计'],
  [10, '相差正好 10 倍，疑小数点错位'],
  [100, '相差正好 100 倍，疑小数点错位'],
  [1000, '相差正好 1000 倍，疑小数点错位'],
  [10_000, '相差正好 10000 倍，疑万元写成亿元（或元写成万元）'],
  [100_000_000, '相差正好 1 亿倍，疑单位错误（元与亿元）'],
];

function digitsOf(value: number, measure: Measure): string {
  return showValue(value, { ...measure, unit: '' });
}

/** 4353.52 for 4363.52. */
export function isOneDigit(left: string, right: string): boolean {
  if (left.length !== right.length) return false;
  let changed = 0;
  for (let at = 0; at < left.length; at += 1) if (left[at] !== right[at]) changed += 1;
  return changed === 1;
}

/** One digit more or less: 13764.47 for 137640.47. */
function isOneMore(long: string, short: string): boolean {
  if (long.length !== short.length + 1 || short.length < 2) return false;
  let at = 0;
  while (at < short.length && long[at] === short[at]) at += 1;
  return long.slice(at + 1) === short.slice(at);
}

/** The likely slip between two values that should be one; null where none stands out. */
export function slipBetween(value: number, expected: number, measure: Measure): string | null {
  if (value === expected || value < 0 || expected < 0) return null;
  const [left, right] = [digitsOf(value, measure), digitsOf(expected, measure)];
  if (isDigitSwap(left, right)) return '只有相邻两个数字位置不同，疑数字颠倒';
  const [small, large] = value < expected ? [value, expected] : [expected, value];
  const factor = small > 0 ? FACTORS.find(([times]) => small * times === large) : undefined;
  if (factor) return factor[1];
  const decimals = Math.max(...[left, right].map((digits) => digits.split('.')[1]?.length ?? 0));
  const padded = [left, right].map((digits) => {
    const [whole = '', fraction = ''] = digits.split('.');
    return decimals === 0 ? whole : `${whole}.${fraction.padEnd(decimals, '0')}`;
  });
  if (isOneDigit(padded[0] ?? '', padded[1] ?? '')) return '只有一个数字不同，疑录入错误';
  if (isOneMore(left, right)) return '多写了一位数字';
  if (isOneMore(right, left)) return '少写了一位数字';
  return null;
}

/** The one part that a total leaves out or holds twice; null where the difference is that of none. */
export function lineInGap(equation: Equation): string | null {
  const gap = gapOf(equation);
  const { whole, parts } = equation;
  if (gap === 0 || parts.length < 2 || equation.kind !== 'sum') return null;
  const of = (value: number) => parts.filter(({ figure }) => figure.value === value);
  const told = ([only, ...more]: typeof parts, word: string): string | null =>
    only && more.length === 0
      ? `差额正好等于“${only.label}” ${digitsOf(only.figure.value, whole.figure.measure)}，疑合计${word}该项`
      : null;
  return told(of(-gap), '漏加') ?? told(of(gap), '重复计');
}

const MOST_PARTS = 40;

/** The parts that a slip alone would set right. */
export function slippedParts(equation: Equation): { label: string; slip: string }[] {
  const gap = gapOf(equation);
  // Of many parts several are always a slip away.
  if (equation.parts.length > MOST_PARTS) return [];
  return equation.parts.flatMap(({ figure, label }) => {
    const slip = slipBetween(figure.value, figure.value + gap, figure.measure);
    return slip === null ? [] : [{ label, slip }];
  });
}

/** The likely slip behind a sum that does not come out. */
export function causeOfGap(equation: Equation): string | null {
  const gap = gapOf(equation);
  const { whole, parts } = equation;
  // Told again in 亿元 it has the digits of the rounded figure.
  const place = whole.figure.half * 2;
  const expected = whole.figure.value - gap;
  const isCoarse =
    equation.kind === 'same' && parts.every(({ figure }) => figure.measure.scale < whole.figure.measure.scale);
  const shown = isCoarse ? Math.round(expected / place) * place : expected;
  const cause = lineInGap(equation) ?? slipBetween(whole.figure.value, shown, whole.figure.measure);
  if (cause !== null) return cause;
  const slips = slippedParts(equation);
  const [only] = slips;
  return only && slips.length === 1 ? `“${only.label}”${only.slip}` : null;
}
