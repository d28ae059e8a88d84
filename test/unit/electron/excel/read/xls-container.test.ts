// Where the records of an .xls lie: the root of an OLE2 container and nothing below it, or no container at all.
import { describe, expect, it } from 'vitest';
import { readWorkbookBytes } from '#electron/excel/read/index.ts';
import { makeOleTree, type OleStorage, type OleStream } from '#test/support/make-ole.ts';
import { double, makeExcel95Stream, makeXlsStream, record, u32, wide } from '#test/support/make-xls.ts';
import { showCells } from '#test/support/show-cells.ts';

const read = (bytes: Buffer) => readWorkbookBytes(bytes, '台账.xls');
const book = (name: string, text: string) => makeXlsStream([{ name, records: [record(0x0204, 0, 0, 0, wide(text))] }]);
const main = book('项目库', '根');
const other = book('测算表', '附件');
const gbk = (hex: string) => Buffer.from(hex, 'hex');
const label = (row: number, text: Buffer) => record(0x0204, row, 0, 0, text.length, text);
const number = (row: number, value: number) => record(0x0203, row, 1, 0, double(value));
const END = record(0x000a);

describe('containers with embedded objects', () => {
  const embedded = (streamName: string, name = 'MBD0018A3C1'): OleStorage => ({
    name,
    streams: [
      { name: '\x01CompObj', content: Buffer.alloc(100) },
      { name: streamName, content: other },
    ],
  });
  const root: OleStream = { name: 'Workbook', content: main };
  const old: OleStream = { name: 'Book', content: makeExcel95Stream([label(0, gbk('b8f9'))]) };
  const word: OleStorage = { name: 'MBD2', streams: [{ name: 'WordDocument', content: Buffer.alloc(10) }] };

  it.each<[string, (OleStream | OleStorage)[], string, number]>([
    ['an Excel object behind the book', [root, embedded('Workbook')], '项目库', 1],
    ['an Excel object before the book', [embedded('Workbook'), root], '项目库', 1],
    ['several objects', [embedded('Workbook'), embedded('Book', 'MBD1'), root, word], '项目库', 3],
    ['an object inside an object', [{ name: 'MBD9', streams: [embedded('Workbook')] }, root], '项目库', 1],
    ['a book named Book, an object named Workbook', [old, embedded('Workbook')], 'S', 1],
    ['both names for old and new programs', [old, root], '项目库', 0],
    ['a name in other letters', [{ name: 'WORKBOOK', content: main }, embedded('Workbook')], '项目库', 1],
    ['a storage named like the book', [embedded('Workbook', 'Workbook'), root], '项目库', 0],
  ])('%s', async (_name, parts, sheet, objects) => {
    const found = await read(makeOleTree(parts));
    expect(found.sheets.map(({ name }) => name)).toEqual([sheet]);
    expect(showCells(found)).toEqual({ A1: 't:根' });
    const note = `表里嵌有 ${objects} 个对象（如另一张表或文档），其中的内容没有读取。`;
    expect(found.notes).toEqual(objects === 0 ? [] : [note]);
  });

  it.each([
    ['WordDocument', 'Word'],
    ['PowerPoint Document', '演示文稿'],
    ['Contents', '其他程序'],
  ])('refuses a %s that has an Excel object', async (stream, word) => {
    const file = makeOleTree([{ name: stream, content: Buffer.alloc(10) }, embedded('Workbook')]);
    await expect(read(file)).rejects.toMatchObject({
      code: 'not-a-workbook',
      message: expect.stringContaining(word),
    });
  });

  it('finds the book where links of the directory are broken, and still not in an object', async () => {
    for (const link of [77, 0xffffffff]) {
      const file = makeOleTree([embedded('Workbook'), root]);
      const directory = file.indexOf(Buffer.from('Root Entry', 'utf16le'));
      file.writeUInt32LE(link, directory + 76);
      expect((await read(file)).sheets.map(({ name }) => name)).toEqual(['项目库']);
    }
  });
});

describe('records without a container', () => {
  const bof = (type: number, version: number, kind = 0x0010) => record(type, version, kind, 0, 0);
  const bare = (...records: Buffer[]) => read(Buffer.concat(records));

  it.each<[string, Buffer]>([
    ['as PHP programs write it', bof(0x0809, 0)],
    ['of Excel 95', bof(0x0809, 0x0500)],
    ['of Excel 4', bof(0x0409, 0x0400)],
    ['of Excel 3', bof(0x0209, 0x0300)],
  ])('%s', async (_name, first) => {
    const found = await bare(first, label(0, gbk('cfeec4bf')), number(0, 1.5), END);
    expect(showCells(found)).toEqual({ A1: 't:项目', B1: 'n:1.5' });
    expect(found.sheets[0]?.name).toBe('台账');
    expect(found.format).toBe('xls');
    expect(found.notes).toEqual([]);
  });

  it('of Excel 2', async () => {
    const cell = (column: number, type: number, ...rest: Buffer[]) => record(type, 0, column, Buffer.alloc(3), ...rest);
    const text = cell(0, 0x0004, Buffer.from([4]), gbk('cfeec4bf'));
    expect(showCells(await bare(record(0x0009, 2, 0x0010), text, cell(1, 0x0003, double(2.5)), END))).toEqual({
      A1: 't:项目',
      B1: 'n:2.5',
    });
  });

  it('of Excel 97: one sheet, or a whole book', async () => {
    const sheet = record(0x0809, 0x0600, 0x0010, 0, 0, u32(0), u32(6));
    expect(showCells(await bare(sheet, record(0x0204, 0, 0, 0, wide('项目')), number(0, 3), END))).toEqual({
      A1: 't:项目',
      B1: 'n:3',
    });
    expect((await read(main)).sheets.map(({ name }) => name)).toEqual(['项目库']);
  });

  it.each([
    ['GBK', 'cfeec4bf', '项目'],
    ['UTF-8', 'e9a1b9e79bae', '项目'],
    ['rare characters of GB18030', '8139ef30', '㐁'],
    ['ASCII', '414243', 'ABC'],
  ])('with texts in %s', async (_name, hex, text) => {
    expect(showCells(await bare(bof(0x0809, 0), label(0, gbk(hex)), number(0, 1), END))).toEqual({
      A1: `t:${text}`,
      B1: 'n:1',
    });
  });

  it('without the record at the end: read, and told', async () => {
    const found = await bare(bof(0x0809, 0), label(0, gbk('cfeec4bf')), number(0, 1));
    expect(showCells(found)).toEqual({ A1: 't:项目', B1: 'n:1' });
    expect(found.notes).toEqual(['文件没有结束标记，可能不完整，请核对读到的行数。']);
  });

  it('cut within a record: refused', async () => {
    const whole = Buffer.concat([bof(0x0809, 0), label(0, gbk('cfeec4bf')), number(0, 1)]);
    for (const less of [1, 5, 11, 17])
      await expect(read(whole.subarray(0, -less))).rejects.toMatchObject({ code: 'damaged' });
  });
});
