// Tables of plans that are partly broken down, contradict themselves or have blanks: no figure without projects behind
// it, no residual, and sums up to what the table says is not broken down.

import { describe, expect, it } from 'vitest';
import type { Amounts, Project } from '#shared/domain/project.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { makeDesign } from '#shared/records/table-design.ts';
import { contributions } from '#shared/tables/composition.ts';
import { computeTables } from '#shared/tables/compute.ts';
import { planSums } from '#shared/tables/plan-sums.ts';
import { tableJson } from '#shared/tables/table-json.ts';
import { breakDown } from '#shared/text/breakdown.ts';
import { amountOf } from '#shared/text/subject.ts';
import { toFen, wan } from '#shared/values/money.ts';
import { fc } from '#test/support/fc.ts';
import { expectColumnSums, expectRowSums, figureAt } from '#test/support/table-sums.ts';
import { makeProject, planWith } from '../../seeds/sample-plan.ts';

const YEARS = ['2020', '2021', '2022', '2023', '2025', '2027'];
const SOURCES = ['fiscal', 'fiscal.central', 'sector', 'county', 'other', 'unknown'];

const fen = fc.oneof(fc.constantFrom(0, 1, 10_000, 1_000_000, 30_000_000), fc.nat(90_000_000)).map(toFen);
const some = (keys: readonly string[], size = 3) => fc.dictionary(fc.constantFrom(...keys), fen, { maxKeys: size });
const cellKeys = YEARS.flatMap((year) => SOURCES.map((source) => `${year}|${source}`));

/** Anything that a list may hold; every second project has a total that its years, or sources, do make. */
const amounts: fc.Arbitrary<Amounts> = fc
  .record({
    total: fc.option(fen),
    byYear: some(YEARS),
    bySource: some(SOURCES),
    cells: fc.oneof({ arbitrary: fc.constant({}), weight: 3 }, { arbitrary: some(cellKeys, 4), weight: 1 }),
    fits: fc.constantFrom('not', 'years', 'sources'),
  })
  .map(({ fits, ...free }) => {
    const side = fits === 'years' ? free.byYear : free.bySource;
    const sum = toFen(Object.values(side).reduce((all, part) => all + part, 0));
    return fits === 'not' ? free : { ...free, total: sum };
  });

const project = fc.record({
  amounts,
  startAt: fc.constantFrom('2021', '2022', '2019', null),
  categoryId: fc.constantFrom('county.industry.planting', 'county.ecology', 'county.service.health', null),
  town: fc.constantFrom('研和街道', '高仓街道', null),
});

const OWN = [
  { rows: ['source'], columns: 'year' },
  { rows: ['source', 'year'] },
  { rows: ['year', 'source'] },
  { rows: ['class', 'year'], columns: 'source', totalRow: 'last' },
  { rows: ['year', 'class'], columns: 'source' },
  { rows: ['town', 'source'], columns: 'year', totalRow: 'none' },
  { rows: ['year'], columns: 'town', filter: { sources: ['fiscal'] } },
  { rows: ['year'], columns: 'source', filter: { years: ['2021', '2022'] } },
] as const;

function planOf(projects: readonly Partial<Project>[]): PlanData {
  const data = planWith(projects.map((fields, at) => makeProject(`p${at}`, {}, fields)));
  const own = OWN.map((input, at) => [`o${at}`, makeDesign({ title: `自定义${at}`, ...input } as never)]);
  return { ...data, records: { 'own-table': new Map(own as never) } };
}

describe('any plan', () => {
  it('has tables in which every figure is made of projects, none is a residual and all sums hold', () => {
    fc.assert(
      fc.property(fc.array(project, { minLength: 1, maxLength: 5 }), (projects) => {
        const data = planOf(projects);
        const tables = computeTables(data);
        expect(tables.filter(({ id }) => id.startsWith('own:'))).toHaveLength(OWN.length);
        for (const table of tables) {
          expectRowSums(table);
          expectColumnSums(table);
          for (const row of table.rows) {
            table.columns.forEach(({ key, kind }, at) => {
              if (kind !== 'amount' && kind !== 'count') return;
              const parts = contributions(data, table.id, row.key, key);
              const made = parts.reduce((sum, { value }) => sum + value, 0);
              expect([table.id, row.key, key, made]).toEqual([table.id, row.key, key, figureAt(row, at)]);
              for (const { value } of parts) expect(value).toBeGreaterThanOrEqual(0);
            });
          }
        }
      }),
      { numRuns: 15 },
    );
  });

  it('says in 表5-1 and in the tables of sources what checks and texts say of the declared sums', () => {
    fc.assert(
      fc.property(fc.array(project, { minLength: 1, maxLength: 5 }), (projects) => {
        const data = planOf(projects);
        const { all } = planSums(data);
        const table = computeTables(data).find(({ id }) => id === 'years');
        const at = (key: string) => table?.columns.findIndex((column) => column.key === key) ?? -1;
        const row = (key: string) => table?.rows.find((candidate) => candidate.key === key);
        for (const year of ['2021', '2022', '2023', '2024', '2025'])
          expect([year, figureAt(row(`year:${year}`), at('total'))]).toEqual([year, all.byYear[year] ?? 0]);
        for (const source of ['fiscal', 'sector', 'county', 'other'])
          expect([source, figureAt(row('total'), at(`source:${source}`))]).toEqual([source, all.bySource[source] ?? 0]);
        for (const [year, source] of [
          ['2021', 'fiscal'],
          ['2022', 'other'],
        ] as const) {
          const said = amountOf(data, { year: Number(year), source });
          expect([year, source, figureAt(row(`year:${year}`), at(`source:${source}`))]).toEqual([year, source, said]);
        }
        for (const [by, whole] of [
          ['分年', {}],
          ['分来源', {}],
          ['分来源', { year: 2021 }],
        ] as const) {
          const parts = breakDown(data, by, whole);
          for (const { label, fen } of parts) expect(label === '多填部分' ? fen < 0 : fen >= 0).toBe(true);
          expect(parts.reduce((sum, { fen }) => sum + fen, 0)).toBe(amountOf(data, whole));
        }
      }),
      { numRuns: 40 },
    );
  });
});

const yearsOf = (...projects: Project[]) => {
  const table = computeTables(planWith(projects)).find(({ id }) => id === 'years');
  if (!table) throw new Error('no 表5-1');
  return tableJson(table);
};
const filled = (rows: readonly (readonly (string | number | null)[])[]) =>
  rows.filter((row) => row.slice(1).some((cell) => cell !== 0 && cell !== '0' && cell !== null));

describe('表5-1', () => {
  it('says which sources are not broken down by year, instead of a balancing figure', () => {
    const { columns, rows, notes } = yearsOf(
      makeProject('a', { total: '10', byYear: { 2021: '4', 2022: '6' }, bySource: { fiscal: '3', other: '7' } }),
      makeProject('b', { total: '5', byYear: { 2021: '5' }, bySource: { fiscal: '5' } }),
    );
    expect(columns.slice(-1)).toEqual(['未分解来源']);
    expect(filled(rows)).toEqual([
      ['2021-2025年', 2, '15', '8', '0', '0', '0', '7', null],
      ['其中：未分解到年度', 1, '10', '3', '0', '0', '0', '7', '0'],
      ['2021年', 2, '9', '5', '0', '0', '0', '0', '4'],
      ['2022年', 0, '6', '0', '0', '0', '0', '0', '6'],
    ]);
    expect(notes).toEqual([expect.stringContaining('另有 1 个项目 10.00 万元只填了各年度、各来源的合计')]);
  });

  it('keeps a shortfall of one project and an excess of another apart', () => {
    const { columns, rows, notes } = yearsOf(
      makeProject('short', { total: '10', byYear: { 2021: '8' }, bySource: { fiscal: '10' } }),
      makeProject('much', { total: '10', byYear: { 2021: '7', 2022: '5' }, bySource: { fiscal: '10' } }),
      makeProject('blank', { bySource: { other: '2' } }),
    );
    expect(columns.slice(-2)).toEqual(['其他资金', '减：多出部分']);
    expect(filled(rows)).toEqual([
      ['2021-2025年', 3, '20', '20', '0', '0', '0', '2', '2'],
      ['其中：未分解到年度', 1, '2', '0', '0', '0', '0', '2', '0'],
      ['2021年', 3, '15', '15', '0', '0', '0', '0', '0'],
      ['2022年', 0, '5', '5', '0', '0', '0', '0', '0'],
      ['未分解年度', 0, '2', '2', '0', '0', '0', '0', '0'],
      ['减：多出部分', 0, '2', '2', '0', '0', '0', '0', '0'],
    ]);
    expect(notes.join('')).toMatch(
      /另有 1 个项目 2.00 万元未分解到年度.*1 个项目 2.00 万元，各年度投资之和多于总投资.*T01/,
    );
  });

  it('invents no year for a source that is stated in part', () => {
    const { rows, notes } = yearsOf(
      makeProject('a', { total: '105', byYear: { 2021: '50', 2022: '55' }, bySource: { other: '63' } }),
      makeProject('b', { total: '20', byYear: { 2021: '20' }, bySource: { fiscal: '15', other: '5' } }),
      makeProject('c', { total: '30', byYear: { 2021: '10' }, bySource: { fiscal: '15', other: '5' } }),
    );
    const text = filled(rows).map((row) => row.join('|'));
    expect(text[0]).toMatch(/^2021-2025年\|3\|155\|/);
    expect(text.join('\n')).not.toContain('减：多出部分');
    expect(notes.join('')).not.toMatch(/T01|T02/);
  });

  it('reads a matrix whose margins were left blank', () => {
    const { rows, notes } = yearsOf(makeProject('a', { total: '9', cells: { '2021|fiscal': '4', '2022|other': '5' } }));
    expect(filled(rows)).toEqual([
      ['2021-2025年', 1, '9', '4', '0', '0', '0', '5'],
      ['2021年', 1, '4', '4', '0', '0', '0', '0'],
      ['2022年', 0, '5', '0', '0', '0', '0', '5'],
    ]);
    expect(notes).toEqual([]);
  });

  it('counts projects that are due in no year', () => {
    const { notes } = yearsOf(
      makeProject('a', { total: '9' }),
      makeProject('b', { total: String(1.5), bySource: { fiscal: '1.5' } }),
      makeProject('c', { total: '7', byYear: { 2027: '7' } }),
    );
    expect(notes.slice(0, 2)).toEqual([
      '另有 3 个项目 17.50 万元未分解到年度（没有填分年度投资，或年度在规划期以外），列在“未分解年度”；项目个数按开始年度计入各年。',
      '另有 2 个项目 16.00 万元未分解到资金来源（没有填资金来源），列在“未分解来源”。',
    ]);
    expect(wan('17.5')).toBe(17_500_000);
  });
});
