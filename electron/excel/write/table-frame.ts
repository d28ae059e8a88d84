// What stands above the body of every written table: title, 单位, and the header with its merges.
import type { Worksheet } from 'exceljs';
import { type HeaderColumn, headerCells, headerDepth } from '#shared/format/header-rows.ts';
import { putText } from './put-text.ts';
import { fitHeight } from './row-height.ts';
import { HEADER_STYLE, REMARK_STYLE, TITLE_STYLE, UNIT_STYLE } from './styles.ts';

export interface Frame {
  title: string;
  /** '单位：万元', or '' where the table has no amounts. */
  unitLine: string;
  /** Left end of the unit line, e.g. 填报单位; '' for none. */
  leftLine?: string;
  columns: readonly HeaderColumn[];
  /** Paragraphs between the title and the unit line; `width` is that of the table in characters. */
  intro?: { lines: readonly string[]; width: number };
}

/** Header rows of a frame, one-based: title, introduction and unit line stand above. */
export function headerRange(columns: readonly HeaderColumn[], introLines = 0): [number, number] {
  return [3 + introLines, 2 + introLines + headerDepth(columns)];
}

/** Writes the frame and returns the number of the first body row. */
export function writeFrame(sheet: Worksheet, frame: Frame): number {
  const width = frame.columns.length;
  const titleRow = sheet.getRow(1);
  titleRow.height = 36;
  putText(titleRow.getCell(1), frame.title);
  titleRow.getCell(1).style = TITLE_STYLE;
  mergeIfWide(sheet, 1, 1, 1, width);
  titleRow.commit();

  const introLines = frame.intro?.lines.length ?? 0;
  writeLines(sheet, 2, frame.intro?.lines ?? [], width, frame.intro?.width ?? 0);

  const line = 2 + introLines;
  const lineRow = sheet.getRow(line);
  const unitFrom = Math.max(1, width - 3);
  if (frame.leftLine && unitFrom > 1) {
    putText(lineRow.getCell(1), frame.leftLine);
    lineRow.getCell(1).style = { ...REMARK_STYLE, alignment: { horizontal: 'left', vertical: 'middle' } };
    mergeIfWide(sheet, line, 1, line, unitFrom - 1);
  }
  if (frame.unitLine !== '') {
    lineRow.getCell(unitFrom).value = frame.unitLine;
    lineRow.getCell(unitFrom).style = UNIT_STYLE;
    mergeIfWide(sheet, line, unitFrom, line, width);
  }
  lineRow.commit();

  const [top, bottom] = headerRange(frame.columns, introLines);
  for (const cell of headerCells(frame.columns)) {
    const row = top + cell.row;
    const column = cell.column + 1;
    for (let r = row; r < row + cell.rowSpan; r += 1) {
      for (let c = column; c < column + cell.columnSpan; c += 1) sheet.getRow(r).getCell(c).style = HEADER_STYLE;
    }
    putText(sheet.getRow(row).getCell(column), cell.label);
    mergeIfWide(sheet, row, column, row + cell.rowSpan - 1, column + cell.columnSpan - 1);
  }
  for (let row = top; row <= bottom; row += 1) {
    sheet.getRow(row).height = bottom > top && row === top ? 20 : 32;
    sheet.getRow(row).commit();
  }
  return bottom + 1;
}

/** Writes paragraphs over the whole width, one a row, and returns the row behind the last. */
export function writeLines(
  sheet: Worksheet,
  first: number,
  lines: readonly string[],
  columns: number,
  width: number,
): number {
  lines.forEach((text, index) => {
    const row = sheet.getRow(first + index);
    putText(row.getCell(1), text);
    row.getCell(1).style = REMARK_STYLE;
    fitHeight(row, [{ text, width }]);
    mergeIfWide(sheet, first + index, 1, first + index, columns);
    row.commit();
  });
  return first + lines.length;
}

function mergeIfWide(sheet: Worksheet, top: number, left: number, bottom: number, right: number): void {
  if (bottom > top || right > left) sheet.mergeCells(top, left, bottom, right);
}
