// The numbers that a browser writes before the items of <ol>: they are in no text of the page.
import type { HtmlTag } from '#electron/excel/read/html-tags.ts';
import { listNumber, type NumberKind } from '../list-number.ts';

interface OpenList {
  next: number;
  kind: NumberKind;
}

const KINDS: Record<string, NumberKind> = {
  1: 'decimal',
  a: 'lower-letter',
  A: 'upper-letter',
  i: 'lower-roman',
  I: 'upper-roman',
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
      else if (open.length < 100) open.push({ next: numberOf(tag, 'start') ?? 1, kind: kindOf(tag) });
    },
    item(tag) {
      const list = open.at(-1);
      if (list === undefined) return '';
      const value = numberOf(tag, 'value') ?? list.next;
      list.next = value + 1;
      if (list.kind === 'none') return '';
      const words = listNumber(list.kind, value);
      return list.kind === 'chinese' ? `${words}、` : `${words}. `;
    },
  };
}

function kindOf(tag: HtmlTag): NumberKind {
  const style = /list-style(?:-type)?\s{0,9}:\s{0,9}([\w-]{1,30})/i
    .exec(tag.attribute('style') ?? '')?.[1]
    ?.toLowerCase();
  if (style === 'none' || tag.name === 'ul') return 'none';
  if (style === 'cjk-ideographic' || style === 'simp-chinese-informal' || style === 'trad-chinese-informal')
    return 'chinese';
  return KINDS[tag.attribute('type') ?? '1'] ?? 'decimal';
}

function numberOf(tag: HtmlTag, name: string): number | undefined {
  const text = tag.attribute(name)?.trim() ?? '';
  return /^\d{1,6}$/.test(text) ? Number(text) : undefined;
}
