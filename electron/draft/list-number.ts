// The number before an item of a list, written as the file asks for: 3, 三, 叁, ③, iii, C.

export type NumberKind =
  | 'none'
  | 'decimal'
  | 'decimal-zero'
  | 'full-width'
  | 'circled'
  | 'in-brackets'
  | 'chinese'
  | 'chinese-digits'
  | 'chinese-formal'
  | 'stems'
  | 'branches'
  | 'lower-letter'
  | 'upper-letter'
  | 'lower-roman'
  | 'upper-roman';

const DIGITS = '〇一二三四五六七八九';
const FORMAL = '零壹贰叁肆伍陆柒捌玖';
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';
const ROMAN: readonly [value: number, letters: string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** '' for `none`; digits where the kind has no sign for the number. */
export function listNumber(kind: NumberKind, value: number): string {
  const plain = String(value);
  switch (kind) {
    case 'none':
      return '';
    case 'decimal':
      return plain;
    case 'decimal-zero':
      return plain.padStart(2, '0');
    case 'full-width':
      return plain.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));
    case 'circled':
      return signOf(value, [
        [1, 20, 0x2460],
        [21, 35, 0x3251],
        [36, 50, 0x32b1],
      ]);
    case 'in-brackets':
      return signOf(value, [[1, 20, 0x2474]]);
    case 'chinese':
      return chineseNumber(value, '零一二三四五六七八九', '十百千');
    case 'chinese-formal':
      return chineseNumber(value, FORMAL, '拾佰仟');
    case 'chinese-digits':
      return plain.replace(/\d/g, (digit) => DIGITS[Number(digit)] ?? digit);
    case 'stems':
      return STEMS[(value - 1) % 10] ?? plain;
    case 'branches':
      return BRANCHES[(value - 1) % 12] ?? plain;
    case 'lower-letter':
      return letters(value);
    case 'upper-letter':
      return letters(value).toUpperCase();
    case 'lower-roman':
      return roman(value);
    case 'upper-roman':
      return roman(value).toUpperCase();
  }
}

/** The sign of a number in ranges of signs: first and last number, code of the first. */
function signOf(value: number, ranges: readonly [first: number, last: number, code: number][]): string {
  const range = ranges.find(([first, last]) => value >= first && value <= last);
  return range === undefined ? String(value) : String.fromCharCode(range[2] + value - range[0]);
}

/** 十二, 一百零三; the one before 十 is not written up to 十九, as Word writes it. */
function chineseNumber(value: number, digits: string, units: string): string {
  if (value <= 0 || value > 9999) return value === 0 ? digits.charAt(0) : String(value);
  let out = '';
  let isGap = false;
  for (let power = 3; power >= 0; power--) {
    const digit = Math.floor(value / 10 ** power) % 10;
    if (digit === 0) {
      isGap = out !== '';
      continue;
    }
    if (isGap) out += digits.charAt(0);
    isGap = false;
    const isBareTen = power === 1 && digit === 1 && out === '' && units[0] === '十';
    out += (isBareTen ? '' : digits.charAt(digit)) + units.charAt(power - 1);
  }
  return out;
}

/** a to z, then aa, bb as Word writes them. */
function letters(value: number): string {
  if (value <= 0 || value > 780) return String(value);
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.floor((value - 1) / 26) + 1);
}

function roman(value: number): string {
  if (value <= 0 || value > 3999) return String(value);
  let rest = value;
  let out = '';
  for (const [size, sign] of ROMAN) {
    while (rest >= size) {
      out += sign;
      rest -= size;
    }
  }
  return out;
}
