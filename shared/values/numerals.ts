// Chinese numerals as they stand in names: 第三组, 二期.
const DIGITS = '零一二三四五六七八九';

/** 十二 as 12, 二十 as 20; digits stay. */
export function plainNumeral(text: string): string {
  if (/^\d+$/.test(text)) return String(Number(text));
  let [sum, digit] = [0, 0];
  for (const char of text.replaceAll('〇', '零').replaceAll('两', '二')) {
    const value = /\d/.test(char) ? Number(char) : DIGITS.indexOf(char);
    if (value >= 0) digit = digit * (/\d/.test(char) ? 10 : 0) + value;
    else {
      sum += (digit || 1) * (char === '百' ? 100 : 10);
      digit = 0;
    }
  }
  return String(sum + digit);
}

/** 一, 十二, 三十: the number of a heading, up to 99. */
export function chineseOrdinal(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const head = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS[tens]}十`;
  return `${head}${ones === 0 && tens > 0 ? '' : DIGITS[ones]}`;
}
