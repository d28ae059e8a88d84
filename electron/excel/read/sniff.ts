// What a file is, told by its content; the extension is never asked.
import type { ZipArchive } from './zip.ts';

export type ContainerKind = 'zip' | 'ole' | 'biff' | 'xml' | 'html' | 'text' | 'empty';

const OLE_MAGIC = Buffer.from('d0cf11e0a1b11ae1', 'hex');

export function sniffContainer(bytes: Buffer): ContainerKind {
  if (bytes.length === 0) return 'empty';
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && [3, 5, 7].includes(bytes[2] ?? 0)) return 'zip';
  if (bytes.subarray(0, 8).equals(OLE_MAGIC)) return 'ole';
  if (isBareBiff(bytes)) return 'biff';
  const opening = openingText(bytes).trimStart();
  if (/^<(?:\w{1,20}:)?workbook[\s>]/i.test(opening)) return 'xml';
  const page = isPage(opening);
  if (/^<\?xml/i.test(opening)) return page && !/<(?:\w{1,20}:)?workbook[\s>]/i.test(opening) ? 'html' : 'xml';
  return page ? 'html' : 'text';
}

const PAGE =
  /^<(?:!doctype html|html|head|body|meta|style|script|link|table|caption|thead|tbody|tr|div|center|title|form|font|span|p|br|b|h[1-6])[\s/>]/i;

/** HTML, also where a declaration, comments or a line of text stand before its first tag. */
function isPage(opening: string): boolean {
  let at = 0;
  for (;;) {
    while (/\s/.test(opening[at] ?? '')) at++;
    const isComment = opening.startsWith('<!--', at);
    if (!isComment && !opening.startsWith('<?', at) && !opening.startsWith('<![', at)) break;
    const close = opening.indexOf(isComment ? '-->' : '>', at);
    if (close < 0) return false;
    at = close + (isComment ? 3 : 1);
  }
  return PAGE.test(opening.slice(at, at + 40)) || (/<table[\s>]/i.test(opening) && /<t[rdh][\s>]/i.test(opening));
}

/**
 * The first record of an .xls without a container: version, length, and what the stream is (book, sheet, chart, macros,
 * workspace). Excel 2 to 4 had no container; web systems write later records without one.
 */
function isBareBiff(bytes: Buffer): boolean {
  if (bytes.length < 8 || bytes[0] !== 9 || ![0, 2, 4, 8].includes(bytes[1] as number)) return false;
  const length = bytes.readUInt16LE(2);
  return length >= 4 && length <= 32 && [0x05, 0x06, 0x10, 0x20, 0x40, 0x100].includes(bytes.readUInt16LE(6));
}

/** The first few thousand characters, whatever Unicode form they have. */
function openingText(bytes: Buffer): string {
  const head = bytes.subarray(0, 32_768);
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder('utf-16le').decode(head);
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder('utf-16be').decode(head);
  return head.toString('latin1', head[0] === 0xef && head[1] === 0xbb ? 3 : 0);
}

/** Which spreadsheet package a zip is; null for any other zip (documents, archives of several files). */
export function zipFormat(zip: ZipArchive): 'xlsx' | 'ods' | null {
  if (zip.has('content.xml') && (zip.has('mimetype') || zip.has('META-INF/manifest.xml'))) return 'ods';
  if (zip.has('xl/workbook.xml') || zip.has('xl/workbook.bin')) return 'xlsx';
  if (zip.has('[Content_Types].xml') && zip.has('_rels/.rels') && !zip.has('word/document.xml')) return 'xlsx';
  return null;
}

const FOREIGN: readonly [magic: string, description: string][] = [
  ['%PDF', '内容是 PDF 文件，不是表格'],
  ['{\\rtf', '内容是文字文档（RTF），不是表格'],
  ['Rar!', '内容是压缩包，请先解压'],
  ['7z\xbc\xaf', '内容是压缩包，请先解压'],
  ['\x1f\x8b', '内容是压缩包，请先解压'],
  ['\x89PNG', '内容是图片，不是表格'],
  ['\xff\xd8\xff', '内容是图片，不是表格'],
  ['GIF8', '内容是图片，不是表格'],
  ['SQLite format 3', '内容是数据库文件；如果是工作簿（.xianjie），请用“打开”'],
];

/** What a zip is that holds no spreadsheet package, by a part that only such a file has. */
const OTHER_PACKAGES: readonly [part: string, description: string][] = [
  ['word/document.xml', '内容是 Word 或 WPS 文字文档，不是表格'],
  ['ppt/presentation.xml', '内容是 PowerPoint 或 WPS 演示文稿，不是表格'],
  ['Index/Document.iwa', '内容是苹果 Numbers 等文稿；是表格的，请在 Numbers 中导出为 Excel'],
];

/** For a clear refusal of a zip that `zipFormat` does not know. */
export function foreignPackage(zip: ZipArchive): string {
  return OTHER_PACKAGES.find(([part]) => zip.has(part))?.[1] ?? '内容是压缩包，不是表格；里面有表格的，请先解压';
}

/** Only zeros where a file begins: it was made, but never filled. */
export function isHollow(bytes: Buffer): boolean {
  return bytes.length >= 16 && bytes.subarray(0, 512).every((byte) => byte === 0);
}

/** What the file is instead of a table, for a clear refusal; null when it may be one. */
export function foreignContent(bytes: Buffer): string | null {
  const head = bytes.toString('latin1', 0, 16);
  return FOREIGN.find(([magic]) => head.startsWith(magic))?.[1] ?? null;
}
