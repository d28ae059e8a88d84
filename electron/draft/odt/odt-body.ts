// Walks the elements of an OpenDocument text: paragraphs and headings with their numbers, tables, notes, text boxes.
import type { ReadBudget } from '#electron/excel/read/limits.ts';
import type { XmlHandler, XmlScanner } from '#electron/excel/read/xml-scanner.ts';
import type { XmlTag } from '#electron/excel/read/xml-tag.ts';
import type { DraftTable, ParagraphRole } from '#shared/draft/draft.ts';
import { type DraftWriter, PICTURES } from '../draft-writer.ts';
import { numbered } from '../numbered.ts';
import type { OdtLists } from './odt-lists.ts';
import { createOdtStyles } from './odt-styles.ts';
import { createOdtTable, type OdtTable } from './odt-table.ts';

/** A paragraph that is open; another one may open inside of it, in a note or a box. */
interface OpenParagraph {
  role: ParagraphRole;
  level: number;
  text: string;
}

/** What is no text of the document, with what is said of it; '' for what nobody misses. */
const PASSED_OVER: Record<string, string> = {
  'tracked-changes': '文稿里有没有接受的修订，按全部接受后的文字核对。',
  annotation: '文稿里有批注，批注的文字没有核对。',
  'table-of-content': '目录没有核对。',
  'illustration-index': '目录没有核对。',
  'table-index': '目录没有核对。',
  'note-citation': '',
  'ruby-text': '',
  forms: '',
  title: '',
  desc: '',
  script: '',
  math: '公式没有核对。',
  image: PICTURES,
  object: '文稿里嵌入了对象（表格、公式等），其中的内容没有核对。',
  'master-styles': '',
  settings: '',
  meta: '',
  scripts: '',
  'sequence-decls': '',
  'variable-decls': '',
  'user-field-decls': '',
};

export interface OdtBody {
  handler: XmlHandler;
  /** Whether there was a text at all. */
  readonly found: boolean;
}

export function createOdtBody(writer: DraftWriter, budget: ReadBudget, lists: OdtLists): OdtBody {
  const paragraphs: OpenParagraph[] = [];
  const tables: OdtTable[] = [];
  /** Roles of the notes and boxes around. */
  const places: ('note' | 'box')[] = [];
  /** What waits for the end of the paragraph or table that it stands in. */
  let later: (() => void)[] = [];
  let finished: DraftTable[] = [];
  let found = false;
  let skipped: { name: string; depth: number } | null = null;
  /** An item began and waits for its first paragraph: one that holds only another list has no number. */
  let item: { start: number | undefined } | null = null;
  const styles = createOdtStyles();

  return {
    handler: { open, close },
    get found() {
      return found;
    },
  };

  function open(name: string, tag: XmlTag, scanner: XmlScanner): void {
    takeText(scanner);
    if (skipped !== null) {
      if (name === skipped.name) skipped.depth++;
      return;
    }
    const sentence = PASSED_OVER[name];
    const isHidden =
      found &&
      (tag.attribute('text:display') === 'none' || (name === 'span' && styles.isHidden(tag.local('style-name'))));
    if (sentence !== undefined || isHidden) {
      skipped = { name, depth: 1 };
      if (found && sentence !== '') writer.remark(sentence ?? '文稿里有隐藏文字，打印不出来，没有核对。');
      scanner.collecting = false;
      return;
    }
    if (!found) openStyle(name, tag);
    else openContent(name, tag, scanner);
  }

  function openStyle(name: string, tag: XmlTag): void {
    if (name === 'text' && tag.local('style-name') === undefined) found = true;
    else if (name === 'style') styles.take(tag);
    else if (name === 'text-properties') styles.properties(tag);
    else if (name === 'list-style') lists.beginStyle(tag.local('name') ?? '');
    else if (name === 'outline-style') lists.beginStyle(undefined);
    else if (name === 'list-level-style-number' || name === 'outline-level-style') lists.level(tag, true);
    else if (name === 'list-level-style-bullet' || name === 'list-level-style-image') lists.level(tag, false);
  }

  function openContent(name: string, tag: XmlTag, scanner: XmlScanner): void {
    switch (name) {
      case 'p':
      case 'h':
        paragraphs.push(openParagraph(name, tag));
        scanner.collecting = true;
        return;
      case 's':
        add(' '.repeat(Math.min(200, Number(tag.word('text:c') ?? '1') || 1)));
        return;
      case 'tab':
        add('\t');
        return;
      case 'line-break':
        add('\n');
        return;
      case 'list':
        lists.beginList(tag);
        return;
      case 'list-item': {
        const start = tag.word('text:start-value');
        item = { start: start === undefined ? undefined : Number(start) };
        return;
      }
      case 'note-body':
        places.push('note');
        return;
      case 'text-box':
        places.push('box');
        return;
      default:
        openTablePart(name, tag);
    }
  }

  function openTablePart(name: string, tag: XmlTag): void {
    const table = tables.at(-1);
    if (name === 'table') tables.push(createOdtTable(budget));
    else if (name === 'table-header-rows') table?.beginHead();
    else if (name === 'table-row') table?.beginRow(tag);
    else if (name === 'table-cell') table?.beginCell(tag, writer.next());
    else if (name === 'covered-table-cell') {
      table?.cover(tag);
      // What it once held is not shown.
      skipped = { name, depth: 1 };
    }
  }

  function openParagraph(name: string, tag: XmlTag): OpenParagraph {
    const place = places.at(-1);
    const level =
      name === 'h' ? Number(tag.word('text:outline-level') ?? '1') || 1 : styles.level(tag.local('style-name'));
    const isHeading = level > 0 && place === undefined && tables.length === 0;
    const isBare = name === 'h' && tag.attribute('text:is-list-header') !== 'true';
    const before = item !== null ? lists.item(item.start) : isBare ? lists.heading(level) : '';
    item = null;
    const role = isHeading ? 'heading' : (place ?? (before === '' ? 'text' : 'list'));
    return { role, level, text: numbered(before, '') };
  }

  function close(name: string, scanner: XmlScanner): void {
    takeText(scanner);
    if (skipped !== null) {
      if (name === skipped.name && --skipped.depth === 0) {
        skipped = null;
        scanner.collecting = paragraphs.length > 0;
      }
      return;
    }
    if (!found) return;
    switch (name) {
      case 'p':
      case 'h':
        closeParagraph();
        scanner.collecting = paragraphs.length > 0;
        return;
      case 'list':
        lists.endList();
        return;
      case 'list-item':
        item = null;
        return;
      case 'note-body':
      case 'text-box':
        places.pop();
        return;
      case 'table-header-rows':
        tables.at(-1)?.endHead();
        return;
      case 'table-row':
        tables.at(-1)?.endRow();
        return;
      case 'table-cell':
        tables.at(-1)?.endCell();
        return;
      case 'table':
        closeTable();
        return;
    }
  }

  function closeParagraph(): void {
    const paragraph = paragraphs.pop();
    if (paragraph === undefined) return;
    const { role, level, text } = paragraph;
    const table = tables.at(-1);
    if (table !== undefined && places.length === 0) table.line(text);
    else if (paragraphs.length > 0 || tables.length > 0) later.push(() => writer.paragraph(role, text, level));
    else writer.paragraph(role, text, level);
    flush();
  }

  /** A table in a cell comes behind the one around it. */
  function closeTable(): void {
    const table = tables.pop();
    if (table === undefined) return;
    finished.push(table.finish());
    if (tables.length > 0 || paragraphs.length > 0) return;
    flush();
  }

  function flush(): void {
    if (tables.length > 0 || paragraphs.length > 0) return;
    for (const table of finished.reverse()) writer.table(table);
    finished = [];
    for (const write of later) write();
    later = [];
  }

  function takeText(scanner: XmlScanner): void {
    if (!scanner.collecting) return;
    if (scanner.text !== '') add(scanner.text.replace(/[ \t\r\n]+/g, ' '));
    scanner.text = '';
  }

  function add(text: string): void {
    const paragraph = paragraphs.at(-1);
    if (paragraph !== undefined) paragraph.text += text;
  }
}
