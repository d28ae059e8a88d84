// Fields with the sample's figures, and the standard paragraphs made of them.
import { describe, expect, it } from 'vitest';
import type { PlanData } from '#shared/records/plan-data.ts';
import { evaluateTemplate, piecesText } from '#shared/text/evaluate.ts';
import { documentOutline, type ParagraphBlock } from '#shared/text/outline.ts';
import { partLabels } from '#shared/text/plan-parts.ts';
import { makeProject, planWith, samplePlan } from '../../seeds/sample-plan.ts';

const sample = samplePlan();
const fill = (template: string, data: PlanData = sample): string =>
  piecesText(evaluateTemplate(template, data, partLabels(data)));
const errorOf = (template: string): string | undefined => {
  const [piece] = evaluateTemplate(template, sample, partLabels(sample));
  return piece?.kind === 'field' ? piece.error : undefined;
};

describe('fields', () => {
  it.each([
    ['{{地区}}{{规划期}}', '红塔区2021—2025年'],
    ['{{个数}}、{{总投资}}', '514个、664599.38万元'],
    ['{{总投资|亿元}}', '66.46亿元'],
    ['{{个数:乡村特色产业帮扶|不带单位}}', '60'],
    ['{{投资:2021}}', '91733.83万元'],
    ['{{投资:乡村特色产业帮扶/种植业}}', '4363.52万元'],
    ['{{占比:财政衔接资金}}', '2.16%'],
    ['{{分来源占比|1位}}', '财政衔接资金占2.1%，行业部门专项资金占60.7%，县级自筹资金占1.8%，其他资金占35.4%'],
    ['{{项目个数趋势}}；{{投资趋势}}', '逐年减少；有增有减、呈波动状'],
    ['{{投资最多年度}}、{{投资最少年度}}', '2024年、2025年'],
    ['{{投资最多类别}}', '乡村基础设施建设（418689.38万元，占63.00%）'],
    ['{{最大项目:乡村特色产业帮扶×1}}', '“玉屏村一组乡村旅游服务区建设”（13194.81万元）'],
    ['{{类数}}{{类数:生态经济发展}}', '6类2类'],
  ])('%s', (template, expected) => {
    expect(fill(template)).toBe(expected);
  });

  it.each([
    ['{{没有}}', '没有“没有”这个数'],
    ['{{投资:火星}}', '没有“火星”这个类别、年度、资金来源或地点'],
    ['{{投资}}', '“投资”后面要写明类别、年度、来源或地点'],
    ['{{个数:财政衔接资金}}', '按资金来源或地点组合时没有项目个数'],
    ['{{总投资:2021}}', '“总投资”后面不用写类别或年度'],
    ['{{表:表99}}', '规划里没有“表99”'],
    ['{{分年投资:2021}}', '“分年投资”只能按类别来写'],
  ])('%s says why it has no value', (template, expected) => {
    expect(errorOf(template)).toBe(expected);
    expect(fill(template)).toBe(template);
  });

  it('lists say what belongs to none of the parts', () => {
    const data = planWith([
      makeProject('a', { total: '100', bySource: { fiscal: '60' }, byYear: { '2021': '70' } }),
      makeProject('b', { total: '7' }, { categoryId: null, town: null, startAt: null }),
    ]);
    expect(fill('{{分来源投资}}', data)).toBe('财政衔接资金60万元，未明确来源47万元');
    expect(fill('{{分类个数投资}}', data)).toBe('乡村特色产业帮扶1个、100万元；未分类1个、7万元');
    expect(fill('{{分年投资}}', data)).toMatch(/^2021年70万元，.*未明确年度37万元$/);
  });
});

describe('standard paragraphs', () => {
  const paragraphs = (data: PlanData): ParagraphBlock[] =>
    documentOutline(data).filter((block): block is ParagraphBlock => block.kind === 'paragraph');

  it.each([
    ['the sample', sample],
    ['an empty plan', planWith([])],
    ['a city', planWith([makeProject('a', { total: '10', bySource: { fiscal: '10' } })], '530400')],
    [
      'one project that states nothing',
      planWith([makeProject('a', {}, { categoryId: null, town: null, startAt: null })]),
    ],
  ])('of %s have no field without a value', (_, data) => {
    for (const { template, title } of paragraphs(data)) {
      const broken = evaluateTemplate(template, data, partLabels(data)).filter(
        (piece) => piece.kind === 'field' && piece.error,
      );
      expect(broken, title).toEqual([]);
    }
  });

  it('every part of the document has an id of its own', () => {
    const ids = documentOutline(sample).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('never write a figure by hand', () => {
    for (const { template, title } of paragraphs(sample)) {
      expect(template.replaceAll(/\{\{[^{}]*\}\}/g, ''), title).not.toMatch(/\d{2,}|逐年/);
    }
  });

  it('call the plan and its projects by the name of the plan', () => {
    const words = (name: string): string =>
      paragraphs({ ...sample, plan: { ...sample.plan, name } })
        .map(({ template }) => template)
        .join('');
    expect(words(sample.plan.name)).toMatch(/\{\{地区\}\}衔接规划.*各类衔接项目/s);
    expect(words('常态化帮扶')).toMatch(/\{\{地区\}\}常态化帮扶规划.*各类常态化帮扶项目/s);
    expect(words('常态化帮扶')).not.toContain('衔接');
  });

  it('hold what the planner wrote instead, and what was added', () => {
    const data: PlanData = {
      ...sample,
      records: {
        paragraph: new Map([
          ['text:estimate', { template: '共{{个数}}。', title: '投资概算' }],
          ['text:own:1', { template: '另说一句。', title: '补充', after: 'text:estimate' }],
        ]),
      },
    };
    const found = paragraphs(data);
    const at = found.findIndex(({ id }) => id === 'text:estimate');
    expect(found[at]).toMatchObject({ template: '共{{个数}}。', standard: expect.stringContaining('{{总投资}}') });
    expect(found[at + 1]).toMatchObject({ template: '另说一句。', standard: null });
  });
});
