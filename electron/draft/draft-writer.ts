// Where all readers put what they find, in the order of the file: paragraphs are counted, blank ones left out, captions told.
import type { ReadBudget } from '#electron/excel/read/limits.ts';
import { assertInTime, tooLarge } from '#electron/excel/read/read-error.ts';
import type { Draft, DraftBlock, DraftFormat, DraftTable, ParagraphRole } from '#shared/draft/draft.ts';
import { isCaption } from './caption.ts';
import { cleanText } from './clean-text.ts';

export interface DraftWriter {
  /** The number of the next paragraph: whoever makes cells takes theirs from here. */
  next(): number;
  /** `level` only of a heading. A blank paragraph counts as one and is left out. */
  paragraph(role: ParagraphRole, text: string, level?: number): void;
  /** A table whose cells have taken their numbers; one without any text is left out. */
  table(table: DraftTable): void;
  /** Each sentence once. */
  remark(sentence: string): void;
  finish(format: DraftFormat): Draft;
}

/** What every reader says of pictures. */
export const PICTURES = '文稿里有图片，其中的字没有核对。';

/** Headings of Word have 9 levels. */
const MOST_LEVELS = 9;

export function createDraftWriter(budget: ReadBudget): DraftWriter {
  const blocks: DraftBlock[] = [];
  const remarks: string[] = [];
  let at = 0;
  let characters = 0;
  let cells = 0;
  return {
    next: () => at++,
    paragraph(role, raw, level = 1) {
      const number = at++;
      const text = cleanText(raw);
      if (text === '') return;
      count(text);
      const told = role !== 'note' && role !== 'heading' && isCaption(text) ? 'caption' : role;
      blocks.push({
        kind: 'paragraph',
        role: told,
        level: told === 'heading' ? Math.min(MOST_LEVELS, Math.max(1, level)) : null,
        text,
        at: number,
      });
    },
    table(table) {
      if (table.cells.every((cell) => cell.text === '')) return;
      cells += table.cells.length;
      if (cells > budget.cells) throw tooLarge(`表格的单元格超过 ${Math.round(budget.cells / 10_000)} 万个`);
      for (const cell of table.cells) count(cell.text);
      blocks.push(table);
    },
    remark(sentence) {
      if (!remarks.includes(sentence)) remarks.push(sentence);
    },
    finish: (format) => ({ format, blocks, remarks }),
  };

  function count(text: string): void {
    characters += text.length;
    if (characters > budget.characters) throw tooLarge(`文字总量超过 ${Math.round(budget.characters / 10_000)} 万字`);
    if ((blocks.length & 0x3f) === 0) assertInTime(budget);
  }
}
