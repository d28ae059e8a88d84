// .xls and .et of Excel 97 to 2003 (BIFF8): the book's tables, then each sheet's records once through.

import type { FormulaNames } from './biff-formula.ts';
import { BIFF, createTextReader, recordAt, withContinues } from './biff-records.ts';
import { type CellSink, embeddedNote } from './cell-sink.ts';
import type { ReadBudget } from './limits.ts';
import { builtInFormat } from './number-format.ts';
import type { OleFile } from './ole.ts';
import { NO_VALUE } from './packet.ts';
import { assertInTime, damaged, notAWorkbook, tooLarge } from './read-error.ts';
import { decipherXls } from './xls-cipher.ts';
import { readOldXls } from './xls-old.ts';
import { readXlsSheet } from './xls-sheet.ts';
import { type CellStyle, cellStyle } from './xlsx-styles.ts';

/** What the sheets need from the book. */
export interface XlsBook {
  styles: CellStyle[];
  /** Value index of each shared text; NO_VALUE: the empty text. */
  strings: number[];
  epoch1904: boolean;
  names: FormulaNames;
}

interface XlsSheetEntry {
  name: string;
  hidden: boolean;
  /** 0: worksheet, 2: chart, others: macro sheets. */
  kind: number;
  at: number;
}

const BIFF8 = 0x0600;
/** Substreams by the second word of their BOF. */
const WORKSHEET = 0x0010;

/** What else an OLE2 file may be, by a stream of its root. */
const OTHER_FILES: readonly [stream: string, found: string][] = [
  ['WordDocument', '内容是 Word 或 WPS 文字文档，不是表格'],
  ['PowerPoint Document', '内容是 PowerPoint 或 WPS 演示文稿，不是表格'],
  ['VisioDocument', '内容是 Visio 绘图，不是表格'],
  ['__properties_version1.0', '内容是 Outlook 邮件，不是表格；表格可能是它的附件'],
];

/** The workbook in a container's root; what embedded objects hold is never taken for it. */
export async function readXls(ole: OleFile, sheetName: string, sink: CellSink, budget: ReadBudget): Promise<void> {
  const streamName = ['Workbook', 'Book'].find((name) => ole.has(name));
  if (streamName === undefined) {
    throw notAWorkbook(OTHER_FILES.find(([name]) => ole.has(name))?.[1] ?? '内容是其他程序的文件，不是表格');
  }
  const objects = ole.storages.filter((name) => /^(MBD|LNK)/i.test(name)).length;
  if (objects > 0) sink.note(embeddedNote(objects));
  if (ole.storages.includes('_VBA_PROJECT_CUR')) sink.note('文件带有宏，宏没有运行，也不导入。');
  await readXlsStream(ole.stream(streamName), sheetName, sink, budget);
}

/** The bare records, as a container holds them or as old programs write them without one; then `sheetName` names the sheet. */
export async function readXlsStream(
  stored: Buffer,
  sheetName: string,
  sink: CellSink,
  budget: ReadBudget,
): Promise<void> {
  const stream = decipherXls(stored);
  const first = recordAt(stream, 0);
  if (first === null) throw damaged('工作簿没有内容');
  if (first.type !== BIFF.bof || first.data.length < 4 || first.data.readUInt16LE(0) !== BIFF8) {
    await readOldXls(stream, sheetName, sink, budget);
    return;
  }
  const isSheet = first.data.readUInt16LE(2) === WORKSHEET;
  const { book, sheets } = isSheet ? bareBook(sheetName) : readBook(stream, sink, budget);
  for (const sheet of sheets) {
    assertInTime(budget);
    if (sheet.kind !== 0) {
      sink.note(`“${sheet.name}”不是表格（图表或宏表），没有读取。`);
      continue;
    }
    sink.beginSheet(sheet.name, sheet.hidden);
    readXlsSheet(stream, sheet.at, sheet.name, book, sink, budget);
  }
}

/** A sheet without a book: nothing is shared, no styles, no names. */
function bareBook(sheetName: string): { book: XlsBook; sheets: XlsSheetEntry[] } {
  const names: FormulaNames = { defined: () => null, sheet: () => null };
  return {
    book: { styles: [], strings: [], epoch1904: false, names },
    sheets: [{ name: sheetName, hidden: false, kind: 0, at: 0 }],
  };
}

function readBook(stream: Buffer, sink: CellSink, budget: ReadBudget): { book: XlsBook; sheets: XlsSheetEntry[] } {
  const formats = new Map<number, string>();
  const formatIds: number[] = [];
  const sheets: XlsSheetEntry[] = [];
  const definedNames: (string | null)[] = [];
  const supBooks: boolean[] = [];
  let externs: { book: number; sheet: number }[] = [];
  let strings: number[] = [];
  let epoch1904 = false;
  let isCalculated = false;

  let next = 0;
  for (let record = recordAt(stream, 0); record && record.type !== BIFF.eof; record = recordAt(stream, next)) {
    next = record.next;
    const { data } = record;
    switch (record.type) {
      case BIFF.dateMode:
        epoch1904 = data.length >= 2 && data.readUInt16LE(0) === 1;
        break;
      case BIFF.recalculated:
        isCalculated = true;
        break;
      case BIFF.format:
        formats.set(data.readUInt16LE(0), createTextReader([data.subarray(4)]).text(data.readUInt16LE(2)));
        break;
      case BIFF.xf:
        formatIds.push(data.readUInt16LE(2));
        break;
      case BIFF.boundSheet:
        sheets.push(readSheetEntry(data));
        break;
      case BIFF.name:
        definedNames.push(readName(data));
        break;
      case BIFF.supBook:
        // Length 0x0401 instead of a path: this very book.
        supBooks.push(data.length >= 4 && data.readUInt16LE(2) === 0x0401);
        break;
      case BIFF.externSheet:
        externs = readExterns(data);
        break;
      case BIFF.sst: {
        const table = withContinues(stream, record);
        strings = readStrings(table.pieces, sink, budget);
        next = table.next;
        break;
      }
    }
  }
  if (!isCalculated) sink.askForCalculation();
  const styles = formatIds.map((id) => cellStyle(formats.get(id) ?? builtInFormat(id)));
  const names: FormulaNames = {
    defined: (index) => definedNames[index - 1] ?? null,
    sheet(index) {
      const extern = externs[index];
      return extern && supBooks[extern.book] === true ? (sheets[extern.sheet]?.name ?? null) : null;
    },
  };
  return { book: { styles, strings, epoch1904, names }, sheets };
}

function readSheetEntry(data: Buffer): XlsSheetEntry {
  return {
    at: data.readUInt32LE(0),
    hidden: ((data[4] as number) & 3) !== 0,
    kind: data[5] as number,
    name: createTextReader([data.subarray(7)]).text(data[6] as number),
  };
}

/** A defined name; built-in ones (print areas) are single characters that no formula needs. */
function readName(data: Buffer): string | null {
  if (data.length < 15 || data.readUInt16LE(0) & 0x20) return null;
  return createTextReader([data.subarray(14)]).text(data[3] as number);
}

function readExterns(data: Buffer): { book: number; sheet: number }[] {
  const list: { book: number; sheet: number }[] = [];
  for (let at = 2; at + 6 <= data.length; at += 6) {
    list.push({ book: data.readUInt16LE(at), sheet: data.readUInt16LE(at + 2) });
  }
  return list;
}

/** All shared texts, in order; the stated count is not believed. */
function readStrings(pieces: Buffer[], sink: CellSink, budget: ReadBudget): number[] {
  const reader = createTextReader(pieces);
  reader.u32();
  const count = reader.u32();
  const strings: number[] = [];
  while (strings.length < count && !reader.atEnd) {
    if (strings.length >= budget.sharedStrings) throw tooLarge(`共享文字超过 ${budget.sharedStrings} 条`);
    const text = reader.text(reader.u16());
    strings.push(text === '' ? NO_VALUE : sink.value('text', text));
  }
  return strings;
}
