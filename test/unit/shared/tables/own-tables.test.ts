// Planners' own tables: every combination adds up and is made of the projects that composition names; filters, shares,
// order and numbers.

import { describe, expect, it } from 'vitest';
import type { PlanData } from '#shared/records/plan-data.ts';
import { DIMENSION_IDS, MEASURE_IDS, makeDesign, type TableDesign } from '#shared/records/table-design.ts';
import { contributions } from '#shared/tables/composition.ts';
import { computeTables, partNumbers } from '#shared/tables/compute.ts';
import type { TableResult } from '#shared/tables/table.ts';
import { tableJson } from '#shared/tables/table-json.ts';
import { wan } from '#shared/values/money.ts';
import { fc } from '#test/support/fc.ts';
import { expectColumnSums } from '#test/support/table-sums.ts';
import { makeProject, planWith, samplePlan } from '../../seeds/sample-plan.ts';

function withOwn(data: PlanData, designs: Record<string, TableDesign>): PlanData {
  return { ...data, records: { 'own-table': new Map(Object.entries(designs)) } };
}

function ownTable(data: PlanData, input: Parameters<typeof makeDesign>[0]): TableResult {
  const table = computeTables(withOwn(data, { x: makeDesign(input) })).find(({ id }) => id === 'own:x');
  if (!table) throw new Error('no own table');
  return table;
}

const rows = (data: PlanData, input: Parameters<typeof makeDesign>[0]) => tableJson(ownTable(data, input)).rows;

const hard = planWith([
  makeProject(
    'a',
    { total: '100', bySource: { fiscal: '60', other: '40' }, byYear: { '2021': '70', '2022': '30' } },
    { households: 12, people: 40, unit: '区交通局', nature: '新建' },
  ),
  makeProject(
    'b',
    { total: '50', bySource: { fiscal: '50' }, byYear: { '2022': '50' } },
    { startAt: '2022', unit: '区水利局' },
  ),
  makeProject('c', { total: '7' }, { categoryId: null, town: null, startAt: null, content: '灌溉水渠' }),
  makeProject('d', { total: '3', bySource: { county: '3' } }, { town: '北城', village: '龙树', households: 5 }),
  makeProject('e', { total: '2' }, { town: '高仓', village: '龙树', unit: ' ' }),
]);

describe('any design', () => {
  const dimension = fc.constantFrom(...DIMENSION_IDS);
  const arbitrary = fc
    .record({
      dimensions: fc.uniqueArray(dimension, { minLength: 1, maxLength: 3 }),
      isSpread: fc.boolean(),
      measures: fc.subarray([...MEASURE_IDS], { minLength: 1 }),
      spread: fc.subarray([...MEASURE_IDS], { minLength: 1 }),
      empty: fc.constantFrom('none', 'top', 'all'),
      years: fc.option(fc.subarray(['2021', '2022', '2023'], { minLength: 1 }), { nil: undefined }),
    })
    .map(({ dimensions, isSpread, years, ...rest }): TableDesign => {
      const columns = isSpread && dimensions.length > 1 ? (dimensions.at(-1) ?? null) : null;
      const inRows = (columns ? dimensions.slice(0, -1) : dimensions).slice(0, 2);
      return makeDesign({ title: '任意', rows: inRows, columns, ...rest, filter: years ? { years } : {} } as never);
    });

  it('has sums that are made of the projects behind them, and money that adds up', () => {
    fc.assert(
      fc.property(arbitrary, (design) => {
        const data = withOwn(hard, { x: design });
        const table = computeTables(data).find(({ id }) => id === 'own:x');
        if (!table) throw new Error('no own table');
        expect(new Set(table.rows.map(({ key }) => key)).size).toBe(table.rows.length);
        expect(new Set(table.columns.map(({ key }) => key)).size).toBe(table.columns.length);
        table.columns.forEach(({ key, kind }, index) => {
          if (kind !== 'amount' && kind !== 'count') return;
          const value = (row: TableResult['rows'][number]): number => {
            const cell = row.cells[index];
            return cell?.kind === 'amount' ? cell.fen : cell?.kind === 'count' ? cell.value : 0;
          };
          for (const row of table.rows) {
            const made = contributions(data, 'own:x', row.key, key).reduce((sum, part) => sum + part.value, 0);
            expect([row.key, key, made]).toEqual([row.key, key, value(row)]);
          }
        });
        expectColumnSums(table);
      }),
      { numRuns: 150 },
    );
  });
});

describe('an own table', () => {
  it('counts a project once in the total and once in each source that pays', () => {
    const table = ownTable(hard, { title: '来源', rows: ['source'] });
    expect(tableJson(table).rows).toEqual([
      ['合计', 5, '162'],
      ['财政衔接资金', 2, '110'],
      ['县级自筹资金', 1, '3'],
      ['其他资金', 1, '40'],
      ['未分解来源', 2, '9'],
    ]);
    expect(table.notes).toContain('有几种资金来源的项目在各来源中都计数，合计不重复计数。');
  });

  it('shows 未分解来源 only where money lacks its source, not where it lacks its year', () => {
    const full = { ...hard, projects: hard.projects.slice(0, 1) };
    const columns = (rowsOf: 'class' | 'year') =>
      tableJson(ownTable(full, { title: '来源', rows: [rowsOf], columns: 'source' })).columns;
    expect(columns('class')).not.toContain('未分解来源');
    expect(columns('year')).toContain('未分解来源');
  });

  it('takes only the money of the chosen years, as 表5-1 does', () => {
    const filter = { years: ['2022'] };
    expect(rows(hard, { title: '2022年', rows: ['unit'], filter })).toEqual([
      ['合计', 1, '80'],
      ['区交通局', 0, '30'],
      ['区水利局', 1, '50'],
    ]);
  });

  it.each([
    [{ text: '水渠' }, 1, '7'],
    [{ minTotal: wan('50') }, 2, '150'],
    [{ maxTotal: wan('3') }, 2, '5'],
    [{ categories: ['county.industry'] }, 4, '155'],
    [{ towns: ['北城街道', '高仓街道'] }, 2, '5'],
    [{ natures: ['新建'] }, 1, '100'],
    [{ sources: ['fiscal'] }, 2, '110'],
  ])('is filtered by %j', (filter, count, total) => {
    expect(rows(hard, { title: '筛选', rows: ['class'], filter })[0]).toEqual(['合计', count, total]);
  });

  it('keeps villages of the same name in different towns apart', () => {
    const names = rows(hard, { title: '村', rows: ['village'], totalRow: 'none' }).map(([name]) => name);
    expect(names).toEqual(expect.arrayContaining(['北城街道龙树', '高仓街道龙树']));
    const nested = rows(hard, { title: '村', rows: ['town', 'village'], totalRow: 'none' }).map(([name]) => name);
    expect(nested.filter((name) => name === '龙树')).toHaveLength(2);
  });

  it('orders, shares and spreads several figures', () => {
    const table = ownTable(hard, {
      ...{ title: '多项', rows: ['unit'], columns: 'year', order: 'total', share: true, totalRow: 'last' },
      ...{ measures: ['total'], spread: ['count', 'total'] },
    });
    expect(table.columns.map(({ key }) => key).slice(0, 4)).toEqual([
      'name',
      'total',
      'year:2021|count',
      'year:2021|total',
    ]);
    expect(table.columns[2]).toMatchObject({ group: '2021年', label: '项目个数', counts: '个' });
    expect(tableJson(table).rows.map((row) => [row[0], row[1], row.at(-1)])).toEqual([
      ['区交通局', '100', 61.73],
      ['区水利局', '50', 30.86],
      ['未填责任单位', '12', 7.41],
      ['合计', '162', 100],
    ]);
  });

  it('adds up people and households', () => {
    const measures = ['households', 'people'] as const;
    expect(rows(hard, { title: '受益', rows: ['nature'], measures: [...measures] })).toEqual([
      ['合计', 17, 40],
      ['新建', 12, 40],
      ['未填建设性质', 5, 0],
    ]);
  });

  it('gets the next number of its chapter and moves no number of the plan', () => {
    const sample = samplePlan();
    const own = (chapter: TableDesign['chapter']) => makeDesign({ title: '表', rows: ['town'], chapter });
    const numbers = partNumbers(withOwn(sample, { a: own(4), b: own('annex'), c: own(5), d: own(7) }));
    expect(['own:a', 'own:b', 'own:c', 'own:d'].map((id) => numbers.get(id))).toEqual([
      '表4-7',
      '附表6',
      '表5-2',
      '表7-1',
    ]);
    expect(numbers.get('own:a:chart')).toBe('图4-8');
    for (const [id, number] of partNumbers(sample)) expect([id, numbers.get(id)]).toEqual([id, number]);
  });

  it('carries the planner’s note, and so does a table of the plan', () => {
    expect(ownTable(hard, { title: '注', rows: ['town'], note: '口径：在建。' }).notes).toContain('口径：在建。');
    const data = { ...hard, records: { 'table-note': new Map([['classes', { note: '不含往年。' }]]) } };
    expect(computeTables(data).find(({ id }) => id === 'classes')?.notes).toEqual(['不含往年。']);
  });
});

describe('the chart of an own table', () => {
  const chartOf = (input: Parameters<typeof makeDesign>[0], data = samplePlan()) => ownTable(data, input).charts[0];

  it.each([
    [{ rows: ['town'] as const }, 'bar', 7, 1],
    [{ rows: ['town'] as const, columns: 'year' as const }, 'stacked-bar', 7, 5],
    [{ rows: ['class'] as const, columns: 'year' as const, chart: 'line' as const }, 'line', 5, 6],
    [{ rows: ['nature'] as const, chart: 'pie' as const }, 'pie', 7, 1],
    [{ rows: ['unit'] as const, chart: 'pie' as const }, 'bar', 18, 1],
    [{ rows: ['town'] as const, columns: 'unit' as const }, 'bar', 7, 1],
    [{ rows: ['town'] as const, columns: 'year' as const, chart: 'bar' as const }, 'bar', 4, 5],
    [{ rows: ['category'] as const }, 'bar', 22, 1],
  ])('%j is a %s of %i labels and %i series', (input, kind, labels, series) => {
    const chart = chartOf({ title: '图', ...input, rows: [...input.rows] });
    expect([chart?.kind, chart?.labels.length, chart?.series.length]).toEqual([kind, labels, series]);
  });

  it('says when it leaves rows out, and can be left out itself', () => {
    expect(chartOf({ title: '小类', rows: ['category'] })?.title).toBe('小类（前22项）');
    expect(chartOf({ title: '小类', rows: ['town'], chart: 'none' })).toBeUndefined();
    expect(chartOf({ title: '小类', rows: ['town'], chartTitle: '各乡镇投资' })?.title).toBe('各乡镇投资');
  });
});

describe('a changed list', () => {
  it('gives the same tables as one that was counted afresh', () => {
    const { projects } = hard;
    const steps = [
      projects.map((project, at) =>
        at === 1 ? { ...project, town: '研和', amounts: { ...project.amounts, total: wan('51') } } : project,
      ),
      projects.slice(2),
      [...projects, makeProject('f', { total: '9' }, { unit: '区妇联' })],
      [...projects].reverse(),
    ];
    const design = makeDesign({ title: '变', rows: ['unit', 'town'], columns: 'source' });
    for (const list of steps) {
      const fresh = { ...hard, plan: { ...hard.plan }, projects: list };
      const read = (data: PlanData) => computeTables(withOwn(data, { x: design })).map(tableJson);
      expect(read({ ...hard, projects: list })).toEqual(read(fresh));
    }
  });
});
