// The numbers that a browser writes before the items of <ol>: they are in no text of the page.
import type { HtmlTag } from '#electron/excel/read/html-tags.ts';
import { numberWords } from '../docx/number-words.ts';

interface OpenList {
  next: number;
  /** As numberWords calls it. */
  format: string;
}

const FORMATS: Record<string, string> = {
  1: 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
};

export interface HtmlLists {
  /** Any tag outside of a line: lists begin and end. */
  take(tag: HtmlTag): void;
  /** What stands before the item that begins: '3. '; '' in a list without numbers. */
  item(tag: HtmlTag): string;
}

export function createHtmlLists(): HtmlLists {
  const open: OpenList[] = [];
  return {
    take(tag) {
      if (tag.name !== 'ol' && tag.name !== 'ul') return;
      if (tag.isClosing) open.pop();
      else if (open.length < 100) open.push({ next: numberOf(tag, 'start') ?? 1, format: formatOf(tag) });
    },
    item(tag) {
      const list = open.at(-1);
      if (list === undefined) return '';
      const value = numberOf(tag, 'value') ?? list.next;
      list.next = value + 1;
      if (list.format === 'none') return '';
      const words = numberWords(value, list.format);
      return list.format === 'chineseCounting' ? `${words}、` : `${words}. `;
    },
  };
}

function formatOf(tag: HtmlTag): string {
  const style = /list-style(?:-type)?\s{0,9}:\s{0,9}([\w-]{1,30})/i
    .exec(tag.attribute('style') ?? '')?.[1]
    ?.toLowerCase();
  if (style === 'none' || tag.name === 'ul') return 'none';
  if (style === 'cjk-ideographic' || style === 'simp-chinese-informal' || style === 'trad-chinese-informal')
    return 'chineseCounting';
  return FORMATS[tag.attribute('type') ?? '1'] ?? 'decimal';
}

function numberOf(tag: HtmlTag, name: string): number | undefined {
  const text = tag.attribute(name)?.trim() ?? '';
  return /^\d{1,6}$/.test(text) ? Number(text) : undefined;
}
