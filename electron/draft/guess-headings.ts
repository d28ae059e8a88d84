// Headings of a document whose file names none: typed numbers (第一章, 一、, （一）, 1.) before a few words.
import type { Draft, DraftBlock, DraftParagraph } from '#shared/draft/draft.ts';

/** Kinds of numbers from the highest down. */
const NUMBERS: readonly RegExp[] = [
  /^第[一二三四五六七八九十百零〇\d]{1,4}[篇编部](?:分|[\s、：])?/,
  /^第[一二三四五六七八九十百零〇\d]{1,4}章/,
  /^第[一二三四五六七八九十百零〇\d]{1,4}节/,
  /^[一二三四五六七八九十百零〇]{1,4}[、．.]/,
  /^[（(]\s*[一二三四五六七八九十百零〇]{1,4}\s*[)）]/,
  /^\d{1,2}(?:[、．]|\.(?!\d))/,
  /^\d{1,2}(?:\.\d{1,2}){1,3}(?=\s|[^\d\s.])/,
  /^[（(]\s*\d{1,2}\s*[)）]/,
];
const LONGEST = 40;

/** The draft with headings where it has none of its own; levels are counted from the highest kind of number it uses. */
export function guessHeadings(draft: Draft): Draft {
  const hasOwn = draft.blocks.some((block) => block.kind === 'paragraph' && block.role === 'heading');
  if (hasOwn || draft.format === 'sheet') return draft;
  const kinds = new Map<DraftBlock, number>();
  for (const block of draft.blocks) {
    const kind = block.kind === 'paragraph' ? kindOf(block) : -1;
    if (kind >= 0) kinds.set(block, kind);
  }
  const used = [...new Set(kinds.values())].sort((a, b) => a - b);
  const blocks = draft.blocks.map((block): DraftBlock => {
    const kind = kinds.get(block);
    if (kind === undefined || block.kind !== 'paragraph') return block;
    return { ...block, role: 'heading', level: used.indexOf(kind) + 1 };
  });
  return { ...draft, blocks };
}

function kindOf({ role, text }: DraftParagraph): number {
  if (role !== 'text' && role !== 'list') return -1;
  // A sentence, or one of an enumeration, is no heading.
  if (text.length > LONGEST || /。|[；;，,：:！!?？、]$/.test(text)) return -1;
  return NUMBERS.findIndex((number) => number.test(text));
}
