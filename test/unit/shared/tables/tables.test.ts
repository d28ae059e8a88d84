// The plan's tables: figures of the sample, exact sums of rows and columns, and the make-up of each cell.
import { describe, expect, it } from 'vitest';
import { isUpperPlan, planYears } from '#shared/domain/reference.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { contributions } from '#shared/tables/composition.ts';
import { computeTables } from '#shared/tables/compute.ts';
import { planSums } from '#shared/tables/plan-sums.ts';
import type { TableResult } from '#shared/tables/table.ts';
import { tableJson } from '#shared/tables/table-json.ts';
import { wan, wanText } from '#shared/values/money.ts';
import { expectColumnSums, expectRowSums } from '#test/support/table-sums.ts';
import { makeProject, planWith, samplePlan } from '../../seeds/sample-plan.ts';

const sample = samplePlan();

/** A plan with everything that is hard: no category, no year, no source, a finer source, another spelling. */
const hard = planWith([
  makeProject('a', { total: '100', bySource: { fiscal: '60', other: '40' }, byYear: { '2021': '70', '2022': '30' } }),
  makeProject('b', { total: '50.5', bySource: { 'fiscal.central': '50.5' }, byYear: { '2023': '50.5' } }),
  makeProject('c', { total: '7' }, { categoryId: null, town: '研和', startAt: null }),
  makeProject(
    'd',
    { total: '8', byYear: { '2027': '8' } },
    { categoryId: 'county.ecology', town: null, startAt: '2027' },
  ),
  makeProject('e', { total: '9', bySource: { unknown: '9' }, byYear: { '2024': '9' } }, { town: '新地镇' }),
]);

/** A city's plan of two counties whose projects carry county classes. */
const city = planWith(
  [
    makeProject('a', { total: '10', bySource: { fiscal: '10' } }, { categoryId: 'county.service.collective' }),
    makeProject('b', { total: '5', bySource: { sector: '5' } }, { categoryId: 'county.service.health' }),
    makeProject('c', { total: '4' }, { regionCode: '530426', categoryId: 'city.collective' }),
    makeProject('d', { total: '1' }, { regionCode: '999999', categoryId: null }),
  ],
  '530400',
);

function tableOf(data: PlanData, id: string): TableResult {
  const table = computeTables(data).find((candidate) => [candidate.id, candidate.number].includes(id));
  if (!table) throw new Error(`no ${id}`);
  return table;
}

const rowsOf = (data: PlanData, id: string) => tableJson(tableOf(data, id)).rows;

describe('tables of the sample', () => {
  it('are those of a county, in order', () => {
    const tables = computeTables(sample);
    expect(tables.map(({ number }) => number)).toEqual(
      '表1 表4 表4-1 表4-2 表4-3 表4-4 表4-5 表4-6 表5-1 附表1 附表2 附表3 附表4 附表5'.split(' '),
    );
    expect(new Set(tables.map(({ id }) => id)).size).toBe(tables.length);
  });

  it('表4-1 has the class first and its leaves after it', () => {
    expect(rowsOf(sample, '表4-1')).toEqual([
      ['一、乡村特色产业帮扶', 60, '137640.47'],
      ['（一）种植业', 20, '4363.52'],
      ['（二）养殖业', 9, '1324'],
      ['（三）加工业', 3, '629.2'],
      ['（四）服务业', 19, '129600'],
      ['（五）小额信贷贴息', 5, '543.75'],
      ['（六）消费帮扶设施', 4, '1180'],
    ]);
  });

  it('leaves out leaves without projects', () => {
    expect(rowsOf(sample, '表4-4').map(([name]) => name)).toEqual([
      '四、生态经济发展',
      '（二）木本粮油产业',
      '（三）林下经济产业',
    ]);
  });

  it('表5-1 has the years and sources of the plan and nothing unsplit', () => {
    const table = tableJson(tableOf(sample, '表5-1'));
    expect(table.columns.slice(0, 4)).toEqual(['年份', '项目个数', '总投资', '财政衔接资金']);
    expect(table.columns).not.toContain('未分解来源');
    expect(table.rows[0]).toEqual([
      '2021-2025年',
      514,
      '664599.38',
      '14364.81',
      '0',
      '403217.57',
      '11924.49',
      '235092.51',
    ]);
    expect(table.rows.map((row) => row.slice(0, 3)).slice(1)).toEqual([
      ['2021年', 165, '91733.83'],
      ['2022年', 162, '213104.24'],
      ['2023年', 83, '124120.23'],
      ['2024年', 56, '222393.47'],
      ['2025年', 48, '13247.61'],
    ]);
  });

  it('carries the plan’s figures 图4-1 to 图4-7 and 图5-1 to 图5-4', () => {
    const charts = computeTables(sample).flatMap((table) => table.charts);
    expect(new Set(charts.map(({ id }) => id)).size).toBe(charts.length);
    for (const number of ['图4-1', '图4-2', '图4-7', '图5-1', '图5-2', '图5-3', '图5-4']) {
      expect(charts.map((chart) => chart.number)).toContain(number);
    }
    const years = charts.find(({ number }) => number === '图5-3');
    expect(years?.series[0]?.values).toEqual([91733.83, 213104.24, 124120.23, 222393.47, 13247.61]);
    for (const { labels, series } of charts)
      for (const { values } of series) expect(values).toHaveLength(labels.length);
  });
});

describe('what is not broken down', () => {
  it('stands in a row and a column of its own in 表5-1, with remarks', () => {
    const table = tableJson(tableOf(hard, '表5-1'));
    expect(table.columns.at(-1)).toBe('未分解来源');
    expect(table.rows).toEqual([
      ['2021-2025年', 5, '174.5', '110.5', '0', '0', '0', '40', '24'],
      // Of the sources it is not known in which year they are spent; no figure balances that any more.
      ['其中：未分解到年度', 1, '100', '60', '0', '0', '0', '40', '0'],
      ['2021年', 3, '70', '0', '0', '0', '0', '0', '70'],
      ['2022年', 0, '30', '0', '0', '0', '0', '0', '30'],
      ['2023年', 0, '50.5', '50.5', '0', '0', '0', '0', '0'],
      ['2024年', 0, '9', '0', '0', '0', '0', '0', '9'],
      ['2025年', 0, '0', '0', '0', '0', '0', '0', '0'],
      ['未分解年度', 2, '15', '0', '0', '0', '0', '0', '15'],
    ]);
    expect(table.notes).toHaveLength(4);
    // One that states a source for part of its money is told apart from those that state none.
    expect(table.notes).toContainEqual(expect.stringContaining('填了的资金来源之和少于总投资'));
  });

  it('counts one town once, whatever its spelling', () => {
    expect(rowsOf(hard, 'towns-by-class').map((row) => row.slice(0, 3))).toEqual([
      ['合计', 5, '174.5'],
      ['研和街道', 3, '157.5'],
      ['新地镇', 1, '9'],
      ['未填地点', 1, '8'],
    ]);
  });

  it('keeps projects without a class or sub-class in sight', () => {
    expect(rowsOf(hard, '表4').at(-1)).toEqual(['未分类', 1, '7']);
    expect(rowsOf(hard, '表4-4').at(-1)).toEqual(['未细分', 1, '8']);
  });
});

describe('a city’s tables', () => {
  it('表2 counts county classes as city classes', () => {
    const table = tableJson(tableOf(city, '表2'));
    expect(table.columns).toEqual(
      '工程类别 总计 红塔区 江川区 澄江市 通海县 华宁县 易门县 峨山县 新平县 元江县 未分解地区'.split(' '),
    );
    const row = (name: string) => table.rows.find(([first]) => first === name)?.slice(1, 3);
    expect(row('重点村建设')).toEqual(['10', '10']);
    expect(row('乡村公共服务提升')).toEqual(['5', '5']);
    expect(row('村集体经济建设')).toEqual(['4', '0']);
    expect(row('未分类')).toEqual(['1', '0']);
    expect(table.rows.at(-1)?.slice(0, 3)).toEqual(['分县总投资', '20', '15']);
  });

  it('表3 has a row a county and the total last', () => {
    const rows = rowsOf(city, '表3');
    expect(rows[0]?.slice(0, 4)).toEqual(['红塔区', 2, '15', '10']);
    expect(rows.at(-1)?.slice(0, 3)).toEqual(['总计', 4, '20']);
  });
});

describe.each([
  ['sample', sample],
  ['hard', hard],
  ['city', city],
])('every table of %s', (_, data) => {
  const tables = computeTables(data);

  it('adds up by rows and columns, what it sets apart taken into account', () => {
    for (const table of tables) {
      expectRowSums(table);
      expectColumnSums(table);
    }
  });

  it('says the same as the sums that checks and texts read', () => {
    const { all, byCategory, byTown, byRegion } = planSums(data);
    const figures = (id: string, key: string): unknown[] | undefined => {
      const row = tables.find((table) => table.id === id)?.rows.find((candidate) => candidate.key === key);
      return row?.cells
        .slice(1, 3)
        .map((cell) => (cell.kind === 'amount' ? cell.fen : cell.kind === 'count' && cell.value));
    };
    for (const [category, { count, total }] of byCategory) {
      if (count > 0)
        expect([category, ...(figures('categories-by-source', `category:${category}`) ?? [])]).toEqual([
          category,
          count,
          total,
        ]);
    }
    for (const year of planYears(data.plan)) {
      expect(figures('years', `year:${year}`)).toEqual([all.countByYear[year] ?? 0, all.byYear[year] ?? 0]);
    }
    for (const [town, { count, total }] of isUpperPlan(data) ? [] : byTown) {
      expect([town, ...(figures('towns-by-class', `town:${town}`) ?? [])]).toEqual([town, count, total]);
    }
    for (const [code, { count, total }] of byRegion) {
      expect([code, ...(figures('counties-by-source', `region:${code}`) ?? [])]).toEqual([code, count, total]);
    }
  });

  it('is made of the projects that composition names', () => {
    for (const { id, columns, rows } of tables) {
      for (const row of rows) {
        columns.forEach(({ key }, index) => {
          const cell = row.cells[index];
          if (cell?.kind !== 'amount' && cell?.kind !== 'count') return;
          const parts = contributions(data, id, row.key, key);
          const sum = parts.reduce((so, { value }) => so + value, 0);
          expect([id, row.key, key, sum]).toEqual([id, row.key, key, cell.kind === 'amount' ? cell.fen : cell.value]);
        });
      }
    }
  });
});

it('names the projects of a cell', () => {
  const ids = (row: string, column: string) =>
    contributions(hard, 'years', row, column).map(({ project }) => project.id);
  expect(ids('year:2021', 'total')).toEqual(['a']);
  expect(ids('year:2021', 'count')).toEqual(['a', 'b', 'e']);
  expect(ids('year:?open', 'source:other')).toEqual(['a']);
  expect(ids('year:?', 'total')).toEqual(['c', 'd']);
  expect(() => contributions(hard, '表5-1', 'total', 'total')).toThrow(RangeError);
});

it('remembers the tables of a plan value and makes new ones for a changed plan', () => {
  expect(computeTables(sample)).toBe(computeTables(sample));
  const [first, ...rest] = sample.projects;
  if (!first) throw new Error('no projects');
  const total = wan('1000000');
  const changed = { ...sample, projects: [{ ...first, amounts: { ...first.amounts, total } }, ...rest] };
  const before = first.amounts.total ?? wan('0');
  const after = tableOf(changed, '表4').rows[0]?.cells[2];
  expect(after?.kind === 'amount' && wanText(after.fen)).toBe(
    wanText(wan(String((664599380000 - before + total) / 1_000_000))),
  );
});
