// A text cut into lines and sentences. A line that breaks in the middle of a sentence, as text copied out of a PDF does,
// does not end it.

export interface Sentence {
  start: number;
  end: number;
  text: string;
}

const ENDS = /[。！？!?]/;
/** Rows of a pasted table and headings are shorter than a line of running text. */
const FULL_LINE = 20;
const HEADING =
  /^[ \t　]*(?:第[一二三四五六七八九十百]+[章节]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|\d+[.．、]|[（(]\d+[）)]|——)/;

/** How deep a heading stands: 第一章 0, 第一节 1, 一、 2, （一） 3, 1. 4, （1） 5; undefined where a line is none. */
export function headingLevel(line: string): number | undefined {
  const head = HEADING.exec(line)?.[0].trim();
  if (head === undefined || head === '——' || line.length > 60 || /[。；]/.test(line)) return undefined;
  if (head.startsWith('第')) return head.endsWith('章') ? 0 : 1;
  if (/^[（(]/.test(head)) return /\d/.test(head) ? 5 : 3;
  return /\d/.test(head) ? 4 : 2;
}

/** True where the line break at `at` stands inside a sentence: the lines belong together. */
export function isSoftBreak(text: string, at: number): boolean {
  // Most line breaks of a text with empty lines.
  if (text.startsWith('\n\n', at - 2) || text.startsWith('\n\n\n', at)) return false;
  // Two empty lines end a paragraph whatever stands before them: no need to look further.
  const [before = ''] = /\S?[ \t\r　\n]{0,4}$/.exec(text.slice(Math.max(0, at - 5), at)) ?? [];
  const behind = text.slice(at + 1, at + 20);
  const [blank = ''] = /^[ \t\r　\n]{0,4}/.exec(behind) ?? [];
  const next = behind.slice(blank.length);
  const last = before.charAt(0);
  if (before === '' || next === '' || /\s/.test(last + next.charAt(0))) return false;
  if (/[，、,]/.test(last)) return !HEADING.test(next);
  if (/[，。、；）]/.test(next.charAt(0))) return true;
  if (/[。；：:！？）)]/.test(last) || blank !== '') return false;
  return !text.slice(Math.max(0, at - FULL_LINE), at).includes('\n') && at >= FULL_LINE && !HEADING.test(next);
}

/** The sentences of a text, without those that hold no word. */
export function cutSentences(text: string): Sentence[] {
  const found: Sentence[] = [];
  let start = 0;
  const close = (end: number): void => {
    const words = text.slice(start, end);
    if (words.trim() !== '') found.push({ start, end, text: words });
    start = end;
  };
  for (const { index, 0: sign } of text.matchAll(/[。！？!?\n]/g)) {
    if (ENDS.test(sign) || !isSoftBreak(text, index)) close(index + 1);
  }
  close(text.length);
  return found;
}

/** Where a place stands, for whoever looks for it: 第3行. */
export function lineNumber(text: string, at: number): number {
  let line = 1;
  for (let end = text.indexOf('\n'); end >= 0 && end < at; end = text.indexOf('\n', end + 1)) line += 1;
  return line;
}
