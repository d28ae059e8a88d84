// Bounded fuzzing with a fixed seed: damaged copies of real files end in a book or a Chinese sentence, never in a crash.
import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { read as readSheetJs, write } from '@e965/xlsx';
import { expect, it } from 'vitest';
import { ReadError, readWorkbookBytes } from '#electron/excel/read/index.ts';
import { startBudget } from '#electron/excel/read/limits.ts';
import { readZipDirectory } from '#electron/excel/read/zip-directory.ts';
import { cryptoApi, encipherXls } from '#test/support/encipher-xls.ts';
import { createRandom } from '#test/support/make-bench-book.ts';
import { makeOleTree } from '#test/support/make-ole.ts';
import { double, makeExcel95, makeXlsStream, record, wide } from '#test/support/make-xls.ts';
import { makeZip } from '#test/support/make-zip.ts';

const fixture = (name: string) => readFileSync(new URL(`../../../../fixtures/${name}`, import.meta.url));
const random = createRandom(53_04_02);
const pick = (count: number) => Math.floor(random() * count);

/** One to eight small injuries: bytes changed, doubled, cut out, or numbers set to extremes. */
function mutate(original: Buffer): Buffer {
  let bytes = Buffer.from(original);
  for (let n = 1 + pick(8); n > 0 && bytes.length > 16; n--) {
    const at = pick(bytes.length - 8);
    const length = 1 + pick(24);
    switch (pick(6)) {
      case 0:
        bytes[at] = pick(256);
        break;
      case 1:
        bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
        break;
      case 2:
        bytes = Buffer.concat([bytes.subarray(0, at + length), bytes.subarray(at)]);
        break;
      case 3:
        bytes.writeUInt32LE([0, 1, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff][pick(6)] as number, at);
        break;
      case 4:
        bytes = bytes.subarray(0, at);
        break;
      default:
        bytes = Buffer.concat([
          bytes.subarray(0, at),
          Buffer.from(TOKENS[pick(TOKENS.length)] as string),
          bytes.subarray(at),
        ]);
    }
  }
  return bytes;
}

const TOKENS = [
  '<',
  '>',
  '"',
  '&',
  '&#0;',
  '</c>',
  '<row r="99999999">',
  '<c r="ZZZZ9">',
  ']]>',
  '<!--',
  '<!DOCTYPE a>',
  '\0',
  '\ufffd',
  '="',
  ' title="<td',
  '\t,',
  '\r',
  '\u001a',
  '<![CDATA[',
  '<table><tr><td>',
  '</table>',
  '<script>',
];

/** The package with one of its parts injured and everything around it sound, so that the reader gets that far. */
function mutatePart(zip: Buffer): Buffer {
  const { entries } = readZipDirectory(zip, startBudget());
  const victim = pick(entries.length);
  return makeZip(
    entries.map((entry, i) => {
      const packed = zip.subarray(entry.dataStart, entry.dataStart + entry.packedSize);
      const content = entry.method === 0 ? packed : inflateRawSync(packed);
      return { name: entry.name, content: i === victim ? mutate(content) : content };
    }),
  );
}

async function outcome(bytes: Buffer): Promise<string> {
  try {
    const book = await readWorkbookBytes(bytes, '变异.xlsx', { milliseconds: 10_000 });
    expect(book.sheets.length).toBeGreaterThan(0);
    return 'read';
  } catch (error) {
    expect(error).toBeInstanceOf(ReadError);
    const { code, message } = error as ReadError;
    expect(message).toMatch(/^“变异\.xlsx”：.*[\u4e00-\u9fff].*。$/);
    expect(['too-slow', 'cancelled', 'cannot-read']).not.toContain(code);
    return code;
  }
}

const excel95 = makeExcel95(
  Array.from({ length: 40 }, (_, i) => record(0x0204, i, 0, 0, 4, Buffer.from('cfeec4bf', 'hex'))),
);
const bare = Buffer.concat([
  record(0x0809, 0, 0x0010, 0, 0),
  ...Array.from({ length: 40 }, (_, i) => record(0x0204, i, 0, 0, 4, Buffer.from('cfeec4bf', 'hex'))),
  record(0x000a),
]);
const sheet = (name: string, pass: Buffer[] = []) =>
  makeXlsStream([{ name, records: [record(0x0204, 0, 0, 0, wide('项目')), record(0x0203, 0, 1, 0, double(1))] }], pass);
const withObject = makeOleTree([
  { name: 'MBD1', streams: [{ name: 'Workbook', content: sheet('附件') }] },
  { name: 'Workbook', content: sheet('项目库') },
]);
const { pass, change } = cryptoApi('VelvetSweatshop', 128);
const enciphered = encipherXls((record) => sheet('项目库', [record]), pass, change);
const small = fixture('daye-plan-2024.xlsx');
const convert = (bookType: 'ods' | 'xlml' | 'html' | 'csv') =>
  Buffer.from(write(readSheetJs(small), { type: 'buffer', bookType }));

const oddPage = Buffer.from(
  '<!-- a --><html><body><p>单位：元</p><table><caption>表<colgroup><col span=2 style="display:none"></colgroup>'.concat(
    `<tr><td title="<100" x:num='1.5'>1.5<td x:str="a&amp;b" colspan=2>a<td rowspan="3"><table><tr><td>内</table><![if x]>`.repeat(
      30,
    ),
  ),
);
const oddFields = Buffer.from(
  'sep=;\r\n编号;名称;"金额"\r\n'.concat('="00123";"甲;乙\n""丙""";5\t\r\n0530402\t;=“x”;=SUM(A1)\n'.repeat(30)),
  'utf16le',
);

it.each<[string, number, () => Buffer]>([
  ['parts of an .xlsx', 80, () => mutatePart(small)],
  ['parts of a large .xlsx', 10, () => mutatePart(fixture('hongta-annex-514.xlsx'))],
  ['an .xlsx as a whole', 30, () => mutate(small)],
  ['an .xls as a whole', 60, () => mutate(fixture('daye-plan-2024.xls'))],
  ['an Excel 95 file', 20, () => mutate(excel95)],
  ['a bare stream', 20, () => mutate(bare)],
  ['an .xls with an embedded object', 30, () => mutate(withObject)],
  ['an enciphered .xls', 30, () => mutate(enciphered)],
  ['an .xls enciphered by LibreOffice', 20, () => mutate(fixture('protected-rc4.xls'))],
  ['an enciphered .xlsx', 10, () => mutate(fixture('protected-agile.xlsx'))],
  ['parts of an .ods', 30, () => mutatePart(convert('ods'))],
  ['SpreadsheetML 2003', 15, () => mutate(convert('xlml'))],
  ['HTML', 15, () => mutate(convert('html'))],
  ['a page of odd markup', 60, () => mutate(oddPage)],
  ['a table of odd fields', 60, () => mutate(oddFields)],
  ['a text table', 15, () => mutate(convert('csv'))],
])('%s, %d times', async (_name, times, make) => {
  const outcomes = new Set<string>();
  for (let i = 0; i < times; i++) outcomes.add(await outcome(make()));
  // Injuries that never change anything would prove nothing.
  expect([...outcomes].some((one) => one !== 'read') || times < 20).toBe(true);
});
