// Files that are not what they should be: each is read or refused as expected, with a Chinese sentence that names the file.
import { describe, expect, it } from 'vitest';
import { ReadError, readWorkbookBytes } from '#electron/excel/read/index.ts';
import { type HostileFile, makeHostileFiles } from '#test/support/make-hostile.ts';
import { makeSheet } from '#test/support/make-sheets.ts';
import { makeZip } from '#test/support/make-zip.ts';

const files: HostileFile[] = makeHostileFiles();

it('reads or refuses every hostile file as expected', async () => {
  const outcomes: Record<string, string | number> = {};
  for (const { name, bytes, limits } of files) {
    try {
      const book = await readWorkbookBytes(bytes, '附件2.xlsx', limits);
      outcomes[name] = book.sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
    } catch (error) {
      expect(error, name).toBeInstanceOf(ReadError);
      const { code, message } = error as ReadError;
      expect(message, name).toMatch(/^“附件2\.xlsx”：.*[\u4e00-\u9fff].*。$/);
      outcomes[name] = code;
    }
  }
  expect(outcomes).toEqual(Object.fromEntries(files.map((file) => [file.name, file.expected])));
});

it('mentions parts whose names leave the archive', async () => {
  const file = files.find((one) => one.name === 'names that leave the archive') as HostileFile;
  const book = await readWorkbookBytes(file.bytes, 'b');
  expect(book.notes).toEqual(['压缩包里有 3 个部分的名称不正常，已略过。']);
});

describe('the limits of what is inflated', () => {
  const white = Buffer.alloc(2 * 1024 * 1024, 0xff);
  const picture = (name: string) => ({ name, content: white });
  const ROW = '<row r="1"><c r="A1"><v>1</v></c></row>';
  const read = (bytes: Buffer, limits = {}) => readWorkbookBytes(bytes, 'a.xlsx', limits);

  it('do not concern pictures and other parts that nobody reads', async () => {
    const parts = ['xl/media/image1.bmp', 'xl/media/image2.emf', 'docProps/thumbnail.wmf', 'xl/printerSettings1.bin'];
    const file = makeSheet(ROW, { parts: parts.map(picture) });
    expect((await read(file)).sheets[0]?.rows.length).toBe(1);
    expect((await read(file, { partBytes: 100_000, inflatedBytes: 200_000 })).sheets[0]?.rows.length).toBe(1);
    const ods = makeZip([
      { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' },
      {
        name: 'content.xml',
        content:
          '<office:document-content xmlns:office="o" xmlns:table="t"><office:body><office:spreadsheet><table:table table:name="表"><table:table-row><table:table-cell office:value-type="float" office:value="1"/></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>',
      },
      picture('Pictures/1.bmp'),
    ]);
    expect((await read(ods)).sheets[0]?.rows.length).toBe(1);
  });

  it.each(['xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml', 'xl/styles.xml', 'xl/workbook.xml'])(
    'hold for %s',
    async (name) => {
      const file = makeSheet(ROW, { parts: [{ name, content: Buffer.alloc(2 * 1024 * 1024, 0x20) }] });
      await expect(read(file)).rejects.toMatchObject({ code: 'too-large', message: expect.stringContaining(name) });
    },
  );

  it('hold for each part that is read and for all of them together', async () => {
    const data = Array.from({ length: 400 }, (_, i) => `<row r="${i + 1}"><c><v>${i * 7919}</v></c></row>`).join('');
    const file = makeSheet(data);
    await expect(read(file, { partBytes: 10_000 })).rejects.toMatchObject({ code: 'too-large' });
    await expect(read(file, { inflatedBytes: data.length })).rejects.toMatchObject({ code: 'too-large' });
    expect((await read(file, { partBytes: 20_000, inflatedBytes: 40_000 })).sheets[0]?.rows.length).toBe(400);
  });
});

describe('refusals name the true reason', () => {
  const zip = (...names: string[]) => makeZip(names.map((name) => ({ name, content: '<x/>' })));
  it.each<[string, Buffer, string, string]>([
    ['a Word document', zip('[Content_Types].xml', '_rels/.rels', 'word/document.xml'), 'not-a-workbook', 'Word'],
    ['a presentation', zip('[Content_Types].xml', 'ppt/presentation.xml'), 'not-a-workbook', '演示文稿'],
    ['an archive of sheets', zip('2023.xlsx', '2024.xlsx'), 'not-a-workbook', '请先解压'],
    ['a Numbers file', zip('Index/Document.iwa'), 'not-a-workbook', 'Numbers'],
    ['a file of zeros', Buffer.alloc(4096), 'damaged', '空字节'],
    ['a GIF', Buffer.from('GIF89a\x01\x00\x01\x00'), 'not-a-workbook', '图片'],
    [
      'a DTD',
      makeSheet('', { parts: [{ name: 'xl/styles.xml', content: '<!DOCTYPE x><x/>' }] }),
      'damaged',
      'DTD 声明',
    ],
    [
      'an uncommon compression',
      makeSheet('', { parts: [{ name: 'xl/styles.xml', content: '<x/>', method: 9 }] }),
      'damaged',
      '压缩方式',
    ],
  ])('%s', async (_name, bytes, code, word) => {
    const refusal = await readWorkbookBytes(bytes, 'a.xlsx').catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code, message: expect.stringContaining(word) });
    expect(String(refusal)).not.toContain('恶意');
  });

  it('a book of charts only is not called empty', async () => {
    const content =
      '<Relationships xmlns="r"><Relationship Id="rId1" Type="x/chartsheet" Target="worksheets/sheet1.xml"/></Relationships>';
    const file = makeSheet('', { parts: [{ name: 'xl/_rels/workbook.xml.rels', content }] });
    await expect(readWorkbookBytes(file, 'a.xlsx')).rejects.toMatchObject({
      code: 'empty',
      message: expect.stringContaining('没有可读的表：“表”不是表格'),
    });
  });
});
