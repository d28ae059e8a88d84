// What a document is, told by its content, and the bytes to read: those of a package out of its wrapping.

import type { ReadBudget } from '#electron/excel/read/limits.ts';
import { openOle } from '#electron/excel/read/ole.ts';
import { damaged, notAWorkbook, ReadError } from '#electron/excel/read/read-error.ts';
import { isHollow, sniffContainer, zipFormat } from '#electron/excel/read/sniff.ts';
import { openZip, type ZipArchive } from '#electron/excel/read/zip.ts';
import { isMime, pageOfMime } from './html/mime.ts';

export type DraftKind = 'docx' | 'doc' | 'pdf' | 'odt' | 'fodt' | 'rtf' | 'txt' | 'html' | 'sheet';

export interface Sniffed {
  kind: DraftKind;
  /** The file, or what was packed into it. */
  content: Buffer;
}

/** Throws ReadError for what is no document that can be read. */
export async function sniffDraft(bytes: Buffer, budget: ReadBudget): Promise<Sniffed> {
  if (bytes.length === 0) throw new ReadError('empty', '文件是空的（0 字节）。');
  if (isHollow(bytes)) throw damaged('开头全是空字节，多半是复制或下载时没有写完');
  const opening = bytes.toString('latin1', 0, 4096);
  // Some programs write a line before the mark.
  if (opening.slice(0, 1024).includes('%PDF-')) return { kind: 'pdf', content: bytes };
  if (/^\s*\{\\rtf/.test(opening)) return { kind: 'rtf', content: bytes };
  const other = OTHERS.find(([magic]) => opening.startsWith(magic))?.[1];
  if (other !== undefined) throw notAWorkbook(other);
  if (isMime(opening)) {
    const page = pageOfMime(bytes);
    if (page === null) throw damaged('单个文件的网页里没有网页部分');
    return { kind: 'html', content: page };
  }
  switch (sniffContainer(bytes)) {
    case 'zip':
      return { kind: await kindOfZip(openZip(bytes, budget)), content: bytes };
    case 'ole':
      return sniffOle(bytes, budget);
    case 'biff':
      return { kind: 'sheet', content: bytes };
    case 'xml':
      return { kind: kindOfXml(opening), content: bytes };
    case 'html':
      return { kind: 'html', content: bytes };
    default:
      return { kind: 'txt', content: bytes };
  }
}

const OTHERS: readonly [magic: string, description: string][] = [
  ['Rar!', '内容是压缩包，请先解压'],
  ['7z\xbc\xaf', '内容是压缩包，请先解压'],
  ['\x1f\x8b', '内容是压缩包，请先解压'],
  ['\x89PNG', '内容是图片，里面的文字读不出来'],
  ['\xff\xd8\xff', '内容是图片，里面的文字读不出来'],
  ['GIF8', '内容是图片，里面的文字读不出来'],
  ['SQLite format 3', '内容是数据库文件，不是文稿'],
  ['\xdb\xa5\x2d\x00', '内容是 Word 2.0 或更早的文档；请用 Word 打开，另存为 .docx'],
];

/** Word 97 to 2003, an old spreadsheet, or a package that was enciphered as a whole. */
async function sniffOle(bytes: Buffer, budget: ReadBudget): Promise<Sniffed> {
  const ole = openOle(bytes);
  if (ole.has('EncryptedPackage')) {
    const { decipherPackage } = await import('#electron/excel/read/package-cipher.ts');
    const content = decipherPackage(ole, budget);
    return { kind: await kindOfZip(openZip(content, budget)), content };
  }
  if (ole.has('WordDocument')) return { kind: 'doc', content: bytes };
  if (ole.has('Workbook') || ole.has('Book')) return { kind: 'sheet', content: bytes };
  if (ole.has('PowerPoint Document')) throw notAWorkbook('内容是 PowerPoint 或 WPS 演示文稿，不是文稿');
  throw notAWorkbook('内容不是 Word 或 WPS 文字文档');
}

async function kindOfZip(zip: ZipArchive): Promise<DraftKind> {
  if (zip.names.some((name) => /^word\/document\d{0,3}\.xml$/i.test(name))) return 'docx';
  if (zip.has('ppt/presentation.xml')) throw notAWorkbook('内容是 PowerPoint 或 WPS 演示文稿，不是文稿');
  const format = zipFormat(zip);
  if (format === 'xlsx') return 'sheet';
  if (format === null) throw notAWorkbook('内容是压缩包；里面有文稿的，请先解压');
  let type = '';
  if (zip.has('mimetype'))
    for await (const piece of zip.pieces('mimetype')) type += Buffer.from(piece).toString('latin1');
  return type.includes('spreadsheet') ? 'sheet' : 'odt';
}

function kindOfXml(opening: string): DraftKind {
  if (/<office:document[\s>]/.test(opening)) return /opendocument\.text/.test(opening) ? 'fodt' : 'sheet';
  if (/<(?:\w{1,20}:)?(?:wordDocument|package)[\s>]/.test(opening) || /progid="Word\.Document"/.test(opening))
    throw notAWorkbook('内容是 Word 的 XML 文档；请用 Word 或 WPS 打开，另存为 .docx');
  if (/<(?:uof:|\w{1,20}:)?UOF[\s>]/.test(opening))
    throw notAWorkbook('内容是标文通（UOF）文档；请用 WPS 打开，另存为 .docx');
  return 'sheet';
}
