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

describe('lists beside lists', () => {
  const rows = [
    ['资金来源', '金额（万元）'],
    ['中央资金', '500'],
    ['省级资金', '300'],
    ['县级资金', '200'],
    ['合计', '1000'],
  ];

  it('behind 分别 each figure is of the name at its place', () => {
    expect(messages('中央资金、省级资金、县级资金分别为500万元、300万元、200万元。', { rows })).toEqual([]);
    expect(messages('中央资金、省级资金、县级资金分别为500万元、320万元、200万元。', { rows })).toEqual([
      'X02 320万元',
    ]);
    expect(messages('中央资金500万元、省级资金300万元、县级资金200万元，占比分别为50%、30%和20%。', { rows })).toEqual(
      [],
    );
    expect(messages('中央资金500万元、省级资金300万元、县级资金200万元，占比分别为50%、35%和20%。', { rows })).toEqual([
      'X02 35%',
    ]);
  });

  it('that fit no names are held against nothing', () => {
    expect(messages('中央资金、省级资金分别到位100万元、50万元、20万元。', { rows })).toEqual([]);
  });

  it('without a table a share is that of the amount at its place, or of the name before it', () => {
    const told = '总投资1000万元，其中甲500万元、乙300万元、丙200万元，占比分别为50%、30%、20%。丁占总投资的12%。';
    expect(messages(told)).toEqual([]);
    expect(messages(told.replace('30%', '37%'))).toEqual(['X02 37%']);
  });
});

describe('years of a whole', () => {
  it('come to it, for each measure', () => {
    const told = '甲类：三年共16个、1675.5万元，2021年6个620万元，2022年5个540.5万元，2023年5个515万元。';
    expect(messages(told)).toEqual([]);
    expect(messages(told.replace('620', '650'))).toEqual(['X02 1675.5万元']);
    expect(messages(told.replace('2022年5个', '2022年7个'))).toEqual(['X02 16个']);
  });

  it('of which only some are told come to nothing', () => {
    expect(messages('共安排160个，2021年6个，2022年5个，2023年5个。')).toEqual([]);
  });
});

describe('changes from a written base', () => {
  it('are calculated, the difference and the rate', () => {
    const told = '2025年粮食产量18.6万吨，较2020年的16.9万吨增加1.7万吨。人均收入18260元，比2020年的12480元增长46.3%。';
    expect(messages(told)).toEqual([]);
    expect(messages(told.replace('1.7', '1.2').replace('46.3', '43.6'))).toEqual(['X02 1.2万吨', 'X02 43.6%']);
  });

  it('in a table of indicators are a rate a year, a rate in all or a difference', () => {
    const table = (...growth: string[]) => ({
      rows: [
        ['指标', '单位', '2020年', '2025年', '年均增长（%）'],
        ['人均收入', '元', '18260', '26500', growth[0] ?? ''],
        ['普及率', '%', '91.5', '98', growth[1] ?? ''],
        ['产量', '吨', '100', '120', growth[2] ?? ''],
      ],
    });
    expect(messages(table('7.7', '[6.5]', '3.7'))).toEqual([]);
    expect(messages(table('7.1', '[6.5]', '3.7'))).toEqual(['T04 7.1']);
    expect(messages(table('7.7', '[5.6]', '3.7'))).toEqual(['T04 98']);
  });

  it('in a table of years are held against the row above', () => {
    const rows = (rate: string) => [
      ['年度', '人均收入（元）', '增幅（%）'],
      ['2021', '7850', ''],
      ['2022', '8792', '12.0'],
      ['2023', '9846', rate],
      ['2024', '11030', '12.0'],
    ];
    expect(messages({ rows: rows('12.0') })).toEqual([]);
    expect(messages({ rows: rows('21.0') })).toEqual(['T04 21.0']);
  });
});

describe('wholes and parts', () => {
  it('a list behind 包括 in its own sentence, and one whose whole stands before other figures', () => {
    expect(messages('产业发展100万元，占60%。包括：茶叶40万元，药材30万元，畜禽50万元。')).toEqual(['X02 100万元']);
    const far = '投入800万元，年均增长21%，实施项目120个，支出率98%。其中，产业50个、300万元；基础70个、500万元。';
    expect(messages(far)).toEqual([]);
    expect(messages(far.replace('120个', '102个'))).toEqual(['X02 102个']);
  });

  it('a list that names only some is no sum', () => {
    expect(messages('实施项目716个，其中产业项目288个，占40.2%；乡村建设项目305个。')).toEqual([]);
  });

  it('合计 sums up each measure of the list before it', () => {
    const told = '甲372户1024人，乙415户1136人，丙48户131人，合计835户2291人。';
    expect(messages(told)).toEqual([]);
    expect(messages(told.replace('2291', '2219'))).toEqual(['X02 2219人']);
  });
});

it('two ways of saying one thing are told once, with the other place', () => {
  const { findings } = prove('坚持三级书记抓扶贫。', '落实五级书记抓乡村振兴。');
  expect(findings.map(({ rule, raw, against }) => [rule, raw, against.length])).toEqual([['T18', '三级书记', 1]]);
});

it('第3项, 第10条 are no figures, and a figure is not said twice', () => {
  expect(prove('按照第10条、第3项规定执行。').unlocated).toEqual([]);
  expect(prove('共81个（其中甲16个，乙19个，丙47个）。').findings[0]?.message).toMatch(/^正文“81个”，/);
});

it('names that no table has: figures beside different names are not compared', () => {
  expect(messages('产业方面，安排项目15个、投资1866万元。', '就业方面，安排项目12个、投资1320.5万元。')).toEqual([]);
});
