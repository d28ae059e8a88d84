// Writes computed tables of the plan (汇总表) as .xlsx, one sheet each.
import type { Worksheet } from 'exceljs';
import { footLines, tablePaper, tableTitle, unitLine } from '#shared/format/table-text.ts';
import { isSumRow, type TableCell, type TableColumn, type TableResult, type TableRow } from '#shared/tables/table.ts';
import { wanNumber } from '#shared/values/money.ts';
import { type Book, writeBook } from './book.ts';
import { putText } from './put-text.ts';
import { fitHeight } from './row-height.ts';
import { amountFormat, bodyStyle, COUNT_FORMAT, digitsFormat, REMARK_STYLE, SHARE_FORMAT } from './styles.ts';
import { makeTableFormulas } from './table-formulas.ts';
import { headerRange, writeFrame } from './table-frame.ts';

export interface TableSheets {
  /** Sums as formulas that carry their values, or as values. */
  formulas: boolean;
  /** The 校验码 at the foot of the printed pages; '' for none. */
  code: string;
}

/**
 * Writes the tables to `target` or leaves it as it was. Returns what could not be written whole, in Chinese. Throws
 * AppError `cannot-write` or `disk-full`.
 */
export async function writeTables(
  target: string,
  tables: readonly TableResult[],
  { formulas = false, code = '' }: Partial<TableSheets> = {},
): Promise<string[]> {
  return writeBook(target, (book) => void addTables(book, tables, { formulas }), code);
}

/** Adds one sheet a table and returns their names. */
export function addTables(
  book: Book,
  tables: readonly TableResult[],
  { formulas }: Pick<TableSheets, 'formulas'>,
): string[] {
  return tables.map((table) => {
    const sheet = book.addSheet({
      name: table.number === '' ? table.title : table.number,
      paper: tablePaper(table.columns.length),
      widths: table.columns.map((column, index) => columnWidth(table, column, index)),
      frozen: { columns: table.columns.findIndex(isName) + 1, rows: headerRange(table.columns)[1] },
      titleRows: headerRange(table.columns),
    });
    const head = { title: tableTitle(table), unitLine: unitLine(table), columns: table.columns };
    const first = writeFrame(sheet, head);
    const formulaOf = formulas ? makeTableFormulas(table, first, writtenNumber) : undefined;
    for (const [index, row] of table.rows.entries()) {
      writeRow(sheet, first + index, row, table.columns, (column) => formulaOf?.(index, column));
    }
    writeFoot(sheet, first + table.rows.length, table);
    sheet.commit();
    return sheet.name;
  });
}

/** The number that a cell of the sheet holds. */
function writtenNumber(cell: TableCell | undefined): number | undefined {
  if (cell?.kind === 'amount') return writtenAmount(cell).value;
  return cell?.kind === 'count' ? cell.value : undefined;
}

function writeRow(
  sheet: Worksheet,
  at: number,
  row: TableRow,
  columns: readonly TableColumn[],
  formulaOf: (column: number) => string | undefined,
): void {
  const target = sheet.getRow(at);
  const strong = isSumRow(row);
  columns.forEach((column, index) => {
    const cell = target.getCell(index + 1);
    const content: TableCell = row.cells[index] ?? { kind: 'blank' };
    const formula = formulaOf(index);
    const put = (value: number): void => {
      cell.value = formula === undefined ? value : { formula, result: value };
    };
    if (content.kind === 'amount') {
      const { value, format } = writtenAmount(content);
      put(value);
      cell.style = bodyStyle('right', strong, format);
    } else if (content.kind === 'count') {
      put(content.value);
      cell.style = bodyStyle('right', strong, COUNT_FORMAT);
    } else if (content.kind === 'share') {
      cell.value = content.percent;
      cell.style = bodyStyle('right', strong, SHARE_FORMAT);
    } else {
      if (content.kind === 'text') putText(cell, content.text);
      cell.style = bodyStyle(column.kind !== 'text' ? 'right' : column.isNarrow ? 'center' : 'left', strong);
    }
  });
  fitHeight(
    target,
    row.cells.flatMap((cell, index) => {
      const column = columns[index];
      return column && cell.kind === 'text' ? [{ text: cell.text, width: textWidth(column) }] : [];
    }),
  );
  target.commit();
}

function writeFoot(sheet: Worksheet, from: number, table: TableResult): void {
  footLines(table).forEach((line, index) => {
    const row = sheet.getRow(from + index);
    putText(row.getCell(1), line);
    row.getCell(1).style = REMARK_STYLE;
    if (table.columns.length > 1) sheet.mergeCells(from + index, 1, from + index, table.columns.length);
    row.commit();
  });
}

/** The column that names the rows. */
function isName({ kind, isNarrow }: TableColumn): boolean {
  return kind === 'text' && !isNarrow;
}

function textWidth(column: TableColumn): number {
  return isName(column) ? 34 : 10;
}

/** Wide enough for the longest number; words wrap. One Chinese character takes two units. */
function columnWidth(table: TableResult, column: TableColumn, index: number): number {
  if (column.kind === 'text') return textWidth(column);
  const longest = table.rows.reduce((most, row) => {
    const cell = row.cells[index];
    return Math.max(most, cell?.kind === 'amount' ? amountLength(cell) : 6);
  }, 6);
  return Math.max(column.kind === 'amount' ? 13 : 9, longest + 2);
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
