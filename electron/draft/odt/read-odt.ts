// OpenDocument texts (.odt, flat .fodt) as LibreOffice and WPS write them.
import type { ReadBudget } from '#electron/excel/read/limits.ts';
import { isEncryptedPackage } from '#electron/excel/read/ods.ts';
import { notAWorkbook, ReadError } from '#electron/excel/read/read-error.ts';
import { createXmlScanner, type XmlHandler } from '#electron/excel/read/xml-scanner.ts';
import { openZip, type ZipArchive } from '#electron/excel/read/zip.ts';
import type { DraftWriter } from '../draft-writer.ts';
import { createOdtBody } from './odt-body.ts';
import { createOdtLists } from './odt-lists.ts';

const PIECE = 256 * 1024;

/** Throws ReadError. */
export async function readOdt(bytes: Buffer, writer: DraftWriter, budget: ReadBudget): Promise<void> {
  const zip = openZip(bytes, budget);
  if (zip.has('encrypted-package') || (await isEncryptedPackage(zip))) {
    throw new ReadError('encrypted', '文件设了打开密码，无法读取。');
  }
  const lists = createOdtLists();
  // The numbers of headings and named lists stand with the named styles.
  const body = createOdtBody(writer, budget, lists);
  if (zip.has('styles.xml')) await scan(zip, 'styles.xml', body.handler, budget);
  await scan(zip, 'content.xml', body.handler, budget);
  if (!body.found) throw notAWorkbook('内容是绘图、演示等文档，不是文字文档');
}

/** The same document as one XML file. */
export function readFlatOdt(bytes: Buffer, writer: DraftWriter, budget: ReadBudget): void {
  const body = createOdtBody(writer, budget, createOdtLists());
  const scanner = createXmlScanner(body.handler, budget);
  for (let at = 0; at < bytes.length; at += PIECE) scanner.push(bytes.subarray(at, at + PIECE));
  scanner.end();
}

async function scan(zip: ZipArchive, part: string, handler: XmlHandler, budget: ReadBudget): Promise<void> {
  const scanner = createXmlScanner(handler, budget);
  for await (const piece of zip.pieces(part)) scanner.push(piece);
  scanner.end();
}
