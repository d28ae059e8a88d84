// Web pages, also those that Word and WPS save: paragraphs, headings, lists with their numbers, tables, notes.

import { isHidden, WITHOUT_END } from '#electron/excel/read/html-table.ts';
import { type HtmlTag, htmlTags } from '#electron/excel/read/html-tags.ts';
import { BREAK, htmlText } from '#electron/excel/read/html-text.ts';
import type { ReadBudget } from '#electron/excel/read/limits.ts';
import { assertInTime, tooLarge } from '#electron/excel/read/read-error.ts';
import { decodeTextFile } from '#electron/excel/read/text-encoding.ts';
import type { DraftTable, ParagraphRole } from '#shared/draft/draft.ts';
import { cleanText } from '../clean-text.ts';
import { type DraftWriter, PICTURES } from '../draft-writer.ts';
import { createHtmlGrid, type HtmlGrid } from './html-grid.ts';
import { createHtmlLists } from './html-lists.ts';

/** Tags that stand inside a line; every other one ends it. */
const INLINE = new Set(
  'a,abbr,acronym,b,bdi,bdo,big,cite,code,del,dfn,em,font,i,img,ins,kbd,label,mark,nobr,q,s,samp,small,span,strike,strong,sub,sup,tt,u,var,wbr'.split(
    ',',
  ),
);
/** Not shown by a browser, or not text of the page. */
const OUTSIDE = new Set('del,select,noscript,template,object,svg,math,button,audio,video,canvas,iframe'.split(','));
const NOTE = /^(?:sdfootnote|sdendnote|ftn|edn|_ftn|_edn)\d+$/i;

export function readHtml(bytes: Buffer, writer: DraftWriter, budget: ReadBudget): void {
  readPage(decodeTextFile(bytes), writer, budget);
}

/** The same for the text of a page. */
export function readPage(page: string, writer: DraftWriter, budget: ReadBudget): void {
  const grids: HtmlGrid[] = [];
  /** What the cells around the open one hold so far. */
  const outer: string[] = [];
  const lists = createHtmlLists();
  let tables: DraftTable[] = [];
  let text = '';
  let number = '';
  let heading = 0;
  let isNote = false;
  /** The element that is not read, with the elements of its name inside of it. */
  let unseen: { name: string; depth: number } | null = null;
  let noteDepth = 0;
  let done = 0;
  let steps = 0;
  for (const tag of htmlTags(page)) {
    if (unseen === null) text += page.slice(done, tag.start) + tag.verbatim;
    done = tag.end;
    if ((++steps & 0x3ff) === 0) assertInTime(budget);
    if (!passOver(tag)) take(tag);
  }
  if (unseen === null) text += page.slice(done);
  while (grids.length > 0) endTable();
  endParagraph();

  /** True for a tag inside of what is not shown, or one that begins it. */
  function passOver(tag: HtmlTag): boolean {
    if (unseen !== null) {
      if (tag.name === unseen.name) unseen.depth += tag.isClosing ? -1 : 1;
      if (unseen.depth === 0) unseen = null;
      return true;
    }
    if (tag.isClosing || WITHOUT_END.has(tag.name) || tag.name === '') return false;
    if (tag.name === 'a') return isNoteMark(tag) && begin(tag);
    const style = tag.attribute('style') ?? '';
    if (
      !OUTSIDE.has(tag.name) &&
      !isHidden(tag) &&
      !/mso-hide\s{0,9}:\s{0,9}all|mso-element\s{0,9}:\s{0,9}(?:comment-list|header|footer)/i.test(style)
    )
      return false;
    if (tag.name === 'del') writer.remark('文稿里有没有接受的修订，按全部接受后的文字核对。');
    return begin(tag);
  }

  function begin({ name }: HtmlTag): true {
    unseen = { name, depth: 1 };
    return true;
  }

  function take(tag: HtmlTag): void {
    const { name, isClosing } = tag;
    if (name === 'img') writer.remark(PICTURES);
    if (name === '' || INLINE.has(name)) return;
    const grid = grids.at(-1);
    switch (name) {
      case 'table':
        if (isClosing) endTable();
        else beginTable();
        return;
      case 'thead':
      case 'tbody':
      case 'tfoot':
        endCell();
        grid?.endRow(name === 'thead' && !isClosing);
        return;
      case 'tr':
        endCell();
        if (isClosing) return;
        if (grid === undefined) beginTable();
        grids.at(-1)?.beginRow();
        return;
      case 'td':
      case 'th':
        endCell();
        if (isClosing) return;
        if (grid === undefined) beginTable();
        text = '';
        grids.at(-1)?.beginCell(tag, writer.next());
        return;
      case 'br':
        if (grid !== undefined || heading > 0) text += BREAK;
        else endParagraph();
        return;
      case 'input':
        if (/^(?:|text|number)$/i.test(tag.attribute('type') ?? '')) text += tag.attribute('value') ?? '';
        return;
    }
    if (grid?.isCellOpen) {
      if (!text.endsWith(BREAK)) text += BREAK;
      if (name === 'li' && !isClosing) text += lists.item(tag);
      else lists.take(tag);
      return;
    }
    endParagraph();
    const level = /^h([1-6])$/.exec(name)?.[1] ?? (name === 'p' && !isClosing ? outlineOf(tag) : undefined);
    if (level !== undefined) heading = isClosing ? 0 : Number(level);
    else if (name === 'p') heading = 0;
    if (name === 'li' && !isClosing) number = lists.item(tag);
    else lists.take(tag);
    if (name === 'div' || name === 'aside') watchNote(tag);
  }

  /** A division that holds a footnote: as Word and as LibreOffice write it. */
  function watchNote(tag: HtmlTag): void {
    if (isNote) {
      noteDepth += tag.isClosing ? -1 : 1;
      if (noteDepth === 0) isNote = false;
    } else if (
      !tag.isClosing &&
      (NOTE.test(tag.attribute('id') ?? '') ||
        /mso-element\s{0,9}:\s{0,9}(?:foot|end)note(?![\w-])/i.test(tag.attribute('style') ?? ''))
    ) {
      isNote = true;
      noteDepth = 1;
    }
  }

  function endParagraph(): void {
    const role: ParagraphRole = isNote ? 'note' : heading > 0 ? 'heading' : number !== '' ? 'list' : 'text';
    const shown = shownText(text);
    text = '';
    if (shown === '') return;
    writer.paragraph(role, number + shown, heading);
    number = '';
  }

  function beginTable(): void {
    if (grids.length > budget.nestedTables) throw tooLarge('网页里的表格嵌套过深');
    if (grids.length === 0) endParagraph();
    outer.push(text);
    text = '';
    grids.push(createHtmlGrid(budget));
  }

  function endCell(): void {
    const grid = grids.at(-1);
    if (!grid?.isCellOpen) {
      // Text of a table outside its cells, such as its caption, stands before the table.
      if (grid !== undefined && grids.length === 1) endParagraph();
      return;
    }
    grid.endCell(shownText(text).replace(/\n{2,}/g, '\n'));
    text = '';
  }

  /** A table in a cell comes behind the outer one; one with a single text is text of the cell. */
  function endTable(): void {
    const grid = grids[grids.length - 1];
    if (grid === undefined) return;
    endCell();
    grids.pop();
    const table = grid.finish();
    text = outer.pop() ?? '';
    const filled = table.cells.filter((cell) => cell.text !== '');
    if (grids.length > 0 && filled.length === 1) text += BREAK + filled[0]?.text + BREAK;
    else tables.push(table);
    if (grids.length > 0) return;
    // The outermost ended last and comes first.
    for (const one of tables.reverse()) writer.table(one);
    tables = [];
    heading = 0;
  }
}

/** The number of a note, in the text or before the note: glued to an amount it would be a digit of it. */
function isNoteMark(tag: HtmlTag): boolean {
  return (
    /^sd(?:foot|end)note(?:anc|sym)$/i.test(tag.attribute('class') ?? '') ||
    /^#_?(?:ftn|edn)/i.test(tag.attribute('href') ?? '')
  );
}

/** Word says of a paragraph which level of the outline it has. */
function outlineOf(tag: HtmlTag): string | undefined {
  return /mso-outline-level\s{0,9}:\s{0,9}([1-9])/i.exec(tag.attribute('style') ?? '')?.[1];
}

/** Lines of the source are no lines of the page; between Chinese characters a browser shows no blank for them. */
function shownText(raw: string): string {
  return cleanText(
    htmlText(
      raw.replace(/(?<=[\u2e80-\u9fff\uff00-\uffef，。])[ \t]*\r?\n[ \t\r\n]*(?=[\u2e80-\u9fff\uff00-\uffef])/g, ''),
    ),
  );
}
