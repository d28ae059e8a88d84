// From bytes to cells: sniffs what the file is and calls its reader. Runs in the worker, or in a test's own thread.
// A reader is loaded when its format comes: the thread starts sooner with one of them than with all.
import type { WorkbookData } from '#shared/sheet/sheet.ts';
import type { ByteSource } from './byte-source.ts';
import type { CellSink } from './cell-sink.ts';
import type { ReadBudget } from './limits.ts';
import { damaged, fileTooLarge, notAWorkbook, ReadError } from './read-error.ts';
import { foreignContent, foreignPackage, isHollow, sniffContainer, zipFormat } from './sniff.ts';
import { decodeTextFile, utf8OfXml } from './text-encoding.ts';
import { openText } from './text-stream.ts';
import { openZip } from './zip.ts';

/** So much of a file says what it is. */
const HEAD = 32_768;

/** Reads everything into the sink. `fileName` names the sheet of formats that have none. Throws ReadError. */
export async function readContent(
  source: ByteSource,
  fileName: string,
  sink: CellSink,
  budget: ReadBudget,
): Promise<WorkbookData['format']> {
  if (source.size > budget.fileBytes) throw fileTooLarge(budget);
  const head = source.read(0, HEAD);
  if (isHollow(head)) throw damaged('开头全是空字节，多半是复制或下载时没有写完');
  const foreign = foreignContent(head);
  if (foreign !== null) throw notAWorkbook(foreign);
  const kind = sniffContainer(head);
  if (kind === 'text') return readText(source, fileName, sink, budget);
  const bytes = source.read(0, source.size);
  switch (kind) {
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
  source: ByteSource,
  fileName: string,
  sink: CellSink,
  budget: ReadBudget,
): Promise<WorkbookData['format']> {
  const { readDelimited } = await import('./delimited.ts');
  return readDelimited(openText(source, budget.pieceBytes), sheetNameOf(fileName), sink, budget);
}
