// A .docx as a draft: headings by the outline of their styles, computed numbers in front, tables with spans, notes and
// boxes behind the paragraph they hang on. The places of its characters are kept for marking.
import type { Draft, DraftBlock, DraftCell, ParagraphRole } from '#shared/draft/draft.ts';
import { isCaption } from '../caption.ts';
import { shownText, type TextSource } from './text-source.ts';
import { walkWord } from './walk-word.ts';
import { createNumbering, type Numbering } from './word-numbering.ts';
import { openWord, type WordPackage } from './word-package.ts';
import { docxRemarks, marginRemarks } from './word-remarks.ts';
import { type ParagraphStyle, readStyles } from './word-styles.ts';
import type { WordBlock, WordCounts, WordParagraph, WordTable } from './word-tree.ts';

/** Word's own levels of headings; what lies deeper is text. */
const HEADING_LEVELS = 9;

export interface ReadDocx {
  draft: Draft;
  word: WordPackage;
  /** By the number of the (first) paragraph. */
  sources: ReadonlyMap<number, TextSource>;
}

/** Reads the bytes of a .docx. Throws ReadError in Chinese: damaged, with a password, too large when unpacked. */
export function readDocx(bytes: Uint8Array): Draft {
  return openDocx(bytes).draft;
}

/** The same with the places in the file. */
export function openDocx(bytes: Uint8Array): ReadDocx {
  const word = openWord(bytes);
  const counts: WordCounts = {
    deletions: 0,
    insertions: 0,
    hidden: 0,
    pictures: 0,
    objects: 0,
    foreign: 0,
    contents: 0,
  };
  const notes = { footnote: notesOf(word, 'footnotes', counts), endnote: notesOf(word, 'endnotes', counts) };
  const { blocks } = walkWord(word.pkg.text(word.main), {
    counts,
    place: 'text',
    noteOf: (kind, id) => notes[kind].get(id) ?? [],
  });
  const writer = createWriter(readStyles(word.related('styles')), createNumbering(word.related('numbering')), counts);
  for (const block of blocks) writer.add(block);
  const margins = ['header', 'footer'].flatMap((type) => word.allRelated(type));
  return {
    draft: { format: 'docx', blocks: writer.blocks, remarks: [...docxRemarks(counts), ...marginRemarks(margins)] },
    word,
    sources: writer.sources,
  };
}

function notesOf(word: WordPackage, type: string, counts: WordCounts): Map<string, WordBlock[]> {
  const xml = word.related(type);
  return xml === '' ? new Map() : walkWord(xml, { counts, place: 'note' }).notes;
}

function createWriter(styleOf: (id: string) => ParagraphStyle, numbering: Numbering, counts: WordCounts) {
  const blocks: DraftBlock[] = [];
  const sources = new Map<number, TextSource>();
  let at = 0;
  return { blocks, sources, add };

  function add(block: WordBlock): void {
    if (block.kind === 'table') addTable(block);
    else addParagraph(block);
    for (const below of block.after) add(below);
  }

  function addParagraph(paragraph: WordParagraph): void {
    const style = styleOf(paragraph.style);
    const number = at++;
    if (paragraph.isContents || style.kind === 'contents') {
      if (paragraph.pieces.length > 0) counts.contents++;
      return;
    }
    const source = { lines: [lineOf(paragraph)] };
    const text = shownText(source);
    if (text === '') return;
    const { role, level } = roleOf(paragraph, style, text);
    blocks.push({ kind: 'paragraph', role, level, text, at: number });
    sources.set(number, source);
  }

  function addTable(table: WordTable): void {
    const cells = table.cells.map(({ row, column, rowSpan, columnSpan, paragraphs }): DraftCell => {
      const first = at;
      at += Math.max(1, paragraphs.length);
      const source = { lines: paragraphs.map(lineOf) };
      sources.set(first, source);
      return { row, column, rowSpan, columnSpan, text: shownText(source), at: first };
    });
    const below = table.cells.flatMap((cell) => cell.paragraphs.flatMap((paragraph) => paragraph.after));
    if (cells.some((cell) => cell.text !== '')) {
      const { rowCount, columnCount, headRows } = table;
      blocks.push({ kind: 'table', rowCount, columnCount, headRows, cells });
    }
    for (const block of below) add(block);
  }

  /** Numbers are counted in the order of the document, those of empty paragraphs too. */
  function lineOf(paragraph: WordParagraph): TextSource['lines'][number] {
    const { id, depth } = numberOf(paragraph);
    const number = id === null || id === '0' ? '' : numbering.next(id, depth);
    // A number that ends in a digit or a dot would run into the figure behind it.
    const prefix = number === '' || /[、）】〕．。]$/.test(number) ? number : `${number} `;
    return { prefix, paragraph };
  }

  function numberOf(paragraph: WordParagraph): { id: string | null; depth: number } {
    const own = paragraph.numbering;
    const style = styleOf(paragraph.style);
    const id = own.id ?? style.numbering.id;
    if (id === null) return { id, depth: 0 };
    return { id, depth: own.level ?? style.numbering.level ?? numbering.depthOfStyle(id, paragraph.style) ?? 0 };
  }

  function roleOf(
    paragraph: WordParagraph,
    style: ParagraphStyle,
    text: string,
  ): { role: ParagraphRole; level: number | null } {
    const plain = (role: ParagraphRole) => ({ role, level: null });
    if (paragraph.isNumberedCaption || style.kind === 'caption') return plain('caption');
    if (paragraph.place !== 'text') return plain(paragraph.place);
    const outline = paragraph.outline ?? style.outline;
    if (outline !== null && outline >= 0 && outline < HEADING_LEVELS) return { role: 'heading', level: outline + 1 };
    if (style.kind === 'title' && paragraph.outline === null) return { role: 'heading', level: 1 };
    // Typed without a style of its own.
    if (isCaption(text)) return plain('caption');
    const { id } = numberOf(paragraph);
    return plain((id !== null && id !== '0') || style.kind === 'list' ? 'list' : 'text');
  }
}
