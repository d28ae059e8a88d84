// What a file is, told by its content; the extension is never asked.
import type { ZipArchive } from './zip.ts';

export type ContainerKind = 'zip' | 'ole' | 'old-xls' | 'xml' | 'html' | 'text' | 'empty';

const OLE_MAGIC = Buffer.from('d0cf11e0a1b11ae1', 'hex');

export function sniffContainer(bytes: Buffer): ContainerKind {
  if (bytes.length === 0) return 'empty';
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && [3, 5, 7].includes(bytes[2] ?? 0)) return 'zip';
  if (bytes.subarray(0, 8).equals(OLE_MAGIC)) return 'ole';
  // The first record of Excel 2 to 4, which had no container: version, length, and type of the stream.
  if (bytes[0] === 9 && [0, 2, 4].includes(bytes[1] ?? 1) && [4, 6].includes(bytes[2] ?? 0) && bytes[3] === 0)
    return 'old-xls';
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
  ['SQLite format 3', '内容是数据库文件；如果是工作簿（.xianjie），请用“打开”'],
];

/** What the file is instead of a table, for a clear refusal; null when it may be one. */
export function foreignContent(bytes: Buffer): string | null {
  const head = bytes.toString('latin1', 0, 16);
  return FOREIGN.find(([magic]) => head.startsWith(magic))?.[1] ?? null;
}
