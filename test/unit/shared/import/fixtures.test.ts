// The real workbooks of test/fixtures, read by the real reader: nothing lost, every subtotal agrees.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readWorkbookBytes } from '#electron/excel/read/index.ts';
import { categoryPath } from '#shared/domain/categories.ts';
import { readWorkbookNow } from '#shared/import/read-workbook.ts';
import type { TableReading } from '#shared/import/reading.ts';
import { CONTEXT, mapping, names, problems, questions, REFERENCE, totalWan } from './make-sheet.ts';

async function readFixture(name: string): Promise<TableReading[]> {
  const book = await readWorkbookBytes(readFileSync(join(import.meta.dirname, '../../../fixtures', name)), name);
  return readWorkbookNow(book, CONTEXT).tables.map(({ reading }) => reading);
}

async function readOnly(name: string): Promise<TableReading> {
  const [table, ...more] = await readFixture(name);
  if (!table || more.length > 0) throw new Error(`expected one table in ${name}`);
  return table;
}

describe.each(['hongta-annex-514.xlsx', 'hongta-annex-514.xls'])('%s', (name) => {
  it('brings 514 projects, and each heading and the total agree', async () => {
    const table = await readOnly(name);
    expect([table.projects.length, totalWan(table.projects), table.unit, table.unitSource]).toEqual([
      514,
      '664599.38',
      '万元',
      'line',
    ]);
    expect([table.claims.length, table.claims.filter((claim) => !claim.heldAtImport)]).toEqual([35, []]);
    expect([table.problems, table.questions]).toEqual([[], []]);
    expect(table.claims.map((claim) => claim.figures.length)).toEqual(new Array(35).fill(12));
  });

  it('files every project under the leaf of its headings, the unnumbered ones too', async () => {
    const table = await readOnly(name);
    const counts = new Map<string, number>();
    for (const project of table.projects) {
      const path = categoryPath(REFERENCE, project.values.categoryId ?? null).join('/');
      counts.set(path, (counts.get(path) ?? 0) + 1);
    }
    expect(counts.get('易地扶贫搬迁后续帮扶/就业（公益性岗位就业）')).toBe(12);
    expect(counts.get('易地扶贫搬迁后续帮扶/易地扶贫搬迁后续产业')).toBe(9);
    expect(counts.get('乡村公共服务提升/留守儿童、妇女、残疾人等活服务设施')).toBe(3);
    expect([counts.size, counts.get('')]).toEqual([28, undefined]);
  });

  it('knows the row of each project', async () => {
    const table = await readOnly(name);
    expect(table.projects[0]).toMatchObject({
      row: 8,
      values: {
        name: '玉屏村花椒种植基地建设项目',
        town: '高仓街道',
        village: '玉屏',
        households: 404,
        startAt: '2022',
        endAt: '2022',
      },
      amounts: { total: 35_410_000, bySource: { fiscal: 35_410_000 }, byYear: { 2022: 35_410_000 } },
    });
    expect(new Set(table.projects.map((project) => project.row)).size).toBe(514);
  });
});

describe.each(['daye-plan-2024.xlsx', 'daye-plan-2024.xls'])('%s', (name) => {
  it('brings three projects with sources by level and periods in three styles', async () => {
    const table = await readOnly(name);
    expect([table.projects.length, totalWan(table.projects), problems(table)]).toEqual([3, '3069.7', []]);
    expect(mapping(table)).toContain(
      'H=total I=source:fiscal.central J=source:fiscal.province K=source:other.province L=source:other M=period',
    );
    expect(table.projects.map((project) => [project.values.startAt, project.values.endAt])).toEqual([
      ['2024-06', '2024-12'],
      ['2024-03', '2024-11'],
      ['2024-05', '2025-02'],
    ]);
    expect(table.claims.map((claim) => [claim.row, claim.heldAtImport])).toEqual([['合  计', true]]);
  });
});

it('beiguan: amounts with their unit in the cell, the note left out', async () => {
  const table = await readOnly('beiguan-allocation-2018.xlsx');
  expect([table.projects.length, totalWan(table.projects), table.unitSource, questions(table)]).toEqual([
    3,
    '113.5',
    'cell',
    [],
  ]);
});

it('zhoushan: rows named by 单位', async () => {
  const table = await readOnly('zhoushan-allocation-2019.xlsx');
  expect([names(table), totalWan(table.projects), table.claims[0]?.heldAtImport]).toEqual([
    ['定海区', '普陀区'],
    '80',
    true,
  ]);
});

it('the printed tables become claims only; 表5-1 asks, 表4-5 does not add up', async () => {
  const tables = await readFixture('hongta-printed-tables.xlsx');
  expect(tables.map((table) => [table.sheet, table.kind, table.projects.length, table.claims.length])).toEqual([
    ['表4-1', 'summary', 0, 7],
    ['表4-2', 'summary', 0, 5],
    ['表4-3', 'summary', 0, 3],
    ['表4-4', 'summary', 0, 3],
    ['表4-5', 'summary', 0, 8],
    ['表4-6', 'summary', 0, 8],
    ['表5-1', 'summary', 0, 6],
  ]);
  expect(tables.flatMap((table) => questions(table).map((id) => `${table.sheet} ${id}`))).toEqual(['表5-1 X07']);
  const wrong = tables.flatMap((table) =>
    table.claims.filter((claim) => !claim.heldAtImport).map((claim) => claim.row),
  );
  expect(wrong).toEqual(['五、乡村基础设施建设', '2021-2025年']);
});

it('the tables of the city differ by rounding only', async () => {
  const tables = await readFixture('yuxi-printed-tables.xlsx');
  expect(tables.map((table) => [table.kind, table.claims.length, problems(table)])).toEqual([
    ['summary', 9, []],
    ['summary', 10, []],
  ]);
});
