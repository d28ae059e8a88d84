// SpreadsheetML 2003: the one-file XML that Excel 2003 and many report systems write, usually named .xls or .xml.
import type { CellRange } from '#shared/sheet/sheet.ts';
import type { CellSink } from './cell-sink.ts';
import { type CellWriter, createCellWriter } from './cell-writer.ts';
import type { ReadBudget } from './limits.ts';
import { damaged, notAWorkbook, tooLarge } from './read-error.ts';
import { type CellStyle, cellStyle, GENERAL } from './xlsx-styles.ts';
import { createXmlScanner, type XmlHandler, type XmlScanner } from './xml-scanner.ts';
import type { XmlTag } from './xml-tag.ts';

/** Names that stand for formats in this dialect. */
const NAMED_FORMATS: Record<string, string> = {
  'General Number': '',
  'General Date': 'yyyy/m/d h:mm',
  'Short Date': 'yyyy/m/d',
  'Medium Date': 'd-mmm-yy',
  'Long Date': 'yyyy"年"m"月"d"日"',
  'Short Time': 'h:mm',
  'Medium Time': 'h:mm AM/PM',
  'Long Time': 'h:mm:ss',
  Currency: '¥#,##0.00',
  'Euro Currency': '€#,##0.00',
  Fixed: '0.00',
  Standard: '#,##0.00',
  Percent: '0.00%',
  Scientific: '0.00E+00',
  'Yes/No': '0',
  'True/False': '0',
  'On/Off': '0',
};

const PIECE = 256 * 1024;

export function readXml2003(bytes: Buffer, sink: CellSink, budget: ReadBudget): void {
  const scanner = createXmlScanner(createBookHandler(sink, budget), budget);
  for (let at = 0; at < bytes.length; at += PIECE) {
    scanner.push(bytes.subarray(at, at + PIECE));
    sink.progress(Math.min(bytes.length, at + PIECE), bytes.length);
  }
  scanner.end();
}

function createBookHandler(sink: CellSink, budget: ReadBudget): XmlHandler {
  const styles = new Map<string, CellStyle>();
  let styleId = '';
  let writer: CellWriter = createCellWriter(sink, false);
  let merges: CellRange[] = [];
  let hiddenColumns = new Set<number>();
  let tableColumn = 0;
  let row = 0;
  let column = 0;
  let nextColumn = 1;
  let style = GENERAL;
  let formula: string | undefined;
  let type = '';
  let content: string | null = null;
  let commentDepth = 0;

  return { open, close };

  function open(name: string, tag: XmlTag, scanner: XmlScanner): void {
    if (scanner.depth === 1 && name !== 'Workbook') throw notAWorkbook('内容是普通 XML 文件，不是表格');
    switch (name) {
      case 'Style':
        styleId = tag.local('ID') ?? '';
        return;
      case 'NumberFormat': {
        const format = tag.local('Format') ?? '';
        styles.set(styleId, cellStyle(NAMED_FORMATS[format] ?? format));
        return;
      }
      case 'Date1904':
        writer = createCellWriter(sink, true);
        return;
      case 'Worksheet':
        sink.beginSheet(tag.local('Name') ?? '', false);
        merges = [];
        hiddenColumns = new Set();
        tableColumn = 0;
        row = 0;
        return;
      case 'Visible':
        scanner.text = '';
        scanner.collecting = true;
        return;
      case 'Column':
        openColumn(tag);
        return;
      case 'Row':
        row = positive(tag.word('Index')) ?? row + 1;
        nextColumn = 1;
        sink.beginRow(row, tag.word('Hidden') === '1');
        return;
      case 'Cell':
        openCell(tag);
        return;
      case 'Comment':
        commentDepth++;
        return;
      case 'Data':
        if (commentDepth > 0) return;
        type = tag.word('Type') ?? 'String';
        scanner.text = '';
        scanner.collecting = true;
        return;
    }
  }

  function close(name: string, scanner: XmlScanner): void {
    switch (name) {
      case 'Data':
        if (commentDepth > 0) return;
        content = scanner.text;
        scanner.collecting = false;
        return;
      case 'Comment':
        commentDepth--;
        return;
      case 'Cell':
        closeCell();
        return;
      case 'Visible':
        if (/hidden/i.test(scanner.text)) sink.hideSheet();
        scanner.collecting = false;
        return;
      case 'Worksheet':
        sink.endSheet(merges, hiddenColumns);
        return;
    }
  }

  function openColumn(tag: XmlTag): void {
    tableColumn = positive(tag.word('Index')) ?? tableColumn + 1;
    const last = Math.min(budget.columns, tableColumn + (positive(tag.word('Span')) ?? 0));
    if (tag.word('Hidden') === '1') for (let i = tableColumn; i <= last; i++) hiddenColumns.add(i);
    tableColumn = last;
  }

  function openCell(tag: XmlTag): void {
    column = positive(tag.word('Index')) ?? nextColumn;
    const right = column + (positive(tag.word('MergeAcross')) ?? 0);
    const bottom = row + (positive(tag.word('MergeDown')) ?? 0);
    if (right > column || bottom > row) {
      if (merges.length >= budget.merges) throw tooLarge(`合并单元格超过 ${budget.merges} 处`);
      if (right > budget.columns || bottom > budget.rows) throw damaged('合并区域超出表格范围');
      merges.push({ top: row, left: column, bottom, right });
    }
    nextColumn = right + 1;
    style = styles.get(tag.word('StyleID') ?? '') ?? GENERAL;
    formula = tag.local('Formula')?.replace(/^=/, '');
    content = null;
  }

  function closeCell(): void {
    if (formula === undefined && (content === null || content === '')) return;
    const value = content === null ? -1 : cellValue(content);
    if (formula !== undefined) sink.cell(column, value, formula);
    else if (value >= 0) sink.cell(column, value);
  }

  function cellValue(text: string): number {
    if (type === 'Number') return writer.number(text, style);
    if (type === 'DateTime') return writer.typed('d', text, style);
    if (type === 'Boolean') return writer.typed('b', text, style);
    if (type === 'Error') return writer.typed('e', text, style);
    return sink.value('text', text);
  }
}

function positive(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,8}$/.test(text) && Number(text) > 0 ? Number(text) : null;
}
