// The number that a printed ordinal stands for: 一 -> 1, （十二） -> 12, 3. -> 3; and back.
const DIGITS = '零一二三四五六七八九';

/** The value of an ordinal; undefined for one that is empty or in another script. */
export function ordinalNumber(ordinal: string): number | undefined {
  const plain = ordinal.replaceAll(/[（()）、.．\s]/g, '');
  if (/^\d{1,3}$/.test(plain)) return Number(plain);
  const match = /^(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(plain);
  if (!match || plain === '') return undefined;
  const [, tens, ten, ones] = match;
  return (ten ? (tens ? DIGITS.indexOf(tens) : 1) * 10 : 0) + (ones ? DIGITS.indexOf(ones) : 0);
}

/** The Chinese numeral of 1 to 99: 12 -> 十二; undefined for any other. */
export function ordinalText(value: number): string | undefined {
  if (!Number.isInteger(value) || value < 1 || value > 99) return undefined;
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  return `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? DIGITS[ones] : ''}`;
}
