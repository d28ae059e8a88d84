// Word 97–2003 documents (.doc, .wps): walks the characters paragraph by paragraph, with their styles, lists and tables.
import type { ReadBudget } from '#electron/excel/read/limits.ts';
import { openOle } from '#electron/excel/read/ole.ts';
import { assertInTime } from '#electron/excel/read/read-error.ts';
import type { ParagraphRole } from '#shared/draft/draft.ts';
import { type DraftWriter, PICTURES } from '../draft-writer.ts';
import { createEdgeTables } from '../edge-tables.ts';
import { numbered } from '../numbered.ts';
import { readMarks } from './character-marks.ts';
import { createDocFields } from './doc-fields.ts';
import { createDocLists } from './doc-lists.ts';
import { readDocStyles } from './doc-styles.ts';
import { readHead } from './fib.ts';
import { type HungText, readHungTexts } from './note-places.ts';
import { type ParagraphProperties, readProperties } from './paragraph-properties.ts';
import { readPieces } from './piece-table.ts';
import { readPages, stretchAt } from './property-pages.ts';

/** Marks among the characters ([MS-DOC] 2.4.1). */
const CELL = 7;
const PARAGRAPH = 13;
const PAGE = 12;
/** A picture in the line, and a shape, which may be a text box. */
const PICTURE = 1;
const SHAPE = 8;
/** Characters that are shown as others: line and column ends, hyphens. */
const SHOWN: Record<number, string> = { 9: '\t', 11: '\n', 14: '\n', 30: '-', 31: '' };
const OLD_NUMBERING = 2047;
const NO_PROPERTIES = Buffer.alloc(0);

/** Throws ReadError and DraftRefusal. */
export function readDoc(bytes: Buffer, writer: DraftWriter, budget: ReadBudget): void {
  const head = readHead(openOle(bytes));
  const word = readPieces(head);
  const marks = readMarks(head, word);
  const pages = readPages(head, 'paragraphPages');
  const styleOf = readDocStyles(head.part('styles'));
  const nextNumber = createDocLists(head.part('lists'), head.behind('lists'), head.part('listUses'));
  const hung = readHungTexts(head);
  /** What hangs on the paragraph or table that is open. */
  let waiting: HungText[] = [];
  const ofLine: HungText[] = [];
  let hasPicture = false;
  let contentLines = 0;

  walk(0, Math.min(head.lengths.text, word.text.length), null);
  waiting.push(...(hung.get(-1) ?? []));
  hangDown();
  tell();

  function walk(start: number, end: number, place: 'note' | 'box' | null): void {
    const tables = createEdgeTables(writer, budget, hangDown);
    const fields = createDocFields();
    let line = '';
    for (let at = start; at < end; at++) {
      const code = word.text.charCodeAt(at);
      if (place === null && hung.has(at)) ofLine.push(...(hung.get(at) ?? []));
      if (marks.isDeleted(at)) continue;
      if (fields.take(code)) continue;
      if (code === PICTURE || code === SHAPE) hasPicture = true;
      if (code !== PARAGRAPH && code !== CELL && code !== PAGE) {
        if (!marks.isHidden(at))
          line += marks.symbol(at) ?? SHOWN[code] ?? (code < 32 ? '' : (word.text[at] as string));
        continue;
      }
      if ((at & 0xff) === 0) assertInTime(budget);
      endParagraph(line, at, code, place, fields.inContents, tables);
      line = '';
    }
    if (line.trim() !== '') endParagraph(line, end - 1, PARAGRAPH, place, false, tables);
    tables.leave(0);
  }

  function endParagraph(
    line: string,
    at: number,
    code: number,
    place: 'note' | 'box' | null,
    inContents: boolean,
    tables: ReturnType<typeof createEdgeTables>,
  ): void {
    const own = propertiesAt(at);
    // A table ends before the paragraph that follows it: what hangs on the one comes before the other.
    if (own.depth === 0) tables.leave(0);
    // A text box in the line is a picture with the box behind it.
    if (hasPicture && !ofLine.some(({ role }) => role === 'box')) writer.remark(PICTURES);
    hasPicture = false;
    if (place === null) waiting.push(...ofLine.splice(0));
    const style = styleOf(own.style);
    if (own.endsRow) {
      tables.endRow(own.depth, own.row);
      return;
    }
    if (inContents || style.kind === 'contents') {
      if (line.trim() !== '') contentLines++;
      return;
    }
    const list = own.list ?? style.list ?? 0;
    const isListed = list > 0 && list !== OLD_NUMBERING;
    // Empty paragraphs are counted by Word too.
    const number = isListed ? nextNumber(list, own.listLevel ?? style.listLevel ?? 0) : '';
    const text = numbered(number, line);
    if (own.depth > 0) {
      tables.line(own.depth, text);
      if (code === CELL || own.endsInnerCell) tables.endCell(own.depth);
      return;
    }
    const outline = own.outline ?? style.outline ?? (style.kind === 'title' ? 1 : 0);
    const role: ParagraphRole =
      place ?? (style.kind === 'caption' ? 'caption' : outline > 0 ? 'heading' : isListed ? 'list' : 'text');
    if (line.trim() === '') writer.paragraph('text', '');
    else writer.paragraph(role, text, outline);
    if (place === null) hangDown();
  }

  function propertiesAt(at: number): ParagraphProperties {
    return readProperties(stretchAt(pages, word.offsetOf(at))?.properties ?? NO_PROPERTIES, head.data);
  }

  /** Notes and boxes come behind the paragraph or the table that they hang on. */
  function hangDown(): void {
    const texts = waiting;
    waiting = [];
    for (const { from, to, role } of texts) walk(from, Math.min(to, word.text.length), role);
  }

  function tell(): void {
    if (marks.hasChanges) writer.remark('文稿里有没有接受的修订，按全部接受后的文字核对。');
    if (contentLines > 0) writer.remark(`目录有 ${contentLines} 行，没有核对。`);
    if (marks.hasHidden) writer.remark('文稿里有隐藏文字，打印不出来，没有核对。');
    if (head.lengths.comments > 0) writer.remark('文稿里有批注，批注的文字没有核对。');
  }
}
