// .xls, .ods, SpreadsheetML 2003, HTML, text tables: the same cells come out whatever a file is called.
import { readFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { utils, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { readWorkbookBytes } from '#electron/excel/read/index.ts';
import { showCells } from '#test/support/show-cells.ts';

const fixture = (name: string) => readFileSync(new URL(`../../../../fixtures/${name}`, import.meta.url));
const read = (content: Uint8Array | string, name = '台账.xls') => readWorkbookBytes(Buffer.from(content), name);

describe('fixtures', () => {
  it.each(['hongta-annex-514', 'daye-plan-2024'])('%s gives the same cells as .xlsx and as .xls', async (name) => {
    const modern = await read(fixture(`${name}.xlsx`));
    const legacy = await read(fixture(`${name}.xls`));
    expect([modern.format, legacy.format]).toEqual(['xlsx', 'xls']);
    expect(legacy.sheets.map((sheet) => sheet.name)).toEqual(modern.sheets.map((sheet) => sheet.name));
    expect(showCells(legacy)).toEqual(showCells(modern));
    expect(Object.keys(showCells(modern)).length).toBeGreaterThan(70);
    const inOrder = (book: typeof modern) => book.sheets[0]?.merges.map((m) => JSON.stringify(m)).sort();
    expect(inOrder(legacy)).toEqual(inOrder(modern));
  });

  it.each(['beiguan-allocation-2018', 'hongta-printed-tables', 'yuxi-printed-tables', 'zhoushan-allocation-2019'])(
    '%s is read without a garbled character',
    async (name) => {
      const book = await read(fixture(`${name}.xlsx`));
      const all = book.sheets.flatMap((_, i) => Object.values(showCells(book, i)));
      expect(all.length).toBeGreaterThan(10);
      expect(all.join('')).not.toContain('\ufffd');
      expect(book.notes).toEqual([]);
    },
  );
});

/** One sheet with all kinds of values, written by SheetJS in each format it knows (.xls without the formula). */
function sampleBook() {
  const sheet = utils.aoa_to_sheet([
    ['项目', '金额', null, '是否'],
    ['甲<乙&丙', 12.3456, null, true],
    ['合计', 0],
  ]);
  sheet['!merges'] = [{ s: { r: 0, c: 1 }, e: { r: 0, c: 2 } }];
  sheet.B3 = { t: 'n', v: 0, f: 'B2*0' };
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, '项目表');
  return book;
}

describe('formats written by another program', () => {
  it.each([
    ['biff8', 'xls', undefined],
    ['ods', 'ods', 'B2*0'],
    ['fods', 'ods', 'B2*0'],
    ['xlml', 'xml2003', 'R[-1]C*0'],
    ['xlsx', 'xlsx', 'B2*0'],
  ] as const)('%s', async (bookType, format, formula) => {
    const book = await read(write(sampleBook(), { type: 'buffer', bookType }));
    expect(book.format).toBe(format);
    expect(book.sheets.map((sheet) => sheet.name)).toEqual(['项目表']);
    expect(showCells(book)).toEqual({
      A1: 't:项目',
      B1: 't:金额',
      D1: 't:是否',
      A2: 't:甲<乙&丙',
      B2: 'n:12.3456',
      D2: 'b:TRUE',
      A3: 't:合计',
      B3: formula ? `n:0 =${formula}` : 'n:0',
    });
    expect(book.sheets[0]?.merges).toEqual([{ top: 1, left: 2, bottom: 1, right: 3 }]);
  });

  it.each(['in memory', 'as a stream'])('.xlsx written by exceljs %s', async (way) => {
    const { default: ExcelJS } = await import('exceljs');
    const chunks: Buffer[] = [];
    const stream = new PassThrough().on('data', (chunk: Buffer) => chunks.push(chunk));
    const book = way === 'in memory' ? new ExcelJS.Workbook() : new ExcelJS.stream.xlsx.WorkbookWriter({ stream });
    const sheet = book.addWorksheet('项目表');
    sheet.addRow(['衔接资金', 1234.5, { formula: 'B1*2', result: 0 }, { formula: 'B1', result: 3 }]);
    sheet
      .addRow([new Date(Date.UTC(2025, 2, 1)), true, { richText: [{ text: '富' }, { text: '文本' }] }])
      .getCell(1).numFmt = 'yyyy"年"m"月"';
    sheet.mergeCells('F1:G2');
    if (book instanceof ExcelJS.stream.xlsx.WorkbookWriter) await book.commit();
    else stream.end(Buffer.from(await book.xlsx.writeBuffer()));
    const written = await read(Buffer.concat(chunks));
    expect(showCells(written)).toEqual({
      A1: 't:衔接资金',
      B1: 'n:1234.5',
      C1: 'n:0 =B1*2',
      D1: 'n:3 =B1',
      A2: 'd:2025-03-01',
      B2: 'b:TRUE',
      C2: 't:富文本',
    });
    expect(written.sheets[0]?.merges).toEqual([{ top: 1, left: 6, bottom: 2, right: 7 }]);
  });

  it('says of a binary workbook what to do', async () => {
    await expect(read(write(sampleBook(), { type: 'buffer', bookType: 'xlsb' }))).rejects.toMatchObject({
      code: 'cannot-read',
      message: expect.stringContaining('另存为 .xlsx'),
    });
  });
});
