// Which figures of a text are the plan's: period, region, per year, what is counted, what a percentage is of, and figures
// that are not meant to the last place. Sentences of our own.
import { describe, expect, it } from 'vitest';
import { checkText } from '#shared/text/check-text.ts';
import { findNumbers } from '#shared/text/numbers.ts';
import { planWith, samplePlan } from '../../seeds/sample-plan.ts';

const sample = samplePlan();
const wrong = (text: string, category: string | null = null) =>
  checkText(text, sample, category)
    .filter(({ status }) => status === 'differs' || status === 'warning')
    .map(({ raw }) => raw);

describe('is not compared', () => {
  it.each([
    ['another period', '“十三五”期间，全区实施各类项目209个，总投资10.92亿元。'],
    ['another period, unquoted', '十三五期间全区共安排项目209个。'],
    ['years before the plan', '2016—2020年，全区安排各类项目209个。'],
    ['until a year before the plan', '截至2020年，全区安排各类项目58个。'],
    [
      'a section that looks back',
      '一、“十三五”成效\n（一）工作开展\n全区实施各类项目209个。\n五年累计投入资金13.13亿元。',
    ],
    ['until a year within the plan', '到2023年，全区累计安排各类项目410个。'],
    ['another region', '全市安排各类项目3721个，总投资3174478万元。'],
    ['counted things', '全区共有557个新型经营主体，建成集中安置区58个。'],
    ['rates', '饮水安全普及率达100%，稳定就业率98%，到2025年森林覆盖率不低于65%。'],
    ['shares of something else', '种植业占全市耕地的65%，占农业总产值的12%。'],
    ['other money of a class', '种植业实现产值20亿元，就业帮扶对象人均工资3万元。'],
    ['an owner of another kind', '农户自筹38595万元，企业自筹20万元。'],
    ['parts of what is not the plan’s', '某村投入500万元，其中财政衔接资金300万元、县级自筹200万元。'],
    ['trends of other things', '招生规模逐步扩大，补助标准逐步提高，收入差距持续缩小，带动群众持续增加收入。'],
    ['trends of a share', '逐步提高财政衔接资金用于产业的比例。'],
    ['some of the plan’s projects', '投资最大的5个项目合计投资200713.65万元，前十个项目总投资30亿元。'],
    ['how far two are apart', '乡村基础设施建设投资418689.38万元，比乡村特色产业帮扶多281048.91万元。'],
    ['the sum of a list', '种植业投资4363.52万元、养殖业投资1324万元，合计5687.52万元。'],
    ['years by their order', '第二年投入财政衔接资金4972万元。'],
    ['words that are no names alone', '储备项目514个，其中：产业类60个、就业类15个。'],
    ['a goal of each village', '推动产业帮扶全覆盖，使村级集体经济均达到10万元以上。'],
  ])('%s', (_, text) => {
    expect(wrong(text)).toEqual([]);
  });

  it('and says why', () => {
    const [mark] = checkText('“十三五”期间，全区实施各类项目209个。', sample);
    expect(mark).toMatchObject({ status: 'unknown', message: expect.stringContaining('十三五') });
  });
});

describe('is compared', () => {
  it.each([
    ['after words about another period', '“十三五”期间实施209个。“十四五”期间，全区安排各类项目515个。', ['515个']],
    [
      'behind a section that looks back',
      '一、“十三五”成效\n全区实施各类项目209个。\n二、建设任务\n全区安排各类项目515个。',
      ['515个'],
    ],
    ['until the last year', '到2025年，全区累计安排各类项目515个。', ['515个']],
    ['a clause further on', '稳定就业帮扶方面，计划实施项目16个，计划投资900万元。', ['16个', '900万元']],
    ['the class of the paragraph', '稳定就业帮扶是重点。计划建设项目16个。', ['16个']],
    ['the class known from outside', '计划安排61个。', ['61个'], 'county.industry'],
    ['shares of money', '种植业占种植业所在大类投资的比重为3.17%，乡村特色产业帮扶占总投资的30.71%。', ['30.71%']],
    ['a sub-class as a share of all', '种植业投资占总投资的0.66%，种植业投资占总投资的0.76%。', ['0.76%']],
    [
      'figures right behind a comma',
      '一是乡村特色产业帮扶，60个项目，137640万元；二是稳定就业帮扶，15个项目，875万元。',
      ['875万元'],
    ],
    ['the whole of a year', '2022年，全区安排衔接资金5000万元。2021年，全区安排项目165个。', ['5000万元']],
    ['shares of projects', '乡村特色产业帮扶60个，占项目总数的21.67%。', ['21.67%']],
    ['a source within a class', '种植业4363.52万元，其中财政衔接资金1000万元。', ['1000万元']],
    ['a class within a year', '2021年165个（其中乡村特色产业帮扶5个）。', ['5个']],
    ['parts of the plan’s total', '全区安排项目514个，其中：乡村特色产业帮扶61个，稳定就业帮扶15个。', ['61个']],
    ['trends of a source', '财政衔接资金逐年增加。', ['逐年增加']],
    ['trends of money and not of projects', '各年度项目逐年减少，各年度投资逐年减少。', ['逐年减少']],
  ] as const)('%s', (_, text, expected, category: string | null = null) => {
    expect(wrong(text, category)).toEqual(expected);
  });

  it('the periods are those of the plan', () => {
    const later = planWith(sample.projects);
    const next = { ...later, plan: { ...later.plan, firstYear: 2026, lastYear: 2030 } };
    const status = (text: string) => checkText(text, next).map((mark) => mark.status);
    expect(status('“十四五”期间，全区安排各类项目515个。')).toEqual(['unknown']);
    expect(status('“十五五”期间，全区安排各类项目515个。')).toEqual(['differs']);
  });

  it('全市 is the whole of a city’s plan', () => {
    const city = planWith(sample.projects, '530400');
    expect(checkText('全市安排各类项目515个。', city).map(({ status }) => status)).toEqual(['differs']);
  });
});

describe('figures that are not meant to the last place', () => {
  it.each([
    '总投资约66.5亿元，近70亿元，66亿元以上，超过66亿元，不超过67亿元。',
    '总投资60至70亿元，总投资60亿元—70亿元，总投资660000万元左右。',
    '总投资六十六点四六亿元，总投资66.46亿，总投资66亿4599.38万元。',
    '易地扶贫搬迁后续帮扶二十一个，约20个，20多个，20个以上。',
  ])('%s', (text) => {
    expect(wrong(text)).toEqual([]);
    expect(checkText(text, sample).map(({ status }) => status)).not.toContain('unknown');
  });

  it.each([
    ['总投资约80亿元。', '80亿元'],
    ['总投资不低于80亿元。', '80亿元'],
    ['总投资不超过60亿元。', '60亿元'],
    ['总投资70至80亿元。', '80亿元'],
    ['总投资六十七点四六亿元。', '六十七点四六亿元'],
    ['易地扶贫搬迁后续帮扶二十二个。', '二十二个'],
    ['总投资66亿4699.38万元。', '66亿4699.38万元'],
  ])('%s', (text, raw) => {
    expect(wrong(text)).toEqual([raw]);
  });

  it.each([
    ['五百一十四个项目', [['count', 514]]],
    ['三亿一千七百万元', [['amount', 31_700_000_000]]],
    ['百分之二十八点四五', [['percent', 28_450_000]]],
    ['全市人口31.7亿，第五个，三个方面，一个台阶，二〇二五年', []],
    [
      '投资31.7亿，3百万元',
      [
        ['amount', 317_000_000_000],
        ['amount', 300_000_000],
      ],
    ],
    ['共20，300个', [['count', 20_300]]],
    ['5亿2500万元', [['amount', 52_500_000_000]]],
  ])('%s', (text, expected) => {
    expect(findNumbers(text).map(({ kind, value }) => [kind, value])).toEqual(expected);
  });
});
