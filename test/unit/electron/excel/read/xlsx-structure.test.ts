// How an .xlsx is put together: parts, sheets, hidden things, merges, and the odd habits of producers.
import { describe, expect, it } from 'vitest';
import { readWorkbookBytes } from '#electron/excel/read/index.ts';
import { type BookSource, bookParts, MAIN, makeBook, makeSheet } from '#test/support/make-sheets.ts';
import { makeZip } from '#test/support/make-zip.ts';
import { showCells } from '#test/support/show-cells.ts';

const one = '<row r="1"><c r="A1"><v>1</v></c></row>';

const read = (book: BookSource) => readWorkbookBytes(makeBook(book), 'book.xlsx');

describe('the book', () => {
  it('gives the sheets in the order of the tabs, with the hidden ones marked', async () => {
    const book = await read({
      sheets: [
        { name: '汇总', data: one },
        { name: '底稿&amp;备查', data: one, state: 'hidden' },
        { name: '参数', data: one, state: 'veryHidden' },
      ],
    });
    expect(book.sheets.map((sheet) => [sheet.name, sheet.hidden])).toEqual([
      ['汇总', false],
      ['底稿&备查', true],
      ['参数', true],
    ]);
    expect(book.format).toBe('xlsx');
  });

  it('follows the relationships wherever they lead, absolute or relative, in any case', async () => {
    const parts = bookParts({ sheets: [{ name: '表', data: one }] });
    const moved = parts.map((part) => {
      if (part.name === '_rels/.rels')
        return { ...part, content: String(part.content).replace('xl/workbook', '/book/main') };
      if (part.name === 'xl/workbook.xml') return { ...part, name: 'book/main.xml' };
      if (part.name === 'xl/_rels/workbook.xml.rels') {
        return {
          name: 'book/_rels/main.xml.rels',
          content: String(part.content).replace('worksheets/sheet1.xml', '/Data/SHEET1.xml'),
        };
      }
      return part.name.includes('worksheets') ? { ...part, name: 'data/sheet1.xml' } : part;
    });
    expect(showCells(await readWorkbookBytes(makeZip(moved), 'b'))).toEqual({ A1: 'n:1' });
  });

  it('reads parts named with backslashes and prefixed elements, as some .NET programs write them', async () => {
    const prefixed =
      `<?xml version="1.0"?><x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c>` +
      '<x:c r="B1"><x:f>A1</x:f><x:v>2</x:v></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref="C1:D1"/></x:mergeCells></x:worksheet>';
    const strings = `<?xml version="1.0"?><x:sst xmlns:x="${MAIN}"><x:si><x:t>衔接</x:t></x:si></x:sst>`;
    const parts = bookParts({
      sheets: [{ name: '表', data: '', xml: prefixed }],
      parts: [{ name: 'xl/sharedStrings.xml', content: strings }],
    });
    const zip = makeZip(parts.map((part) => ({ ...part, name: part.name.replaceAll('/', '\\') })));
    const book = await readWorkbookBytes(zip, 'b');
    expect(showCells(book)).toEqual({ A1: 't:衔接', B1: 'n:2 =A1' });
    expect(book.sheets[0]?.merges).toEqual([{ top: 1, left: 3, bottom: 1, right: 4 }]);
  });

  it.each(['utf-16le', 'utf-16be'] as const)('reads parts in %s', async (encoding) => {
    const xml = `\ufeff<?xml version="1.0" encoding="UTF-16"?><worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1" t="str"><v>乡村</v></c></row></sheetData></worksheet>`;
    const little = Buffer.from(xml, 'utf16le');
    const content = encoding === 'utf-16le' ? little : Buffer.from(little).swap16();
    const parts = bookParts({
      sheets: [{ name: '表', data: '' }],
      parts: [{ name: 'xl/worksheets/sheet1.xml', content }],
    });
    expect(showCells(await readWorkbookBytes(makeZip(parts), 'b'))).toEqual({ A1: 't:乡村' });
  });

  it('reads stored parts, strict namespaces, and does without styles and shared strings', async () => {
    const parts = bookParts({ sheets: [{ name: '表', data: one }] })
      .filter((part) => !/styles|sharedStrings/.test(part.name))
      .map((part) => ({
        ...part,
        stored: true,
        content: String(part.content).replaceAll(
          'schemas.openxmlformats.org/officeDocument/2006',
          'purl.oclc.org/ooxml/officeDocument',
        ),
      }));
    expect(showCells(await readWorkbookBytes(makeZip(parts), 'b'))).toEqual({ A1: 'n:1' });
  });

  it('says that macros were ignored and that charts hold no cells', async () => {
    const parts = bookParts({
      sheets: [
        { name: '表', data: one },
        { name: '图', data: '' },
      ],
      parts: [{ name: 'xl/vbaProject.bin', content: 'macro' }],
    }).map((part) =>
      part.name === 'xl/_rels/workbook.xml.rels'
        ? { ...part, content: String(part.content).replace(/worksheet(" Target="worksheets\/sheet2)/, 'chartsheet$1') }
        : part,
    );
    const book = await readWorkbookBytes(makeZip(parts), 'b.xlsm');
    expect(book.notes).toEqual(['文件带有宏，宏没有运行，也不导入。', '“图”不是表格（图表或宏表），没有读取。']);
    expect(book.sheets.map((sheet) => sheet.name)).toEqual(['表']);
  });

  it('treats a sheet named like a property of objects as any other', async () => {
    const book = await read({ sheets: [{ name: '__proto__', data: one }] });
    expect(book.sheets[0]?.name).toBe('__proto__');
  });
});

describe('the sheet', () => {
  it('knows hidden rows and columns', async () => {
    const data =
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"><c r="A2"><v>2</v></c></row><row r="3" ht="0" customHeight="1"><c r="A3"><v>3</v></c></row>';
    const before =
      '<cols><col min="2" max="3" hidden="1" width="9"/><col min="5" max="5" width="0"/><col min="7" max="7" width="3"/></cols>';
    const sheet = (await readWorkbookBytes(makeSheet(data, { before }), 'b')).sheets[0];
    expect(sheet?.rows.map((row) => row.hidden)).toEqual([false, true, true]);
    expect(sheet?.hiddenColumns).toEqual([2, 3, 5]);
  });

  it('does without row numbers, and orders rows that are not in order', async () => {
    expect(
      showCells(await readWorkbookBytes(makeSheet('<row><c><v>1</v></c></row><row/><row><c><v>3</v></c></row>'), 'b')),
    ).toEqual({
      A1: 'n:1',
      A3: 'n:3',
    });
    const unordered =
      '<row r="5"><c r="A5"><v>5</v></c></row><row r="2"><c r="A2"><v>2</v></c></row><row r="5"><c r="B5"><v>6</v></c></row>';
    const book = await readWorkbookBytes(makeSheet(unordered), 'b');
    expect(book.sheets[0]?.rows.map((row) => [row.row, row.cells.length])).toEqual([
      [2, 1],
      [5, 2],
    ]);
  });

  it('believes the cells, not the dimension', async () => {
    for (const dimension of ['A1', 'A1:Z99', 'nonsense']) {
      const book = await readWorkbookBytes(makeSheet(one, { before: `<dimension ref="${dimension}"/>` }), 'b');
      expect(book.sheets[0]?.rows.length).toBe(1);
    }
  });

  it('keeps merges as ranges, overlapping ones too, and says which covered cells held something', async () => {
    const data =
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c></row><row r="2"><c r="A2"><v>4</v></c></row>';
    const after =
      '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="B1:C1"/><mergeCell ref="E5"/><mergeCell ref="A9:XFD9"/></mergeCells>';
    const book = await readWorkbookBytes(makeSheet(data, { after }), 'b');
    expect(showCells(book)).toEqual({ A1: 'n:1' });
    expect(book.sheets[0]?.merges).toEqual([
      { top: 1, left: 1, bottom: 2, right: 2 },
      { top: 1, left: 2, bottom: 1, right: 3 },
      { top: 9, left: 1, bottom: 9, right: 16384 },
    ]);
    expect(book.notes).toEqual(['表“表”有 3 个单元格（首个 B1）被合并单元格盖住但仍有内容，屏幕上看不到，未读取。']);
  });

  it('pays no attention to data validations, filters and conditional formats', async () => {
    const after =
      '<autoFilter ref="A1:C9"/><conditionalFormatting sqref="A1:C9"><cfRule type="expression"><formula>1</formula></cfRule></conditionalFormatting>' +
      '<dataValidations count="1"><dataValidation type="list" sqref="A1:C9"><formula1>"是,否"</formula1></dataValidation></dataValidations>';
    expect(showCells(await readWorkbookBytes(makeSheet(one, { after }), 'b'))).toEqual({ A1: 'n:1' });
  });
});
