// Folding of texts before they are read or compared: full-width forms, odd spaces, invisible characters.
// Stored words are never folded, only what is compared or parsed.

const INVISIBLE = /[\u200b-\u200f\u2060\ufeff\u00ad]/g;
/** Nothing to fold. */
const PLAIN = /^[\x21-\x7e]*$/;
const MINUS = /[\u2212\u2010\u2011\ufe63]/g;

/** NFKC (full-width digits and punctuation become ASCII, NBSP a space), invisible characters out, trimmed. */
export function foldText(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replace(INVISIBLE, '').normalize('NFKC').replace(MINUS, '-').trim();
}

/** foldText with every space and line break taken out: `投资 规模` and `乡村特色⏎产业帮扶` become one word. */
export function compactText(text: string): string {
  if (PLAIN.test(text)) return text;
  return foldText(text).replace(/\s+/g, '');
}

/** compactText without punctuation: for comparing names and headings that differ in brackets or dashes only. */
export function bareText(text: string): string {
  return compactText(text)
    .replace(/[\p{P}\p{S}]/gu, '')
    .toLowerCase();
}

/** The lines of a cell as one: line breaks and the blanks around them out, or `by` in their place. */
export function joinLines(text: string, by = ''): string {
  return text.includes('\n') ? text.replace(/(?<!\s)\s*\n\s*/g, by) : text;
}

/** Marks that stand for "nothing here" in Chinese tables; they are kept apart from a declared 0. */
const BLANK_START = /^[-—–―─_－−/\\／＼无空*＊N\u200b\ufeff]/i;
const BLANK_MARK = /^(?:[-—–―─_]+|[/\\]+|无|空|\*|N\/?A)$/i;

/** The mark where the text says "nothing": '' for an empty cell, '—', '/', '无' ...; undefined for real content. */
export function blankMark(text: string): string | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return '';
  // Most cells are words or figures: told by their first character.
  if (!BLANK_START.test(trimmed)) return undefined;
  const compact = compactText(trimmed);
  if (compact === '') return '';
  return BLANK_MARK.test(compact) ? trimmed : undefined;
}
