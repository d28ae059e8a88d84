// Sentences of a draft against its tables and itself: trends, references, counts of classes, what is no figure of the plan.
import { describe, expect, it } from 'vitest';
import { proveDraft } from '#shared/proof/prove-draft.ts';
import { PROOF_RULES } from '#shared/proof/rule-names.ts';
import { type DraftPart, makeDraft } from '#test/support/drafts/make-draft.ts';
import { samplePlan } from '../../seeds/sample-plan.ts';

const YEARS = [
  ['年份', '项目个数（个）', '总投资（万元）'],
  ['2021-2025年', '150', '3000'],
  ['2021年', '50', '700'],
  ['2022年', '40', '900'],
  ['2023年', '30', '500'],
  ['2024年', '20', '600'],
  ['2025年', '10', '300'],
];

function prove(...parts: DraftPart[]) {
  return proveDraft(makeDraft(['某某县衔接规划（2021—2025年）', ...parts]), null);
}

function messages(...parts: DraftPart[]): string[] {
  return prove(...parts).findings.map(({ rule, raw }) => `${rule} ${raw}`);
}

describe('trend words', () => {
  it('are held against the yearly figures of the table', () => {
    expect(messages('各年度投资呈逐年减少的趋势，各年度项目个数逐年减少。', { rows: YEARS })).toEqual(['X06 逐年减少']);
  });

  it('of anything else than the plan are left alone', () => {
    const text = '普通高中办学规模逐步扩大，低保标准逐步提高，城乡居民收入差距持续缩小，粮食产量逐年增长。';
    expect(messages(text, { rows: YEARS })).toEqual([]);
  });
});

describe('goals', () => {
  const rows = [
    ['类别', '指标', '单位', '2020年', '2025年'],
    ['产业', '粮食产量', '万吨', '118', '125'],
    ['乡村建设', '农村卫生厕所普及率', '%', '76.5', '≥90'],
    ['居民生活', '农村居民人均可支配收入', '元', '19056', '28000'],
  ];

  it('are those of the table of indicators, base and target apart', () => {
    const right =
      '到2025年，粮食产量达到125万吨，农村居民人均可支配收入达到28000元，农村卫生厕所普及率由76.5%提高到90%以上。2020年粮食产量118万吨。';
    expect(messages(right, { rows })).toEqual([]);
    expect(messages('到2025年，粮食产量达到135万吨。', { rows })).toEqual(['X02 135万吨']);
    expect(messages('农村卫生厕所普及率由67.5%提高到80%以上。', { rows })).toEqual(['X02 67.5%', 'X02 80%']);
  });
});

describe('references', () => {
  const tables: DraftPart[] = ['表1 各年度安排', { rows: YEARS }];

  it('to what there is not, and captions told twice', () => {
    expect(messages('详见表2。', ...tables)).toEqual(['X03 表2']);
    expect(messages('详见表1。', ...tables, '表1 资金来源', '正文。')).toEqual(['X03 表1']);
    expect(messages('详见表 1，另见《办法》附件3。', ...tables)).toEqual([]);
  });
});

describe('counts in characters', () => {
  it('are held against what is listed', () => {
    expect(messages('围绕种植、养殖、加工、旅游五大类工程。')).toEqual(['X02 五大类']);
    expect(messages('围绕种植、养殖、加工、旅游四大类工程，推进乡村“五大振兴”。')).toEqual([]);
    expect(messages('重点实施产业、就业、示范工程（重点村和集体经济）等四大类工程。')).toEqual([]);
  });
});

describe('what is no figure of the plan', () => {
  const told = '“十四五”期间，全县安排项目150个，总投资3000万元。';
  it.each([
    '“十三五”期间，全县实施各类项目209个，投资5120万元。',
    '2016—2020年，全县实施项目418个，总投资8800万元。',
    '截至2020年底，全县累计实施项目386个，完成投资7450万元。',
    '全省规划项目15000个，总投资300亿元。',
    '农村自来水普及率均达100%，群众满意度98.5%。',
    '每年投入200万元，用于项目管理。',
    '每个项目投资不超过50万元。',
  ])('%s', (sentence) => {
    const { findings, figures } = prove(told, sentence, { rows: YEARS });
    expect(findings).toEqual([]);
    expect(figures.unlocated).toBeGreaterThan(0);
  });
});

describe('a figure that several places contradict', () => {
  it('is told once, with all of them and the likely cause', () => {
    const rows = YEARS.map((row) => row.map((cell) => (cell === '900' ? '950' : cell)));
    const { findings } = prove('2022年安排项目40个，总投资900万元。', { rows });
    expect(findings).toMatchObject([
      {
        raw: '950',
        expected: '900万元',
        difference: '50万元',
        cause: '只有一个数字不同，疑录入错误',
        where: { row: 3, column: 2 },
      },
    ]);
    expect(findings[0]?.against.some(({ kind }) => kind === 'text')).toBe(true);
  });

  it('is told once too where the workbook contradicts it', () => {
    const data = samplePlan();
    const draft = makeDraft(['“十四五”期间，全区计划安排各类项目513个。', '其中，种植业20个、养殖业9个。']);
    const places = proveDraft(draft, data).findings.map(({ where }) => JSON.stringify(where));
    expect(new Set(places).size).toBe(places.length);
    expect(places).toHaveLength(1);
  });
});

it('every rule of a finding has a name', () => {
  const { findings } = prove('各年度投资逐年减少，详见表9。', '表1 各年度安排', { rows: YEARS });
  expect(findings.map(({ rule }) => PROOF_RULES[rule])).toEqual(['走势的说法', '图表编号']);
});
