// The twenty indicators of 表1 (主要指标) in the plan of 玉溪市 2021–2025, values as printed: some are texts. They belong to
// that plan; any other begins with none.
import type { Indicator } from '#shared/domain/reference.ts';

type Row = readonly [
  name: string,
  unit: string | null,
  baseValue: string | null,
  targetValue: string | null,
  attribute: Indicator['attribute'],
];

const CONSOLIDATE: readonly Row[] = [
  ['脱贫人口防止返贫动态监测率', '人、%', '92710', '100', '约束性'],
  ['防止返贫动态监测对农村低收入人口全覆盖', '%', null, '100', '约束性'],
  ['有产业发展条件和意愿的农村低收入人口家庭帮扶覆盖率', '%', null, '100', '约束性'],
  ['已转移就业脱贫人口稳定就业率', '%', '100', '100', '预期性'],
  ['脱贫人口和监测对象护林员人数', '人', '509', '500', '预期性'],
  ['村级集体经济经营性收入', '万元', null, '≥10', '约束性'],
  ['易地扶贫搬迁后续帮扶覆盖率', '%', null, '100', '约束性'],
  ['农村最低生活保障覆盖率', null, '应兜尽兜', '应兜尽兜', '约束性'],
  ['农村居民参加基本养老保险率', null, '应保尽保', '应保尽保', '约束性'],
  ['脱贫地区农村常住居民人均可支配收入', '元', null, '≥18000', '约束性'],
];

const REVITALISE: readonly Row[] = [
  ['农村自然村道路硬化率（30户以上）', '%', null, '≥65', '约束性'],
  ['农村自来水普及率', '%', '64', '≥70', '约束性'],
  ['行政村5G网络覆盖率', '%', null, '≥85', '预期性'],
  ['农村义务教育巩固率', '%', '99.76', '97.5', '约束性'],
  ['农村低收入人口城乡居民参加基本医疗保险率', '%', null, '100', '约束性'],
  ['农村住房安全保障', '%', '100', '100', '约束性'],
  ['农村生活污水治理率', '%', '33.8', '≥45', '预期性'],
  ['农村生活垃圾处理率', '%', '50.1', '≥75', '预期性'],
  ['农村卫生厕所普及率', '%', '81.2', '90', '预期性'],
  ['和谐平安村创建率', '%', null, '80(省70%)', '预期性'],
];

const GROUPS: readonly (readonly [name: string, rows: readonly Row[]])[] = [
  ['巩固拓展脱贫攻坚成果', CONSOLIDATE],
  ['全面实施乡村振兴战略', REVITALISE],
];

/** Numbered through as in the print, 1 to 20. */
export const INDICATORS: readonly Indicator[] = GROUPS.flatMap(([group, rows]) =>
  rows.map((row) => ({ group, row })),
).map(({ group, row: [name, unit, baseValue, targetValue, attribute] }, index) => ({
  number: index + 1,
  group,
  name,
  unit,
  baseYear: baseValue === null ? null : '2020',
  baseValue,
  targetYear: '2025',
  targetValue,
  attribute,
}));
