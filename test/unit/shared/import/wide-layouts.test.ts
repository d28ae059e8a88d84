// The wide layouts of handbook 2.3 (W1 … W5): three header rows, merged groups, sources by level.
import { describe, expect, it } from 'vitest';
import { type Cell, cells, mapping, names, problems, questions, readOne, totalWan } from './make-sheet.ts';

describe('W1, the public list of the project library', () => {
  const table = readOne(
    [
      ['某县2024年项目库公示表'],
      ['单位：万元、户、人'],
      cells(
        '序号|项目类型|二级项目类型|项目子类型|项目名称|建设性质|实施地点||时间进度||责任单位|建设任务(建设内容及规模)|资金规模和筹资方式|||受益对象||||||绩效目标|群众参与|联农带农机制|备注',
      ),
      cells('||||||乡镇|村|开始时间|完工时间|||项目预算总投资|其中||受益村数|受益户数|受益人口数|其中||||||'),
      cells('|||||||||||||财政衔接资金|其他资金||||脱贫村|脱贫户及监测户|脱贫人口及监测对象||||'),
      [
        1,
        '产业发展',
        '生产项目',
        '种植业基地',
        '甲',
        '新建',
        '研和街道',
        '可官',
        '2024年3月',
        '2024年11月',
        '农业局',
        '种植',
      ].concat([100, 60, 40, 1, 30, 100, 1, 10, 20] as never[]) as Cell[],
      ['合计', ...new Array<Cell>(11).fill(null), 100, 60, 40],
    ],
    {
      merges: [
        ...['A', 'B', 'C', 'D', 'E', 'F', 'K', 'L', 'V', 'W', 'X', 'Y'].map((letter) => `${letter}3:${letter}5`),
        ...['G', 'H', 'I', 'J', 'M', 'P', 'Q', 'R'].map((letter) => `${letter}4:${letter}5`),
        ...['A1:Y1', 'A2:Y2', 'G3:H3', 'I3:J3', 'M3:O3', 'N4:O4', 'P3:U3', 'S4:U4'],
      ],
    },
  );
  it('matches every column but 脱贫村, for which the list has none', () => {
    expect(mapping(table)).toBe(
      'A=serial B=nationalType C=nationalType D=nationalSubtype E=name F=nature G=town H=village I=period:start J=period:end K=unit L=content M=total N=source:fiscal O=source:other P=villages Q=households R=people S=- T=poorHouseholds U=poorPeople V=goal W=participation X=linkage Y=note',
    );
    expect([problems(table), questions(table)]).toEqual([[], []]);
  });
  it('reads the row and the total', () => {
    expect(table.projects[0]?.values).toMatchObject({
      nationalType: '产业发展 › 生产项目',
      nationalSubtype: '种植业基地',
      startAt: '2024-03',
      endAt: '2024-11',
      households: 30,
      poorPeople: 20,
    });
    expect(table.claims.map((claim) => [claim.row, claim.heldAtImport])).toEqual([['合计', true]]);
  });
});

describe('W2, the library of Shaanxi', () => {
  const money = [300, 180, 100, 50, 20, 10, 100, 20];
  const blank = (count: number): Cell[] => new Array<Cell>(count).fill(null);
  const table = readOne(
    [
      ['某县项目库表'],
      cells(
        '项目类型|项目名称|项目内容及建设规模(项目摘要)|建设期限|实施地点|||规划年度|是否纳入年度项目实施计划|项目归口单位|财政资金支持环节|项目预算总投资(万元)||||||||直接受益脱贫(监测)人口||受益总人口||群众参与和联农带农机制|绩效目标|备注',
      ),
      cells(
        '||||镇/办|村/社区|是否脱贫村|||||合计|1.衔接资金|||||2.其他财政资金|8.银行贷款资金|户数(户)|人数(人)|户数|人数|||',
      ),
      cells('||||||||||||小计|中央|省级|市级|县级|||||||||'),
      ['总计', ...blank(10), ...money, 30, 90, 60, 180],
      ['一、产业发展', ...blank(10), ...money],
      ['1.生产项目', ...blank(10), ...money],
      ['①种植业基地', ...blank(10), ...money],
      [
        null,
        '甲项目',
        '种植',
        '2024年1月-12月',
        '城关镇',
        '甲村',
        '是',
        2024,
        '是',
        '农业局',
        '种苗',
        100,
        60,
        30,
        20,
        5,
        5,
        40,
        0,
        10,
        30,
      ],
      [
        null,
        '乙项目',
        '种植',
        '2024年1月-12月',
        '城关镇',
        '乙村',
        '是',
        2024,
        '是',
        '农业局',
        '种苗',
        200,
        120,
        70,
        30,
        15,
        5,
        60,
        20,
        20,
        60,
      ],
    ],
    {
      merges: [
        ...['A', 'B', 'C', 'D', 'H', 'I', 'J', 'K', 'X', 'Y', 'Z'].map((letter) => `${letter}2:${letter}4`),
        ...['E', 'F', 'G', 'L', 'R', 'S', 'T', 'U', 'V', 'W'].map((letter) => `${letter}3:${letter}4`),
        ...['E2:G2', 'L2:S2', 'M3:Q3', 'T2:U2', 'V2:W2'],
      ],
    },
  );
  it('finds the parts of 衔接资金 and keeps its 小计 apart', () => {
    expect(mapping(table)).toContain(
      'L=total M=sum:fiscal N=source:fiscal.central O=source:fiscal.province P=source:fiscal.city Q=source:fiscal.county R=source:other.fiscal S=source:other.loan T=poorHouseholds U=poorPeople V=households W=people X=linkage',
    );
    expect(table.projects[0]?.amounts.bySource).not.toHaveProperty('fiscal');
  });
  it('takes 总计, 一、, 1. and ① as claims that hold, and asks for the unknown classes', () => {
    expect(table.claims.map((claim) => [claim.row, claim.heldAtImport])).toEqual([
      ['总计', true],
      ['一、产业发展', true],
      ['1.生产项目', true],
      ['①种植业基地', true],
    ]);
    expect([names(table), totalWan(table.projects)]).toEqual([['甲项目', '乙项目'], '300']);
    expect(questions(table)).toEqual(['category:种植业基地']);
    expect(table.projects[0]?.values).toMatchObject({
      nationalType: '产业发展 › 生产项目',
      nationalSubtype: '种植业基地',
    });
  });
});

it('W3: the list by classes of another office, sources by level under 资金规模', () => {
  const table = readOne(
    [
      ['涉农整合项目明细表'],
      ['单位:万元'],
      cells('序号|项目类别|项目名称|建设任务|补助标准|实施地点|资金规模|||||筹资方式|绩效目标|时间进度|责任单位|备注'),
      cells('||||||合计|中央|省|市|县|||||'),
      [
        1,
        '农业生产发展',
        '甲',
        '任务',
        '1600元/亩',
        '研和街道',
        100,
        40,
        30,
        20,
        10,
        '财政',
        '目标',
        '2024年3月-11月',
        '农业局',
      ],
    ],
    { merges: ['G3:K3'] },
  );
  expect(mapping(table)).toContain(
    'G=total H=source:fiscal.central I=source:fiscal.province J=source:fiscal.city K=source:fiscal.county',
  );
  expect(table.projects[0]?.values).toMatchObject({
    subsidyStandard: '1600元/亩',
    startAt: '2024-03',
    endAt: '2024-11',
    categoryId: null,
  });
  expect(questions(table)).toEqual(['category:农业生产发展']);
  const answered = readOne(
    [cells('序号|项目类别|项目名称|总投资(万元)'), [1, '农业生产发展', '甲', 3]],
    {},
    { categories: { 农业生产发展: 'county.industry.planting' } },
  );
  expect([answered.projects[0]?.values.categoryId, questions(answered)]).toEqual(['county.industry.planting', []]);
});

it('W3: a table of funds is kept as 来源; said to be a summary, its figures are claims', () => {
  const rows: Cell[][] = [
    ['资金来源表'],
    ['单位:万元'],
    cells('序号|财政资金名称|上年整合规模|本年预计收到规模|计划整合规模|备注'),
    ['一、中央财政合计', null, 100, 120, 110],
    [1, '甲资金', 60, 70, 60],
    [2, '乙资金', 40, 50, 50],
  ];
  expect(readOne(rows)).toMatchObject({ kind: 'funds', claims: [], keptRows: [4, 5, 6] });
  const table = readOne(rows, {}, { kind: 'summary' });
  expect([table.kind, table.projects.length]).toEqual(['summary', 0]);
  expect(table.claims[1]).toMatchObject({
    row: '甲资金',
    figures: [{ header: '上年整合规模', raw: '60' }, { raw: '70' }, { raw: '60' }],
  });
});

it('W4: a sheet of what was done and paid is no plan; said to be one, its facts do not mix with the plan', () => {
  const rows: Cell[][] = [
    ['年度项目实施计划'],
    ['单位:万元'],
    cells(
      '序号|项目名称|实施地点|建设内容|计划资金|||||下达文号|实施单位|开工时间|完工时间|验收时间|完成投资|已拨付(报账)资金|支出进度(%)|结余|项目状态|备注',
    ),
    cells('||||小计|中央|省|市|县|||||||||||'),
    [
      1,
      '甲',
      '研和街道可官村',
      '路',
      100,
      40,
      30,
      20,
      10,
      '玉财〔2024〕1号',
      '交通局',
      '2024-03',
      '2024-11',
      '2024-12',
      80,
      70,
      70,
      30,
      '在建',
    ],
    ['合计', null, null, null, 100, 40, 30, 20, 10, null, null, null, null, null, 80, 70, null, 30],
  ];
  const extras = { merges: ['E3:I3'] };
  expect(readOne(rows, extras)).toMatchObject({ kind: 'progress', projects: [], claims: [], questions: [] });
  const table = readOne(rows, extras, { kind: 'projects' });
  expect(mapping(table)).toBe(
    'A=serial B=name C=town D=content E=total F=source:fiscal.central G=source:fiscal.province H=source:fiscal.city I=source:fiscal.county J=documentNumber K=implementer L=period:start M=period:end N=- O=- P=- Q=- R=- S=- T=note',
  );
  expect(table.projects[0]?.values).toMatchObject({ town: '研和街道', village: '可官村' });
  expect(table.claims[0]?.heldAtImport).toBe(true);
  // Every column that is left aside is told, words like figures; those on the life of projects come in as 补录 (N, S).
  const dropped = table.problems.filter(({ code }) => code === 'column-unmapped').map(({ cell }) => cell);
  expect(dropped).toEqual(['O4', 'P4', 'Q4', 'R4']);
});

it('W5: what households are paid is asked for; said to be projects, its rows are some, in 元', () => {
  const rows: Cell[][] = [
    ['到户补助公示表'],
    cells('序号|乡镇|村|组|户主姓名|姓名|补助项目|补助标准(元)|补助金额(元)|备注'),
    [1, '研和', '可官', '1', '张三', '张四', '雨露计划', 3000, 3000],
    [2, '研和', '可官', '2', '李三', '李四', '雨露计划', 3000, 3000],
  ];
  expect(readOne(rows)).toMatchObject({ kind: 'unknown', projects: [], claims: [], keptRows: [] });
  expect(questions(readOne(rows))).toEqual(['kind']);
  const table = readOne(rows, {}, { kind: 'projects' });
  expect([table.kind, names(table), totalWan(table.projects), table.unit]).toEqual([
    'projects',
    ['雨露计划', '雨露计划'],
    '0.6',
    '元',
  ]);
  expect(questions(table)).toEqual(['name']);
});
