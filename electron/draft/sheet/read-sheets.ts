// Spreadsheets as drafts: every sheet that is shown is a heading with its name and one table.
import { readWorkbookBytes } from '#electron/excel/read/index.ts';
import type { ReadLimits } from '#electron/excel/read/limits.ts';
import type { DraftCell } from '#shared/draft/draft.ts';
import type { CellRange, SheetData } from '#shared/sheet/sheet.ts';
import { cleanText } from '../clean-text.ts';
import type { DraftWriter } from '../draft-writer.ts';
import { tableOfCells } from '../grid.ts';

/** Throws ReadError of the readers of spreadsheets. Hidden sheets are left out and told. */
export async function readSheets(
  bytes: Buffer,
  fileName: string,
  writer: DraftWriter,
  limits: Partial<ReadLimits>,
): Promise<void> {
  const { sheets, notes } = await readWorkbookBytes(bytes, fileName, limits);
  for (const note of notes) writer.remark(note);
  for (const sheet of sheets) {
    if (sheet.hidden) {
      if (sheet.rows.length > 0) writer.remark(`工作表“${sheet.name}”是隐藏的，没有读取。`);
      continue;
    }
    putSheet(sheet, writer);
  }
}

function putSheet(sheet: SheetData, writer: DraftWriter): void {
  writer.paragraph('heading', sheet.name, 1);
  const merges = new Map(sheet.merges.map((range) => [`${range.top},${range.left}`, range]));
  const hiddenColumns = new Set(sheet.hiddenColumns);
  const hiddenRows = sheet.rows.filter((row) => row.hidden).length;
  const first = sheet.rows[0]?.row ?? 1;
  const left = Math.min(...sheet.rows.map((row) => row.cells[0]?.column ?? Number.POSITIVE_INFINITY));
  const cells: DraftCell[] = [];
  let unseen = 0;
  for (const { row, cells: found } of sheet.rows) {
    for (const { column, value } of found) {
      if (hiddenColumns.has(column)) unseen++;
      const range: CellRange = merges.get(`${row},${column}`) ?? { top: row, bottom: row, left: column, right: column };
      cells.push({
        row: row - first,
        column: column - left,
        rowSpan: range.bottom - range.top + 1,
        columnSpan: range.right - range.left + 1,
        text: cleanText(value?.text ?? ''),
        at: writer.next(),
      });
    }
  }
  writer.table(tableOfCells(cells));
  if (hiddenRows > 0) writer.remark(`工作表“${sheet.name}”有 ${hiddenRows} 个隐藏行，已一并读取。`);
  if (unseen > 0) writer.remark(`工作表“${sheet.name}”的隐藏列里有 ${unseen} 个单元格，已一并读取。`);
  for (const { row, message } of sheet.remarks ?? []) writer.remark(`工作表“${sheet.name}”第 ${row} 行${message}。`);
}
