// Completion while a formula is typed: the words of the plan and of the language that fit what stands before the caret.
import { foldWidth } from './fold-width.ts';
import { KEYWORDS } from './tokens.ts';
import type { Meaning, Vocabulary } from './vocabulary.ts';

export interface Completion {
  text: string;
  /** What it is, in a word: 栏目, 类别 … */
  kind: string;
}

export interface Completions {
  /** The piece of the formula that a chosen word replaces. */
  from: number;
  to: number;
  options: Completion[];
}

const MOST = 12;
const KEYWORD_OPTIONS: readonly Completion[] = KEYWORDS.flatMap(([, text = '']) =>
  text.length > 1 && /^\p{L}+$/u.test(text) ? [{ text, kind: '词语' }] : [],
);

function kindOf(meaning: Meaning): string {
  if (meaning.kind === 'each') return '分组';
  const { key } = meaning.field;
  if (meaning.kind === 'set') return key === 'town' ? '乡镇' : '类别';
  if (key.startsWith('source:')) return '资金来源';
  return key.startsWith('year:') ? '年度' : '栏目';
}

const optionsOf = new WeakMap<Vocabulary, Completion[]>();

function allOptions(vocabulary: Vocabulary): Completion[] {
  const known = optionsOf.get(vocabulary);
  if (known) return known;
  const words = [...vocabulary.words.values()].filter(({ isOffered }) => isOffered);
  const made = [...words.map(({ text, meaning }) => ({ text, kind: kindOf(meaning) })), ...KEYWORD_OPTIONS];
  optionsOf.set(vocabulary, made);
  return made;
}

/**
 * The words that continue the letters before the caret; where none begins so, those that hold them. Empty where there
 * is nothing to offer, also where the word is complete.
 */
export function completeFormula(formula: string, caret: number, vocabulary: Vocabulary): Completions {
  const before = foldWidth(formula.slice(0, caret));
  const run = /[\p{L}\d()]+$/u.exec(before)?.[0] ?? '';
  const all = allOptions(vocabulary);
  for (const fits of [
    (text: string, piece: string) => text.startsWith(piece),
    (text: string, piece: string) => piece.length > 1 && text.includes(piece),
  ]) {
    for (let skip = 0; skip < run.length; skip += 1) {
      const piece = run.slice(skip);
      if (/^[\d()]/.test(piece) && piece.length < 2) continue;
      const options = all.filter(({ text }) => text !== piece && fits(text, piece)).slice(0, MOST);
      if (options.length > 0) return { from: caret - piece.length, to: caret, options };
      // What is complete already is not looked into: 总投资 does not offer what begins with 资.
      if (vocabulary.words.has(piece) || KEYWORD_OPTIONS.some(({ text }) => text === piece))
        return { from: caret, to: caret, options: [] };
    }
  }
  return { from: caret, to: caret, options: [] };
}
