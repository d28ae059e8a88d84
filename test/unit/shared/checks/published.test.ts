// Printed tables against the workbook and against each other's words; how they are read from JSON.
import { describe, expect, it } from 'vitest';
import { publishedTablesOf } from '#seeds/published.ts';
import { checkPublished } from '#shared/checks/check-published.ts';
import type { Finding } from '#shared/checks/finding.ts';
import { parsePublished } from '#shared/checks/parse-published.ts';
import type { PublishedGrid } from '#shared/domain/published-table.ts';
import { AppError } from '#shared/values/app-error.ts';
import { makeProject, planWith, samplePlan } from '../../seeds/sample-plan.ts';

const short = ({ rule, level, table, row, column, left, right, difference }: Finding) =>
  [rule, level, table, row, column, left, right, difference].join(' ').trim();

describe('print against the workbook', () => {
  const own = (regionCode: string, data = samplePlan()) => {
    const tables = publishedTablesOf(regionCode);
    const inside = new Set(checkPublished(tables).map(({ key }) => key));
    return checkPublished(tables, data).filter(({ key }) => !inside.has(key));
  };

  it('shows where the district’s print is not the sum of its projects (X01)', () => {
    const found = own('530402').map(short);
    expect(found).toEqual(
      expect.arrayContaining([
        'X01 error 表4-5 五、乡村基础设施建设 总投资 418659.38 418689.38 -30',
        'X01 rounding 表4-1 一、乡村特色产业帮扶 总投资 137640.5 137640.47 0.03',
        'X01 error 表4 合计 总投资 664569.38 664599.38 -30',
        'X01 error 表5-1 2022年 总投资 213074.54 213104.24 -29.7',
      ]),
    );
    expect(found.filter((line) => line.includes('表4-2'))).toEqual([]);
  });

  it('shows what the city counts otherwise (X05), classes through the mapping', () => {
    expect(own('530400').map(short)).toEqual([
      'X05 warning 表2 易地扶贫搬迁后续扶持 红塔区 20159 20175.97 -16.97',
      'X05 warning 表2 村集体经济建设 红塔区 1160 0 1160',
      'X05 warning 表2 分县总投资 红塔区 665742 664599.38 1142.62',
      'X05 warning 表3 红塔区 项目个数 479 514 -35',
      'X05 warning 表3 红塔区 总投资 665742 664599.38 1142.62',
      'X05 warning 表3 红塔区 财政衔接资金 14625 14364.81 260.19',
      'X05 warning 表3 红塔区 行业部门专项资金 403200 403217.57 -17.57',
      'X05 warning 表3 红塔区 其他 235993 235092.51 900.49',
    ]);
  });

  it('compares every county in a city’s workbook (X01)', () => {
    const city = planWith([makeProject('a', { total: '10' }, { regionCode: '530426' })], '530400');
    const found = own('530400', city).map(short);
    expect(found).toContain('X01 error 表2 乡村特色产业帮扶 峨山县 73759 10 73749');
    expect(found).toContain('X01 error 表3 峨山县 项目个数 578 1 577');
  });
});

describe('reading published tables from JSON', () => {
  const rows = {
    source: '某规划 表5-1',
    unit: '万元',
    columns: ['项目个数', '总投资', '财政衔接资金', '其他资金'],
    rows: { '2021-2022': [3, '30', '10', '20'], '2021': [1, '10', '4', '6'], '2022': [2, '20', '6', '15'] },
  };

  it('takes rows with named columns', () => {
    const table = parsePublished(rows, 'a.json') as PublishedGrid;
    expect(table).toMatchObject({ kind: 'grid', id: '表5-1', rowKind: 'year' });
    expect(table.totalRow?.label).toBe('2021-2022年');
    expect(checkPublished([table]).map(short)).toEqual([
      'T01 error 表5-1 2022年 总投资 20 21 -1'.replace('error', 'rounding'),
      'T04 rounding 表5-1 2021-2022年 其他资金 20 21 -1',
    ]);
  });

  it('takes a tree, a crosstab and indicators', () => {
    const tree = {
      tree: [{ ord: '一', name: '甲', printed: [2, '3.5'], children: [{ name: '乙', printed: [1, '3'] }] }],
    };
    expect(checkPublished([parsePublished(tree, '表9.json')]).map(({ rule, table }) => [rule, table])).toEqual([
      ['T03', '表9'],
      ['T03', '表9'],
    ]);
    const crosstab = {
      counties: ['红塔区', '江川区'],
      rows: [{ category: '稳定就业帮扶', printed_total: 9, by_county: [4, null] }],
      printed_county_totals: [4, 0],
      printed_grand_total: 4,
    };
    expect(checkPublished([parsePublished(crosstab, 'b.json')]).map(({ rule, left }) => [rule, left])).toEqual([
      ['T04', '9'],
      ['T04', '4'],
    ]);
    const indicators = {
      columns: ['序号', '指标', '单位', '2020年', '2025年', '指标属性'],
      groups: [
        {
          name: '甲',
          rows: [
            [1, '子', '%', null, '≥10', '约束性'],
            [3, '丑', null, '1', '2', '预期性'],
          ],
        },
      ],
    };
    const table = parsePublished(indicators, 'c.json');
    expect(table).toMatchObject({ indicators: [{ targetValue: '≥10', baseYear: null }, { baseYear: '2020' }] });
    expect(checkPublished([table]).map(({ rule, level }) => [rule, level])).toEqual([['T12', 'warning']]);
  });

  it('takes a column of shares and works them out again', () => {
    const shares = {
      ...rows,
      columns: ['总投资', '占比（%）'],
      rows: { '2021-2022': ['300', '100'], '2021': ['100', '33.33%'], '2022': ['200', '66.76'] },
    };
    expect(checkPublished([parsePublished(shares, 'a.json')]).map(short)).toEqual([
      'T04 warning 表5-1 2022年 占比（%） 66.76 66.67',
    ]);
  });

  it('says where a whole column is missing though the text does not name it (X07)', () => {
    const lost = {
      ...rows,
      columns: rows.columns.slice(0, 3),
      rows: {
        '2021-2022': [3, '300', '100'],
        '2021': [1, '100', '40'],
        '2022': [2, '200', '60'],
      },
    };
    const [finding] = checkPublished([parsePublished(lost, 'a.json')]);
    expect(finding).toMatchObject({ rule: 'X07', level: 'error', right: '200' });
  });

  it.each([
    [[1, 2], '最外层应为一个对象'],
    [{ a: 1 }, '没有认出表的结构'],
    [{ ...rows, unit: '元' }, '单位是“元”'],
    [{ ...rows, columns: ['项目个数'] }, '没有总投资'],
    [{ ...rows, rows: { '2021': [1, '2'] } }, '“2021”行应有 4 个数'],
    [{ ...rows, rows: { '2021': [1, '约30', '0', '0'] } }, '“2021”行“总投资”的“约30”不是数字'],
    [{ tree: [{ printed: [1, '2'] }] }, '没有名称'],
    [{ groups: [{ name: '甲' }] }, '指标分组'],
  ])('refuses %j', (json, words) => {
    const read = () => parsePublished(json, '表.json');
    expect(read).toThrow(AppError);
    expect(read).toThrow(words);
  });
});
