// Calculations written out in a text: 109232.161＝68323.501＋2313.66＋38595, 2500×4.35%＝108.75.
import type { SelfMark } from './self-mark.ts';

const NUMBER = '\\d{1,15}(?:\\.\\d{1,8})?';
const TERM = `${NUMBER}\\s?(?:[%％]|亿元|万元|元|个|年|户|人|亩)?`;
const CHAIN = new RegExp(`(?<![\\d.A-Za-z])${TERM}(?:\\s?[+＋\\-－−×xX*÷/＝=]\\s?${TERM}){2,40}`, 'g');
const PIECE = new RegExp(`(${NUMBER})\\s?([%％])?(亿元|万元|元|个|年|户|人|亩)?|([+＋\\-－−×xX*÷/])`, 'g');

/** The value of one side, products first; undefined for one that does not alternate. */
function sideValue(side: string): { value: number; half: number } | undefined {
  const terms: { value: number; half: number }[] = [];
  let sign = '+';
  let isTerm = true;
  for (const [, digits, percent, unit, operator] of side.matchAll(PIECE)) {
    if ((digits !== undefined) !== isTerm) return undefined;
    isTerm = !isTerm;
    if (operator !== undefined) sign = operator;
    if (digits === undefined) continue;
    const scale = (percent === undefined ? 1 : 0.01) * (unit === '亿元' ? 10_000 : unit === '元' ? 0.0001 : 1);
    const [value, half] = [Number(digits) * scale, (10 ** -(digits.split('.')[1]?.length ?? 0) * scale) / 2];
    const last = terms.at(-1);
    if (/[×xX*]/.test(sign) && last) Object.assign(last, { value: last.value * value, half: 0 });
    else if (/[÷/]/.test(sign) && last) Object.assign(last, { value: last.value / value, half: 0 });
    else terms.push({ value: /[-－−]/.test(sign) ? -value : value, half });
  }
  if (isTerm || terms.length === 0) return undefined;
  return terms.reduce((sum, term) => ({ value: sum.value + term.value, half: sum.half + term.half }), {
    value: 0,
    half: 0,
  });
}

/** Marks of the equations of a text. */
export function checkEquations(text: string): SelfMark[] {
  return [...text.matchAll(CHAIN)].flatMap((match): SelfMark[] => {
    const [raw] = match;
    const sides = raw.split(/[=＝]/);
    const [left, right] = sides.map(sideValue);
    if (sides.length !== 2 || !left || !right || !Number.isFinite(left.value + right.value)) return [];
    const isProduct = /[×xX*÷/]/.test(raw);
    const slack = (isProduct ? Math.max(left.half, right.half) : 0) + 1e-6 * Math.max(1, Math.abs(left.value) * 1e-6);
    const difference = left.value - right.value;
    const place = { start: match.index, end: match.index + raw.length, raw, rule: 'X02' as const };
    if (Math.abs(difference) <= slack) return [{ ...place, status: 'same', message: '算式两边相等。' }];
    const show = (value: number): string => String(Number(value.toFixed(6)));
    return [
      {
        ...place,
        status: 'warning',
        message: `算式两边不等：左边 ${show(left.value)}，右边 ${show(right.value)}，差 ${show(difference)}。`,
      },
    ];
  });
}
