// HTML that report systems name .xls: every table of the page as a sheet, texts kept as they are shown.
import type { CellRange } from '#shared/import/sheet.ts';
import type { CellSink } from './cell-sink.ts';
import { createCellWriter } from './cell-writer.ts';
import { htmlText } from './html-text.ts';
import type { ReadBudget } from './limits.ts';
import { sheetNumberText } from './number-text.ts';
import { assertInTime, damaged, notAWorkbook, tooLarge } from './read-error.ts';
import { GENERAL } from './xlsx-styles.ts';

interface HtmlCell {
  column: number;
  text: string;
  /** Excel's own pages keep the number behind the shown text. */
  exact: string | undefined;
}

interface HtmlTable {
  rows: { row: number; hidden: boolean; cells: HtmlCell[] }[];
  merges: CellRange[];
  /** For each column the last row that a rowspan from above occupies. */
  occupied: Map<number, number>;
  row: number;
  column: number;
  open: { cell: HtmlCell; raw: string } | null;
}

/** Markup that matters: comments, script and style with content, and all tags with their attributes. */
const TOKENS =
  /<!--[\s\S]*?(?:-->|$)|<(script|style|title)\b[\s\S]*?(?:<\/\1\s*>|$)|<(\/?)([a-zA-Z][\w:-]*)((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>/gi;

export function readHtml(text: string, fileName: string, sink: CellSink, budget: ReadBudget): void {
  const tables = readTables(text, sink, budget).filter((table) => table.rows.length > 0);
  if (tables.length === 0) {
    throw notAWorkbook('内容是网页，但里面没有表格（多工作表的网页把表存在旁边的文件夹里，请在 Excel 中另存为 .xlsx）');
  }
  for (const [i, table] of tables.entries()) {
    sink.beginSheet(tables.length === 1 ? fileName : `${fileName} ${i + 1}`, false);
    const writer = createCellWriter(sink, false);
    for (const { row, hidden, cells } of table.rows) {
      sink.beginRow(row, hidden);
      for (const cell of cells) {
        const { exact } = cell;
        // A date or a unit is shown differently from its number: then what is shown counts.
        const isNumber =
          exact !== undefined &&
          sheetNumberText(exact) !== null &&
          sheetNumberText(cell.text.replaceAll(',', '')) !== null;
        sink.cell(cell.column, isNumber ? writer.number(exact, GENERAL) : writer.text(cell.text));
      }
    }
    sink.endSheet(table.merges, []);
  }
}

function readTables(text: string, sink: CellSink, budget: ReadBudget): HtmlTable[] {
  const tables: HtmlTable[] = [];
  const stack: HtmlTable[] = [];
  let cells = 0;
  let done = 0;
  let steps = 0;
  for (const match of text.matchAll(TOKENS)) {
    const table = stack.at(-1);
    if (table?.open) table.open.raw += text.slice(done, match.index);
    done = match.index + match[0].length;
    if ((++steps & 0x3ff) === 0) {
      assertInTime(budget);
      sink.progress(done, text.length);
    }
    const [, , slash = '', name = '', attributes = ''] = match;
    switch (name.toLowerCase()) {
      case 'table':
        if (slash === '') {
          if (stack.length > 50) throw tooLarge('网页里的表格嵌套过深');
          stack.push({ rows: [], merges: [], occupied: new Map(), row: 0, column: 0, open: null });
          tables.push(stack.at(-1) as HtmlTable);
        } else if (table) {
          closeCell(table);
          stack.pop();
        }
        break;
      case 'tr':
        if (table) closeCell(table);
        if (table && slash === '') openRow(table, attributes, budget);
        break;
      case 'td':
      case 'th':
        if (!table) break;
        closeCell(table);
        if (slash === '') {
          if (++cells > budget.cells) throw tooLarge(`单元格超过 ${Math.round(budget.cells / 10_000)} 万个`);
          openCell(table, attributes, budget);
        }
        break;
      default:
        if (table?.open) table.open.raw += match[0];
    }
  }
  for (const table of stack) closeCell(table);
  return tables;
}

function openRow(table: HtmlTable, attributes: string, budget: ReadBudget): void {
  if (++table.row > budget.rows) throw tooLarge(`行数超过 ${budget.rows} 行`);
  table.column = 0;
  table.rows.push({ row: table.row, hidden: /display\s*:\s*none/i.test(attributes), cells: [] });
}

function openCell(table: HtmlTable, attributes: string, budget: ReadBudget): void {
  if (table.rows.length === 0) openRow(table, '', budget);
  let column = table.column + 1;
  while ((table.occupied.get(column) ?? 0) >= table.row) column++;
  const right = column + spanOf(attributes, 'colspan') - 1;
  const bottom = table.row + spanOf(attributes, 'rowspan') - 1;
  if (right > budget.columns) throw damaged(`第 ${table.row} 行的列数超出表格范围`);
  if (right > column || bottom > table.row) {
    if (table.merges.length >= budget.merges) throw tooLarge(`合并单元格超过 ${budget.merges} 处`);
    table.merges.push({ top: table.row, left: column, bottom: Math.min(bottom, budget.rows), right });
    if (bottom > table.row) for (let i = column; i <= right; i++) table.occupied.set(i, bottom);
  }
  table.column = right;
  table.open = { cell: { column, text: '', exact: attribute(attributes, 'x:num') }, raw: '' };
}

function closeCell(table: HtmlTable): void {
  if (!table.open) return;
  const { cell, raw } = table.open;
  table.open = null;
  cell.text = htmlText(raw);
  if (cell.text !== '') table.rows.at(-1)?.cells.push(cell);
}

function spanOf(attributes: string, name: string): number {
  const value = Number(attribute(attributes, name) ?? 1);
  return Number.isInteger(value) && value >= 1 ? Math.min(value, 65_534) : 1;
}

function attribute(attributes: string, name: string): string | undefined {
  const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(attributes);
  return match ? (match[1] ?? match[2] ?? match[3]) : undefined;
}
