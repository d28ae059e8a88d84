// PDF documents with text: lines become paragraphs again, tables are found by their lines, and go on over pages.
import type { ReadBudget } from '#electron/excel/read/limits.ts';
import type { DraftCell } from '#shared/draft/draft.ts';
import { DraftRefusal } from '../draft-error.ts';
import type { DraftWriter } from '../draft-writer.ts';
import { tableOfCells } from '../grid.ts';
import { openTables } from './open-tables.ts';
import { withoutFurniture } from './page-furniture.ts';
import { createParagraphMaker, frameOf, rightOf } from './page-paragraphs.ts';
import type { PageShapes } from './page-shapes.ts';
import { readPages } from './pdf-pages.ts';
import { type PageTable, ruledTables } from './ruled-tables.ts';
import { createTableJoiner } from './table-joiner.ts';
import { linesOf, type TextLine, textOfLine } from './text-lines.ts';

interface Laid {
  number: number;
  width: number;
  tables: PageTable[];
  lines: TextLine[];
  notes: TextLine[];
}

/** Where no page has as many signs, there is no text: numbers of pages, a stamp. */
const LEAST_SIGNS = 5;

/** Throws ReadError, and DraftRefusal for a document of pictures. */
export async function readPdf(bytes: Buffer, writer: DraftWriter, budget: ReadBudget): Promise<void> {
  const { pages, unknownEncodings } = await readPages(bytes, budget);
  if (unknownEncodings.length > 0)
    writer.remark(
      `PDF 里有的字体编码（${unknownEncodings.join('、')}）认不出来，用它写的文字没有读取，请对照原件核对。`,
    );
  tellEmptyPages(pages, unknownEncodings, writer);
  if (!bytes.subarray(-2048).includes('%%EOF')) writer.remark('PDF 的结尾不完整，可能没有下载完整，后面的页可能缺失。');
  let waitingNotes: string[] = [];
  const joiner = createTableJoiner((table, headRows) => {
    const cells = table.cells.map((cell): DraftCell => ({ ...cell, at: writer.next() }));
    writer.table(tableOfCells(cells, headRows));
  });
  const maker = createParagraphMaker((text) => {
    joiner.end();
    writer.paragraph('text', text);
    putNotes();
  });
  const laid = layOut(pages, writer);
  const rights = rightsOf(laid);
  for (const page of laid) {
    const frame = frameOf(page.lines, rights.get(Math.round(page.width)) ?? page.width);
    const items = [...page.tables, ...page.lines].sort((a, b) => topOf(a) - topOf(b));
    for (const [i, item] of items.entries()) {
      if ('cells' in item) {
        maker.end();
        joiner.take(item, page.number, i === 0);
      } else if (!joiner.isContinuation(textOfLine(item), page.number)) {
        maker.line(item, frame);
      }
    }
    waitingNotes.push(...notesOf(page.notes));
  }
  maker.end();
  joiner.end();
  putNotes();

  /** A note stands at the foot of the page, in the middle of a paragraph that goes on. */
  function putNotes(): void {
    const notes = waitingNotes;
    waitingNotes = [];
    for (const note of notes) writer.paragraph('note', note);
  }
}

/** Where the text ends on pages of each width. */
function rightsOf(pages: readonly Laid[]): Map<number, number> {
  const widths = new Set(pages.map(({ width }) => Math.round(width)));
  return new Map(
    [...widths].map((width) => [
      width,
      rightOf(
        pages.filter((page) => Math.round(page.width) === width).flatMap((page) => page.lines),
        width,
      ),
    ]),
  );
}

function topOf(item: PageTable | TextLine): number {
  return 'cells' in item ? item.top : item.y - item.size;
}

function tellEmptyPages(pages: readonly PageShapes[], unknownEncodings: readonly string[], writer: DraftWriter): void {
  const signs = pages.map(({ pieces }) => pieces.reduce((sum, { text }) => sum + text.length, 0));
  if (signs.every((count) => count < LEAST_SIGNS))
    throw new DraftRefusal(
      'unsupported-file',
      unknownEncodings.length > 0
        ? `这份 PDF 的字体编码（${unknownEncodings.join('、')}）认不出来，读不出文字。`
        : '这份 PDF 里没有文字，多半是扫描件（每页是一张图像）。',
      '请向起草单位索取 Word 文件或能选中文字的 PDF，或先用文字识别（OCR）软件转成 Word 后再选。',
    );
  const empty = pages.filter((_, i) => signs[i] === 0);
  if (empty.length === 0) return;
  const numbers = empty.slice(0, 20).map(({ number }) => number);
  const more = empty.length > numbers.length ? `等 ${empty.length} 页` : ' 页';
  writer.remark(`第 ${numbers.join('、')}${more}没有文字（空白页，或扫描的图像），没有核对。`);
}

/** Tables, and lines that are text, page by page. */
function layOut(pages: readonly PageShapes[], writer: DraftWriter): Laid[] {
  const ruled = pages.map(ruledTables);
  const texts = withoutFurniture(ruled.map(({ rest }, i) => ({ height: pages[i]?.height ?? 0, lines: linesOf(rest) })));
  const bodySize = mainSize(texts.flat());
  return pages.map(({ number, width }, i) => {
    const all = texts[i] as TextLine[];
    const open = openTables(all);
    if (ruled[i]?.isDrawing) writer.remark(`第 ${number} 页有地图、图纸这样的图，图里的线没有当作表格框线。`);
    if (open.length > 0) writer.remark(`第 ${number} 页有没有框线的表，按文字的位置分列，请对照原件核对。`);
    const inTables = new Set(open.flatMap((table) => table.lines));
    const rest = all.filter((line) => !inTables.has(line));
    const tables = [...(ruled[i]?.tables ?? []), ...open];
    const lowest = Math.max(0, ...tables.map(({ bottom }) => bottom));
    const rule = noteRuleOf(pages[i] as PageShapes, lowest);
    const firstNote = firstNoteOf(rest, bodySize, lowest, rule);
    return { number, width, tables, lines: rest.slice(0, firstNote), notes: rest.slice(firstNote) };
  });
}

/** The size of most letters. */
function mainSize(lines: readonly TextLine[]): number {
  const counts = new Map<number, number>();
  for (const line of lines) {
    const size = Math.round(line.size * 2) / 2;
    counts.set(size, (counts.get(size) ?? 0) + textOfLine(line).length);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

const NOTE = /^(?:[[【(（]?\d{1,3}[\]】)）]?|[①-⑳]|\*)\s*\D/;

/** Where the notes at the foot of a page begin: small letters or a short rule above, the first line with a number. */
function firstNoteOf(lines: readonly TextLine[], bodySize: number, lowest: number, rule: number): number {
  let first = lines.length;
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i] as TextLine;
    if ((line.size > 0.9 * bodySize && line.y < rule) || line.y < lowest) break;
    if (NOTE.test(textOfLine(line))) first = i;
  }
  return first;
}

/** The height of the short line at the left that word processors draw above notes; none: below the page. */
function noteRuleOf({ rulings, width, height }: PageShapes, lowest: number): number {
  const isShort = ({ from, to }: { from: number; to: number }): boolean =>
    to - from < 0.45 * width && from < 0.3 * width;
  const rule = rulings.across.find((ruling) => isShort(ruling) && ruling.at > lowest + 3 && ruling.at > height / 3);
  return rule?.at ?? height;
}

function notesOf(lines: readonly TextLine[]): string[] {
  const notes: string[] = [];
  for (const line of lines) {
    const text = textOfLine(line);
    if (NOTE.test(text) || notes.length === 0) notes.push(text);
    else notes[notes.length - 1] += text;
  }
  return notes;
}
