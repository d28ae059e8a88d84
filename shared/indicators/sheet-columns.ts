// The columns of a sheet of indicators by the words of their heads: names and marks, base and targets, values by year.
import type { SheetColumns } from '../funds/sheet-rows.ts';
import { headerOf } from '../import/header-words.ts';
import type { ReadColumn, TableReading } from '../import/reading.ts';

export type IndicatorKey =
  | 'number'
  | 'group'
  | 'name'
  | 'unit'
  | 'attribute'
  | 'base'
  | 'target'
  | 'year'
  | 'value'
  | 'department'
  | 'source'
  | 'note'
  | 'state';

export type YearRole = 'base' | 'target' | 'actual';

export interface YearColumn {
  column: ReadColumn;
  year: number;
  role: YearRole;
}

export interface IndicatorColumns {
  columns: SheetColumns<IndicatorKey>;
  years: readonly YearColumn[];
}

/** Tried in this order on heads without a year of their own. */
const WORDS: readonly (readonly [IndicatorKey, RegExp])[] = [
  ['number', /^(?:序号|编号|项次|指标编号|代码)$/],
  ['group', /^(?:分组|类别|一级指标|指标类别|指标类型|分类|领域)$/],
  ['unit', /(?:^|›)(?:计量)?单位$|指标单位/],
  ['attribute', /属性|约束性|指标性质/],
  ['department', /责任(?:部门|单位)|牵头(?:部门|单位)|(?:主管|负责|填报)(?:部门|单位)/],
  ['source', /数据来源|资料来源|来源/],
  ['year', /^(?:年份|年度|统计年度|数据年份|所属年度)$/],
  ['base', /基期|基准|现状|基础值|基数|期初/],
  ['target', /目标|规划值|计划值|规划数|指标值|期末|终期/],
  ['state', /(?:数据)?状态$|核定/],
  ['note', /备注|说明|原因|措施/],
  ['value', /实际|完成|实绩|数值|现值|进展|情况|当年值/],
  ['name', /指标|任务|名称|内容/],
];

/** Our own figures beside the values; read again they say nothing new. */
const DERIVED = /时序|应达|完成率|完成比例|进度状态|评价结论|增幅|差额/;
const STATUS_HEAD = /^\d{4}年?完成情况$/;

/** Gives each column its meaning. The last year of a sheet that has no other target is one, as 表1 prints it. */
export function indicatorColumns(
  reading: TableReading,
  { firstYear, lastYear }: { firstYear: number; lastYear: number },
): IndicatorColumns {
  const of: SheetColumns<IndicatorKey>['of'] = {};
  const others: ReadColumn[] = [];
  const years: YearColumn[] = [];
  const bare: { column: ReadColumn; year: number }[] = [];
  const results: { column: ReadColumn; year: number }[] = [];
  for (const column of reading.columns) {
    if (column.path.length === 0) continue;
    const head = headerOf(column);
    if (DERIVED.test(head)) continue;
    const year = yearOf(head);
    if (year !== null && STATUS_HEAD.test(head)) {
      results.push({ column, year });
      continue;
    }
    if (year !== null) {
      const role = roleOf(head);
      if (role !== null) years.push({ column, year, role });
      else if (isBareYear(head)) bare.push({ column, year });
      else others.push(column);
      continue;
    }
    const key = WORDS.find(([, words]) => words.test(head))?.[0];
    if (key === undefined || of[key] !== undefined) others.push(column);
    else of[key] = column;
  }
  // A bare 指标 is the name, also where 指标名称 stands under a wider head.
  const hasTarget = of.target !== undefined || years.some(({ role }) => role === 'target');
  const hasActual =
    years.some(({ role }) => role === 'actual') || bare.some(({ year }) => year >= firstYear && year < lastYear);
  for (const { column, year } of bare) {
    const isTarget = !hasTarget && !hasActual && year >= lastYear;
    years.push({ column, year, role: year < firstYear ? 'base' : isTarget ? 'target' : 'actual' });
  }
  // Beside the value of its year 完成情况 is a judgement; alone it is the value.
  for (const { column, year } of results)
    if (!years.some((one) => one.year === year && one.role === 'actual')) years.push({ column, year, role: 'actual' });
  return { columns: { of, fits: {}, parts: new Map(), others }, years };
}

/** The one year that a head names; of 2021—2025年 the last. */
function yearOf(head: string): number | null {
  const found = [...head.matchAll(/(?<!\d)((?:19|20)\d{2})(?!\d)/g)].map(([, digits]) => Number(digits));
  return found.at(-1) ?? null;
}

function isBareYear(head: string): boolean {
  return /^(?:.*›)?(?:19|20)\d{2}(?:年度?)?(?:数值?|值|数据)?$/.test(head);
}

function roleOf(head: string): YearRole | null {
  if (/基期|基准|现状|基数|期初/.test(head)) return 'base';
  if (/目标|规划|计划|预期|期末|终期/.test(head)) return 'target';
  if (/实际|完成|实绩|统计|现值|达到|进展|情况|数值|当年值/.test(head)) return 'actual';
  return null;
}
