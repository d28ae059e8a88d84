// The one list of the plan's tables: screen, files, print, sentences and the command line read it. Planners' own tables
// follow in own-tables.ts.
import { categoryTree } from '../domain/categories.ts';
import { isUpperPlan, officesBeneath, officesWord } from '../domain/reference.ts';
import type { PlanData } from '../records/plan-data.ts';
import { makeDesign, type TableDesign } from '../records/table-design.ts';
import { type ChartDesign, chapterIn, type PlannedTable, type TableFamily } from './spec.ts';

type DesignInput = Parameters<typeof makeDesign>[0];

function made(
  id: string,
  input: DesignInput,
  charts: readonly ChartDesign[],
  more: Partial<Pick<PlannedTable, 'isHead'>> = {},
): PlannedTable {
  const design: TableDesign = makeDesign(input);
  return { id, chapter: design.chapter, ...more, content: { kind: 'projects', design, charts } };
}

function inCounties(tables: (data: PlanData) => PlannedTable[]): TableFamily['tables'] {
  return (data) => (isUpperPlan(data) ? [] : tables(data));
}

function inCities(tables: (data: PlanData) => PlannedTable[]): TableFamily['tables'] {
  return (data) => (isUpperPlan(data) ? tables(data) : []);
}

/** '2021-2025年' */
function periodLabel({ firstYear, lastYear }: PlanData['plan']): string {
  return firstYear === lastYear ? `${firstYear}年` : `${firstYear}-${lastYear}年`;
}

/** 工程 where the plan's classes are called so (市八大工程), else 项目. */
function workWord({ reference, plan }: PlanData): string {
  const scheme = reference.schemes.find(({ id }) => id === plan.scheme);
  const tops = reference.categories.filter(({ scheme: own, parent }) => own === plan.scheme && parent === null);
  return [scheme, ...tops].some((one) => one?.name.includes('工程')) ? '工程' : '项目';
}

/** 县 in titles of an upper plan; 市（州） where the offices beneath it are cities. */
function areaWord(data: PlanData): string {
  return officesWord(officesBeneath(data)).replace('县（市、区）', '县');
}

export const TABLE_FAMILIES: readonly TableFamily[] = [
  {
    id: 'indicators',
    summary: '主要指标：基期值、目标值和属性（表1）',
    tables: () => [{ id: 'indicators', chapter: 'plan', content: { kind: 'indicators' } }],
  },
  {
    id: 'classes-by-county',
    summary: '市级：各类工程按县（市、区）的投资（表2）',
    tables: inCities((data) => [
      made(
        'classes-by-county',
        {
          title: `${data.plan.regionName}各类${workWord(data)}分${areaWord(data)}投资`,
          chapter: 'plan',
          rows: ['class'],
          columns: 'county',
          measures: ['total'],
          totalRow: 'last',
          empty: 'top',
          ordinals: false,
          words: { head: `${workWord(data)}类别`, total: `分${areaWord(data)}总投资`, totalColumn: '总计', group: '' },
        },
        [
          {
            id: 'classes-by-county-chart',
            title: `各${officesWord(officesBeneath(data))}各类${workWord(data)}投资`,
            kind: 'stacked-bar',
            shows: 'across',
          },
        ],
      ),
    ]),
  },
  {
    id: 'counties-by-source',
    summary: '市级：各县（市、区）项目个数、总投资和资金来源（表3）',
    tables: inCities((data) => [
      made(
        'counties-by-source',
        {
          title: `${data.plan.regionName}分${areaWord(data)}项目个数和资金来源`,
          chapter: 'plan',
          rows: ['county'],
          columns: 'source',
          totalRow: 'last',
          empty: 'top',
          words: { total: '总计', group: '其中' },
        },
        [{ id: 'sources', title: '资金来源构成', kind: 'pie', shows: 'members' }],
      ),
    ]),
  },
  {
    id: 'classes',
    summary: '各类项目的个数和总投资（表4，图4-1、图5-1）',
    tables: (data) => [
      made(
        'classes',
        {
          title: `${data.plan.regionName}各类项目个数和投资`,
          chapter: chapterIn(data, 4),
          rows: ['class'],
          empty: 'top',
          words: { head: '项目类别及名称' },
        },
        [
          { id: 'classes-count', title: '各类项目个数', kind: 'bar', shows: 'rows', measure: 'count' },
          { id: 'classes-total', title: '各类项目投资', kind: 'bar', shows: 'rows', chapter: chapterIn(data, 5) },
        ],
        { isHead: true },
      ),
    ],
  },
  {
    id: 'class:…',
    summary: '县级：一类项目按小类的个数和总投资，每类一张（表4-1、表4-2……，图4-2、图4-3……）',
    tables: inCounties((data) =>
      categoryTree(data.reference, data.plan.scheme).map(({ category }) =>
        made(
          `class:${category.id}`,
          {
            title: `${category.name}项目个数和投资`,
            chapter: 4,
            rows: ['class', 'category'],
            filter: { categories: [category.id] },
            // The heading is the subtotal: there is no 合计 (handbook L12).
            totalRow: 'none',
            empty: 'top',
            words: { head: '项目类别及名称' },
          },
          [{ id: `class:${category.id}:chart`, title: `${category.name}投资构成`, kind: 'auto', shows: 'rows' }],
        ),
      ),
    ),
  },
  {
    id: 'years',
    summary: '各年度项目个数、总投资和资金来源（表5-1，图5-2、图5-3、图5-4、图5-5）',
    tables: (data) => [
      made(
        'years',
        {
          title: '各年度项目个数、投资和资金来源',
          chapter: chapterIn(data, 5),
          rows: ['year'],
          columns: 'source',
          empty: 'top',
          words: { total: periodLabel(data.plan) },
        },
        [
          { id: 'years-count', title: '各年度项目个数', kind: 'bar', shows: 'rows', measure: 'count' },
          { id: 'years-total', title: '各年度投资', kind: 'bar', shows: 'rows' },
          // A city has this chart with 表3 already.
          ...(isUpperPlan(data)
            ? []
            : [{ id: 'sources', title: '资金来源构成', kind: 'pie', shows: 'members' } satisfies ChartDesign]),
          { id: 'years-by-source', title: '各年度资金来源', kind: 'stacked-bar', shows: 'matrix' },
        ],
      ),
    ],
  },
  {
    id: 'categories-by-source',
    summary: '各类项目按资金来源的投资（附表）',
    tables: () => [
      made(
        'categories-by-source',
        { title: '各类项目资金来源', rows: ['class', 'category'], columns: 'source', empty: 'top' },
        [{ id: 'categories-by-source-chart', title: '各类项目资金来源', kind: 'stacked-bar', shows: 'matrix' }],
      ),
    ],
  },
  {
    id: 'categories-by-year',
    summary: '各类项目按年度的投资（附表）',
    tables: () => [
      made(
        'categories-by-year',
        { title: '各类项目分年度投资', rows: ['class', 'category'], columns: 'year', empty: 'top' },
        [{ id: 'categories-by-year-chart', title: '各类项目分年度投资', kind: 'stacked-bar', shows: 'matrix' }],
      ),
    ],
  },
  {
    id: 'towns-by-class',
    summary: '县级：各乡镇（街道）按类别的投资（附表）',
    tables: inCounties(() => [
      made('towns-by-class', { title: '各乡镇（街道）各类项目投资', rows: ['town'], columns: 'class' }, [
        { id: 'towns-by-class-chart', title: '各乡镇（街道）各类项目投资', kind: 'stacked-bar', shows: 'matrix' },
      ]),
    ]),
  },
  {
    id: 'towns-by-year',
    summary: '县级：各乡镇（街道）按年度的投资（附表）',
    tables: inCounties(() => [
      made('towns-by-year', { title: '各乡镇（街道）分年度投资', rows: ['town'], columns: 'year' }, [
        { id: 'towns-by-year-chart', title: '各乡镇（街道）分年度投资', kind: 'stacked-bar', shows: 'matrix' },
      ]),
    ]),
  },
  {
    id: 'units-by-source',
    summary: '各责任单位的项目个数、总投资和资金来源（附表）',
    tables: () => [
      made('units-by-source', { title: '各责任单位资金来源', rows: ['unit'], columns: 'source', order: 'total' }, [
        { id: 'units-by-source-chart', title: '各责任单位资金来源', kind: 'stacked-bar', shows: 'matrix' },
      ]),
    ],
  },
];
