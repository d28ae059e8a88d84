// What stands above the body of every written table: title, 单位, and the header with its merges.
import type { Worksheet } from 'exceljs';
import { type HeaderColumn, headerCells, headerDepth } from '#shared/format/header-rows.ts';
import { cellText } from './cell-text.ts';
import { HEADER_STYLE, REMARK_STYLE, TITLE_STYLE, UNIT_STYLE } from './styles.ts';

export interface Frame {
  title: string;
  /** '单位：万元', or '' where the table has no amounts. */
  unitLine: string;
  /** Left end of the unit line, e.g. 填报单位; '' for none. */
  leftLine?: string;
  columns: readonly HeaderColumn[];
}

/** Header rows of a frame, one-based: title and unit line are rows 1 and 2. */
export function headerRange(columns: readonly HeaderColumn[]): [number, number] {
  return [3, 2 + headerDepth(columns)];
}

/** Writes the frame and returns the number of the first body row. */
export function writeFrame(sheet: Worksheet, frame: Frame): number {
  const width = frame.columns.length;
  const titleRow = sheet.getRow(1);
  titleRow.height = 36;
  titleRow.getCell(1).value = cellText(frame.title);
  titleRow.getCell(1).style = TITLE_STYLE;
  mergeIfWide(sheet, 1, 1, 1, width);
  titleRow.commit();

  const lineRow = sheet.getRow(2);
  const unitFrom = Math.max(1, width - 3);
  if (frame.leftLine && unitFrom > 1) {
    lineRow.getCell(1).value = cellText(frame.leftLine);
    lineRow.getCell(1).style = { ...REMARK_STYLE, alignment: { horizontal: 'left', vertical: 'middle' } };
    mergeIfWide(sheet, 2, 1, 2, unitFrom - 1);
  }
  if (frame.unitLine !== '') {
    lineRow.getCell(unitFrom).value = frame.unitLine;
    lineRow.getCell(unitFrom).style = UNIT_STYLE;
    mergeIfWide(sheet, 2, unitFrom, 2, width);
  }
  lineRow.commit();

  const [top, bottom] = headerRange(frame.columns);
  for (const cell of headerCells(frame.columns)) {
    const row = top + cell.row;
    const column = cell.column + 1;
    for (let r = row; r < row + cell.rowSpan; r += 1) {
      for (let c = column; c < column + cell.columnSpan; c += 1) sheet.getRow(r).getCell(c).style = HEADER_STYLE;
    }
    sheet.getRow(row).getCell(column).value = cellText(cell.label);
    mergeIfWide(sheet, row, column, row + cell.rowSpan - 1, column + cell.columnSpan - 1);
  }
  for (let row = top; row <= bottom; row += 1) {
    sheet.getRow(row).height = bottom > top && row === top ? 20 : 32;
    sheet.getRow(row).commit();
  }
  return bottom + 1;
}

function mergeIfWide(sheet: Worksheet, top: number, left: number, bottom: number, right: number): void {
  if (bottom > top || right > left) sheet.mergeCells(top, left, bottom, right);
}
