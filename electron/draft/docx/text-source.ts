// A paragraph or a cell of a draft as it stands in the .docx: its paragraphs with the numbers in front of them.
import { cleanText } from '../clean-text.ts';
import { textOf, type WordParagraph } from './word-tree.ts';

export interface TextSource {
  /** `prefix`: the computed number, which stands nowhere in the file. */
  lines: { prefix: string; paragraph: WordParagraph }[];
}

/** As the draft has it: a line for each paragraph, without blanks around. */
export function shownText(source: TextSource): string {
  return cleanText(rawText(source));
}

/** Before blanks and signs that nobody sees are taken out. */
export function rawText({ lines }: TextSource): string {
  return lines.map(({ prefix, paragraph }) => prefix + textOf(paragraph)).join('\n');
}
