// Captions of tables and figures, and the references to them. With fields a caption is Word's own (SEQ) and a reference
// follows it (REF to a bookmark); the numbers shown are the plan's in either case.
import { Bookmark, type ParagraphChild, SimpleField, TextRun } from 'docx';
import type { WordBlock, WordOptions, WordText } from './blocks.ts';
import { CHINESE } from './look.ts';

export interface Captions {
  /** The caption of a part; empty for one without a number and title. */
  caption(part: { id: string; number: string; title: string }): ParagraphChild[];
  /** A text of a paragraph. */
  text(text: WordText): ParagraphChild;
}

const chinese = (text: string): TextRun => new TextRun({ text, font: CHINESE });

/** 表4-2 or 附表3: all before the running number, and the number. */
const RUNNING = /^(.*?)(?<!\d)(\d+)$/;

/** Captions of the parts that a document holds. */
export function makeCaptions(blocks: readonly WordBlock[], { numbering }: Pick<WordOptions, 'numbering'>): Captions {
  const bookmarks = new Map<string, string>();
  for (const block of blocks) {
    const isPart = block.kind === 'table' || block.kind === 'picture';
    if (isPart && block.number !== '' && !bookmarks.has(block.id))
      bookmarks.set(block.id, `part_${bookmarks.size + 1}`);
  }
  /** The last number of each series that was written, as Word will count it. */
  const last = new Map<string, number>();

  const counted = (label: string): ParagraphChild[] => {
    const [, series = '', digits = ''] = RUNNING.exec(label) ?? [];
    // 表4 over 表4-1 ... has no series of its own.
    if (series === '' || !/[-图表]$/.test(series) || /^[图表]$/.test(series)) return [chinese(label)];
    const wanted = Number(digits);
    const jumps = wanted !== (last.get(series) ?? 0) + 1;
    last.set(series, wanted);
    const name = series.replaceAll('-', '_');
    return [chinese(series), new SimpleField(`SEQ ${name} \\* ARABIC${jumps ? ` \\r ${wanted}` : ''}`, digits)];
  };

  return {
    caption({ id, number, title }) {
      const words = chinese(number === '' ? title : `　${title}`);
      if (number === '') return [words];
      const bookmark = bookmarks.get(id);
      if (numbering === 'plain' || bookmark === undefined) return [chinese(number), words];
      return [new Bookmark({ id: bookmark, children: counted(number) }), words];
    },
    text({ text, reference }) {
      const bookmark = reference === undefined ? undefined : bookmarks.get(reference);
      if (numbering === 'plain' || bookmark === undefined) return chinese(text);
      return new SimpleField(`REF ${bookmark} \\h`, text);
    },
  };
}
