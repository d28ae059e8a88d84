// Numbers written in Chinese characters in running text: 二十一, 五百一十四, 六十六点四六, 三亿一千七百万.

const DIGITS = '零一二三四五六七八九';
const PLACES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const GROUPS: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };

/** The characters such a number is made of, for a character class. */
export const NUMERALS = '零〇一二两三四五六七八九十百千万亿点';

/**
 * A number in characters as a plain decimal: 五百一十四 -> '514', 六十六点四六 -> '66.46'. Undefined for what is no
 * number (十亿零) or holds more than a safe integer.
 */
export function chineseDecimal(text: string): string | undefined {
  const [whole = '', fraction, ...more] = text.replaceAll('〇', '零').replaceAll('两', '二').split('点');
  if (more.length > 0 || whole === '') return undefined;
  const value = wholeNumber(whole);
  if (value === undefined) return undefined;
  if (fraction === undefined) return String(value);
  const decimals = [...fraction].map((sign) => DIGITS.indexOf(sign));
  return fraction === '' || decimals.includes(-1) ? undefined : `${value}.${decimals.join('')}`;
}

function wholeNumber(text: string): number | undefined {
  let total = 0;
  let group = 0;
  let digit: number | undefined;
  for (const sign of text) {
    const [place, scale, value] = [PLACES[sign], GROUPS[sign], DIGITS.indexOf(sign)];
    if (place !== undefined) {
      group += (digit ?? 1) * place;
      digit = undefined;
    } else if (scale !== undefined) {
      const before = group + (digit ?? 0);
      if (before === 0) return undefined;
      total = scale > 10_000 ? (total + before) * scale : total + before * scale;
      group = 0;
      digit = undefined;
    } else {
      // 二五 is no number, 二〇二五 a year.
      if (value < 0 || (digit ?? 0) > 0) return undefined;
      digit = value;
    }
  }
  const sum = total + group + (digit ?? 0);
  return Number.isSafeInteger(sum) ? sum : undefined;
}
