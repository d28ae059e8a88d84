// Reads a whole number of households, people, villages: 404 / 1,482 / 404户 / １２.
import { blankMark, compactText, foldText } from './fold-text.ts';

export type CountReading =
  | { kind: 'count'; value: number; note?: string }
  | { kind: 'blank'; mark: string }
  | { kind: 'unreadable'; reason: string; proposal?: number };

const PAIR = /(\d+(?:\.\d+)?)(万|千)?([\p{Script=Han}]*)/gu;
const MAX = 10_000_000_000;

/**
 * Reads a count. `word` is the unit the column stands for (户, 人, 个, 村): of `404户1482人` the fitting part is taken,
 * with a note. Decimals, ranges and estimates are unreadable, with a proposal where one suggests itself.
 */
export function parseCount(text: string, word = ''): CountReading {
  if (/^\d{1,9}$/.test(text)) return { kind: 'count', value: Number(text) };
  const mark = blankMark(text);
  if (mark !== undefined) return { kind: 'blank', mark };
  if (/\d\s+\d/.test(foldText(text))) {
    return { kind: 'unreadable', reason: '一格里有几个数' };
  }
  const compact = compactText(text)
    .replace(/^['’]/, '')
    .replace(/(\d),(?=\d{3}(?!\d))/g, '$1');
  const plain = /^(-?\d+)(?:\.0*)?$/.exec(compact);
  if (plain) return count(Number(plain[1]));
  const pairs = [...compact.matchAll(PAIR)];
  const first = pairs[0];
  if (!first) return { kind: 'unreadable', reason: '不是数字' };
  if (/^(?:约|近|超|逾)|左右|余|以上|以下|[≥≤<>%]/.test(compact)) {
    return propose('是约数或界限，不是确数', pairs.length === 1 ? numberIn(first) : undefined);
  }
  if (/^\d+(?:\.\d+)?(?:万|千)?[\p{Script=Han}]{0,3}$/u.test(compact)) {
    const value = numberIn(first);
    const unit = first[3] ?? '';
    if (value === undefined) return { kind: 'unreadable', reason: '应当是整数' };
    if (word !== '' && unit !== '' && !unit.includes(word)) return propose(`单位是“${unit}”，这一列是“${word}”`, value);
    return count(value);
  }
  const fitting = pairs.filter((pair) => word !== '' && (pair[3] ?? '').startsWith(word));
  const value = fitting.length === 1 && fitting[0] ? numberIn(fitting[0]) : undefined;
  if (value !== undefined && compact.replace(PAIR, '').replace(/[、,;/]/g, '') === '') {
    return { kind: 'count', value, note: `从“${text.trim()}”中取${word}数` };
  }
  return propose('一格里不止一个数', value);
}

function numberIn(pair: RegExpMatchArray): number | undefined {
  const [whole = '', fraction = ''] = (pair[1] ?? '').split('.');
  const zeros = pair[2] === '万' ? 4 : pair[2] === '千' ? 3 : 0;
  if (fraction.replace(/(?<!0)0+$/, '').length > zeros) return undefined;
  return Number(`${whole}${fraction.slice(0, zeros).padEnd(zeros, '0')}`);
}

function count(value: number): CountReading {
  if (value < 0) return propose('不能是负数', -value);
  return value > MAX ? { kind: 'unreadable', reason: '数字太大' } : { kind: 'count', value };
}

function propose(reason: string, proposal: number | undefined): CountReading {
  return proposal === undefined ? { kind: 'unreadable', reason } : { kind: 'unreadable', reason, proposal };
}
