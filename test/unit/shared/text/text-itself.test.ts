// A text against itself: sums, figures a year and over the years, growth, ratios, and one matter told in two ways. The
// sentences are our own; some figures are those of printed plans.
import { describe, expect, it } from 'vitest';
import { checkText } from '#shared/text/check-text.ts';
import { samplePlan } from '../../seeds/sample-plan.ts';

const sample = samplePlan();
const marks = (text: string) => checkText(text, sample);
const wrong = (text: string): [raw: string, message: string][] =>
  marks(text)
    .filter(({ status }) => status === 'differs' || status === 'warning')
    .map(({ raw, message }) => [raw, message]);
const statusOf = (text: string, raw: string) => marks(text).find((mark) => mark.raw === raw)?.status;

describe('a figure a year is not one of all years', () => {
  it.each([
    '小额信贷贴息每年108.75万元。',
    '小额信贷贴息年均108.75万元。',
    '小额信贷贴息逐年各安排108.75万元。',
    '小额信贷贴息平均每年安排108.75万元。',
    '小额信贷贴息资金108.75万元/年。',
    '小额信贷贴息（每年108.75万元）五年共543.75万元。',
    '每年安排小额信贷贴息资金108.75万元，五年累计小额信贷贴息资金543.75万元。',
  ])('%s', (text) => {
    expect(wrong(text)).toEqual([]);
    expect(statusOf(text, '108.75万元')).toBe('same');
  });

  it.each([
    ['小额信贷贴息每年108.75万元，五年累计600万元。', '600万元', '差 56.25'],
    [
      '每年投放小额信用贷款2500万元，小额信贷贴息资金108.75万元，助力增收，2021年～2025年累计投放小额信用贷款1.25亿元，小额信贷贴息资金600万元。',
      '600万元',
      '每年 108.75万元 × 5 年＝543.75万元',
    ],
    ['每年投放小额信用贷款2500万元，五年累计投放小额信用贷款1.35亿元。', '1.35亿元', '12500万元'],
    ['小额信贷贴息每年安排543.75万元。', '543.75万元', '2718.75万元'],
  ])('%s', (text, raw, words) => {
    expect(wrong(text)).toEqual([[raw, expect.stringContaining(words)]]);
  });

  it('a yearly figure without its class is left alone', () => {
    expect(wrong('每年投入2500万元左右。每年需贴息108.75万元。')).toEqual([]);
  });
});

describe('loan times rate is the interest', () => {
  const told = (interest: string) =>
    `每年发放贷款2500万元，按年利率4.35%计算，每年贴息${interest}，五年贴息543.75万元。`;
  it('right', () => {
    expect(wrong(told('108.75万元'))).toEqual([]);
    expect(statusOf(told('108.75万元'), '108.75万元')).toBe('same');
  });
  it('wrong', () => {
    expect(wrong(told('118.75万元'))[0]).toEqual(['118.75万元', expect.stringContaining('2500万元×4.35%＝108.75万元')]);
  });
});

describe('sums with their parts', () => {
  it.each([
    '投入109232.161万元（财政68323.501万元，业主2313.66万元，农户38595万元）。',
    '共投入500万元，其中：财政补助300万元、企业自有100万元、群众投劳100万元。',
    '共投入500万元，其中财政补助300万元、群众投劳20万元。',
    '扶持合作社20个（其中示范社5个、普通社等15个）。',
    '人均收入13927元（2019年11399元，2018年9980元）。',
    '109232.161＝68323.501＋2313.66＋38595，2500×4.35%＝108.75，108.75×5＝543.75',
    '一村一品，1-3月，2021-2025年，比例为3:2。',
  ])('%s', (text) => {
    expect(wrong(text)).toEqual([]);
  });

  it.each([
    ['投入109232.161万元（财政68323.501万元，业主2313.66万元，农户38695万元）。', '109232.161万元', '109332.161万元'],
    ['投入109232.161万元（财政68323.501万元，业主2313.66万元，农户38595.1万元）。', '109232.161万元', '差 -0.1万元'],
    ['共投入500万元，其中：财政补助300万元、企业自有100万元、群众投劳90万元。', '500万元', '490万元'],
    ['共投入500万元。其中，财政补助300万元，企业自有210万元。', '500万元', '510万元'],
    ['财政补助300万元、企业自有100万元、群众投劳90万元，合计500万元。', '500万元', '490万元'],
    ['109232.161 = 68323.501 + 2313.66 + 38590', '109232.161 = 68323.501 + 2313.66 + 38590', '差 5'],
    ['2500万元×4.35%＝118.75万元', '2500万元×4.35%＝118.75万元', '左边 108.75'],
  ])('%s', (text, raw, words) => {
    expect(wrong(text)).toEqual([[raw, expect.stringContaining(words)]]);
  });
});

describe('growth, times, ratios', () => {
  it.each([
    '2020年人均收入达到13927元，比2015年增加10994元，年均增长36.55%。',
    // A line that breaks in the middle of a sentence, as text out of a PDF does.
    '2020年全市脱贫户人均纯收入达到13927元，\n\n比2015年增加10994元，年均增长36.55%。',
    '人均年收入由2015年的2445元增加到2020年的11934元，年均增长37.3%，增加9489元。',
    '人均收入13927元，是2015年2933元的4.7倍。',
    '贫困人口由7775人减少到5560人，减少2215人，下降28.5%。',
    '收入同比增长13.5%，比全区平均增幅9.3%高4.2个百分点。',
    '甲县25371元与全市52812元之比为0.48，乙县55324元与全市91514元之比为0.60。',
    '重点村896186万元占全部3174478万元的28.23%。',
    '农民收入年均增长8%以上，比上年增长7.5%。',
  ])('%s', (text) => {
    expect(wrong(text)).toEqual([]);
  });

  it.each([
    ['2020年人均收入达到13927元，比2015年增加10994元，年均增长16.55%。', '16.55%', '36.55'],
    ['人均年收入由2015年的2445元增加到2020年的11934元，年均增长27.3%。', '27.3%', '37.31%'],
    ['人均年收入从2445元提高到11934元，增加9589元。', '9589元', '9489元'],
    ['产量由31万吨增加到35万吨，增长22.9%。', '22.9%', '12.9'],
    ['人均收入13927元，是2015年2933元的5.7倍。', '5.7倍', '4.7倍'],
    ['收入同比增长13.5%，比全区平均增幅9.3%高5.2个百分点。', '5.2个百分点', '4.2个百分点'],
    ['乙县55324元与全市91514元之比为0.70。', '0.70', '55324元÷91514元'],
    ['重点村896186万元占全部3174478万元的38.23%。', '38.23%', '28.23'],
  ])('%s', (text, raw, words) => {
    expect(wrong(text)).toEqual([[raw, expect.stringContaining(words)]]);
  });
});

describe('one matter told in two ways', () => {
  it.each([
    ['规划期满时组织开展中期评估。', '中期评估', '总结评估'],
    ['实施中期组织中期评估。到规划届满，再组织实施情况的中期评估。', '中期评估', '届满'],
    ['2025年底开展规划中期评估。', '中期评估', '2025年底'],
    ['2023年开展终期评估。', '终期评估', '应为中期评估'],
  ])('%s', (text, raw, words) => {
    expect(wrong(text)).toEqual([[raw, expect.stringContaining(words)]]);
  });

  it.each([
    '2023年开展中期评估，2025年底开展总结评估。',
    '开展中期评估和总结评估。期满时组织总结评估，中期评估另行安排。',
    '落实五级书记抓乡村振兴。坚持五级书记一起抓。',
    '到2023年普及率达90%，到2025年普及率达95%。',
    '到2023年建成村级养老中心10个，到2025年建成冷链物流中心10个。',
  ])('%s', (text) => {
    expect(wrong(text)).toEqual([]);
  });

  it('names both places', () => {
    const ranks = wrong('坚持“三级书记”抓扶贫。\n落实“五级书记”抓乡村振兴。');
    expect(ranks.map(([raw]) => raw)).toEqual(['三级书记', '五级书记']);
    expect(ranks[0]?.[1]).toContain('第2行');
    const dates = wrong(
      '力争用3年时间使村级集体经济收入均达到10万元以上。\n到2025年，村级集体经济收入均达到10万元以上。',
    );
    expect(dates).toHaveLength(2);
    expect(dates[0]?.[1]).toMatch(/第1行写“.*3年时间.*2023年.*第2行写“到2025年/);
  });
});

it('a long text, and one made to be slow, take time in proportion to their length', () => {
  const hostile = [
    '其中20个，',
    '占5%',
    '（其中5个、6个）',
    '一二三四五',
    '由1元增加到2元，',
    '每年108万元，五年累计540万元，',
    '1+',
    '，\n',
    '到2025年，村级集体经济达到10万元。',
  ];
  for (const unit of hostile) {
    const time = (length: number): number => {
      const text = unit.repeat(Math.ceil(length / unit.length));
      const before = process.cpuUsage();
      checkText(text, sample);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    };
    time(2_000);
    const [short, long] = [time(16_000), time(128_000)];
    // Eight times the text: far from the 64 times that a quadratic reading would take.
    expect(long, unit).toBeLessThan(Math.max(short, 20) * 30);
  }
});
