// The marked copy keeps all of the sender's parts and adds colours, comments and a list.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readWorkbookBytes, readWorkbookFile } from '#electron/excel/read/index.ts';
import { type Mark, markPackage, writeMarkedCopy } from '#electron/excel/write/marked-copy.ts';
import { openPackage, zipFiles } from '#electron/excel/write/patch/package.ts';
import { relationsOf } from '#electron/excel/write/patch/parts.ts';
import { findElement, tagsOf } from '#electron/excel/write/patch/xml.ts';
import { makeTempFolder } from '#test/support/temp-folder.ts';
import { cellTexts, FIXTURE } from './fixture-plan.ts';

const SHEET = '项目表';
const MARKS: Mark[] = [
  { sheet: SHEET, cell: 'H8', level: 'warning', message: '甲 <与> "乙" & 丙' },
  { sheet: SHEET, cell: 'H8', level: 'error', message: '第二条' },
  { sheet: SHEET, cell: 'Z600', level: 'info', message: '空格' },
  { sheet: SHEET, cell: '', level: 'info', message: '整张表' },
];

function balance(xml: string): number {
  return [...tagsOf(xml)].reduce((open, tag) => open + (tag.kind === 'open' ? 1 : tag.kind === 'close' ? -1 : 0), 0);
}

describe('markPackage', () => {
  const source = readFileSync(FIXTURE);
  const marked = markPackage(source, MARKS, false);

  it('leaves every value where it was and lists all problems on a sheet of its own', async () => {
    const [before, after] = [await readWorkbookBytes(source, 'a.xlsx'), await readWorkbookBytes(marked, 'b.xlsx')];
    const [old, own, list] = [before.sheets[0], after.sheets[0], after.sheets[1]];
    if (!old || !own || !list) throw new Error('sheets');
    expect(Object.fromEntries(cellTexts(own))).toEqual(Object.fromEntries(cellTexts(old)));
    expect(own.merges).toEqual(old.merges);
    expect(list.name).toBe('问题清单');
    expect([...cellTexts(list).values()]).toContain('整张表');
  });

  it('keeps untouched parts byte for byte', () => {
    const [before, after] = [openPackage(source), openPackage(marked)];
    for (const name of ['xl/theme/theme1.xml', 'docProps/app.xml']) expect(after.text(name)).toBe(before.text(name));
  });

  it('gives a marked cell one colour by its gravest level and keeps its font and border', () => {
    const pkg = openPackage(marked);
    const cell = /<c r="H8" s="(\d+)"/.exec(pkg.text('xl/worksheets/sheet1.xml'))?.[1];
    const formats = findElement(pkg.text('xl/styles.xml'), 'cellXfs')?.inner ?? '';
    const xf = [...tagsOf(formats)].filter((tag) => tag.name === 'xf' && tag.kind !== 'close')[Number(cell)];
    expect(xf?.rest).toContain('fontId="4"');
    expect(xf?.rest).toContain('borderId="1"');
    const fill = /fillId="(\d+)"/.exec(xf?.rest ?? '')?.[1];
    const fills = findElement(pkg.text('xl/styles.xml'), 'fills')?.inner ?? '';
    expect(fills.split('<fill>')[Number(fill) + 1]).toContain('FFFFC7CE');
  });

  it('comments the cells with all their messages', () => {
    const pkg = openPackage(marked);
    const comments = pkg.text('xl/comments1.xml');
    expect(comments.match(/<comment /g)).toHaveLength(2);
    expect(comments).toContain('甲 &lt;与&gt; &quot;乙&quot; &amp; 丙\n【错误】第二条');
    expect(pkg.text('xl/drawings/vmlDrawing1.vml')).toContain('<x:Row>599</x:Row><x:Column>25</x:Column>');
    for (const name of [
      'xl/comments1.xml',
      'xl/worksheets/sheet1.xml',
      'xl/styles.xml',
      '[Content_Types].xml',
      'xl/workbook.xml',
    ]) {
      expect(balance(pkg.text(name)), name).toBe(0);
    }
  });

  it('adds to comments that are there already', async () => {
    const again = openPackage(
      markPackage(
        marked,
        [
          { sheet: SHEET, cell: 'H8', level: 'info', message: '新的' },
          { sheet: SHEET, cell: 'B9', level: 'info', message: '另一格' },
        ],
        false,
      ),
    );
    const comments = again.text('xl/comments1.xml');
    expect(comments.match(/<comment /g)).toHaveLength(3);
    expect(comments).toMatch(/第二条.*新的.*<\/comment>/s);
    expect(again.has('xl/comments2.xml')).toBe(false);
    expect(again.text('xl/worksheets/sheet1.xml').match(/<legacyDrawing /g)).toHaveLength(1);
    expect((await readWorkbookBytes(again.toBytes(), 'c.xlsx')).sheets.map((sheet) => sheet.name)).toEqual([
      SHEET,
      '问题清单',
      '问题清单2',
    ]);
  });

  it('drops macros from a copy named .xlsx only', () => {
    const macro = 'application/vnd.ms-excel.sheet.macroEnabled.main+xml';
    const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
    const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const rels = (inner: string) =>
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
    const book = zipFiles(
      new Map([
        [
          '[Content_Types].xml',
          `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="${macro}"/><Override PartName="/xl/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>`,
        ],
        ['_rels/.rels', rels(`<Relationship Id="r1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/>`)],
        [
          'xl/workbook.xml',
          `<x:workbook xmlns:x="${main}" xmlns:r="${relations}"><x:sheets><x:sheet name="${SHEET}" sheetId="1" r:id="a"/></x:sheets></x:workbook>`,
        ],
        [
          'xl/_rels/workbook.xml.rels',
          rels(
            `<Relationship Id="a" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="b" Type="${relations}/styles" Target="styles.xml"/><Relationship Id="c" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/>`,
          ),
        ],
        ['xl/vbaProject.bin', 'macro'],
        [
          'xl/styles.xml',
          `<x:styleSheet xmlns:x="${main}"><x:fills count="1"><x:fill/></x:fills><x:cellXfs count="1"><x:xf fontId="0"/></x:cellXfs></x:styleSheet>`,
        ],
        [
          'xl/worksheets/sheet1.xml',
          `<x:worksheet xmlns:x="${main}"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
        ],
      ]),
    );
    const marks: Mark[] = [{ sheet: SHEET, cell: 'C2', level: 'error', message: '甲' }];
    const plain = openPackage(markPackage(book, marks, false));
    expect(plain.has('xl/vbaProject.bin')).toBe(false);
    expect(plain.text('[Content_Types].xml')).not.toContain('macroEnabled');
    expect(relationsOf(plain, 'xl/workbook.xml').some((relation) => relation.type.endsWith('vbaProject'))).toBe(false);
    // The prefix of the sheet is kept, and a row without number is the first.
    expect(plain.text('xl/worksheets/sheet1.xml')).toContain(
      '<x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row><x:row r="2"><x:c r="C2" s="1"/>',
    );
    expect(openPackage(markPackage(book, marks, true)).has('xl/vbaProject.bin')).toBe(true);
  });
});

describe('writeMarkedCopy', () => {
  it('carries the values of an .xls into a new .xlsx with the marks', async () => {
    const folder = makeTempFolder();
    const path = new URL('../../../../fixtures/daye-plan-2024.xls', import.meta.url).pathname;
    const book = await readWorkbookFile(path);
    const name = book.sheets[0]?.name ?? '';
    const target = join(folder, 'copy.xlsx');
    await writeMarkedCopy(path, target, [{ sheet: name, cell: 'C40', level: 'error', message: '空处' }], book);
    const copy = await readWorkbookBytes(readFileSync(target), 'copy.xlsx');
    const [before, after] = [book.sheets[0], copy.sheets[0]];
    if (!before || !after) throw new Error('sheet');
    expect([...cellTexts(after)]).toEqual([...cellTexts(before)]);
    expect(openPackage(readFileSync(target)).text('xl/comments1.xml')).toContain('空处');
  });
});
