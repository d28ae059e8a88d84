// Reads one amount as people write it into a cell: 1,234.50 / １２．５ / 20万元 / (3.2) / 854万（400+295+159）.
// What is not plainly an amount is never guessed: it is unreadable, with a proposal where one suggests itself.

import { blankMark, foldText, joinLines } from './fold-text.ts';
import { type Fen, parseScaled, toFen, wanText } from './money.ts';

export type AmountUnit = '万元' | '元' | '亿元' | '千元' | '百万元';

/** How many decimals of the unit fit into 分: 万元 holds six. */
export const UNIT_SCALE_DIGITS: Record<AmountUnit, number> = { 元: 2, 千元: 5, 万元: 6, 百万元: 8, 亿元: 10 };

export interface AmountNote {
  /**
   * unit-in-cell: the cell names the column's own unit; unit-differs: the cell names another unit, converted exactly;
   * breakdown: parts in brackets agree; remark: words in brackets left aside; rounded: more decimals than 分 can hold;
   * spaces: groups of three digits stood apart.
   */
  code: 'unit-in-cell' | 'unit-differs' | 'breakdown' | 'remark' | 'rounded' | 'spaces';
  /** Plain Chinese. */
  message: string;
}

export type AmountReading =
  /** `decimals` of 万元 in which the figure was written, for rounding tolerances. */
  | { kind: 'amount'; fen: Fen; decimals: number; note?: AmountNote }
  | { kind: 'blank'; mark: string }
  | { kind: 'unreadable'; reason: string; proposal?: Fen };

const UNIT_WORDS: Record<string, AmountUnit> = {
  元: '元',
  圆: '元',
  千元: '千元',
  万元: '万元',
  万: '万元',
  万圆: '万元',
  百万元: '百万元',
  百万: '百万元',
  亿元: '亿元',
  亿: '亿元',
};

const UNIT_PATTERN = '百万元|百万|亿元|亿|万元|万圆|万|千元|元|圆';
const NUMBER_PATTERN = '\\d+(?:\\.\\d*)?|\\.\\d+';
const PLAIN = new RegExp(`^([+-]?)(${NUMBER_PATTERN})(${UNIT_PATTERN})?整?$`);
const WITH_BRACKET = new RegExp(`^([+-]?(?:${NUMBER_PATTERN}))(${UNIT_PATTERN})?[(\\[【](.+)[)\\]】]$`);
const ANY_NUMBER = new RegExp(`(?:${NUMBER_PATTERN})(?:${UNIT_PATTERN})?`, 'g');

/** The unit that a word names: 万 and 万元 are the same; undefined for other words. */
export function unitOfWord(word: string): AmountUnit | undefined {
  return UNIT_WORDS[word];
}

/**
 * Reads a cell's text as an amount of `unit` (handbook 6.2 T07, T09 and chapter 8).
 * 0 and blank are kept apart; nothing unreadable becomes 0.
 */
export function parseAmount(text: string, unit: AmountUnit): AmountReading {
  const mark = blankMark(text);
  if (mark !== undefined) return { kind: 'blank', mark };
  const folded = foldText(text)
    .replace(/^['’]/, '')
    .replace(/^(?:人民币|RMB|[¥$])\s*/i, '');
  const joined = joinDigits(folded);
  if (joined === undefined) return unreadable('一格里有几个数', sumOf(folded, unit));
  const negative = /^\((.+)\)$/.exec(joined);
  const bracketed = negative?.[1];
  if (bracketed !== undefined && PLAIN.test(bracketed) && !/^[+-]/.test(bracketed)) {
    return readPlain(`-${bracketed}`, unit) ?? unreadable('数字太大，存不下');
  }
  if (PLAIN.test(joined)) {
    const reading = readPlain(joined, unit);
    if (!reading) return unreadable('数字太大，存不下');
    if (reading.note || !/\d \d/.test(folded)) return reading;
    return { ...reading, note: { code: 'spaces', message: `数字中间有空格，按 ${joined} 读取` } };
  }
  return readBreakdown(joined, unit) ?? explainUnreadable(joined, unit);
}

/** A plain decimal of a number cell, without any folding: the quick way; undefined where parseAmount must look closer. */
export function parsePlainAmount(text: string, unit: AmountUnit): AmountReading | undefined {
  const scale = UNIT_SCALE_DIGITS[unit];
  const value = parseScaled(text, scale);
  if (value === undefined) return undefined;
  const point = text.indexOf('.');
  const fraction = point < 0 ? 0 : text.length - point - 1;
  return { kind: 'amount', fen: toFen(value), decimals: Math.min(6, Math.max(0, fraction + 6 - scale)) };
}

/** Takes thousands separators and inner spaces out; undefined where that could glue two numbers together. */
function joinDigits(text: string): string | undefined {
  let result = joinLines(text, '\n');
  // Digits may be separated by commas or single spaces in groups of three only.
  result = result.replace(
    /\d{1,3}(?:([, ])\d{3})(?:\1\d{3})*(?![\d])/g,
    (group, _separator, at: number, whole: string) =>
      /\d/.test(whole[at - 1] ?? '') ? group : group.replace(/[, ]/g, ''),
  );
  if (/\d\s+[\d.]/.test(result)) return undefined;
  return result.replace(/\s+/g, '');
}

function readPlain(text: string, unit: AmountUnit): Extract<AmountReading, { kind: 'amount' }> | undefined {
  const match = PLAIN.exec(text);
  const digits = match?.[2];
  if (!match || digits === undefined) return undefined;
  const own = match[3] === undefined ? undefined : UNIT_WORDS[match[3]];
  const scaled = readScaled(`${match[1] === '-' ? '-' : ''}${digits}`, own ?? unit);
  if (!scaled) return undefined;
  const fen = toFen(scaled.value);
  const base = { kind: 'amount' as const, fen, decimals: scaled.decimals };
  if (scaled.rounded) {
    return { ...base, note: { code: 'rounded', message: `小数位太多，按分四舍五入为 ${wanText(fen)} 万元` } };
  }
  if (own !== undefined && own !== unit) {
    return { ...base, note: { code: 'unit-differs', message: `格内写明“${own}”，折合 ${wanText(fen)} 万元` } };
  }
  return own === undefined ? base : { ...base, note: { code: 'unit-in-cell', message: `格内写有单位“${match[3]}”` } };
}

interface Scaled {
  value: number;
  decimals: number;
  rounded: boolean;
}

function readScaled(decimal: string, unit: AmountUnit): Scaled | undefined {
  const scale = UNIT_SCALE_DIGITS[unit];
  const fraction = (decimal.split('.')[1] ?? '').length;
  const decimals = Math.min(6, Math.max(0, fraction + 6 - scale));
  const exact = parseScaled(decimal, scale);
  if (exact !== undefined) return { value: exact, decimals, rounded: false };
  // A computed cell carries binary noise (35.410000000000004): spreadsheets show 15 significant digits.
  const clean = roundDecimal(decimal, decimalsShown(decimal));
  const shown = parseScaled(clean, scale);
  const significant = decimal.replace(/[-.]/g, '').replace(/^0+/, '').length;
  if (shown !== undefined && significant > 15) {
    const shownFraction = (clean.split('.')[1] ?? '').replace(/(?<!0)0+$/, '').length;
    return { value: shown, decimals: Math.min(6, Math.max(0, shownFraction + 6 - scale)), rounded: false };
  }
  const rounded = parseScaled(roundDecimal(decimal, scale), scale);
  return rounded === undefined ? undefined : { value: rounded, decimals: 6, rounded: true };
}

/** How many decimals 15 significant digits leave. */
function decimalsShown(decimal: string): number {
  const [whole = '', fraction = ''] = decimal.replace('-', '').split('.');
  const digits = whole.replace(/^0+/, '').length;
  return digits > 0 ? 15 - digits : 15 + (/^0*/.exec(fraction)?.[0].length ?? 0);
}

/** Rounds a decimal text to a number of decimals, half away from zero. */
function roundDecimal(decimal: string, places: number): string {
  const negative = decimal.startsWith('-');
  const [whole = '', fraction = ''] = decimal.replace('-', '').split('.');
  const keep = Math.max(0, places);
  if (fraction.length <= keep) return decimal;
  const up = (fraction[keep] ?? '0') >= '5' ? 1n : 0n;
  const digits = (BigInt(`${whole}${fraction.slice(0, keep)}` || '0') + up).toString().padStart(keep + 1, '0');
  const at = digits.length - keep;
  return `${negative ? '-' : ''}${digits.slice(0, at)}${keep > 0 ? `.${digits.slice(at)}` : ''}`;
}

/** `854万(甲400万元,乙295万元,丙159万元)`: the head counts; parts are added up and compared. */
function readBreakdown(text: string, unit: AmountUnit): AmountReading | undefined {
  const match = WITH_BRACKET.exec(text);
  const [, head, word, inside] = match ?? [];
  if (head === undefined || inside === undefined) return undefined;
  // A bracketed unit only: `20(万元)`.
  if (unitOfWord(inside) !== undefined && word === undefined) return readPlain(`${head}${inside}`, unit);
  const reading = readPlain(`${head}${word ?? ''}`, unit);
  if (!reading) return undefined;
  const own = word === undefined ? unit : (UNIT_WORDS[word] ?? unit);
  const parts = partsOf(inside, own);
  if (parts.length === 0 || (/其中|含/.test(inside) && sum(parts) <= reading.fen)) {
    return { ...reading, note: { code: 'remark', message: `括号内的说明“${inside}”未计入` } };
  }
  if (sum(parts) !== reading.fen) {
    return unreadable(
      `括号内各项合计 ${wanText(toFen(sum(parts)))} 万元，与 ${wanText(reading.fen)} 万元不等`,
      reading.fen,
    );
  }
  return { ...reading, note: { code: 'breakdown', message: '括号内各项之和与总数相等' } };
}

/** Amounts inside a bracket: numbers that carry a unit, else all numbers of a plain sum `400+295+159`. */
function partsOf(inside: string, unit: AmountUnit): number[] {
  const all = inside.match(ANY_NUMBER) ?? [];
  const named = all.filter((part) => /[元圆万亿]$/.test(part));
  const chosen = named.length > 0 ? named : /^[\d.+、,;]+$/.test(inside) ? all : [];
  return chosen.flatMap((part) => readPlain(part, unit)?.fen ?? []);
}

function explainUnreadable(text: string, unit: AmountUnit): AmountReading {
  // Nothing is proposed from what is left of a number, or from the addresses in a formula.
  if (/[\ufffd\p{Cc}]/u.test(text)) return unreadable('有残缺的字');
  if (/^=/.test(text)) return unreadable('是公式，文件里没有它的结果', sumOfTerms(text, unit));
  const only = onlyNumber(text, unit);
  if (/\d[eE][+-]?\d/.test(text)) return unreadable('是科学记数，末尾的数位可能已丢失');
  if (/%|‰/.test(text)) return unreadable('是百分比，不是金额');
  if (new RegExp(`(?:${UNIT_PATTERN})/`).test(text)) return unreadable('像是单价或补助标准，不是金额');
  if (/^(?:约|大约|近|超|逾)|左右|上下|余|多(?:万|元|$)/.test(text)) return unreadable('是约数', only);
  if (/[≥≤><＞＜]|以上|以下|不超过|不低于|不少于/.test(text)) return unreadable('是界限，不是确数', only);
  if (new RegExp(`^(?:${NUMBER_PATTERN})[-~至到—](?:${NUMBER_PATTERN})`).test(text)) return unreadable('是范围');
  if (/^[\d.万元亿千百]+(?:\+[\d.万元亿千百]+)+=?$/.test(text)) return unreadable('是算式', sumOf(text, unit));
  if (/^\d+[。,，]\d{1,2}$/.test(text)) {
    return unreadable('小数点或千分位写得不对', readPlain(text.replace(/[。,，]/, '.'), unit)?.fen);
  }
  if (/^[△▲]/.test(text)) return unreadable('△ 一般表示负数', readPlain(`-${text.slice(1)}`, unit)?.fen);
  if ((text.match(ANY_NUMBER) ?? []).length > 1) return unreadable('一格里有几个数', sumOf(text, unit));
  return unreadable(only === undefined ? '不是数字' : '数字之外还有别的字', only);
}

function onlyNumber(text: string, unit: AmountUnit): Fen | undefined {
  const numbers = text.match(ANY_NUMBER) ?? [];
  return numbers.length === 1 && numbers[0] !== undefined ? readPlain(numbers[0], unit)?.fen : undefined;
}

/** `=1+2`: a formula of plain figures. */
function sumOfTerms(text: string, unit: AmountUnit): Fen | undefined {
  return /^=[\d.]+(?:\+[\d.]+)+$/.test(text) ? sumOf(text, unit) : undefined;
}

function sumOf(text: string, unit: AmountUnit): Fen | undefined {
  const parts = (text.replace(/(\d),(?=\d{3})/g, '$1').match(ANY_NUMBER) ?? []).map(
    (part) => readPlain(part, unit)?.fen,
  );
  return parts.length > 0 && parts.every((part) => part !== undefined) ? toFen(sum(parts as Fen[])) : undefined;
}

function sum(parts: readonly number[]): number {
  return parts.reduce((left, right) => left + right, 0);
}

function unreadable(reason: string, proposal?: Fen): AmountReading {
  return proposal === undefined ? { kind: 'unreadable', reason } : { kind: 'unreadable', reason, proposal };
}
