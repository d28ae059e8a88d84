// Computed tables, 差错清单 and the empty template, read back; and tables as a Word document.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readWorkbookBytes } from '#electron/excel/read/index.ts';
import { writeFindings } from '#electron/excel/write/findings.ts';
import { openPackage } from '#electron/excel/write/patch/package.ts';
import { tagsOf } from '#electron/excel/write/patch/xml.ts';
import { writeTables } from '#electron/excel/write/tables.ts';
import { tablesDocument } from '#electron/excel/write/tables-docx.ts';
import { writeTemplate } from '#electron/excel/write/template.ts';
import type { Finding } from '#shared/checks/finding.ts';
import { unitLine } from '#shared/format/table-text.ts';
import { computeTables } from '#shared/tables/compute.ts';
import { makeTempFolder } from '#test/support/temp-folder.ts';
import { cellTexts, fixturePlan, makePlan, readSheet } from './fixture-plan.ts';

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

describe('tablesDocument', () => {
  it('is a document whose tables have closed tags, all rows and repeated headers', async () => {
    const tables = computeTables(await fixturePlan());
    const xml = openPackage(tablesDocument(tables)).text('word/document.xml');
    const depth = [...tagsOf(xml)].reduce(
      (open, tag) => open + (tag.kind === 'open' ? 1 : tag.kind === 'close' ? -1 : 0),
      0,
    );
    expect(depth).toBe(0);
    const rows = tables.reduce((sum, table) => sum + table.rows.length, 0);
    expect(xml.match(/<w:cantSplit\/><\/w:trPr>/g)).toHaveLength(rows);
    expect(xml.match(/<w:tbl>/g)).toHaveLength(tables.length);
    expect(xml).toContain('664,599.38');
  });
});

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
    await writeFindings(target, makePlan().plan, [finding]);
    const row = (await readSheet(readFileSync(target))).rows.find((entry) => entry.row === 5);
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
