// Computed tables with their formulas, 差错清单 and the empty template, read back.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Worksheet } from 'exceljs';
import { describe, expect, it } from 'vitest';
import { readWorkbookBytes } from '#electron/excel/read/index.ts';
import { renderBook } from '#electron/excel/write/book.ts';
import { writeFindings } from '#electron/excel/write/findings.ts';
import { openPackage } from '#electron/excel/write/patch/package.ts';
import { writeTables } from '#electron/excel/write/tables.ts';
import { writeTemplate } from '#electron/excel/write/template.ts';
import type { Finding } from '#shared/checks/finding.ts';
import { unitLine } from '#shared/format/table-text.ts';
import { computeTables } from '#shared/tables/compute.ts';
import { makeTempFolder } from '#test/support/temp-folder.ts';
import { cellTexts, fixturePlan, makePlan, makeProject, readSheet } from './fixture-plan.ts';

const folder = makeTempFolder();

describe('writeTables', () => {
  it('gives each table a sheet with its title, unit and every row', async () => {
    const tables = computeTables(await fixturePlan());
    const target = join(folder, 'tables.xlsx');
    await writeTables(target, tables);
    const book = await readWorkbookBytes(readFileSync(target), 'tables.xlsx');
    expect(book.sheets.map((sheet) => sheet.name)).toEqual(tables.map((table) => table.number));
    for (const [index, table] of tables.entries()) {
      const sheet = book.sheets[index];
      if (!sheet) throw new Error(table.id);
      const texts = [...cellTexts(sheet).values()];
      expect(texts[0]).toContain(table.title);
      if (unitLine(table) !== '') expect(texts).toContain('单位：万元');
      expect(texts).toContain(table.source);
      for (const { label } of table.columns) expect(texts).toContain(label);
    }
    const years = book.sheets.find((sheet) => sheet.name === '表5-1');
    expect(years && [...cellTexts(years).values()]).toContain('664599.38');
  });
});

it('keeps every width of a column, nine as well', async () => {
  const { bytes } = await renderBook((book) => {
    const sheet = book.addSheet({
      ...{ name: '表', widths: [8, 9, 10], frozen: { columns: 0, rows: 0 }, titleRows: null },
      paper: { size: 'A4', orientation: 'portrait' },
    });
    sheet.addRow(['甲', '乙', '丙']).commit();
  });
  const { default: ExcelJS } = await import('exceljs');
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as ArrayBuffer);
  expect([1, 2, 3].map((at) => Math.round(book.worksheets[0]?.getColumn(at).width ?? 0))).toEqual([8, 9, 10]);
  expect(book.worksheets[0]?.getColumn(2).width).toBeGreaterThan(9);
});

describe('formulas of tables', () => {
  it('stand where they give the figure of the table, and only there', async () => {
    const tables = computeTables(await fixturePlan());
    const target = join(folder, 'formulas.xlsx');
    await writeTables(target, tables, { formulas: true });
    const { default: ExcelJS } = await import('exceljs');
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(target);
    const cell = (sheet: string, at: string) => book.getWorksheet(sheet)?.getCell(at).value;
    expect(cell('表4', 'B4')).toEqual({ formula: 'SUM(B5:B10)', result: 514 });
    expect(cell('表4-1', 'C4')).toMatchObject({ formula: 'SUM(C5:C10)' });
    // Rows before columns; a year's total is the sum of its sources. 其中：未分解到年度 stands in row 6 and in no sum of rows:
    // it took the place of 未分解年度, which balanced the table.
    expect(cell('表5-1', 'C5')).toMatchObject({ formula: 'SUM(C7:C11)', result: 664599.38 });
    expect(cell('表5-1', 'C6')).toMatchObject({ formula: 'SUM(D6:I6)', result: 88312.03 });
    expect(cell('表5-1', 'C7')).toMatchObject({ formula: 'SUM(D7:I7)' });
    let formulas = 0;
    for (const sheet of book.worksheets) {
      sheet.eachRow((row) =>
        row.eachCell(({ value, address }) => {
          if (typeof value !== 'object' || value === null || !('formula' in value)) return;
          formulas += 1;
          expect(sumOfFormula(sheet, String(value.formula)), `${sheet.name} ${address}`).toBeCloseTo(
            Number(value.result ?? 0),
            6,
          );
        }),
      );
    }
    expect(formulas).toBeGreaterThan(100);
  });
});

/** What SUM(C5:C9,C12) gives. */
function sumOfFormula(sheet: Worksheet, formula: string): number {
  const number = (address: string): number => {
    const { value } = sheet.getCell(address);
    // The reader leaves a result of 0 out.
    return Number(typeof value === 'object' && value !== null && 'formula' in value ? (value.result ?? 0) : value);
  };
  const terms = /^SUM\((.*)\)$/.exec(formula)?.[1]?.split(',') ?? [];
  return terms.reduce((sum, term) => {
    const [from = '', to = from] = term.split(':');
    const [first, last] = [sheet.getCell(from), sheet.getCell(to)];
    for (let row = Number(first.row); row <= Number(last.row); row += 1) {
      for (let column = Number(first.col); column <= Number(last.col); column += 1)
        sum += number(sheet.getCell(row, column).address);
    }
    return sum;
  }, 0);
}

describe('writeFindings', () => {
  it('writes figures as numbers, other values as texts', async () => {
    const finding: Finding = {
      ...{ key: 'k', rule: 'T01', level: 'error', table: '项目表', row: '=甲', column: '总投资', left: '12.345678' },
      ...{
        right: '约30',
        difference: '-1',
        suspect: '',
        message: '不等',
        source: { file: 'a.xlsx', sheet: '表', row: 8 },
      },
    };
    const target = join(folder, 'findings.xlsx');
    const explained: Finding = {
      ...finding,
      level: 'warning',
      explanation: { state: 'void', text: '文件未下达', left: '1', right: '2' },
    };
    await writeFindings(target, makePlan([makeProject('a', '甲')]), [
      { key: 'g', label: 'T01 合计', members: [finding, explained] },
    ]);
    const { rows } = await readSheet(readFileSync(target));
    const texts = (at: number): string[] =>
      (rows.find((entry) => entry.row === at)?.cells ?? []).flatMap((cell) => (cell.value ? [cell.value.text] : []));
    expect(texts(2)[0]).toBe(
      '共 2 项：强制 1 项，提示 1 项。定稿前检查：不能上报（强制 1 项未处理，提示 1 项未说明，其中 1 项说明已失效）',
    );
    expect(texts(5)).toEqual(['T01 合计（强制 1 项，提示 1 项）']);
    expect(texts(7).slice(-2)).toEqual(['说明失效', '文件未下达']);
    expect(texts(8)[0]).toMatch(/^单位负责人：.*填报日期：$/);
    const row = rows.find((entry) => entry.row === 6);
    expect(row?.cells.flatMap((cell) => (cell.value ? [[cell.column, cell.value.kind, cell.value.text]] : []))).toEqual(
      [
        [1, 'number', '1'],
        [2, 'text', '强制'],
        [3, 'text', 'T01'],
        [4, 'text', '项目表'],
        [5, 'text', '=甲'],
        [6, 'text', '总投资'],
        [7, 'number', '12.345678'],
        [8, 'text', '约30'],
        [9, 'number', '-1'],
        [10, 'text', '不等'],
        [12, 'text', 'a.xlsx › 表 › 第8行'],
        [13, 'text', '待改正'],
      ],
    );
  });
});

describe('writeTemplate', () => {
  it('has drop-downs for nature, category and town, hints, and bordered empty rows', async () => {
    const target = join(folder, 'template.xlsx');
    const plan = makePlan();
    await writeTemplate(target, plan);
    const bytes = readFileSync(target);
    const book = await readWorkbookBytes(bytes, 'template.xlsx');
    expect(book.sheets.map((sheet) => [sheet.name, sheet.hidden])).toEqual([
      ['项目申报表', false],
      ['选项', true],
    ]);
    const texts = [...cellTexts(await readSheet(bytes, 1)).values()];
    for (const word of ['新建', '乡村基础设施建设 › 村内道路硬化', '高仓街道']) expect(texts).toContain(word);
    const xml = openPackage(bytes).text('xl/worksheets/sheet1.xml');
    expect(xml.match(/type="list"/g)).toHaveLength(3);
    for (const match of xml.matchAll(/prompt="([^"]*)"/g)) expect(match[1]?.length).toBeLessThanOrEqual(255);
    expect(xml).toContain('sqref="E5:E2004"');
    expect(xml.match(/<row /g)).toHaveLength(204);
  });
});
