// Each kind of sheet by several headers of its sort; lists of projects that look like another kind; sheets of no kind.
import { describe, expect, it } from 'vitest';
import { SHEET_KINDS, type TableKind } from '#shared/import/kinds/sheet-kinds.ts';
import { type Cell, cells, makeSheet, questions, readSheet } from '../make-sheet.ts';

const NUMBERS =
  /金额|资金|投资|支付|拨付|率|户数|人口|人数|数量|天数|值$|分$|原值|结余|结算|余额|价|收入|概算|个数|项目数|^\d{4}年|户$|面积|宽$/;

/** Three rows of what the header asks for: numbers under money and counts, words elsewhere. */
function sheetOf(title: string, header: string): Cell[][] {
  const words = cells(header);
  const rows = [1, 2, 3].map((row) =>
    words.map((word, at): Cell => (word === '序号' ? row : NUMBERS.test(word) ? row * 10 + at : `内容${row}${at}`)),
  );
  return [[title], ['单位：万元'], words, ...rows];
}

function tell(title: string, header: string): [TableKind, number, number][] {
  return readSheet(makeSheet(sheetOf(title, header))).map(({ kind, projects, claims }) => [
    kind,
    projects.length,
    claims.length,
  ]);
}

describe.each<[TableKind, [title: string, header: string][]]>([
  [
    'progress',
    [
      ['', '序号|项目名称|乡镇|村|计划资金|开工时间|完工时间|完成投资|已拨付资金|项目状态'],
      [
        '2026年项目进度和资金支付情况表',
        '序号|项目名称|实施地点|资金文号|下达资金|开工时间|形象进度(%)|完成投资|已支付|支付率(%)|结算价|结余|状态|存在问题|备注',
      ],
      ['2024年衔接资金项目进度表', '序号|项目名称|建设内容|总投资|开工时间|完工时间|项目状态|备注'],
      ['', '序号|项目名称|乡镇|计划资金|已支付|支付率'],
      ['11月报', '项目名称|实施单位|资金（万元）|已报账资金|报账率|工程进展'],
      ['各乡镇衔接资金支出进度', '乡镇|项目数|下达资金|已支付|支付率|开工率'],
      ['', '县（市、区）|项目数|开工率|竣工率|下达资金|已支付|支付率|排名'],
    ],
  ],
  [
    'funds',
    [
      ['', '文号|日期|资金名称|级次|金额|用途'],
      ['', '序号|指标文号|资金名称|下达金额|下达日期'],
      ['', '资金来源|金额（万元）'],
      ['2024年资金分配表', '序号|乡镇|分配金额|文号'],
      ['', '序号|财政资金名称|上年整合规模|本年预计收到规模|计划整合规模|备注'],
    ],
  ],
  [
    'changes',
    [
      ['', '项目文号|实施镇村|项目金额(万元)|变更前项目内容|变更后项目地点内容|变更理由'],
      ['调整对照表', '序号|调整类型|项目名称|建设地点|调整前总投资|调整后总投资|增减额|调整理由|批复文号'],
      ['', '序号|项目名称|原计划资金|调减|调增|调整后资金|调整原因'],
    ],
  ],
  [
    'goals',
    [
      ['绩效目标申报表', '绩效指标|一级指标|二级指标|三级指标|指标值|备注'],
      ['', '一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施'],
      ['2024年项目绩效目标汇总表', '序号|项目名称|总体目标|产出指标|效益指标|满意度指标'],
    ],
  ],
  [
    'assets',
    [
      [
        '',
        '序号|资产编号|项目年度|项目名称|资产名称|资产类别|乡镇|村|数量|单位|购建时间|原值|中央|省|市|县|所有权人|确权时间|使用(经营)权人|收益权人|管护责任人|资产状态|备注',
      ],
      ['扶贫项目资产登记表', '序号|资产名称|资产类型|规格型号|数量|资产原值（万元）|坐落位置|产权归属|管护责任人'],
      ['', '序号|项目名称|形成资产名称|资产性质|原值(万元)|所有权|经营权|收益权'],
    ],
  ],
  [
    'indicators',
    [
      ['', '指标|单位|属性|2020年|2025年'],
      ['表1 主要指标', '序号|指标名称|单位|基期值|目标值|属性'],
      ['', '指标|单位|2021年|2022年|2023年|2024年|2025年'],
    ],
  ],
  [
    'villages',
    [
      [
        '',
        '序号|乡镇（街道）|村（社区）|年度|总户数|总人口|脱贫户|脱贫人口|监测户|集体经营性收入（万元）|村庄分类|备注',
      ],
      ['', '序号|村名|户数|人口|集体经济收入（万元）'],
      ['各村基本情况表', '乡镇|行政村|村民小组数|总户数|总人口|党员人数|耕地面积（亩）'],
    ],
  ],
  [
    'notices',
    [
      ['', '序号|公示事项|级别|类型|公示载体|地点|起|止|天数|项目数|金额(万元)|异议|处理结果|经办人|备注'],
      ['公示台账', '序号|项目名称|公示时间|公示地点|公示天数|有无异议'],
      ['', '公示内容|公示开始时间|公示结束时间|公示方式|公示单位|监督电话'],
    ],
  ],
  [
    'payments',
    [
      ['', '凭证号|日期|摘要|收款单位|金额|项目编码'],
      ['', '日期|摘要|文号/凭证号|项目|下达(收)|分配|支付|余额'],
      ['项目资金支付明细表', '序号|项目名称|收款单位|支付日期|支付金额|备注'],
    ],
  ],
])('%s', (kind, sheets) => {
  it.each(sheets)('%s %s: no project, no claim', (title, header) =>
    expect(tell(title, header)).toEqual([[kind, 0, 0]]),
  );
});

describe('lists of projects stay lists', () => {
  it.each([
    ['项目库', '序号|项目名称|建设性质|建设地点|建设内容|总投资|完成情况|备注'],
    ['项目表', '序号|项目名称|建设性质|乡镇|村|建设内容|建设年限|总投资|验收时间|备注'],
    ['', '序号|项目名称|建设性质|建设地点|建设内容|总投资|财政衔接资金|完成投资|已拨付资金|备注'],
    ['', '序号|项目名称|建设地点|建设内容|总投资|完成投资|已支付|备注'],
    ['2024年第二批资金分配表', '序号|项目名称|建设地点|建设内容|下达文号|下达资金|责任单位'],
    ['项目库公示表', '序号|项目名称|建设地点|建设内容|总投资|绩效目标|公示时间'],
    ['', '序号|项目名称|建设地点|建设内容|总投资|产权归属|管护责任人'],
    ['', '序号|项目名称|乡镇|村|总投资|受益户数|受益人口|脱贫户|责任单位'],
    ['', '序号|项目名称|建设地点|建设内容|责任单位|备注'],
    ['项目库', '序号|项目名称|建设性质|实施地点|建设内容|总投资|产出指标|效益指标|责任单位'],
    ['2024年项目实施进度计划表', '序号|项目名称|建设地点|建设内容|总投资|计划开工时间|计划完工时间'],
    ['', '项目名称|金额'],
  ])('%s %s', (title, header) => {
    const [table, ...more] = readSheet(makeSheet(sheetOf(title, header)));
    expect([table?.kind, table?.projects.length, questions(table as never).includes('kind'), more.length]).toEqual([
      'projects',
      3,
      false,
      0,
    ]);
  });
});

describe('what cannot be told is asked, and nothing of it comes in', () => {
  it.each([
    ['a questionnaire', '村情况明细表', '序号|项目|数量', '没有金额、建设地点'],
    ['an attendance list', '会议签到表', '序号|姓名|单位|职务|联系电话|签到', '像名册'],
    ['telephone numbers', '通讯录', '序号|单位|姓名|职务|办公电话|手机', '像名册'],
    ['prices', '价格表', '序号|品名|规格|单位|单价（元）|备注', '像物品或价格清单'],
    ['a quotation', '', '序号|项目名称|单位|数量|单价|金额', '像物品或价格清单'],
    ['opinions', '群众满意度调查表', '序号|调查项目|非常满意|满意|不满意', '像调查表'],
    ['goods', '', '序号|物资名称|规格型号|单位|数量|金额|存放地点', '像物品或价格清单'],
    ['duties', '', '序号|项目名称|责任单位|责任人|完成时限|联系电话', '没有金额'],
    ['payments to people', '', '序号|乡镇|村|户主姓名|身份证号|补助项目|补助金额', '像名册'],
    ['items with money', '', '序号|项目|金额|备注', '没有建设地点'],
    ['as much plan as progress', '', '序号|项目名称|乡镇|总投资|完成投资|已支付', '既像进度表'],
  ])('%s', (_name, title, header, reason) => {
    const [table] = readSheet(makeSheet(sheetOf(title, header)));
    expect([table?.kind, table?.projects.length, table?.claims.length, table?.keptRows]).toEqual(['unknown', 0, 0, []]);
    expect(table?.kindReason).toContain(reason);
    expect(table?.questions).toMatchObject([{ id: 'kind', assumed: null }]);
    expect(table?.questions[0]?.options.map(({ value }) => value).sort()).toEqual(
      SHEET_KINDS.map(({ id }) => id).sort(),
    );
    expect(table?.problems).toMatchObject([{ level: 'error', code: 'kind-unknown', cell: 'A3' }]);
  });

  it('a form of one project is no list', () => {
    const [table] = readSheet(
      makeSheet([
        ['项目申报表'],
        cells('项目名称|某村道路|建设地点|某村|建设性质|新建'),
        cells('总投资|100万元|责任单位|某局'),
        cells('建设内容|修路'),
      ]),
    );
    expect([table?.kind, table?.kindReason.includes('像填报单')]).toEqual(['unknown', true]);
  });

  it('headings of the classes of the plan make a list of few words one', () => {
    const rows: Cell[][] = [['情况表'], ['单位：万元'], ['项目', '金额'], ['一、种植业', 20], ['二、养殖业', 10]];
    expect(readSheet(makeSheet(rows)).map(({ kind }) => kind)).toEqual(['summary']);
  });
});

describe('what somebody says holds', () => {
  const survey = makeSheet(sheetOf('村情况明细表', '序号|项目|数量'));
  it.each([
    ['projects', 3, []],
    ['other', 0, [4, 5, 6]],
    ['villages', 0, [4, 5, 6]],
  ] as const)('%s', (kind, projects, kept) => {
    const [table] = readSheet(survey, { kind });
    expect([table?.kind, table?.projects.length, table?.keptRows]).toEqual([kind, projects, kept]);
    expect(questions(table as never)).not.toContain('kind');
  });
});

it('of a kept table the rows are told, and no column has a field', () => {
  const [table] = readSheet(makeSheet(sheetOf('', '凭证号|日期|摘要|收款单位|收款账号|金额')));
  expect(table?.columns.every(({ key }) => key === null)).toBe(true);
  expect(table?.problems.map(({ level, code, cell }) => `${level} ${code} ${cell}`)).toEqual([
    'info kind-kept A3',
    'info column-private E3',
  ]);
  expect(table?.problems[0]?.message).toContain(
    '是凭证、支付明细（表头有“凭证号”“收款单位”“摘要”“日期”），不是项目表：3 行只留作来源',
  );
  expect(table?.keptLines).toEqual([2, 3]);
});
