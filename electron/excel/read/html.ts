// HTML that report systems name .xls: every table of the page as a sheet, texts kept as they are shown.
import type { CellSink } from './cell-sink.ts';
import { createCellWriter } from './cell-writer.ts';
import { putCell } from './html-cell.ts';
import {
  closeCell,
  describeColumns,
  type HtmlTable,
  isHidden,
  isUnseen,
  openCell,
  openRow,
  startTable,
  takeInto,
} from './html-table.ts';
import { type HtmlTag, htmlTags } from './html-tags.ts';
import { BREAK, htmlText } from './html-text.ts';
import type { ReadBudget } from './limits.ts';
import { assertInTime, notAWorkbook, tooLarge } from './read-error.ts';

/** Lines of the page over a table that may be its title and unit. */
const MOST_LINES = 10;
/** Tags that stand inside a line. */
const INLINE = new Set('a,b,big,em,font,i,ins,label,nobr,s,small,span,strong,sub,sup,u,o:p,st1:place'.split(','));
/** Tags that stand on lines of their own. */
const LINES = new Set('p,div,li,h1,h2,h3,h4,h5,h6'.split(','));

export function readHtml(text: string, fileName: string, sink: CellSink, budget: ReadBudget): void {
  const tables = readTables(text, sink, budget);
  if (tables.length === 0) {
    throw notAWorkbook('内容是网页，但里面没有表格（多工作表的网页把表存在旁边的文件夹里，请在 Excel 中另存为 .xlsx）');
  }
  for (const [i, table] of tables.entries()) {
    const name = tables.length === 1 ? fileName : `${fileName} ${i + 1}`;
    sink.beginSheet(name, false);
    const writer = createCellWriter(sink, false);
    for (const { row, hidden, cells } of table.rows) {
      sink.beginRow(row, hidden);
      for (const cell of cells) putCell(cell, sink, writer);
    }
    sink.endSheet(table.merges, table.hiddenColumns);
    if (table.unseen > 0) sink.note(`表“${name}”有 ${table.unseen} 处内容在网页上是隐藏的，没有读取。`);
  }
}

/** The tables that hold anything, in the order in which they begin. */
function readTables(text: string, sink: CellSink, budget: ReadBudget): HtmlTable[] {
  const tables = new Set<HtmlTable>();
  const stack: HtmlTable[] = [];
  /** What stands on the page outside all tables, since the last of them. */
  let loose = '';
  let cells = 0;
  let done = 0;
  let steps = 0;
  for (const tag of htmlTags(text)) {
    takeText(text.slice(done, tag.start) + tag.verbatim);
    done = tag.end;
    if ((++steps & 0x3ff) === 0) {
      assertInTime(budget);
      sink.progress(done, text.length);
    }
    takeTag(tag);
  }
  takeText(text.slice(done));
  if (stack.some((table) => !table.isImplied))
    sink.note('网页没有写完（表格没有结束标记），可能没有下载完整，请核对最后几行。');
  while (stack.length > 0) endTable();
  const below = linesOf(loose).join(' ');
  if (below !== '')
    sink.note(`网页里表格下面的文字没有读取：“${below.length > 60 ? `${below.slice(0, 60)}…` : below}”。`);
  return [...tables].filter((table) => table.filled > 0);

  function takeText(piece: string): void {
    const table = stack.at(-1);
    if (table?.open) {
      if (table.open.unseen === null) table.open.raw += piece;
      else if (piece.trim() !== '') table.unseen++;
    } else if (!table) loose = loose.length > 20_000 ? loose.slice(-10_000) + piece : loose + piece;
  }

  function takeTag(tag: HtmlTag): void {
    const { name, isClosing } = tag;
    if (name === 'table') {
      if (isClosing) endTable();
      else beginTable();
      return;
    }
    if (name === 'tr' && !isClosing && stack.length === 0) beginTable(true);
    const table = stack.at(-1);
    if (!table) {
      if (!INLINE.has(name)) loose += BREAK;
      return;
    }
    switch (name) {
      case 'tr':
      case 'thead':
      case 'tbody':
      case 'tfoot':
        closeCell(table);
        table.isRowOpen = false;
        if (name === 'tr' && !isClosing) openRow(table, isHidden(tag), budget);
        return;
      case 'td':
      case 'th':
      case 'caption':
        closeCell(table);
        if (name === 'caption') table.isRowOpen = false;
        if (isClosing) return;
        if (++cells > budget.cells) throw tooLarge(`单元格超过 ${Math.round(budget.cells / 10_000)} 万个`);
        openCell(table, tag, budget);
        return;
      case 'col':
        describeColumns(table, tag, budget);
        return;
      default:
        if (table.open && !isUnseen(table.open, tag)) table.open.raw += inlineText(tag, table.open.raw);
    }
  }

  /** `isImplied`: rows without <table> around them. */
  function beginTable(isImplied = false): void {
    if (stack.length > budget.nestedTables) throw tooLarge('网页里的表格嵌套过深');
    const table = startTable(stack.length === 0 ? linesOf(loose).slice(-MOST_LINES) : []);
    table.isImplied = isImplied;
    loose = '';
    stack.push(table);
    tables.add(table);
  }

  function endTable(): void {
    const table = stack.pop();
    if (!table) return;
    closeCell(table);
    const outer = stack.at(-1);
    if (outer?.open && takeInto(outer.open, table)) tables.delete(table);
  }
}

/** What a tag inside a cell adds to its text: a new line, or what stands in a field of a form. */
function inlineText(tag: HtmlTag, before: string): string {
  if (tag.name === 'br') return BREAK;
  if (LINES.has(tag.name)) return before === '' || before.endsWith(BREAK) ? '' : BREAK;
  if (tag.name !== 'input') return '';
  const isSeen = /^(?:|text|number|tel|date|month|search|email|url)$/i.test(tag.attribute('type') ?? '');
  return isSeen ? (tag.attribute('value') ?? '') : '';
}

function linesOf(raw: string): string[] {
  return htmlText(raw)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
