// The words of registers: periods, stages, levels; rows that contradict themselves are told with both values.
import { describe, expect, it } from 'vitest';
import { readPeriod } from '#shared/postings/read-period.ts';
import { kindOfWords, levelOfWords, mediumOfWords, stageOfWords } from '#shared/postings/stage-words.ts';

describe('readPeriod', () => {
  const period = (from: string | null, to: string | null, days: number | null = null, isWorkdays = false) => ({
    ...{ from, to, days, isWorkdays },
  });
  it.each([
    ['2026年3月1日至3月10日', period('2026-03-01', '2026-03-10')],
    ['2026年3月1日至2026年3月10日（10天）', period('2026-03-01', '2026-03-10', 10)],
    ['2026年3月1日—10日', period('2026-03-01', '2026-03-10')],
    ['2026.3.1-2026.3.10', period('2026-03-01', '2026-03-10')],
    ['2026.3.1-3.10', period('2026-03-01', '2026-03-10')],
    ['2026-03-01~2026-03-10', period('2026-03-01', '2026-03-10')],
    ['2026/3/1 至 2026/3/10', period('2026-03-01', '2026-03-10')],
    ['自2025年12月28日起至1月6日', period('2025-12-28', '2026-01-06')],
    ['2026-03-01', period('2026-03-01', null)],
    ['2026年3月1日起，公示10天', period('2026-03-01', null, 10)],
    ['10天', period(null, null, 10)],
    ['10', period(null, null, 10)],
    ['7个工作日', period(null, null, 7, true)],
    ['公示期为5个工作日', period(null, null, 5, true)],
  ])('%s', (text, read) => expect(readPeriod(text)).toEqual(read));
  it.each(['', '长期', '2026年2月30日至3月5日', '张某', '0天', '999天'])('%j is none', (text) =>
    expect(readPeriod(text)).toBeUndefined(),
  );
  it('reads the number of a day', () => expect(readPeriod('46082', true)).toEqual(period('2026-03-01', null)));
});

describe('stageOfWords', () => {
  it.each([
    ['村公示', '', null, 'village'],
    ['', '甸苴村拟申报项目公示', '村', 'village'],
    ['公示', '甸苴村项目公示', '村', 'village'],
    ['乡镇公示', '', null, 'town'],
    ['', '2026年度拟入库项目公示', '县', 'county'],
    ['', '2026年度项目库入库公告', '县', 'stored'],
    ['公告', '2026年第一批衔接资金分配公告', '县', 'allocation'],
    ['', '2026年度项目计划公告', '县', 'yearplan'],
    ['', '灌溉渠项目完工公示', '村', 'completion'],
    ['', '灌溉渠项目竣工验收公告', '县', 'completion'],
    ['', '公益性岗位补助发放公示', '村', 'household'],
    ['', '务工奖补名单公示', '乡镇', 'household'],
    ['', '光伏电站收益分配方案公示', '村', 'income'],
    ['', '扶贫资产确权公示', '村', 'asset'],
    ['', '项目支出绩效自评公开', '县', 'review'],
    ['', '绩效目标公开', '县', 'goals'],
    ['', '2026年度项目调整公示', '县', 'change'],
    ['', '项目施工公示牌', '项目实施地', 'start'],
    ['公示', '2026年项目库村级公示', '村', 'village'],
    ['', '2026年项目库乡镇公示', '乡镇', 'town'],
    ['', '拟纳入项目库项目公示', '县', 'county'],
    ['', '项目库公告', '县', 'stored'],
    ['', '会议通知', null, null],
    ['', '', '村', null],
  ] as const)('%s %s (%s): %s', (type, title, level, stage) => expect(stageOfWords(type, title, level)).toBe(stage));
});

it.each([
  ['村级', '村'],
  ['大营街街道', '乡镇'],
  ['县农业农村局', '县'],
  ['项目实施地', '项目实施地'],
  ['', null],
] as const)('the level of %s is %s', (text, level) => expect(levelOfWords(text)).toBe(level));

it('tells 公告 from 公示, the type before the title', () => {
  expect([
    kindOfWords('', '入库公告'),
    kindOfWords('公示', '完工公告'),
    kindOfWords('', '绩效目标公开'),
    kindOfWords('', ''),
  ]).toEqual(['公告', '公示', '公告', null]);
});

it.each([
  ['村务公开栏张贴', '公开栏'],
  ['县政府门户网站', '网站'],
  ['微信群', '微信、村务群'],
  ['公示牌', '公示牌'],
  ['网站、公开栏', '网站、公开栏'],
])('the medium of %s is %s', (text, medium) => expect(mediumOfWords(text)).toBe(medium));
