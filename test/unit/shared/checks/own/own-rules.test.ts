// Own rules: what formulas mean, exactly, over projects and groups.
import { describe, expect, it } from 'vitest';
import { tryOwnRule } from '#shared/checks/own/check-own.ts';
import { ownRuleSchema } from '#shared/records/own-rule.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { makeProject, planWith, samplePlan } from '../../../seeds/sample-plan.ts';

function results(formula: string, data: PlanData) {
  const result = tryOwnRule('Z01', ownRuleSchema.parse({ name: '测试', formula }), data);
  if ('message' in result) throw new Error(`${formula}: ${result.message}`);
  return result;
}

function messages(formula: string, data: PlanData): string[] {
  return results(formula, data).findings.map(({ message }) => message);
}

/** checked, broken, skipped */
function counts(formula: string, data: PlanData): number[] {
  const { checked, broken, skipped } = results(formula, data);
  return [checked, broken, skipped];
}

const plan = planWith([
  makeProject(
    'a',
    {
      total: '100',
      bySource: { 'fiscal.central': '30', 'fiscal.province': '30', integrated: '40' },
      byYear: { '2021': '100' },
    },
    {
      name: '甸苴种植园',
      categoryId: 'county.industry.planting',
      town: '大营街街道',
      startAt: '2021',
      endAt: '2022',
      households: 10,
      people: 81,
      linkage: '土地流转',
    },
  ),
  makeProject(
    'b',
    { total: '50.01', bySource: { fiscal: '50' }, byYear: { '2022': '50.01' } },
    {
      name: '玉苗养殖场',
      categoryId: 'county.industry.breeding',
      town: '研和',
      startAt: '2022',
      endAt: '2021',
      households: 10,
      people: 80,
      nature: '新建',
    },
  ),
  makeProject(
    'c',
    { total: '30', bySource: { fiscal: '40' } },
    { name: '村内道路', categoryId: 'county.infrastructure.village-roads', town: '研和', startAt: null, endAt: null },
  ),
]);

describe('rules about each project', () => {
  it('compare sums with the tolerance of the built-in rules', () => {
    const formula = '总投资 = 财政衔接资金 + 涉农整合资金 + 行业部门专项资金 + 县级自筹资金 + 其他资金';
    const { findings } = results(formula, plan);
    expect(
      findings.map(({ level, projectId, left, right, difference, columnKey }) => [
        level,
        projectId,
        left,
        right,
        difference,
        columnKey,
      ]),
    ).toEqual([
      ['rounding', 'b', '50.01', '50', '0.01', 'total'],
      ['warning', 'c', '30', '40', '-10', 'total'],
    ]);
    expect(counts(formula, plan)).toEqual([3, 1, 0]);
    expect(findings[1]?.message).toBe(
      '项目表“村内道路”行：总投资 30 ≠ 财政衔接资金 + 涉农整合资金 + 行业部门专项资金 + 县级自筹资金 + 其他资金 40，差 -10 万元。不符合自定义规则“测试”。请核对。',
    );
  });

  it('compare years, and leave projects alone that lack one', () => {
    expect(counts('完工年 >= 开工年', plan)).toEqual([2, 1, 1]);
    expect(messages('完工年份 不早于 开工年'.replace('不早于', '不小于'), plan)).toEqual([
      '项目表“玉苗养殖场”行：完工年份 2021，应≥ 开工年 2022，差 -1。不符合自定义规则“测试”。请核对。',
    ]);
  });

  it('compare ratios exactly', () => {
    expect(counts('受益人数 / 受益户数 <= 8', plan)).toEqual([2, 1, 1]);
    expect(messages('受益人数÷受益户数≤８', plan)).toEqual([
      '项目表“甸苴种植园”行：受益人数÷受益户数 8.1，应≤ 8，差 0.1。不符合自定义规则“测试”。请核对。',
    ]);
    // 1/3 is no decimal; three of them are one.
    expect(counts('总投资 / 3 × 3 = 总投资', plan)).toEqual([3, 0, 0]);
    expect(counts('总投资 / 受益户数 <= 10', plan)).toEqual([2, 0, 1]);
    expect(counts('总投资 / 受益户数 <= 99999.99元', plan)).toEqual([2, 1, 1]);
  });

  it('apply only where a condition holds', () => {
    const formula = '如果 规划类别 = “乡村特色产业帮扶”，那么 联农带农机制 不为空';
    expect(counts(formula, plan)).toEqual([2, 1, 1]);
    expect(messages(formula, plan)).toEqual([
      '项目表“玉苗养殖场”行：规划类别 = “乡村特色产业帮扶”，联农带农机制 没有填，应填写。不符合自定义规则“测试”。请核对。',
    ]);
    expect(messages('如果规划类别=种植业那么联农带农机制不为空', plan)).toEqual([]);
    expect(counts('产业类项目 联农带农机制 不为空', plan)).toEqual([2, 1, 1]);
    expect(counts('若 财政衔接资金 > 0 且 建设性质 属于（新建、扩建） 则 受益户数 >= 11', plan)).toEqual([1, 1, 2]);
  });

  it('read years, cells, finer sources, towns and texts', () => {
    expect(counts('2021年 + 2022年 = 总投资', plan)).toEqual([2, 0, 1]);
    expect(counts('2021年财政衔接资金 = 60', plan)).toEqual([1, 0, 2]);
    expect(counts('中央衔接资金 >= 省级衔接资金', plan)).toEqual([1, 0, 2]);
    expect(counts('乡镇 = 研和街道', plan)).toEqual([3, 1, 0]);
    expect(counts('项目名称 包含 "园"', plan)).toEqual([3, 2, 0]);
    expect(counts('建设性质 不为空 或者 受益户数 不为空', plan)).toEqual([3, 1, 0]);
    expect(counts('不是（总投资 < 50 并且 财政衔接资金 > 30）', plan)).toEqual([3, 1, 0]);
  });

  it('compare a project with the whole list', () => {
    expect(counts('总投资 <= 合计(总投资) × 50%', plan)).toEqual([3, 1, 0]);
  });
});

describe('rules about groups', () => {
  it('compare the share of a class', () => {
    const { findings, counted } = results('产业类 衔接资金占比 >= 80%', plan);
    expect(counted).toBe('合计');
    expect(findings).toMatchObject([
      { left: '73.3333%', right: '80%', difference: '-6.6667%', row: '全部项目', rule: 'Z01' },
    ]);
    expect(counts('产业类项目的衔接资金占比≥73.3333％', plan)).toEqual([1, 0, 0]);
    expect(counts('占比(财政衔接资金, 规划类别 = 产业类) = 110/150', plan)).toEqual([1, 0, 0]);
  });

  it('go over towns, classes and years', () => {
    expect(messages('每个乡镇 总投资合计 <= 90', plan)).toEqual([
      '项目表“大营街街道”行：总投资合计 100，应≤ 90，差 10 万元。不符合自定义规则“测试”。请核对。',
    ]);
    expect(results('每类 个数 >= 2', plan).findings).toMatchObject([
      { row: '乡村基础设施建设', left: '1', right: '2', difference: '-1', categoryId: 'county.infrastructure' },
    ]);
    expect(counts('每年 总投资占比 <= 50%', plan)).toEqual([3, 1, 0]);
    expect(counts('每个乡镇 产业类 总投资占比 >= 100%', plan)).toEqual([2, 1, 0]);
  });

  it('count, average and pick among projects', () => {
    expect(counts('种植业 个数 = 1', plan)).toEqual([1, 0, 0]);
    expect(counts('2021年项目 个数 = 1 并且 个数 = 3', plan)).toEqual([1, 0, 0]);
    expect(counts('平均(总投资, 乡镇 = 研和) = 40.005', plan)).toEqual([1, 0, 0]);
    expect(counts('最大(总投资) = 100万元 且 最小(总投资) = 0.003亿元', plan)).toEqual([1, 0, 0]);
    expect(counts('合计(总投资) = 合计(2021年) + 合计(2022年)', plan)).toEqual([1, 1, 0]);
  });
});

describe('the sample', () => {
  it('keeps the sums of its sources and years', () => {
    const data = samplePlan();
    expect(counts('总投资 = 财政衔接资金 + 涉农整合资金 + 行业部门专项资金 + 县级自筹资金 + 其他资金', data)).toEqual([
      514, 0, 0,
    ]);
    expect(counts('合计(总投资) = 664599.38', data)).toEqual([1, 0, 0]);
    expect(counts('合计(总投资) = 合计(2021年)+合计(2022年)+合计(2023年)+合计(2024年)+合计(2025年)', data)).toEqual([
      1, 0, 0,
    ]);
  });
});
