// Files that are not what they should be: each with the answer it must get. All of them are small and harmless to any
// program; where a guard is to stop one, the guard is given a small limit.
import type { ReadLimits } from '#electron/excel/read/limits.ts';
import { makeOle } from './make-ole.ts';
import { bookParts, MAIN, makeSheet } from './make-sheets.ts';
import { makeZip, type ZipPart } from './make-zip.ts';

export interface HostileFile {
  name: string;
  bytes: Buffer;
  /** The code of the refusal, or the number of rows that must come out. */
  expected: string | number;
  /** The limits under which it is read. */
  limits: Partial<ReadLimits>;
}

const ONE = '<row r="1"><c r="A1"><v>1</v></c></row>';

/** Replaces the sheet part of an ordinary book. */
function withSheet(part: Omit<ZipPart, 'name'>): Buffer {
  return makeZip(
    bookParts({ sheets: [{ name: '表', data: '' }], parts: [{ name: 'xl/worksheets/sheet1.xml', ...part }] }),
  );
}

export function makeHostileFiles(): HostileFile[] {
  const honest = makeSheet(ONE);
  const filler = sheetOf(blankRows(200));
  const files: [string, Buffer, string | number, Partial<ReadLimits>?][] = [
    ['a part larger than allowed', withSheet({ content: filler }), 'too-large', { partBytes: 2_000 }],
    [
      'a part packed closer than allowed',
      withSheet({ content: filler }),
      'too-large',
      { ratio: 3, ratioFromBytes: 1_000 },
    ],
    ['a part larger than its header says', withSheet({ content: filler, size: 1_000 }), 'too-large'],
    ['a part smaller than its header says', withSheet({ content: sheetOf(ONE), size: 1_000 }), 'damaged'],
    ['packed size beyond the file', withSheet({ content: sheetOf(ONE), packedSize: 4_000 }), 'damaged'],
    ['wrong CRC', withSheet({ content: sheetOf(ONE), crc: 7 }), 'damaged'],
    ['unknown compression', withSheet({ content: ONE, method: 99 }), 'damaged'],
    ['zip with password', withSheet({ content: ONE, flags: 1 }), 'encrypted'],
    ['parts that overlap', overlapping(), 'damaged'],
    [
      'two parts of the same name',
      makeZip([...bookParts({ sheets: [{ name: '表', data: ONE }] }), { name: 'xl/WORKBOOK.xml', content: '' }]),
      'damaged',
    ],
    [
      'more parts than allowed',
      makeSheet(ONE, { parts: Array.from({ length: 20 }, (_, i) => ({ name: `x${i}`, content: '' })) }),
      'too-large',
      { entries: 20 },
    ],
    [
      'names that leave the archive',
      makeSheet(ONE, { parts: ['../x.txt', 'a/../../b.txt', 'C:/x.txt'].map((name) => ({ name, content: '' })) }),
      1,
    ],
    ['a document type', withSheet({ content: `<!DOCTYPE worksheet [<!ENTITY unit "元">]>${sheetOf(ONE)}` }), 'damaged'],
    ['blank formatted rows', makeSheet(ONE + blankRows(300)), 1, { cells: 1 }],
    ['one cell in the last corner', makeSheet('<row r="40"><c r="J40"><v>1</v></c></row>'), 1, SMALL],
    ['a cell beyond the last column', makeSheet('<row r="1"><c r="K1"><v>1</v></c></row>'), 'damaged', SMALL],
    ['a row beyond the last', makeSheet('<row r="41"><c r="A1"><v>1</v></c></row>'), 'damaged', SMALL],
    ['as many merges as allowed', makeSheet(ONE, { after: merges(20) }), 1, { merges: 20 }],
    ['more merges than allowed', makeSheet(ONE, { after: merges(21) }), 'too-large', { merges: 20 }],
    [
      'a merge of the whole sheet',
      makeSheet(ONE, { after: '<mergeCells><mergeCell ref="A1:J40"/></mergeCells>' }),
      1,
      SMALL,
    ],
    [
      'merges over one another',
      makeSheet(numberRows(20), { after: `<mergeCells>${'<mergeCell ref="B1:J40"/>'.repeat(5)}</mergeCells>` }),
      'too-large',
      { mergeSteps: 50 },
    ],
    ['a dimension that lies', makeSheet(ONE, { before: '<dimension ref="A1:J40"/>' }), 1],
    [
      'columns hidden beyond the last',
      makeSheet(ONE, { before: `<cols>${'<col min="1" max="20" hidden="1"/>'.repeat(3)}</cols>` }),
      1,
      SMALL,
    ],
    ['a shared string that does not exist', makeSheet('<row><c t="s"><v>7</v></c></row>'), 'damaged'],
    [
      'elements nested deeper than allowed',
      withSheet({ content: `<worksheet>${'<a>'.repeat(12)}${'</a>'.repeat(12)}</worksheet>` }),
      'too-large',
      { depth: 10 },
    ],
    ['a text longer than a cell', makeSheet(textRow(30)), 'too-large', { cellCharacters: 29 }],
    ['a text as long as a cell', makeSheet(textRow(30)), 1, { cellCharacters: 30 }],
    [
      'a formula longer than a cell',
      makeSheet('<row><c><f>1+1+1+1+1+1</f><v>6</v></c></row>'),
      'too-large',
      { cellCharacters: 10 },
    ],
    ['more text than allowed', makeSheet(textRow(30)), 'too-large', { characters: 29 }],
    ['more cells than allowed', makeSheet(numberRows(10, 5)), 'too-large', { cells: 49 }],
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
    ['the first bytes of an OLE2 header', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'damaged'],
    ['an encrypted .xlsx', makeOle('EncryptedPackage'), 'encrypted'],
    [
      'an encrypted .xls',
      makeOle('Workbook', Buffer.from('090808000006050000000000' + '2f000200' + '0000', 'hex')),
      'encrypted',
    ],
    ['a Word document', makeOle('WordDocument'), 'not-a-workbook'],
  ];
  return files.map(([name, bytes, expected, limits = {}]) => ({ name, bytes, expected, limits }));
}

/** A sheet of 40 rows and 10 columns. */
const SMALL: Partial<ReadLimits> = { rows: 40, columns: 10 };

function sheetOf(data: string): string {
  return `<worksheet xmlns="${MAIN}"><sheetData>${data}</sheetData></worksheet>`;
}

function textRow(length: number): string {
  return `<row><c t="str"><v>${'甲'.repeat(length)}</v></c></row>`;
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
