// Filling an office's own template: their parts stay, references follow the rows, units and totals are theirs.
import { describe, expect, it } from 'vitest';
import { readWorkbookBytes } from '#electron/excel/read/index.ts';
import { fillBytes } from '#electron/excel/write/fill-template.ts';
import { openPackage, zipFiles } from '#electron/excel/write/patch/package.ts';
import { shiftRanges, shiftReferences } from '#electron/excel/write/patch/shift.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { wan } from '#shared/values/money.ts';
import { showCells } from '#test/support/show-cells.ts';
import { makePlan, makeProject } from './fixture-plan.ts';

const INSERT = { first: 6, after: 8, count: 10, grows: true };

describe('shiftReferences', () => {
  it.each([
    ['SUM(H6:H8)', 'SUM(H6:H18)'],
    ['H9+$H$9+H8', 'H19+$H$19+H8'],
    ['SUM(H4:H20)', 'SUM(H4:H30)'],
    ['SUM(9:12)&"H9"', 'SUM(19:22)&"H9"'],
    ["其他!H9+'甲 表'!H9+甲!H9", "其他!H9+'甲 表'!H9+甲!H19"],
    ['LOG10(H9)+ABC12X+Name9', 'LOG10(H19)+ABC12X+Name9'],
    ["[1]甲!H9+'[书.xlsx]甲'!H9", "[1]甲!H9+'[书.xlsx]甲'!H9"],
    ['SUM(A:C)', 'SUM(A:C)'],
  ])('%s -> %s', (formula, expected) => expect(shiftReferences(formula, '甲', '甲', INSERT)).toBe(expected));

  it('only touches named sheets in defined names', () => {
    expect(shiftReferences("'甲'!$A$1:$K$12", null, '甲', INSERT)).toBe("'甲'!$A$1:$K$22");
    expect(shiftReferences('$A$1:$K$12', null, '甲', INSERT)).toBe('$A$1:$K$12');
  });
});

describe('shiftRanges', () => {
  it.each([
    ['H6:H8 K9', 'H6:H18 K19'],
    ['A3:A4', 'A3:A4'],
    ['A9:F9', 'A19:F19'],
    ['A:A', 'A:A'],
  ])('%s -> %s', (text, expected) => expect(shiftRanges(text, INSERT)).toBe(expected));
});

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function text(address: string, value: string, style = 1): string {
  return `<c r="${address}" s="${style}" t="inlineStr"><is><t>${value}</t></is></c>`;
}

/** Title, 单位：元, header, two empty rows with a check formula, 合计, a note; a second sheet refers to the first. */
function template(options: { bodyRows?: number; headers?: string[] } = {}): Buffer {
  const headers = options.headers ?? ['序号', '项目名称', '建设地点', '总投资', '财政衔接资金', '校验'];
  const letters = ['A', 'B', 'C', 'D', 'E', 'F'];
  const bodyRows = options.bodyRows ?? 2;
  const rows = [
    `<row r="1">${text('A1', '某局项目表')}</row>`,
    `<row r="2">${text('F2', '单位：元')}</row>`,
    `<row r="3" ht="30" customHeight="1">${headers.map((header, index) => text(`${letters[index]}3`, header, 2)).join('')}</row>`,
  ];
  for (let n = 0; n < bodyRows; n += 1) {
    const r = 4 + n;
    const formula = n === 0 ? '<f t="shared" ref="F4:F5" si="0">D4-E4</f>' : '<f t="shared" si="0"/>';
    rows.push(
      `<row r="${r}" ht="21" customHeight="1"><c r="A${r}" s="3"/><c r="B${r}" s="3"/><c r="D${r}" s="3"/><c r="F${r}" s="3">${formula}</c></row>`,
    );
  }
  const end = 4 + bodyRows;
  rows.push(
    `<row r="${end}">${text(`A${end}`, '合计')}<c r="D${end}" s="3"><f>SUM(D4:D${end - 1})</f><v>0</v></c></row>`,
  );
  rows.push(`<row r="${end + 1}">${text(`A${end + 1}`, '备注：按元填写。')}</row>`);
  const sheet = `<worksheet xmlns="${MAIN}"><cols><col min="2" max="3" width="60" customWidth="1"/></cols><sheetData>${rows.join('')}</sheetData><mergeCells count="1"><mergeCell ref="A1:F1"/></mergeCells><dataValidations count="1"><dataValidation type="list" sqref="C4:C${end - 1}"><formula1>"甲,乙"</formula1></dataValidation></dataValidations></worksheet>`;
  const rels = (inner: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
  const cellXfs = Array.from({ length: 4 }, (_, index) => `<xf fontId="0" fillId="0" borderId="${index}"/>`).join('');
  return zipFiles(
    new Map([
      ['[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"></Types>'],
      ['_rels/.rels', rels(`<Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/>`)],
      [
        'xl/workbook.xml',
        `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="计划" sheetId="1" r:id="a"/><sheet name="汇总" sheetId="2" r:id="d"/></sheets><definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">计划!$A$1:$F$${end + 1}</definedName></definedNames></workbook>`,
      ],
      [
        'xl/_rels/workbook.xml.rels',
        rels(
          `<Relationship Id="a" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="d" Type="${OFFICE}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="b" Type="${OFFICE}/styles" Target="styles.xml"/>`,
        ),
      ],
      [
        'xl/styles.xml',
        `<styleSheet xmlns="${MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="4"><border/><border/><border/><border/></borders><cellXfs count="4">${cellXfs}</cellXfs></styleSheet>`,
      ],
      ['xl/worksheets/sheet1.xml', sheet],
      [
        'xl/worksheets/sheet2.xml',
        `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1"><f>&#35745;划!D${end}</f><v>0</v></c></row></sheetData></worksheet>`,
      ],
      ['xl/own.bin', '他们自己的内容'],
    ]),
  );
}

function plan(): PlanData {
  const project = (id: string, name: string, total: string, source: string) =>
    makeProject(id, name, {
      town: '高仓街道',
      village: '玉苗',
      amounts: { total: wan(total), bySource: { [source]: wan(total) }, byYear: {}, cells: {} },
    });
  return makePlan([
    project('a', '甲项目', '1.234567', 'fiscal'),
    project('b', '乙项目', '20', 'fiscal'),
    project('c', '丙项目', '3', 'county'),
    project('d', '丁项目', '4', 'fiscal'),
  ]);
}

async function fill(source: Buffer, data = plan()) {
  const { bytes, notes } = fillBytes(source, await readWorkbookBytes(source, 't.xlsx'), data);
  return { bytes, notes, book: await readWorkbookBytes(bytes, 'f.xlsx') };
}

describe('fillBytes', () => {
  it('writes the rows in the template’s unit, moves what is below and keeps its formulas', async () => {
    const { book, notes, bytes } = await fill(template());
    const cells = showCells(book);
    expect(cells).toMatchObject({
      ...{
        A1: 't:某局项目表',
        F2: 't:单位：元',
        A4: 'n:1',
        B4: 't:甲项目',
        C4: 't:高仓街道玉苗',
        D4: 'n:12345.67',
        E4: 'n:12345.67',
      },
      ...{ F4: 'none =D4-E4', D5: 'n:200000', F5: 'none =D5-E5', B6: 't:丙项目', F7: 'none =D7-E7', D7: 'n:40000' },
      ...{ A8: 't:合计', D8: 'n:282345.67 =SUM(D4:D7)', A9: 't:备注：按元填写。' },
    });
    expect(showCells(book, 1)).toEqual({ A1: 'n:0 =计划!D8' });
    const xml = openPackage(bytes).text('xl/worksheets/sheet1.xml');
    expect(xml).toContain('sqref="C4:C7"');
    expect(xml).toContain('<row r="7" ht="21" customHeight="1"><c r="A7" s="3"');
    expect(openPackage(bytes).text('xl/workbook.xml')).toContain('计划!$A$1:$F$9');
    expect(openPackage(bytes).text('xl/workbook.xml')).toContain('fullCalcOnLoad="1"');
    expect(openPackage(bytes).text('xl/own.bin')).toBe('他们自己的内容');
    expect(notes.join('')).toContain('县级自筹资金 3 万元');
    expect(notes.join('')).toContain('校验');
  });

  it('leaves rows that are not needed empty', async () => {
    const { book } = await fill(template({ bodyRows: 9 }));
    const cells = showCells(book);
    expect(cells.D7).toBe('n:40000');
    expect(cells.B8).toBeUndefined();
    expect(cells.F8).toBe('none =D8-E8');
    expect(cells.D13).toBe('n:282345.67 =SUM(D4:D12)');
  });

  it('says what was looked for where no header fits', async () => {
    const source = template({ headers: ['甲', '乙', '丙', '丁', '戊', '己'] });
    await expect(fill(source)).rejects.toMatchObject({
      code: 'no-table-found',
      message: expect.stringContaining('项目名称'),
    });
  });

  it('fills nothing into an empty plan and still gives a workbook', async () => {
    const { book } = await fill(template(), makePlan());
    expect(showCells(book).A6).toBe('t:合计');
    expect(showCells(book).B4).toBeUndefined();
  });
});
