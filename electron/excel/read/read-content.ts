// From bytes to cells: sniffs what the file is and calls its reader. Runs in the worker, or in a test's own thread.
// A reader is loaded when its format comes: the thread starts sooner with one of them than with all.
import type { WorkbookData } from '#shared/sheet/sheet.ts';
import type { CellSink } from './cell-sink.ts';
import type { ReadBudget } from './limits.ts';
import { damaged, notAWorkbook, ReadError, tooLarge } from './read-error.ts';
import { foreignContent, foreignPackage, isHollow, sniffContainer, zipFormat } from './sniff.ts';
import { decodeTextFile, utf8OfXml } from './text-encoding.ts';
import { openZip } from './zip.ts';

/** Reads everything into the sink. `fileName` names the sheet of formats that have none. Throws ReadError. */
export async function readContent(
  bytes: Buffer,
  fileName: string,
  sink: CellSink,
  budget: ReadBudget,
): Promise<WorkbookData['format']> {
  if (bytes.length > budget.fileBytes) throw fileTooLarge(budget);
  if (isHollow(bytes)) throw damaged('开头全是空字节，多半是复制或下载时没有写完');
  const foreign = foreignContent(bytes);
  if (foreign !== null) throw notAWorkbook(foreign);
  switch (sniffContainer(bytes)) {
    case 'empty':
      throw new ReadError('empty', '文件是空的（0 字节）。请确认文件已下载完整或重新向报送单位索取。');
    case 'zip':
      return readZip(bytes, sink, budget);
    case 'ole':
      return readOle(bytes, fileName, sink, budget);
    case 'biff': {
      const { readXlsStream } = await import('./xls.ts');
      await readXlsStream(bytes, sheetNameOf(fileName), sink, budget);
      return 'xls';
    }
    case 'xml':
      return readXml(bytes, sink, budget);
    case 'html': {
      const { readHtml } = await import('./html.ts');
      readHtml(decodeTextFile(bytes), sheetNameOf(fileName), sink, budget);
      return 'html';
    }
    case 'text':
      return readText(bytes, fileName, sink, budget);
  }
}

/** .xls, or an enciphered .xlsx: both come in this container. */
async function readOle(
  bytes: Buffer,
  fileName: string,
  sink: CellSink,
  budget: ReadBudget,
): Promise<WorkbookData['format']> {
  const { openOle } = await import('./ole.ts');
  const ole = openOle(bytes);
  if (ole.has('EncryptedPackage')) {
    const { decipherPackage } = await import('./package-cipher.ts');
    return readZip(decipherPackage(ole, budget), sink, budget);
  }
  const { readXls } = await import('./xls.ts');
  await readXls(ole, sheetNameOf(fileName), sink, budget);
  return 'xls';
}

async function readXml(file: Buffer, sink: CellSink, budget: ReadBudget): Promise<WorkbookData['format']> {
  const bytes = utf8OfXml(file);
  if (/<office:document[\s>]/.test(bytes.toString('latin1', 0, 4096))) {
    const { readFlatOds } = await import('./ods.ts');
    readFlatOds(bytes, sink, budget);
    return 'ods';
  }
  const { readXml2003 } = await import('./xml2003.ts');
  readXml2003(bytes, sink, budget);
  return 'xml2003';
}

function sheetNameOf(fileName: string): string {
  return fileName.replace(/\.[^.]*$/, '') || fileName;
}

async function readZip(bytes: Buffer, sink: CellSink, budget: ReadBudget): Promise<WorkbookData['format']> {
  const zip = openZip(bytes, budget);
  const format = zipFormat(zip);
  if (format === null) throw notAWorkbook(foreignPackage(zip));
  if (zip.unsafeNames > 0) sink.note(`压缩包里有 ${zip.unsafeNames} 个部分的名称不正常，已略过。`);
  if (format === 'ods') await (await import('./ods.ts')).readOds(zip, sink, budget);
  else await (await import('./xlsx.ts')).readXlsx(zip, sink, budget);
  return format;
}

async function readText(
  bytes: Buffer,
  fileName: string,
  sink: CellSink,
  budget: ReadBudget,
): Promise<WorkbookData['format']> {
  const text = decodeTextFile(bytes);
  if (/^MIME-Version:/i.test(text)) {
    throw new ReadError('cannot-read', '这是网页归档文件（MHT）。请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。');
  }
  const { assertTable, readDelimited } = await import('./delimited.ts');
  assertTable(text);
  return readDelimited(text, sheetNameOf(fileName), sink, budget);
}

export function fileTooLarge(budget: ReadBudget): ReadError {
  return tooLarge(`文件超过 ${Math.round(budget.fileBytes / 1024 / 1024)} MB`);
}
