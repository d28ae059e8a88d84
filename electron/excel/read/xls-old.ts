// Excel 95 and older, and bare records as web systems write them: read by SheetJS within the worker's limits.
import { isUtf8 } from 'node:buffer';
import type { CellObject, WorkSheet } from '@e965/xlsx';
import type { CellRange } from '#shared/sheet/sheet.ts';
import { BIFF, BIFF_ERRORS, recordAt } from './biff-records.ts';
import type { CellSink } from './cell-sink.ts';
import { createCellWriter } from './cell-writer.ts';
import type { ReadBudget } from './limits.ts';
import { NO_VALUE } from './packet.ts';
import { assertInTime, damaged, tooLarge } from './read-error.ts';
import { cellStyle } from './xlsx-styles.ts';

/** The code page of Chinese Windows. */
const GBK = 936;
const UTF8 = 65001;
/** What SheetJS takes a stream without version for: then each byte is to be one character, and we choose. */
const UNDECIDED = 28591;
const WORKSHEET = 0x0010;

/**
 * `stored` is the bare stream of records, with the container already taken off where there was one. `sheetName` is for
 * a sheet without a book, which has no name of its own.
 */
export async function readOldXls(stored: Buffer, sheetName: string, sink: CellSink, budget: ReadBudget): Promise<void> {
  if (stored.length > budget.oldFileBytes)
    throw tooLarge(`这是 Excel 95 或更早格式的文件，并且超过 ${Math.ceil(budget.oldFileBytes / 1024 / 1024)} MB`);
  const { bytes, codePage, isBareSheet } = lookThrough(stored, sink);
  const XLSX = await import('@e965/xlsx');
  XLSX.set_cptable({ utils: { decode: (page: number, text: Uint8Array) => decode(page, text, codePage) } });
  const book = XLSX.read(bytes, { type: 'buffer', dense: true, cellNF: true, cellText: false, codepage: codePage });
  const epoch1904 = book.Workbook?.WBProps?.date1904 === true;
  for (const [i, name] of book.SheetNames.entries()) {
    assertInTime(budget);
    sink.beginSheet(isBareSheet ? sheetName : name, (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) !== 0);
    readSheet(book.Sheets[name] as WorkSheet, epoch1904, sink, budget);
  }
}

interface OldStream {
  /** Closed, where the writer forgot to: SheetJS gives nothing of a sheet without end. */
  bytes: Buffer;
  /** That of texts for which the file names none. */
  codePage: number;
  isBareSheet: boolean;
}

/** All records once: SheetJS is not asked about a stream that is cut. */
function lookThrough(stored: Buffer, sink: CellSink): OldStream {
  const first = recordAt(stored, 0);
  const isBareSheet = first !== null && first.data.length >= 4 && first.data.readUInt16LE(2) === WORKSHEET;
  let depth = 0;
  let isPlain = true;
  let next = 0;
  for (let record = first; record; record = recordAt(stored, next)) {
    next = record.next;
    if (BOF_TYPES.has(record.type)) depth++;
    else if (record.type === BIFF.eof && depth > 0) depth--;
    else if (LABEL_TYPES.has(record.type)) isPlain &&= isUtf8(record.data.subarray(LABEL_TEXT));
  }
  if (depth > 0) sink.note('文件没有结束标记，可能不完整，请核对读到的行数。');
  const ends = Array.from({ length: Math.min(depth, MAX_DEPTH) }, () => END);
  const isCut = next < stored.length && depth > 0;
  if (isCut) throw damaged('记录不完整，文件可能没有下载完整');
  return { bytes: depth > 0 ? Buffer.concat([stored, ...ends]) : stored, codePage: isPlain ? UTF8 : GBK, isBareSheet };
}

const BOF_TYPES = new Set<number>([0x0009, 0x0209, 0x0409, BIFF.bof]);
const LABEL_TYPES = new Set<number>([0x0004, BIFF.label, BIFF.rString]);
/** Where the text of a label begins, in all versions. */
const LABEL_TEXT = 8;
const END = Buffer.from([0x0a, 0, 0, 0]);
const MAX_DEPTH = 8;

const LABELS: Record<number, string> = {
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  1200: 'utf-16le',
  10000: 'macintosh',
  65001: 'utf-8',
};
const decoders = new Map<string, InstanceType<typeof TextDecoder>>();

/** Text of a code page by its number in the file. GBK is read as GB18030, which holds all of it and the rare characters. */
function decode(page: number, bytes: Uint8Array, unnamed: number): string {
  const known = page === UNDECIDED ? unnamed : page;
  const label = LABELS[known] ?? (known > 1250 && known < 1259 ? `windows-${known}` : 'windows-1252');
  if (!decoders.has(label)) decoders.set(label, new TextDecoder(label, { ignoreBOM: true }));
  return (decoders.get(label) as InstanceType<typeof TextDecoder>).decode(Uint8Array.from(bytes));
}

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
