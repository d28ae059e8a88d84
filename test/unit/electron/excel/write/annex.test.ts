// The exported 项目表 against the fixture: the same cells, merges and page setup, and the traps of spreadsheets.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type AnnexExport, writeAnnex } from '#electron/excel/write/annex.ts';
import { openPackage } from '#electron/excel/write/patch/package.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import type { SheetCell, SheetData } from '#shared/sheet/sheet.ts';
import { wan } from '#shared/values/money.ts';
import { makeTempFolder } from '#test/support/temp-folder.ts';
import { cellTexts, FIXTURE, fixturePlan, makePlan, makeProject, readSheet } from './fixture-plan.ts';

const OPTIONS: AnnexExport = {
  formulas: true,
  totalPosition: 'first',
  numbering: 'continuous',
  extraColumns: 'used',
  code: '',
};
const folder = makeTempFolder();
let count = 0;

async function write(data: PlanData, options: Partial<AnnexExport> = {}): Promise<{ bytes: Buffer; sheet: SheetData }> {
  count += 1;
  const target = join(folder, `${count}.xlsx`);
  await writeAnnex(target, data, { ...OPTIONS, ...options });
  const bytes = readFileSync(target);
  return { bytes, sheet: await readSheet(bytes) };
}

function cellOf(sheet: SheetData, row: number, column: number): SheetCell | undefined {
  return sheet.rows.find((entry) => entry.row === row)?.cells.find((cell) => cell.column === column);
}

describe('the export of the fixture', () => {
  let data: PlanData;
  let own: { bytes: Buffer; sheet: SheetData };
  let fixture: SheetData;
  beforeAll(async () => {
    data = await fixturePlan();
    own = await write(data);
    fixture = await readSheet(readFileSync(FIXTURE));
  });

  it('has the same value in every cell', () => {
    expect(Object.fromEntries(cellTexts(own.sheet))).toEqual(Object.fromEntries(cellTexts(fixture)));
  });

  it('merges the header alike; title and unit reach the edge of the table', () => {
    const header = (sheet: SheetData) =>
      sheet.merges.filter((merge) => merge.top >= 3).map((merge) => JSON.stringify(merge));
    expect(header(own.sheet).sort()).toEqual(header(fixture).sort());
    expect(own.sheet.merges).toContainEqual({ top: 1, left: 1, bottom: 1, right: 22 });
    expect(own.sheet.merges.every((merge) => merge.bottom <= 4)).toBe(true);
  });

  it('is set up for A3 landscape, one page wide, with repeated header and page numbers', () => {
    const pkg = openPackage(own.bytes);
    const xml = pkg.text('xl/worksheets/sheet1.xml');
    expect(xml).toContain('<pane xSplit="2" ySplit="4" topLeftCell="C5"');
    expect(xml).toContain('fitToPage="1"');
    expect(xml).toMatch(/<pageSetup [^>]*paperSize="8"/);
    expect(xml).toMatch(/<pageSetup [^>]*orientation="landscape"/);
    expect(xml).toMatch(/<pageSetup [^>]*fitToHeight="0"/);
    expect(xml).toContain('第 &amp;P 页 共 &amp;N 页');
    expect(pkg.text('xl/workbook.xml')).toMatch(/_xlnm\.Print_Titles"[^>]*>[^<]*\$3:\$4</);
    expect(xml).toContain('<col min="2" max="2" width="34" customWidth="1"/>');
  });

  it('adds headings up by formulas that count nothing twice', () => {
    expect(cellOf(own.sheet, 5, 8)?.formula).toBe('SUM(H6,H73,H93,H117,H125,H465)');
    expect(cellOf(own.sheet, 7, 8)?.formula).toBe('SUM(H8:H27)');
    expect(cellOf(own.sheet, 6, 6)?.formula).toBe('COUNT(A7:A72)&"个"');
    expect(cellOf(own.sheet, 6, 6)?.value?.text).toBe('60个');
  });

  it('holds plain values where formulas are not wanted', async () => {
    const { sheet } = await write(data, { formulas: false });
    expect(sheet.rows.flatMap((row) => row.cells).some((cell) => cell.formula !== undefined)).toBe(false);
    expect(cellTexts(sheet).get('8:5')).toBe('664599.38');
  });

  it('puts 合计 last or leaves it out', async () => {
    const last = await write(data, { totalPosition: 'last' });
    expect(cellTexts(last.sheet).get('2:553')).toBe('合计');
    expect(cellOf(last.sheet, 553, 8)?.formula).toBe('SUM(H5,H72,H92,H116,H124,H464)');
    const none = await write(data, { totalPosition: 'none' });
    expect([...cellTexts(none.sheet).values()]).not.toContain('合计');
  });
});

describe('hard content', () => {
  const hard = makeProject('a', '=1+1', {
    code: '00123',
    content: `-甲\u0000\u000b\ufffe_x0041_\r\n乙${'长'.repeat(40_000)}`,
    town: '@某',
    village: '+某',
    person: '张三',
    phone: '13800000000',
    amounts: { total: wan('0.000001'), bySource: { fiscal: wan(0) }, byYear: { 2021: wan('-1234567.891') }, cells: {} },
  });

  it('keeps texts that look like formulas and long numbers as texts', async () => {
    const { sheet } = await write(makePlan([hard]));
    const texts = new Map(sheet.rows.find((row) => row.row === 6)?.cells.map((cell) => [cell.column, cell]));
    for (const [column, text] of [
      [2, '=1+1'],
      [4, '@某'],
      [5, '+某'],
      [23, '00123'],
      [24, '张三'],
      [25, '13800000000'],
    ] as const) {
      expect(texts.get(column)?.value).toEqual({ kind: 'text', text });
      expect(texts.get(column)?.formula).toBeUndefined();
    }
  });

  it('cleans and cuts what Excel refuses, with a mark', async () => {
    const { sheet } = await write(makePlan([hard]));
    const text = cellTexts(sheet).get('6:6') ?? '';
    expect(text.startsWith('-甲\n_x0041_\n乙长')).toBe(true);
    expect(text.length).toBeLessThanOrEqual(32_767);
    expect(text.endsWith('…（超出单元格上限，以下略）')).toBe(true);
  });

  it('shows all decimals, a zero as zero and a blank as nothing', async () => {
    const { sheet } = await write(makePlan([hard]));
    const texts = cellTexts(sheet);
    expect(texts.get('8:6')).toBe('0.000001');
    expect(texts.get('9:6')).toBe('0');
    expect(texts.get('10:6')).toBeUndefined();
    expect(texts.get('14:6')).toBe('-1234567.891');
    const format = (column: number) => {
      const value = cellOf(sheet, 6, column)?.value;
      return value?.kind === 'number' ? value.format : undefined;
    };
    expect([8, 9, 14].map(format)).toEqual(['#,##0.000000', '#,##0.00', '#,##0.000']);
  });

  it('writes an empty plan', async () => {
    const { sheet } = await write(makePlan());
    expect(cellTexts(sheet).get('2:5')).toBe('合计');
    expect(cellTexts(sheet).get('8:5')).toBe('0');
  });
});
