// Writes the 项目表 as .xlsx in the annex layout (handbook 2.4): title, 单位, merged header, 合计, headings, projects.
import type { Cell, Worksheet } from 'exceljs';
import type { Column } from '#shared/domain/fields.ts';
import {
  type AnnexOptions,
  type AnnexRow,
  annexLayout,
  annexRows,
  type ProjectRow,
  subtotalFen,
} from '#shared/format/annex-rows.ts';
import { type CellContent, type ContentReader, makeContentReader } from '#shared/format/cell-content.ts';
import { contentText } from '#shared/print/annex-document.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { columnLetters } from '#shared/sheet/sheet.ts';
import { type Fen, formatWanFull, wanNumber } from '#shared/values/money.ts';
import { type Book, writeBook } from './book.ts';
import { needsTextFormat } from './cell-text.ts';
import { numberWidth, wordWidth } from './column-width.ts';
import { putText } from './put-text.ts';
import { fitHeight } from './row-height.ts';
import { amountFormat, bodyStyle, COUNT_FORMAT } from './styles.ts';
import { makeSumFormulas } from './subtotal-formulas.ts';
import { headerRange, writeFrame } from './table-frame.ts';

export interface AnnexExport extends AnnexOptions {
  /** Counts and subtotals as formulas that carry their values, or as values. */
  formulas: boolean;
  /** Fields that the printed annex has no column for, behind 备注 where they are used. */
  extraColumns: 'none' | 'used';
  /** The 校验码 at the foot of the printed pages; '' for none. */
  code: string;
}

export const ANNEX_SHEET = '项目表';

/**
 * Writes the whole list to `target` or leaves it as it was. Returns what could not be written whole, in Chinese. Throws
 * AppError `cannot-write` or `disk-full`.
 */
export async function writeAnnex(target: string, data: PlanData, options: AnnexExport): Promise<string[]> {
  return writeBook(target, (book) => void addAnnex(book, data, options), options.code);
}

/** Adds the sheet of the whole list and returns its name. */
export function addAnnex(book: Book, data: PlanData, options: Omit<AnnexExport, 'code'>): string {
  const columns = annexLayout(data, options.extraColumns);
  const header = [{ label: '序号' }, ...columns];
  const rows = annexRows(data, options);
  const widths = columnWidths(rows, columns, makeContentReader(data.reference));
  const sheet = book.addSheet({
    name: ANNEX_SHEET,
    paper: { size: 'A3', orientation: 'landscape' },
    widths: [6, ...widths],
    frozen: { columns: 2, rows: headerRange(header)[1] },
    titleRows: headerRange(header),
  });
  const first = writeFrame(sheet, { title: data.plan.title, unitLine: '单位：万元', columns: header });
  writeBody(sheet, first, rows, columns, widths, data, options.formulas);
  sheet.commit();
  return sheet.name;
}

function writeBody(
  sheet: Worksheet,
  first: number,
  rows: readonly AnnexRow[],
  columns: readonly Column[],
  widths: readonly number[],
  data: PlanData,
  formulas: boolean,
): void {
  const read = makeContentReader(data.reference);
  const formulaOf = formulas ? makeSumFormulas(rows, first) : null;
  rows.forEach((row, index) => {
    const target = sheet.getRow(first + index);
    if (row.kind === 'project') {
      writeProject(row, (column) => target.getCell(column), columns, read);
      fitHeight(target, textsOf(row, columns, widths, read));
    } else {
      writeSubtotal(row, index, (column) => target.getCell(column), columns, formulaOf);
    }
    target.commit();
  });
}

function textsOf(
  row: ProjectRow,
  columns: readonly Column[],
  widths: readonly number[],
  read: ContentReader,
): { text: string; width: number }[] {
  return columns.flatMap((column, at) => {
    const content = read(row.project, column);
    return content.kind === 'text' ? [{ text: content.text, width: widths[at] ?? column.width }] : [];
  });
}

/** The widths of the fields, wider where a number needs it. */
function columnWidths(rows: readonly AnnexRow[], columns: readonly Column[], read: ContentReader): number[] {
  return columns.map((column) => {
    const shown = rows.map((row) => shownText(row, column, read));
    const isNumber = column.kind === 'amount' || column.kind === 'integer';
    return isNumber ? numberWidth(column.width, shown) : wordWidth(column.width, shown);
  });
}

function shownText(row: AnnexRow, column: Column, read: ContentReader): string {
  if (row.kind === 'project') return contentText(read(row.project, column));
  const fen = subtotalFen(row.rollup, column);
  return fen === undefined ? '' : formatWanFull(fen);
}

function writeProject(
  row: ProjectRow,
  cellAt: (column: number) => Cell,
  columns: readonly Column[],
  read: ContentReader,
): void {
  putContent(cellAt(1), { kind: 'integer', value: row.number }, 'center');
  cellAt(1).style = bodyStyle('center', false, '0');
  columns.forEach((column, index) => {
    const fallback = column.kind === 'amount' || column.kind === 'integer' ? 'right' : 'left';
    putContent(cellAt(index + 2), read(row.project, column), fallback);
  });
}

/** Puts a value with its style into a cell; `side` is the alignment of a blank cell and of text. */
export function putContent(cell: Cell, content: CellContent, side: 'left' | 'right' | 'center'): void {
  if (content.kind === 'blank') {
    cell.style = bodyStyle(side);
  } else if (content.kind === 'text') {
    putText(cell, content.text);
    cell.style = bodyStyle(side, false, needsTextFormat(content.text) ? '@' : undefined);
  } else if (content.kind === 'integer') {
    cell.value = content.value;
    cell.style = bodyStyle('right', false, COUNT_FORMAT);
  } else {
    putAmount(cell, content.fen, false);
  }
}

function putAmount(cell: Cell, fen: Fen, strong: boolean, formula?: string): void {
  const result = wanNumber(fen);
  cell.value = formula === undefined ? result : { formula, result };
  cell.style = bodyStyle('right', strong, amountFormat(fen));
}

/** 合计 or a heading: ordinal and name, the count in the column of 建设内容, a subtotal in each amount column. */
function writeSubtotal(
  row: Exclude<AnnexRow, ProjectRow>,
  index: number,
  cellAt: (column: number) => Cell,
  columns: readonly Column[],
  formulaOf: ReturnType<typeof makeSumFormulas> | null,
): void {
  cellAt(1).style = bodyStyle('left', true);
  if (row.kind === 'heading' && row.ordinal !== '') cellAt(1).value = row.ordinal;
  columns.forEach((column, at) => {
    const cell = cellAt(at + 2);
    cell.style = bodyStyle('left', true);
    if (column.key === 'name') putText(cell, row.kind === 'total' ? '合计' : row.name);
    if (column.key === 'content') {
      const result = `${row.rollup.count}个`;
      const formula = formulaOf?.count(index);
      cell.value = formula === undefined ? result : { formula, result };
    }
    const fen = subtotalFen(row.rollup, column);
    if (fen !== undefined) putAmount(cell, fen, true, formulaOf?.sum(index, columnLetters(at + 2)));
  });
}
