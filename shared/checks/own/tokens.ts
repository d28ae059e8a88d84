// Cuts a formula into tokens. Chinese has no spaces, so words are found by the longest entry of the vocabulary.
import { foldWidth } from './fold-width.ts';
import type { Span } from './syntax.ts';
import type { Vocabulary, Word } from './vocabulary.ts';

export type Keyword =
  | 'if'
  | 'then'
  | 'and'
  | 'or'
  | 'not'
  | 'everyProject'
  | 'whole'
  | 'blank'
  | 'filled'
  | 'contains'
  | 'lacks'
  | 'among'
  | 'outside'
  | 'sum'
  | 'average'
  | 'most'
  | 'least'
  | 'count'
  | 'share'
  | '='
  | '<>'
  | '>'
  | '<'
  | '>='
  | '<='
  | '+'
  | '-'
  | '*'
  | '/'
  | '('
  | ')'
  | ','
  | '%'
  | '元'
  | '万元'
  | '亿元';

export type Token = Span &
  (
    | { kind: 'key'; key: Keyword; text: string }
    | { kind: 'word'; word: Word; text: string }
    | { kind: 'number'; text: string }
    | { kind: 'text'; text: string }
    /** Nothing that is known: the parser says so. */
    | { kind: 'unknown'; text: string }
    | { kind: 'end'; text: string }
  );

/** The words of the language itself; of several for one meaning the first is the one that is offered. */
export const KEYWORDS: readonly (readonly [Keyword, ...string[]])[] = [
  ['if', '如果', '若'],
  ['then', '那么', '则应', '则', '就应', '应当'],
  ['and', '并且', '而且', '且'],
  ['or', '或者', '或'],
  ['not', '不是'],
  ['everyProject', '每个项目', '每一个项目', '各个项目', '各项目', '所有项目'],
  ['whole', '全部项目', '整个规划', '全县', '全区', '全市'],
  ['filled', '不为空', '不能为空', '必填', '已填', '不空', '非空'],
  ['blank', '为空', '未填', '没有填'],
  ['lacks', '不包含', '不含'],
  ['contains', '包含', '含有'],
  ['outside', '不属于', '不在'],
  ['among', '属于', '是'],
  ['sum', '合计', '之和', '总和', '小计'],
  ['share', '占比', '比重', '所占比例'],
  ['average', '平均', '平均值', '均值'],
  ['most', '最大', '最大值', '最高'],
  ['least', '最小', '最小值', '最低'],
  ['count', '个数', '项目个数', '项目数'],
  ['>=', '>=', '=>', '≥', '不低于', '不少于', '不小于', '大于等于', '大于或等于', '至少'],
  ['<=', '<=', '=<', '≤', '不超过', '不高于', '不大于', '不多于', '小于等于', '小于或等于', '至多'],
  ['<>', '<>', '!=', '≠', '不等于'],
  ['=', '=', '==', '等于', '应等于'],
  ['>', '>', '大于', '超过', '高于', '多于'],
  ['<', '<', '小于', '低于', '少于'],
  ['+', '+'],
  ['-', '-'],
  ['*', '*', '乘以'],
  ['/', '/', '除以'],
  ['(', '('],
  [')', ')'],
  [',', ',', '、'],
  ['%', '%'],
  ['亿元', '亿元'],
  ['万元', '万元'],
  ['元', '元'],
];

const BY_TEXT = new Map(KEYWORDS.flatMap(([key, ...texts]) => texts.map((text) => [text, key] as const)));
const LONGEST_KEYWORD = Math.max(...[...BY_TEXT.keys()].map((text) => text.length));

/** Words that may stand anywhere and mean nothing: 产业类项目的衔接资金. */
const NOISE = ['项目', '的', ':', ';', '。', ' '];
const QUOTES: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '“': '”',
  '‘': '’',
  '”': '”',
  '「': '」',
  '《': '》',
};
const NUMBER = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?/;

/** Reads a formula from left to right. Never fails: what is not known becomes a token of its own. */
export function tokenize(formula: string, vocabulary: Vocabulary): Token[] {
  const text = foldWidth(formula);
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const token = wordAt(text, at, vocabulary) ?? quoteAt(text, at) ?? keywordAt(text, at) ?? numberAt(text, at);
    if (token) {
      tokens.push(token);
      at = token.to;
      continue;
    }
    const noise = NOISE.find((word) => text.startsWith(word, at));
    if (noise !== undefined) {
      at += noise.length;
      continue;
    }
    const end = unknownEnd(text, at);
    tokens.push({ kind: 'unknown', text: text.slice(at, end), from: at, to: end });
    at = end;
  }
  tokens.push({ kind: 'end', text: '', from: text.length, to: text.length });
  return tokens;
}

/** The longest word of the plan that begins here; a longer keyword (合计 before 合) goes first. */
function wordAt(text: string, at: number, { words, longest }: Vocabulary): Token | undefined {
  const most = longest.get(text[at] as string) ?? 0;
  const keyword = keywordAt(text, at);
  for (let length = Math.min(most, text.length - at); length > 0; length -= 1) {
    const word = words.get(text.slice(at, at + length));
    if (!word) continue;
    if (keyword && keyword.to - at >= length) return undefined;
    return { kind: 'word', word, text: word.text, from: at, to: at + length };
  }
  return undefined;
}

function keywordAt(text: string, at: number): Token | undefined {
  for (let length = Math.min(LONGEST_KEYWORD, text.length - at); length > 0; length -= 1) {
    const piece = text.slice(at, at + length);
    const key = BY_TEXT.get(piece);
    if (key !== undefined) return { kind: 'key', key, text: piece, from: at, to: at + length };
  }
  return undefined;
}

function quoteAt(text: string, at: number): Token | undefined {
  const close = QUOTES[text[at] as string];
  if (close === undefined) return undefined;
  const end = text.indexOf(close, at + 1);
  if (end < 0) return { kind: 'unknown', text: text.slice(at), from: at, to: text.length };
  return { kind: 'text', text: text.slice(at + 1, end).trim(), from: at, to: end + 1 };
}

function numberAt(text: string, at: number): Token | undefined {
  const match = NUMBER.exec(text.slice(at));
  if (!match) return undefined;
  return { kind: 'number', text: match[0].replaceAll(',', ''), from: at, to: at + match[0].length };
}

/** Keywords that are also parts of ordinary words: 收益, 单元, 若干. */
const WORD_PARTS = new Set('是 元 若'.split(' '));

/** Behind the characters that belong to no word, up to a sign or a keyword. */
function unknownEnd(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length && !/[\s\p{P}\p{S}\d]/u.test(text[end] as string)) {
    const keyword = keywordAt(text, end);
    if (keyword && !WORD_PARTS.has(keyword.text)) break;
    end += 1;
  }
  return end;
}
