// Files made to hurt a reader: each with the answer it must get. Small to build, so tests and benchmarks share them.
import { createDeflateRaw } from 'node:zlib';
import { makeOle } from './make-ole.ts';
import { bookParts, MAIN, makeSheet } from './make-sheets.ts';
import { makeZip, type ZipPart } from './make-zip.ts';

export interface HostileFile {
  name: string;
  bytes: Buffer;
  /** The code of the refusal, or the number of rows that must come out. */
  expected: string | number;
}

const ONE = '<row r="1"><c r="A1"><v>1</v></c></row>';

/** Replaces the sheet part of an ordinary book. */
function withSheet(part: Omit<ZipPart, 'name'>): Buffer {
  return makeZip(
    bookParts({ sheets: [{ name: '表', data: '' }], parts: [{ name: 'xl/worksheets/sheet1.xml', ...part }] }),
  );
}

/** `megabytes` of blank rows as a deflate stream, without ever holding them. */
async function deflatedFiller(megabytes: number): Promise<Buffer> {
  const stream = createDeflateRaw({ level: 1 });
  const rows = Buffer.from(`<row>${'<c s="1"/>'.repeat(200)}</row>`.repeat(512));
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => stream.on('end', resolve));
  stream.write(`<worksheet xmlns="${MAIN}"><sheetData>`);
  for (let written = 0; written < megabytes * 1024 * 1024; written += rows.length) {
    if (!stream.write(rows)) await new Promise((resolve) => stream.once('drain', resolve));
  }
  stream.end();
  await ended;
  return Buffer.concat(chunks);
}

export async function makeHostileFiles(): Promise<HostileFile[]> {
  const bomb = await deflatedFiller(300);
  const honest = makeSheet(ONE);
  const files: [string, Buffer, string | number][] = [
    ['zip bomb, honest header', withSheet({ content: '', packed: bomb, size: 300 * 1024 * 1024 }), 'too-large'],
    ['zip bomb, header says 1 MB', withSheet({ content: '', packed: bomb, size: 1024 * 1024 }), 'too-large'],
    ['zip bomb, header says 90 MB', withSheet({ content: '', packed: bomb, size: 90 * 1024 * 1024 }), 'too-large'],
    ['small file, header claims 3.9 GB', withSheet({ content: ONE, size: 4_187_593_113 }), 'too-large'],
    ['packed size beyond the file', withSheet({ content: ONE, packedSize: 0x7fffffff }), 'damaged'],
    [
      'wrong CRC',
      withSheet({ content: `<worksheet xmlns="${MAIN}"><sheetData>${ONE}</sheetData></worksheet>`, crc: 7 }),
      'damaged',
    ],
    ['unknown compression', withSheet({ content: ONE, method: 99 }), 'damaged'],
    ['zip with password', withSheet({ content: ONE, flags: 1 }), 'encrypted'],
    ['parts that overlap', overlapping(), 'damaged'],
    [
      'two parts of the same name',
      makeZip([...bookParts({ sheets: [{ name: '表', data: ONE }] }), { name: 'xl/WORKBOOK.xml', content: '' }]),
      'damaged',
    ],
    [
      '3,000 parts',
      makeSheet(ONE, { parts: Array.from({ length: 3000 }, (_, i) => ({ name: `x${i}`, content: '' })) }),
      'too-large',
    ],
    [
      'names that leave the archive',
      makeSheet(ONE, { parts: ['../../etc/passwd', 'a/../../b', 'C:/x'].map((name) => ({ name, content: '' })) }),
      1,
    ],
    ['entity bomb', withSheet({ content: entityBomb() }), 'damaged'],
    [
      'external entity',
      withSheet({
        content: `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet xmlns="${MAIN}"><sheetData><row><c t="str"><v>&e;</v></c></row></sheetData></worksheet>`,
      }),
      'damaged',
    ],
    ['a million blank formatted rows', makeSheet(ONE + blankRows(1_048_576)), 1],
    ['one cell in the last corner', makeSheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'), 1],
    ['a cell beyond the last column', makeSheet('<row r="1"><c r="XFE1"><v>1</v></c></row>'), 'damaged'],
    ['a row beyond the last', makeSheet('<row r="1048577"><c r="A1"><v>1</v></c></row>'), 'damaged'],
    ['data validations on whole columns', makeSheet(ONE, { after: validations() }), 1],
    ['15,000 merges', makeSheet(ONE, { after: merges(15_000) }), 1],
    ['30,000 merges', makeSheet(ONE, { after: merges(30_000) }), 'too-large'],
    [
      'a merge of the whole sheet',
      makeSheet(ONE, { after: '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>' }),
      1,
    ],
    [
      '15,000 merges of the whole sheet over 20,000 rows',
      makeSheet(numberRows(20_000), {
        after: `<mergeCells>${'<mergeCell ref="B1:XFD1048576"/>'.repeat(15_000)}</mergeCells>`,
      }),
      'too-large',
    ],
    ['a dimension that lies', makeSheet(ONE, { before: '<dimension ref="A1:XFD1048576"/>' }), 1],
    [
      'columns hidden a thousand times over',
      makeSheet(ONE, { before: `<cols>${'<col min="1" max="99999999" hidden="1"/>'.repeat(1000)}</cols>` }),
      1,
    ],
    ['a shared string that does not exist', makeSheet('<row><c t="s"><v>7</v></c></row>'), 'damaged'],
    ['deep nesting', withSheet({ content: `<worksheet>${'<a>'.repeat(100_000)}` }), 'too-large'],
    [
      'one text of 40 MB',
      makeSheet(`<row><c t="str"><v>${'甲乙丙丁戊己'.repeat(2_300_000)}</v></c></row>`),
      'too-large',
    ],
    ['4 million equal cells', makeSheet(numberRows(80_000, 50)), 'too-large'],
    ['XML cut off', withSheet({ content: `<worksheet xmlns="${MAIN}"><sheetData>${ONE}` }), 'damaged'],
    ['tags that do not match', makeSheet('<row r="1"><c r="A1"><v>1</c></v></row>'), 'damaged'],
    ['truncated in the middle', honest.subarray(0, honest.length >> 1), 'damaged'],
    ['truncated at the end', honest.subarray(0, honest.length - 40), 'damaged'],
    ['bit rot', flipBytes(honest), 'damaged'],
    ['a zip of something else', makeZip([{ name: 'readme.txt', content: 'x' }]), 'not-a-workbook'],
    [
      'a text document',
      makeZip([
        { name: '[Content_Types].xml', content: '' },
        { name: 'word/document.xml', content: '' },
      ]),
      'not-a-workbook',
    ],
    ['an empty file', Buffer.alloc(0), 'empty'],
    ['blanks only', Buffer.from('  \r\n\r\n'), 'empty'],
    ['random bytes', Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 2654435761) >>> 24)), 'not-a-workbook'],
    [
      'a picture',
      Buffer.from('89504e470d0a1a0a0000000d49484452000000100000001008060000001ff3ff61', 'hex'),
      'not-a-workbook',
    ],
    ['a PDF', Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1'), 'not-a-workbook'],
    [
      'an OLE2 header and nothing else',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
      'damaged',
    ],
    ['an encrypted .xlsx', makeOle('EncryptedPackage'), 'encrypted'],
    [
      'an encrypted .xls',
      makeOle('Workbook', Buffer.from('090808000006050000000000' + '2f000200' + '0000', 'hex')),
      'encrypted',
    ],
    ['a Word document', makeOle('WordDocument'), 'not-a-workbook'],
  ];
  return files.map(([name, bytes, expected]) => ({ name, bytes, expected }));
}

function entityBomb(): string {
  const levels = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');
  return `<?xml version="1.0"?><!DOCTYPE w [<!ENTITY l0 "ha">${levels}]><worksheet xmlns="${MAIN}"><sheetData><row><c t="str"><v>&l9;</v></c></row></sheetData></worksheet>`;
}

function blankRows(count: number): string {
  return Array.from(
    { length: count - 1 },
    (_, i) => `<row r="${i + 2}" s="1" customFormat="1"><c r="A${i + 2}" s="1"/></row>`,
  ).join('');
}

function numberRows(rows: number, columns = 2): string {
  const cells = Array.from({ length: columns }, (_, i) => `<c><v>${i}.25</v></c>`).join('');
  return Array.from({ length: rows }, (_, i) => `<row r="${i + 1}">${cells}</row>`).join('');
}

function merges(count: number): string {
  const refs = Array.from({ length: count }, (_, i) => `<mergeCell ref="B${2 * i + 1}:D${2 * i + 2}"/>`);
  return `<mergeCells count="${count}">${refs.join('')}</mergeCells>`;
}

function validations(): string {
  const list = ['A1:XFD1048576', 'B1:B1048576', 'C1:C1048576'].map(
    (ref) => `<dataValidation type="list" allowBlank="1" sqref="${ref}"><formula1>"是,否"</formula1></dataValidation>`,
  );
  return `<dataValidations count="3">${list.join('')}</dataValidations>`;
}

/** Two directory entries for the same bytes. */
function overlapping(): Buffer {
  const zip = makeZip([
    ...bookParts({ sheets: [{ name: '表', data: ONE }] }),
    { name: 'other.bin', content: 'x'.repeat(50) },
  ]);
  const last = zip.lastIndexOf('PK\x01\x02', undefined, 'latin1');
  zip.writeUInt32LE(zip.indexOf('PK\x03\x04', 4, 'latin1'), last + 42);
  return zip;
}

function flipBytes(honest: Buffer): Buffer {
  const rotten = Buffer.from(honest);
  const sheet = rotten.indexOf('sheet1.xml');
  for (let i = 0; i < 20; i++) rotten[sheet + 40 + i * 3] = (rotten[sheet + 40 + i * 3] as number) ^ 0x55;
  return rotten;
}
