// Where the parser of a formula stands, and how it says what is wrong.
import { nearestWord } from './suggest.ts';
import { FormulaFault, type Span } from './syntax.ts';
import { KEYWORDS, type Keyword, type Token } from './tokens.ts';
import type { Vocabulary, Word } from './vocabulary.ts';

export interface Cursor {
  readonly tokens: readonly Token[];
  readonly vocabulary: Vocabulary;
  at: number;
}

export function here(cursor: Cursor): Token {
  return cursor.tokens[Math.min(cursor.at, cursor.tokens.length - 1)] as Token;
}

export function next(cursor: Cursor): Token | undefined {
  return cursor.tokens[cursor.at + 1];
}

/** The keyword here; undefined where something else stands. */
export function keyAt(token: Token | undefined): Keyword | undefined {
  return token?.kind === 'key' ? token.key : undefined;
}

/** Takes the keyword here if it is one of these. */
export function take(cursor: Cursor, ...keys: Keyword[]): Token | undefined {
  const token = here(cursor);
  if (token.kind !== 'key' || !keys.includes(token.key)) return undefined;
  cursor.at += 1;
  return token;
}

/** Takes the word here if it means this. */
export function takeWord<K extends Word['meaning']['kind']>(
  cursor: Cursor,
  kind: K,
): (Span & { meaning: Extract<Word['meaning'], { kind: K }>; text: string }) | undefined {
  const token = here(cursor);
  if (token.kind !== 'word' || token.word.meaning.kind !== kind) return undefined;
  cursor.at += 1;
  return {
    from: token.from,
    to: token.to,
    text: token.text,
    meaning: token.word.meaning as Extract<Word['meaning'], { kind: K }>,
  };
}

function placeText({ from }: Span): string {
  return `第 ${from + 1} 个字`;
}

/** Ends the reading: what is wrong at a place, and what was expected. */
export function fail(span: Span, what: string, suggestion?: string): never {
  const hint = suggestion === undefined ? '' : `是否指“${suggestion}”？`;
  throw new FormulaFault({
    from: span.from,
    to: span.to,
    message: `${placeText(span)}${what}${hint}`,
    ...(suggestion === undefined ? {} : { suggestion }),
  });
}

/** Something else stood here: 应写…. Unknown words say so, with the nearest known one. */
export function failExpecting(cursor: Cursor, expected: string): never {
  const token = here(cursor);
  if (token.kind === 'end') {
    const last = cursor.tokens[cursor.at - 1];
    return last
      ? fail({ from: last.from, to: last.to }, `“${last.text}”后面不完整：${expected}。`)
      : fail(token, `起是空的：${expected}。`);
  }
  if (token.kind === 'unknown') return failUnknown(cursor, token);
  return fail(token, `“${token.text}”不应在这里：${expected}。`);
}

function failUnknown({ vocabulary }: Cursor, token: Token): never {
  if (/^["'“‘「《]/.test(token.text)) return fail(token, `的引号没有配对：请在文字后面补上引号。`);
  const words = [...vocabulary.words.values()];
  const known = [
    ...words.filter(({ isOffered }) => isOffered).map(({ text }) => text),
    ...KEYWORDS.flatMap(([, ...texts]) => texts.filter((text) => text.length > 1)),
    ...words.map(({ text }) => text),
  ];
  return fail(
    token,
    `“${token.text}”认不出来：没有这个栏目、资金来源、类别或乡镇；是文字请加引号。`,
    nearestWord(token.text, known),
  );
}
