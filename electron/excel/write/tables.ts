// Writes computed tables of the plan (汇总表) as .xlsx, one sheet each.
import type { Worksheet } from 'exceljs';
import { wanNumber } from '#shared/domain/money.ts';
import { tablePaper, tableTitle } from '#shared/format/table-text.ts';
import type { TableCell, TableColumn, TableResult, TableRow } from '#shared/tables/table.ts';
import { writeBook } from './book.ts';
import { cellText } from './cell-text.ts';
import { fitHeight } from './row-height.ts';
import { amountFormat, bodyStyle, COUNT_FORMAT, digitsFormat, REMARK_STYLE } from './styles.ts';
import { headerRange, writeFrame } from './table-frame.ts';

/** Writes the tables to `target` or leaves it as it was. Throws AppError `cannot-write` or `disk-full`. */
export async function writeTables(target: string, tables: readonly TableResult[]): Promise<void> {
  await writeBook(target, (book) => {
    for (const table of tables) {
      const sheet = book.addSheet({
        name: table.id,
        paper: tablePaper(table.columns.length),
        widths: table.columns.map((column, index) => columnWidth(table, column, index)),
        frozen: { columns: 1, rows: headerRange(table.columns)[1] },
        titleRows: headerRange(table.columns),
      });
      const unitLine = `单位：${table.unit}`;
      const first = writeFrame(sheet, { title: tableTitle(table), unitLine, columns: table.columns });
      for (const [index, row] of table.rows.entries()) writeRow(sheet, first + index, row, table.columns);
      writeNotes(sheet, first + table.rows.length, table);
      sheet.commit();
    }
  });
}

function writeRow(sheet: Worksheet, at: number, row: TableRow, columns: readonly TableColumn[]): void {
  const target = sheet.getRow(at);
  const strong = row.role !== 'item';
  columns.forEach((column, index) => {
    const cell = target.getCell(index + 1);
    const content: TableCell = row.cells[index] ?? { kind: 'blank' };
    if (content.kind === 'amount') {
      const { value, format } = writtenAmount(content);
      cell.value = value;
      cell.style = bodyStyle('right', strong, format);
    } else if (content.kind === 'count') {
      cell.value = content.value;
      cell.style = bodyStyle('right', strong, COUNT_FORMAT);
    } else {
      if (content.kind === 'text') cell.value = cellText(content.text);
      cell.style = bodyStyle(column.kind === 'text' ? 'left' : 'right', strong);
    }
  });
  fitHeight(
    target,
    row.cells.flatMap((cell, index) => (cell.kind === 'text' ? [{ text: cell.text, width: textWidth(index) }] : [])),
  );
  target.commit();
}

function writeNotes(sheet: Worksheet, from: number, table: TableResult): void {
  table.notes.forEach((note, index) => {
    const row = sheet.getRow(from + index);
    row.getCell(1).value = cellText(`注：${note}`);
    row.getCell(1).style = REMARK_STYLE;
    if (table.columns.length > 1) sheet.mergeCells(from + index, 1, from + index, table.columns.length);
    row.commit();
  });
}

/** The first column names the rows. */
function textWidth(index: number): number {
  return index === 0 ? 34 : 18;
}

/** Wide enough for the longest number; words wrap. One Chinese character takes two units. */
function columnWidth(table: TableResult, column: TableColumn, index: number): number {
  if (column.kind === 'text') return textWidth(index);
  const longest = table.rows.reduce((most, row) => {
    const cell = row.cells[index];
    return Math.max(most, cell?.kind === 'amount' ? amountLength(cell) : 6);
  }, 6);
  return Math.max(column.kind === 'count' ? 9 : 13, longest + 2);
}

type AmountCell = Extract<TableCell, { kind: 'amount' }>;

/** The number of the spreadsheet cell, in the table's unit, and the format that hides none of its digits. */
function writtenAmount({ fen, shown }: AmountCell): { value: number; format: string } {
  return shown
    ? { value: Number(shown.digits), format: digitsFormat(shown.digits) }
    : { value: wanNumber(fen), format: amountFormat(fen) };
}

function amountLength(cell: AmountCell): number {
  const { value, format } = writtenAmount(cell);
  const whole = Math.trunc(Math.abs(value)).toString().length;
  return whole + Math.floor((whole - 1) / 3) + format.length - '#,##0'.length;
}
