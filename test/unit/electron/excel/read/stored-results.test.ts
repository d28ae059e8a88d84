// Results of programs that never calculate are none; those of programs that do stay, 0 and the empty text among them.
import { describe, expect, it } from 'vitest';
import { readWorkbookBytes } from '#electron/excel/read/index.ts';
import { bookParts, escapeXml, MAIN, makeSheet } from '#test/support/make-sheets.ts';
import { double, makeXls, record, u32, wide } from '#test/support/make-xls.ts';
import { makeZip } from '#test/support/make-zip.ts';
import { showCells } from '#test/support/show-cells.ts';

/** Cells as in XML: A1 to D1 hold 5, 0, '' (nothing) and the text 甲; formulas follow from row 2 on. */
const DATA = '<row r="1"><c r="A1"><v>5</v></c><c r="B1"><v>0</v></c><c r="D1" t="str"><v>甲</v></c></row>';

async function readXlsx(formulas: [formula: string, type: string, stored: string][], calculation: string) {
  const rows = formulas.map(
    ([formula, type, stored], i) =>
      `<row r="${i + 2}"><c r="A${i + 2}"${type === '' ? '' : ` t="${type}"`}><f>${escapeXml(formula)}</f><v>${stored}</v></c></row>`,
  );
  const parts = bookParts({ sheets: [{ name: '表', data: DATA + rows.join('') }] }).map((part) =>
    part.name === 'xl/workbook.xml'
      ? { ...part, content: String(part.content).replace('</sheets>', `</sheets>${calculation}`) }
      : part,
  );
  const cells = showCells(await readWorkbookBytes(makeZip(parts), 'a.xlsx'));
  return formulas.map((_, i) => cells[`A${i + 2}`]?.split(' =')[0]);
}

const ON_LOAD = '<calcPr calcId="124519" fullCalcOnLoad="1"/>';

describe('zeros', () => {
  it('of a writer that only stores 0 and asks for calculation are none, unless the formula gives 0', async () => {
    const zeros: [string, string, string][] = [
      ['SUM(A1:C1)', '', '0'],
      ['A1+B1', '', '0'],
      ['A1*2', '', '0'],
      ['VLOOKUP(A1,表2!A:B,2,0)', '', '0'],
      ['D1', '', '0'],
      ['A2', '', '0'],
      ['SUM(B1:C1)', '', '0'],
      ['A1-5', '', '0'],
    ];
    const expected = ['none', 'none', 'none', 'none', 'none', 'none', 'n:0', 'n:0'];
    for (const calculation of [
      ON_LOAD,
      '<calcPr calcId="999999" fullCalcOnLoad=" true "/>',
      '<calcPr calcCompleted="0"/>',
    ])
      expect(await readXlsx(zeros, calculation)).toEqual(expected);
    for (const calculation of ['', '<calcPr calcId="191029"/>', '<calcPr fullCalcOnLoad="0"/>'])
      expect(await readXlsx(zeros, calculation)).toEqual(zeros.map(() => 'n:0'));
  });

  it('of a writer that calculates stay, except where the cells give something else', async () => {
    expect(
      await readXlsx(
        [
          ['SUM(A1:C1)', '', '5'],
          ['SUMIF(表2!A:A,A1,表2!B:B)', '', '0'],
          ['IF(D1="甲",B1,A1)', '', '0'],
          ['ROUND(B1*0.6,2)', '', '0'],
          ['SUM(A1:C1)', '', '0'],
          ['A1*10000', '', '0'],
          ['SUM(A6:A7)', '', '0'],
        ],
        ON_LOAD,
      ),
    ).toEqual(['n:5', 'n:0', 'n:0', 'n:0', 'none', 'none', 'none']);
  });

  it('of other kinds were calculated by somebody', async () => {
    expect(
      await readXlsx(
        [
          ['A1>9', 'b', '0'],
          ['D1&"0"', 'str', '0'],
          ['1/0', 'e', '#DIV/0!'],
        ],
        ON_LOAD,
      ),
    ).toEqual(['b:FALSE', 't:0', 'e:#DIV/0!']);
  });
});

describe('empty texts', () => {
  it('are none where the formula gives a number, and real where it gives an empty text', async () => {
    const empties: [string, string, string][] = [
      ['A1+B1', 'str', ''],
      ['SUM(A1:C1)', 'str', ''],
      ['SUMIF(表2!A:A,A1,表2!B:B)', 'str', ''],
      ['IF(A1>0,"","缺")', 'str', ''],
      ['IF(A1>9,"","缺")', 'str', ''],
      ['D1&""', 'str', ''],
      ['C1&""', 'str', ''],
    ];
    const expected = ['none', 'none', 'none', 't:', 'none', 'none', 't:'];
    expect(await readXlsx(empties, '')).toEqual(expected);
    expect(await readXlsx(empties, ON_LOAD)).toEqual(expected);
  });

  it('of what cannot be told are real, unless the writer stores no result at all', async () => {
    const lookup: [string, string, string] = ['IFERROR(VLOOKUP(A1,表2!A:B,2,0),"")', 'str', ''];
    expect(await readXlsx([lookup], '')).toEqual(['t:']);
    expect(await readXlsx([lookup, ['A1*2', '', '10']], ON_LOAD)).toEqual(['t:', 'n:10']);
    expect(await readXlsx([lookup], ON_LOAD)).toEqual(['none']);
    expect(await readXlsx([lookup, ['A1*2', 'str', '']], '')).toEqual(['none', 'none']);
  });
});

describe('.xls', () => {
  const EMPTY = Buffer.from([3, 0, 0, 0, 0, 0, 0xff, 0xff]);
  const ref = (column: number) => Buffer.from([0x44, 0, 0, column, 0xc0]);
  const plus = Buffer.concat([ref(0), ref(1), Buffer.from([0x03])]);
  /** IF(A1>0,"","x"). */
  const condition = (than: number) =>
    Buffer.concat([ref(0), Buffer.from([0x1e, than, 0, 0x0d, 0x17, 0, 0, 0x17, 1, 0, 0x78, 0x22, 3, 1, 0])]);
  const unknown = Buffer.from([0x7f]);
  const formula = (row: number, result: Buffer, tokens: Buffer, flags = 0) =>
    record(0x0006, row, 5, 0, result, flags, u32(0), tokens.length, tokens);
  const data = [record(0x0203, 0, 0, 0, double(5)), record(0x0203, 0, 1, 0, double(2))];
  const CALCULATED = record(0x01c1, 0x01c1, 0, u32(0x18d54));

  async function read(records: Buffer[], globals: Buffer[] = []) {
    const cells = showCells(
      await readWorkbookBytes(makeXls([{ name: '表', records: [...data, ...records] }], globals), 'a.xls'),
    );
    return Object.keys(cells)
      .filter((at) => at.startsWith('F'))
      .map((at) => cells[at]?.split(' =')[0]);
  }

  it('of a program that never calculates has no results, but where the formula gives an empty text', async () => {
    const formulas = [plus, condition(0), condition(9), unknown].map((tokens, i) => formula(i, EMPTY, tokens));
    expect(await read(formulas)).toEqual(['none', 't:', 'none', 'none']);
  });

  it('of a program that calculates keeps empty texts and zeros', async () => {
    const formulas = [formula(0, double(7), plus), formula(1, EMPTY, unknown), formula(2, double(0), unknown)];
    for (const globals of [[], [CALCULATED]]) expect(await read(formulas, globals)).toEqual(['n:7', 't:', 'n:0']);
    expect(await read([formula(1, EMPTY, unknown), formula(2, double(0), unknown)], [CALCULATED])).toEqual([
      't:',
      'n:0',
    ]);
  });

  it.each<[string, Buffer[], Buffer[]]>([
    ['no word of who calculated it', [], []],
    ['a formula flagged so', [CALCULATED], [formula(3, double(0), plus, 3)]],
    ['a sheet marked as not calculated', [CALCULATED], [record(0x005e, 0)]],
  ])('with zeros only and %s has no results', async (_name, globals, more) => {
    const results = await read([formula(0, double(0), plus), formula(1, double(0), unknown), ...more], globals);
    expect(new Set(results)).toEqual(new Set(['none']));
  });

  it('that says who calculated it has results', async () => {
    expect(await read([formula(0, double(0), plus)], [CALCULATED])).toEqual(['n:0']);
  });

  it('takes a text result from the record behind it', async () => {
    const text = Buffer.from([0, 0, 0, 0, 0, 0, 0xff, 0xff]);
    expect(await read([formula(0, text, unknown), record(0x0207, wide('甲'))])).toEqual(['t:甲']);
  });
});

describe('other formats', () => {
  it('SpreadsheetML with empty texts for sums', async () => {
    const xml =
      '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="表"><Table>' +
      '<Row><Cell><Data ss:Type="Number">5</Data></Cell><Cell ss:Formula="=RC[-1]*2"><Data ss:Type="String"></Data></Cell></Row></Table></Worksheet></Workbook>';
    expect(showCells(await readWorkbookBytes(Buffer.from(xml), 'a.xml')).B1).toBe('none =RC[-1]*2');
  });

  it('a circle of formulas ends', async () => {
    const data = '<row r="1"><c r="A1"><f>B1+1</f><v>0</v></c><c r="B1"><f>A1+1</f><v>0</v></c></row>';
    const book = await readWorkbookBytes(
      makeSheet(data, {
        parts: [
          {
            name: 'xl/workbook.xml',
            content: `<workbook xmlns="${MAIN}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets>${ON_LOAD}</workbook>`,
          },
        ],
      }),
      'a.xlsx',
    );
    expect(showCells(book)).toEqual({ A1: 'none =B1+1', B1: 'none =A1+1' });
  });
});
