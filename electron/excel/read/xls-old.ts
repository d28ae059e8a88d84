// Excel 95 and older: rare files of old report programs, read by SheetJS within the worker's limits.
import type { CellObject, WorkSheet } from '@e965/xlsx';
import type { CellRange } from '#shared/import/sheet.ts';
import { BIFF_ERRORS } from './biff-records.ts';
import type { CellSink } from './cell-sink.ts';
import { createCellWriter } from './cell-writer.ts';
import type { ReadBudget } from './limits.ts';
import { NO_VALUE } from './packet.ts';
import { assertInTime, tooLarge } from './read-error.ts';
import { cellStyle } from './xlsx-styles.ts';

/** Texts without a code page of their own are GBK, the code page of Chinese Windows. */
const CODE_PAGE = 936;

/** `bytes` is the bare stream of records, with the container already taken off where there was one. */
export async function readOldXls(bytes: Buffer, sink: CellSink, budget: ReadBudget): Promise<void> {
  if (bytes.length > MAX_BYTES) throw tooLarge('这是 Excel 95 或更早格式的文件，并且超过 16 MB');
  const XLSX = await import('@e965/xlsx');
  XLSX.set_cptable(await import('@e965/xlsx/dist/cpexcel.full.mjs'));
  const book = XLSX.read(bytes, { type: 'buffer', dense: true, cellNF: true, cellText: false, codepage: CODE_PAGE });
  const epoch1904 = book.Workbook?.WBProps?.date1904 === true;
  for (const [i, name] of book.SheetNames.entries()) {
    assertInTime(budget);
    sink.beginSheet(name, (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) !== 0);
    readSheet(book.Sheets[name] as WorkSheet, epoch1904, sink, budget);
  }
}

/** Such files have at most 16,384 rows. */
const MAX_BYTES = 16 * 1024 * 1024;

function readSheet(sheet: WorkSheet, epoch1904: boolean, sink: CellSink, budget: ReadBudget): void {
  const writer = createCellWriter(sink, epoch1904);
  const rows = (sheet['!data'] ?? []) as (CellObject[] | undefined)[];
  for (const [r, row] of rows.entries()) {
    if (!row) continue;
    sink.beginRow(r + 1, sheet['!rows']?.[r]?.hidden === true);
    for (const [c, cell] of row.entries()) {
      if (!cell) continue;
      const value = cellValue(cell);
      if (cell.f !== undefined) sink.cell(c + 1, value, cell.f);
      else if (value !== NO_VALUE) sink.cell(c + 1, value);
    }
  }
  const merges = sheet['!merges'] ?? [];
  if (merges.length > budget.merges) throw tooLarge(`合并单元格超过 ${budget.merges} 处`);
  const hidden = (sheet['!cols'] ?? []).flatMap((column, i) => (column?.hidden ? [i + 1] : []));
  sink.endSheet(merges.map(toRange), hidden);

  function cellValue(cell: CellObject): number {
    switch (cell.t) {
      case 'n':
        return writer.double(cell.v as number, cellStyle(typeof cell.z === 'string' ? cell.z : ''));
      case 's':
        return cell.f !== undefined ? sink.value('text', String(cell.v ?? '')) : writer.text(String(cell.v ?? ''));
      case 'b':
        return sink.value('boolean', cell.v ? 'TRUE' : 'FALSE');
      case 'e':
        return sink.value('error', BIFF_ERRORS[cell.v as number] ?? '#N/A');
      default:
        return NO_VALUE;
    }
  }
}

function toRange(merge: { s: { r: number; c: number }; e: { r: number; c: number } }): CellRange {
  return { top: merge.s.r + 1, left: merge.s.c + 1, bottom: merge.e.r + 1, right: merge.e.c + 1 };
}
