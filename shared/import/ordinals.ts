// Numbering in front of headings (handbook 2.5): 一、 （一） 1. (1) ①, alone in the 序号 cell or before the words.
import { compactText } from '../values/fold-text.ts';

export interface Ordinal {
  /** 0 for 一、, 1 for （一）, 2 for 1., 3 for (1), 4 for ①. */
  level: number;
  /** As written, without spaces. */
  mark: string;
  /** The words behind it. */
  rest: string;
}

const CHINESE = '[一二三四五六七八九十百零〇]{1,5}';
const ONLY_CHINESE = new RegExp(`^${CHINESE}$`);
const CIRCLED = /^[①-⑳㉑-㉟]/u;
const SPACED = new RegExp(`^(${CHINESE})[\\s\\u3000\\u00a0]+[\\p{Script=Han}]{2}`, 'u');
const PATTERNS: [RegExp, number][] = [
  [new RegExp(`^[(（〔]${CHINESE}[)）〕][、.．:：]?`), 1],
  [/^[㈠-㈩]/u, 1],
  [new RegExp(`^(?:第?${CHINESE}(?:[、.．,，:：]|部分|类[:：]))`), 0],
  [/^[(（]\d{1,3}[)）][、.．]?/, 3],
  [/^[⑴-⒇]/u, 3],
  [/^\d{1,3}[)）]/, 3],
  [/^(?:\d{1,3}[、．]|\d{1,3}\.(?!\d)|[⒈-⒛])/u, 2],
];

/** The numbering at the start of a text, with words behind it; undefined where there is none. */
export function leadingOrdinal(text: string): Ordinal | undefined {
  // Circled and bracketed numerals must be seen before NFKC turns them into plain digits.
  const plain = text.replace(/[\s\u3000\u00a0]+/g, '');
  if (CIRCLED.test(plain)) return { level: 4, mark: plain.slice(0, 1), rest: plain.slice(1).replace(/^[、.．]/, '') };
  // 一 产业发展: a blank in place of 、
  const spaced = SPACED.exec(text.trim())?.[1];
  if (spaced !== undefined) return { level: 0, mark: spaced, rest: plain.slice(spaced.length) };
  for (const [pattern, level] of PATTERNS) {
    const mark = pattern.exec(plain)?.[0];
    if (mark !== undefined) return { level, mark, rest: plain.slice(mark.length) };
  }
  return undefined;
}

/** The numbering that fills a whole cell of the 序号 column; a plain number is none (it counts projects). */
export function wholeOrdinal(text: string): Ordinal | undefined {
  const found = leadingOrdinal(text);
  if (found) return found.rest === '' && found.level !== 2 ? found : undefined;
  const plain = compactText(text);
  return ONLY_CHINESE.test(plain) ? { level: 0, mark: plain, rest: '' } : undefined;
}
