// Judgement of indicators: the goldens of 表1 of 玉溪市, and what must never be judged by a number that is none.
import { describe, expect, it } from 'vitest';
import { INDICATORS } from '#seeds/indicators.ts';
import { type IndicatorValue, NO_DETAILS } from '#shared/domain/indicator.ts';
import { type Judgement, judgeIndicator } from '#shared/indicators/judge.ts';
import { readValue } from '#shared/indicators/read-value.ts';
import type { PlanIndicator } from '#shared/tables/indicators.ts';
import { decimalText } from '#shared/values/decimal.ts';

const PLAN = { firstYear: 2021, lastYear: 2025 };

function printed(number: number): PlanIndicator {
  const one = INDICATORS.find((indicator) => indicator.number === number);
  if (!one) throw new Error('no such indicator');
  return { ...one, ...NO_DETAILS, id: String(number), position: number, isOwn: false };
}

const own = (part: Partial<PlanIndicator>): PlanIndicator => ({ ...printed(12), isOwn: true, ...part });

function judge(indicator: PlanIndicator, year: number, said: Record<number, string> | string = {}): Judgement {
  const texts = typeof said === 'string' ? { [year]: said } : said;
  const values = new Map(
    Object.entries(texts).map(([at, text]): [number, IndicatorValue] => [
      Number(at),
      { indicatorId: indicator.id, year: Number(at), text, state: '初步', source: '', date: null, note: '' },
    ]),
  );
  return judgeIndicator(indicator, values, year, PLAN);
}

const short = ({ status, expected, gap }: Judgement) => [status, expected, gap];

describe('the line from base to target', () => {
  it.each([
    [12, '67.6'],
    [17, '40.52'],
    [18, '65.04'],
    [19, '86.48'],
  ])('of indicator %i stands at %s in 2023', (number, expected) => {
    expect(judge(printed(number), 2023)).toMatchObject({ expected, status: '无法判断', actual: null });
    expect(judge(printed(number), 2023, expected)).toMatchObject({ expected, status: '达到进度', gap: null });
  });

  it.each([
    ['67.5', '滞后', '0.1'],
    ['67.6', '达到进度', null],
    ['63.9', '下降', '3.7'],
    ['70', '已达终期目标', null],
    ['７１．２％', '已达终期目标', null],
  ])('tells %s of 67.6', (text, status, gap) => {
    expect(short(judge(printed(12), 2023, text))).toEqual([status, '67.6', gap]);
  });

  it('ends at the target: 完成 or 未完成', () => {
    expect(short(judge(printed(12), 2025, '70'))).toEqual(['完成', '70', null]);
    expect(short(judge(printed(12), 2025, '69.9'))).toEqual(['未完成', '70', '0.1']);
    expect(judge(printed(12), 2026, '69.9').status).toBe('未完成');
  });

  it('goes through the targets of years between, and down where less is better', () => {
    const stepped = own({ targets: { 2023: '66' } });
    expect(judge(stepped, 2023, '66.5')).toMatchObject({ expected: '66', status: '达到进度' });
    expect(judge(stepped, 2024).expected).toBe('68');
    const down = own({ name: '辍学率', baseValue: '5', targetValue: '0' });
    expect(short(judge(down, 2023, '2.5'))).toEqual(['滞后', '2', '0.5']);
    expect(short(judge(down, 2023, '1.9'))).toEqual(['达到进度', '2', null]);
    expect(short(judge(down, 2023, '5.1'))).toEqual(['下降', '2', '3.1']);
    expect(short(judge(own({ baseValue: '8', targetValue: '≤3' }), 2024, '4'))).toEqual(['达到进度', '4', null]);
  });

  it('keeps thirds exact where they are compared', () => {
    const thirds = own({ baseYear: '2022', baseValue: '1', targetValue: '2', targetYear: '2025' });
    expect(judge(thirds, 2023, '1.34')).toMatchObject({ expected: '1.33', status: '达到进度' });
    expect(judge({ ...thirds, decimals: 1 }, 2023).expected).toBe('1.3');
  });
});

describe('what is no path', () => {
  it('a floor that the base stands above is to be kept every year', () => {
    const kept = judge(printed(14), 2023, '98.5');
    expect(kept).toMatchObject({ status: '达到进度', expected: '97.5' });
    expect(short(judge(printed(14), 2023, '97'))).toEqual(['滞后', '97.5', '0.5']);
    expect(judge(printed(14), 2025, '97.5').status).toBe('完成');
    expect(short(judge(printed(5), 2022, '502'))).toEqual(['达到进度', '500', null]);
    expect(judge(printed(4), 2022, '100').status).toBe('达到进度');
  });

  it('base and target of different units say nothing on the way, the target at the end', () => {
    for (const text of ['100', '99', '92000'])
      expect(judge(printed(1), 2023, text)).toMatchObject({ status: '无法判断', expected: null });
    expect(judge(printed(1), 2025, '100').status).toBe('完成');
    expect(judge(printed(1), 2025, '99.5%').status).toBe('未完成');
    expect(judge(printed(1), 2025, '92000').status).toBe('无法判断');
    expect(judge(printed(1), 2025, '92000人').status).toBe('无法判断');
  });

  it('ten thousand for each village is counted by villages, no mean says it', () => {
    expect(judge(printed(6), 2025, '12.6')).toMatchObject({ status: '无法判断', expected: '100' });
    expect(short(judge(printed(6), 2025, '89/104'))).toEqual(['未完成', '100', '14.42']);
    expect(judge(printed(6), 2025, '104/104').status).toBe('完成');
    expect(judge(printed(6), 2023, '100%').status).toBe('已达终期目标');
    expect(judge(printed(6), 2023, '85.58%').status).toBe('无法判断');
  });

  it('a note behind a number is no number', () => {
    expect(judge(printed(20), 2025, '79')).toMatchObject({ status: '未完成', expected: '80', gap: '1' });
  });

  it('without a base the end alone can be told', () => {
    expect(judge(printed(11), 2023, '60')).toMatchObject({ status: '无法判断', expected: null });
    expect(judge(printed(11), 2023, '65').status).toBe('已达终期目标');
    expect(judge(printed(10), 2025, '1.8万元').status).toBe('完成');
    expect(judge(printed(10), 2025, '17999').gap).toBe('1');
  });
});

describe('text where a number belongs', () => {
  it.each(['约67', '待统计', '60-70', '≥67', '67左右', '六十七', '67人'])('%s is never judged', (text) => {
    const one = judge(printed(12), 2025, text);
    expect([one.status, one.actual, one.gap]).toEqual(['无法判断', text, null]);
    expect(one.reason).not.toBe('');
  });

  it.each(['', '——', '/', '待定'])('“%s” is nothing', (text) => {
    expect(judge(printed(12), 2025, text)).toMatchObject({ status: '无法判断', actual: null });
  });

  it('a 0 that was typed is one', () => {
    expect(judge(printed(12), 2025, '0')).toMatchObject({ status: '未完成', gap: '70' });
  });

  it('words are held against words', () => {
    expect(judge(printed(8), 2023, '应兜尽兜').status).toBe('达到进度');
    expect(judge(printed(8), 2025, '已完成').status).toBe('完成');
    expect(judge(printed(8), 2025, '未达到').status).toBe('未完成');
    expect(judge(printed(8), 2025, '基本落实').status).toBe('无法判断');
    expect(judge(own({ targetValue: null }), 2025, '3').reason).toBe('没有目标值');
  });
});

describe('a yearly growth', () => {
  const income = { name: '农村居民人均可支配收入年均增长', unit: '元、%', baseValue: '13927', targetValue: '≥8%' };

  it('is the average of levels since the base', () => {
    // 13927 × 1.08³ = 17544.02
    expect(judge(own(income), 2023, '17545')).toMatchObject({ status: '达到进度', expected: '8' });
    expect(judge(own(income), 2023, '17000')).toMatchObject({ status: '滞后', gap: '1.13' });
    expect(judge(own(income), 2025, '13000').status).toBe('未完成');
    expect(judge(own(income), 2025, '8.5%').status).toBe('无法判断');
  });

  it('or of rates, of which none may lack', () => {
    const rates = own({ ...income, unit: '%', baseValue: null });
    expect(judge(rates, 2022, { 2021: '9', 2022: '7.1' })).toMatchObject({ status: '达到进度' });
    expect(judge(rates, 2022, { 2022: '9' })).toMatchObject({ status: '无法判断' });
  });
});

describe('reading of a value', () => {
  it.each([
    ['≥18000', '≥', '18000', '', ''],
    ['>=60亩', '≥', '60', '亩', ''],
    ['80(省70%)', null, '80', '', '省70%'],
    ['18,000', null, '18000', '', ''],
    ['10万元以上', '≥', '10', '万元', ''],
    ['控制在3%以内', '≤', '3', '%', ''],
    ['-0.5', null, '-0.5', '', ''],
  ])('%s', (text, operator, value, unit, note) => {
    const read = readValue(text);
    if (read.kind !== 'number') throw new Error(`${text}: ${read.kind}`);
    expect([read.operator, decimalText(read.value), read.unit, read.note]).toEqual([operator, value, unit, note]);
  });
});
