// From bytes to cells: sniffs what the file is and calls its reader. Runs in the worker, or in a test's own thread.
import type { WorkbookData } from '#shared/import/sheet.ts';
import type { CellSink } from './cell-sink.ts';
import { assertTable, readDelimited } from './delimited.ts';
import { readHtml } from './html.ts';
import type { ReadBudget } from './limits.ts';
import { readFlatOds, readOds } from './ods.ts';
import { notAWorkbook, ReadError, tooLarge } from './read-error.ts';
import { foreignContent, sniffContainer, zipFormat } from './sniff.ts';
import { decodeTextFile } from './text-encoding.ts';
import { readXls } from './xls.ts';
import { readOldXls } from './xls-old.ts';
import { readXlsx } from './xlsx.ts';
import { readXml2003 } from './xml2003.ts';
import { openZip } from './zip.ts';

/** Reads everything into the sink. `fileName` names the sheet of formats that have none. Throws ReadError. */
export async function readContent(
  bytes: Buffer,
  fileName: string,
  sink: CellSink,
  budget: ReadBudget,
): Promise<WorkbookData['format']> {
  if (bytes.length > budget.fileBytes) throw fileTooLarge(budget);
  const foreign = foreignContent(bytes);
  if (foreign !== null) throw notAWorkbook(foreign);
  switch (sniffContainer(bytes)) {
    case 'empty':
      throw new ReadError('empty', '文件是空的（0 字节）。请确认文件已下载完整或重新向报送单位索取。');
    case 'zip':
      return readZip(bytes, sink, budget);
    case 'ole':
      await readXls(bytes, sink, budget);
      return 'xls';
    case 'old-xls':
      await readOldXls(bytes, sink, budget);
      return 'xls';
    case 'xml':
      return readXml(bytes, sink, budget);
    case 'html':
      readHtml(decode(bytes), sheetNameOf(fileName), sink, budget);
      return 'html';
    case 'text':
      return readText(bytes, fileName, sink, budget);
  }
}

function readXml(bytes: Buffer, sink: CellSink, budget: ReadBudget): WorkbookData['format'] {
  if (/<office:document[\s>]/.test(bytes.toString('latin1', 0, 4096))) {
    readFlatOds(bytes, sink, budget);
    return 'ods';
  }
  readXml2003(bytes, sink, budget);
  return 'xml2003';
}

function decode(bytes: Buffer): string {
  const text = decodeTextFile(bytes);
  if (text === null) throw notAWorkbook();
  return text;
}

function sheetNameOf(fileName: string): string {
  return fileName.replace(/\.[^.]*$/, '') || fileName;
}

async function readZip(bytes: Buffer, sink: CellSink, budget: ReadBudget): Promise<WorkbookData['format']> {
  const zip = openZip(bytes, budget);
  const format = zipFormat(zip);
  if (format === null) throw notAWorkbook('内容是压缩包或其他文档，不是表格');
  if (zip.unsafeNames > 0) sink.note(`压缩包里有 ${zip.unsafeNames} 个部分的名称不正常，已略过。`);
  await (format === 'ods' ? readOds(zip, sink, budget) : readXlsx(zip, sink, budget));
  return format;
}

function readText(bytes: Buffer, fileName: string, sink: CellSink, budget: ReadBudget): WorkbookData['format'] {
  const text = decode(bytes);
  if (/^MIME-Version:/i.test(text)) {
    throw new ReadError('cannot-read', '这是网页归档文件（MHT）。请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。');
  }
  assertTable(text);
  return readDelimited(text, sheetNameOf(fileName), sink, budget);
}

export function fileTooLarge(budget: ReadBudget): ReadError {
  return tooLarge(`文件超过 ${Math.round(budget.fileBytes / 1024 / 1024)} MB`);
}
