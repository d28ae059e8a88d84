// The hazards of handbook 8.1 and the recipes TW05 … TW16, and others of their kind.
import { describe, expect, it } from 'vitest';
import {
  type Cell,
  cells,
  makeSheet,
  mapping,
  names,
  problems,
  questions,
  readOne,
  readSheet,
  totalWan,
} from './make-sheet.ts';

const UNIT: Cell[] = ['单位：万元'];
const number = (text: string): Cell => ({ formula: 'SUM(A1)', value: { kind: 'number', text } });

describe('headers', () => {
  it.each<[string, Cell[][], string[], string]>([
    [
      'words broken by spaces and lines, the unit at the right',
      [
        ['附件1'],
        ['某区2023年度项目安排表'],
        [null, null, null, '单位：元'],
        ['序号', '项  目  名  称', '建设\n内容', '金\n额'],
        [1, '甲', 'x', 5],
      ],
      ['A2:D2'],
      'A=serial B=name C=content D=total',
    ],
    [
      'groups that nobody merged (csv)',
      [
        cells('序号|项目名称|总投资（万元）|资金来源||分年度投资|'),
        cells('|||财政衔接资金|其他资金|2021年|2022年'),
        ['1', '甲', '10', '5', '5', '10', ''],
      ],
      [],
      'A=serial B=name C=total D=source:fiscal E=source:other F=year:2021 G=year:2022',
    ],
    [
      'group words written over each of their columns',
      [
        UNIT,
        cells('序号|项目名称|建设地点|建设地点|投资|投资'),
        cells('||乡镇|村|合计|财政衔接资金'),
        [1, '甲', '研和', '可官', 10, 10],
      ],
      [],
      'A=serial B=name C=town D=village E=total F=source:fiscal',
    ],
    [
      'a row of column numbers under it',
      [
        UNIT,
        cells('序号|项目名称|建设地点|总投资|财政衔接资金|其他资金'),
        [1, 2, 3, '4=5+6', 5, 6],
        [1, '甲', '研和', 10, 6, 4],
        [2, '乙', '研和', 2, 1, 1],
      ],
      [],
      'A=serial B=name C=town D=total E=source:fiscal F=source:other',
    ],
    [
      'a row of units under it',
      [
        cells('序号|项目名称|建设地点|总投资|受益户数'),
        [null, null, null, '（万元）', '（户）'],
        [1, '甲', '研和', 10, 6],
      ],
      [],
      'A=serial B=name C=town D=total E=households',
    ],
    [
      'years as numbers',
      [UNIT, ['序号', '项目名称', '总投资', 2021, 2022], [1, '甲', 10, 3, 7]],
      [],
      'A=serial B=name C=total D=year:2021 E=year:2022',
    ],
    [
      'years over sources',
      [
        UNIT,
        cells('序号|项目名称|总投资|2021年|||2022年||'),
        cells('|||小计|财政衔接资金|其他资金|小计|财政衔接资金|其他资金'),
        [1, '甲', 10, 4, 3, 1, 6, 6, 0],
      ],
      ['D2:F2', 'G2:I2'],
      'A=serial B=name C=total D=year:2021 E=cell:2021|fiscal F=cell:2021|other G=year:2022 H=cell:2022|fiscal I=cell:2022|other',
    ],
    [
      'no header over the numbering',
      [UNIT, cells('|项目名称|建设地点|总投资'), [1, '甲', '研和', 10], [2, '乙', '研和', 20]],
      [],
      'A=serial B=name C=town D=total',
    ],
    [
      'four rows',
      [
        UNIT,
        cells('项目基本情况|||投资情况||'),
        cells('序号|项目名称|实施地点|总投资|其中|'),
        cells('||||财政资金|'),
        cells('||||衔接资金|其他资金'),
        [1, '甲', '研和', 10, 4, 6],
      ],
      ['A2:C2', 'D2:F2', 'A3:A5', 'B3:B5', 'C3:C5', 'D3:D5', 'E3:F3', 'E4:F4'],
      'A=serial B=name C=town D=total E=source:fiscal F=source:other',
    ],
    [
      'words that no dictionary holds but that contain known ones',
      [UNIT, cells('编码|工程项目名称|项目实施地点|计划投资总额|牵头责任单位'), ['P001', '甲', '研和', 10, '交通局']],
      [],
      'A=code B=name C=town D=total E=unit',
    ],
  ])('%s', (_name, rows, merges, expected) => expect(mapping(readOne(rows, { merges }))).toBe(expected));

  it('takes what was done for no part of the plan', () => {
    const table = readOne(
      [
        UNIT,
        cells('序号|项目名称|总投资|计划投资||完成投资|'),
        cells('|||2021年|2022年|2021年|2022年'),
        [1, '甲', 10, 10, 0, 4, 6],
      ],
      { merges: ['D2:E2', 'F2:G2'] },
    );
    expect(mapping(table)).toBe('A=serial B=name C=total D=year:2021 E=year:2022 F=- G=-');
  });

  it('asks when two columns want to be the total, and follows the answer', () => {
    const rows: Cell[][] = [UNIT, cells('序号|项目名称|总投资|计划总投资'), [1, '甲', 10, 12]];
    expect([questions(readOne(rows)), totalWan(readOne(rows).projects)]).toEqual([['column:total'], '10']);
    const answered = readOne(rows, {}, { answers: { 'column:total': 'D' } });
    expect([questions(answered), totalWan(answered.projects)]).toEqual([[], '12']);
  });

  it('proposes the only column of numbers for the total, and asks which of several', () => {
    const one = readOne([UNIT, cells('序号|项目名称|建设地点|建设内容|本批|面积'), [1, '甲', '研和', 'x', 10, 300]]);
    expect([mapping(one), questions(one)]).toEqual(['A=serial B=name C=town D=content E=total F=-', ['total']]);
    const two: Cell[][] = [UNIT, cells('序号|项目名称|建设地点|建设内容|本批|上批'), [1, '甲', '研和', 'x', 10, 20]];
    expect([totalWan(readOne(two).projects), questions(readOne(two))]).toEqual(['0', ['total']]);
    expect(totalWan(readOne(two, {}, { answers: { total: 'F' } }).projects)).toBe('20');
  });

  it('finds nothing in a sheet without a header', () => {
    expect(
      readSheet(
        makeSheet([
          ['甲', '乙', 3],
          ['丙', '丁', 4],
        ]),
      ),
    ).toEqual([]);
  });
});

describe('rows', () => {
  const header = cells('序号|项目名称|建设地点|总投资');
  it.each<[string, Cell[][], string[], [string, boolean][]]>([
    [
      'totals written in two cells',
      [
        [1, '甲', '研和', 10],
        ['合', '计', null, 10],
      ],
      ['甲'],
      [['合计', true]],
    ],
    [
      'a total without a name',
      [
        [1, '甲', '研和', 10],
        [2, '乙', '研和', 20],
        [null, null, null, 30],
      ],
      ['甲', '乙'],
      [['合计', true]],
    ],
    [
      'a project without its number',
      [
        [1, '甲', '研和', 10],
        [null, '乙', null, 20],
        [3, '丙', '研和', 30],
      ],
      ['甲', '乙', '丙'],
      [],
    ],
    [
      'projects numbered 一、二',
      [
        ['一', '甲', '研和', 10],
        ['二', '乙', '研和', 20],
        ['合计', null, null, 30],
      ],
      ['甲', '乙'],
      [['合计', true]],
    ],
    [
      '小计 after each class, a wrong one, 总计 last',
      [
        ['一、稳定就业帮扶'],
        [1, '甲', '研和', 10],
        [2, '乙', '研和', 20],
        ['小计', null, null, 30],
        ['二、生态经济发展'],
        [1, '丙', '研和', 5],
        ['小计', null, null, 6],
        ['总计', null, null, 36],
      ],
      ['甲', '乙', '丙'],
      [
        ['小计', true],
        ['小计', false],
        ['总计', false],
      ],
    ],
    [
      'headings by town',
      [
        ['一', '研和街道', null, 30],
        [1, '甲', null, 10],
        [2, '乙', null, 20],
        ['二', '北城街道', null, 5],
        [1, '丙', null, 5],
      ],
      ['甲', '乙', '丙'],
      [
        ['一、研和街道', true],
        ['二、北城街道', true],
      ],
    ],
    [
      'bare words that sum up what follows',
      [
        ['', '产业发展类', null, 30],
        ['', '甲', '研和', 10],
        ['', '乙', '研和', 20],
      ],
      ['甲', '乙'],
      [['产业发展类', true]],
    ],
    [
      'rows prepared with formulas and not filled in',
      [[1, '甲', '研和', 10], [2, null, null, number('0')], [3, null, null, number('0')], [4]],
      ['甲'],
      [],
    ],
    [
      'notes and signatures',
      [
        [1, '甲', '研和', 10],
        ['备注：2024年数据'],
        ['1.含上年结转'],
        ['单位负责人：张三', null, '填表人：李四', '联系电话：12345678'],
      ],
      ['甲'],
      [],
    ],
  ])('%s', (_name, rows, expected, claims) => {
    const table = readOne([UNIT, header, ...rows]);
    expect(names(table)).toEqual(expected);
    expect(table.claims.map((claim) => [claim.row, claim.heldAtImport])).toEqual(claims);
  });

  it('gives the town of a heading to the rows beneath it', () => {
    const table = readOne([
      UNIT,
      cells('乡镇|村|项目名称|总投资'),
      ['研和街道', null, null, 30],
      [null, '可官', '甲', 10],
      [null, '东山', '乙', 20],
      ['合计', null, null, 30],
    ]);
    expect(table.projects.map((project) => [project.values.town, project.values.village])).toEqual([
      ['研和街道', '可官'],
      ['研和街道', '东山'],
    ]);
    expect(table.claims.every((claim) => claim.heldAtImport)).toBe(true);
  });

  it('files projects under numbered and bare headings, also below the lowest class', () => {
    const table = readOne([
      UNIT,
      cells('序号|项目名称|建设内容|总投资'),
      ['三', '易地扶贫搬迁后续帮扶', '2个', 30],
      [null, '就业（公益性岗位就业）', '1个', 10],
      [1, '甲', 'x', 10],
      [null, '易地扶贫搬迁后续产业', '1个', 20],
      [1, '乙', 'x', 20],
      ['五', '乡村基础设施建设', null, 5],
      ['（一）', '进村道路硬化', null, 5],
      ['1.主干道'],
      ['①', '丙', 'y', 5],
      ['七', '别的什么', null, 1],
      [1, '丁', 'x', 1],
    ]);
    expect(table.projects.map((project) => project.values.categoryId)).toEqual([
      'county.relocation.posts',
      'county.relocation.industry',
      'county.infrastructure.access-roads',
      null,
    ]);
    expect(questions(table)).toEqual(['category:别的什么']);
    expect(table.claims[0]?.figures.map((figure) => [figure.column, figure.value])).toEqual([
      ['total', 30_000_000],
      ['count', 2],
    ]);
  });

  it('reads counts and sums declared in a heading, and names the wrong one', () => {
    const table = readOne([
      UNIT,
      cells('序号|项目名称|建设地点|总投资'),
      [null, '(一)产业类项目3个,共计4197万元'],
      [null, '1.大同区冷棚', '高台子镇', 2000],
      [null, '2.大同区温室', '高台子镇', 2197],
    ]);
    expect(names(table)).toEqual(['1.大同区冷棚', '2.大同区温室']);
    expect(table.claims[0]).toMatchObject({ heldAtImport: false });
    expect(table.problems.find((problem) => problem.code === 'claim-differs')?.message).toContain(
      '写 3 个，下列 2 行合计 2 个',
    );
  });

  it('refuses figures without a name that are no sum, and says so', () => {
    const table = readOne([UNIT, header, [1, '甲', '研和', 10], [null, null, null, 7], [2, '乙', '研和', 20]]);
    expect([names(table), problems(table)]).toEqual([['甲', '乙'], ['error row-unnamed D4']]);
  });
});

describe('values', () => {
  const header = cells('序号|项目名称|建设地点|总投资');
  it('lists what cannot be read with cell, raw text and proposal, and never makes it a zero', () => {
    const table = readOne([
      UNIT,
      header,
      [1, '甲', '研和', { kind: 'error', text: '#REF!' }],
      [2, '乙', '研和', { formula: 'SUM(A1)' }],
      [3, '丙', '研和', number('2')],
      [4, '丁', '研和', '约30'],
      [5, '戊', '研和', '１２．５'],
      [6, '己', '研和', '—'],
      [7, '庚', '研和', 0],
      ['合计', null, null, { formula: 'SUM(D3:D9)' }],
    ]);
    expect(table.projects.map((project) => project.amounts.total)).toEqual([
      null,
      null,
      2_000_000,
      null,
      12_500_000,
      null,
      0,
    ]);
    expect(problems(table)).toEqual([
      'error amount-unparsed D3',
      'error formula-no-result D4',
      'error amount-unparsed D6',
    ]);
    expect(table.problems.find((problem) => problem.cell === 'D6')).toMatchObject({ raw: '约30', proposal: '30 万元' });
    const accepted = readOne([UNIT, header, [4, '丁', '研和', '约30']], {}, { answers: { 'accept:D3': 'yes' } });
    expect([totalWan(accepted.projects), problems(accepted)]).toEqual(['30', []]);
  });

  it('never fills an amount down, but words', () => {
    const table = readOne(
      [UNIT, cells('序号|项目名称|乡镇|总投资'), [1, '甲', '研和', 10], [2, '乙', null, null], [3, '丙', '北城', 5]],
      {
        merges: ['C3:C4', 'D3:D4'],
      },
    );
    expect(table.projects.map((project) => [project.values.town, project.amounts.total])).toEqual([
      ['研和', 10_000_000],
      ['研和', null],
      ['北城', 5_000_000],
    ]);
    expect(problems(table)).toEqual(['warning merged-amount D3']);
  });

  it('TW10: flags a figure ten thousand times its neighbours', () => {
    const amounts = [15, 20, 12, 200_000, 18];
    const table = readOne([
      UNIT,
      header,
      ...amounts.map((amount, index): Cell[] => [index + 1, `项目${index}`, '研和', amount]),
    ]);
    expect(problems(table)).toEqual(['warning unit-suspect D6']);
    expect(table.problems[0]?.proposal).toBe('20 万元');
  });

  it('takes the unit from a note under the table, and from the header before the line above', () => {
    expect(
      readOne([cells('序号|项目名称|建设内容|投资规模'), [1, '甲', 'x', 5000], ['注：表中金额单位为元']]).unit,
    ).toBe('元');
    const both = readOne([UNIT, cells('序号|项目名称|总投资|其中：财政衔接资金（元）'), [1, '甲', 10, 50_000]]);
    expect(both.projects[0]?.amounts).toMatchObject({ total: 10_000_000, bySource: { fiscal: 5_000_000 } });
  });

  it('reads the source in words beside one amount', () => {
    const table = readOne([
      UNIT,
      cells('序号|项目名称|资金来源|金额'),
      [1, '甲', '省级衔接资金', 10],
      [2, '乙', '县级自筹', 20],
      [3, '丙', '某基金', 5],
    ]);
    expect(table.projects.map((project) => project.amounts.bySource)).toEqual([
      { 'fiscal.province': 10_000_000 },
      { county: 20_000_000 },
      {},
    ]);
  });

  it('TW16: the old name of a source in one town, 元 in another', () => {
    const old = readOne([UNIT, cells('序号|项目名称|总投资|专项扶贫资金'), [1, '甲', 10, 10]]);
    expect(mapping(old)).toBe('A=serial B=name C=total D=source:fiscal');
  });

  it('reads hidden rows and columns and says so', () => {
    const table = readOne([UNIT, [...header, '备注'], [1, '甲', '研和', 10], [2, '乙', '研和', 20]], {
      hiddenRows: [4],
      hiddenColumns: [5],
    });
    expect(names(table)).toEqual(['甲', '乙']);
    expect(problems(table, true)).toEqual(['info hidden-rows A4', 'info hidden-columns E2']);
  });

  it('reads periods from two columns, dates among them', () => {
    const date = (text: string): Cell => ({ kind: 'date', text, format: 'yyyy"年"m"月"' });
    const table = readOne([
      UNIT,
      cells('序号|项目名称|开工时间|竣工时间|总投资'),
      [1, '甲', date('2024-03-01'), date('2024-11-01'), 10],
      [2, '乙', '2024.3', '尽快', 20],
    ]);
    expect(table.projects.map((project) => [project.values.startAt, project.values.endAt])).toEqual([
      ['2024-03', '2024-11'],
      [undefined, undefined],
    ]);
    expect(problems(table)).toEqual(['warning period-unparsed D4']);
  });
});

describe('X07', () => {
  it('stops where the sources only add up one column further', () => {
    const rows: Cell[][] = [
      UNIT,
      cells('序号|项目名称|总投资|财政衔接资金|县级自筹资金|其他资金|备注'),
      [1, '甲', 10, null, 5, 3, 2],
      [2, '乙', 20, null, 10, 6, 4],
      [3, '丙', 30, null, 10, 10, 10],
    ];
    const table = readOne(rows);
    expect([questions(table), problems(table)]).toEqual([['X07'], ['error X07 D2']]);
    expect(table.questions[0]).toMatchObject({ assumed: null });
    expect(table.projects[0]?.amounts).toMatchObject({ total: 10_000_000, bySource: {} });
    expect(readOne(rows, {}, { answers: { X07: 'keep' } }).projects[0]?.amounts.bySource).toEqual({
      county: 5_000_000,
      other: 3_000_000,
    });
  });

  it('asks about a source that the list does not know, and keeps the others', () => {
    const table = readOne([
      UNIT,
      cells('序号|项目名称|总投资|财政衔接资金|其他资金|某某结对资金'),
      [1, '甲', 10, 3, 4, 3],
      [2, '乙', 20, 5, 5, 10],
      [3, '丙', 9, 3, 3, 3],
    ]);
    expect(table.questions).toMatchObject([{ id: 'X07:F', assumed: null }]);
    expect(table.questions[0]?.message).toContain('某某结对资金');
    expect(table.projects[0]?.amounts.bySource).toEqual({ fiscal: 3_000_000, other: 4_000_000 });
  });

  it('says nothing where single rows are wrong', () => {
    const rows = [1, 2, 3, 4].map((index): Cell[] => [index, `项目${index}`, 10, 4, index === 3 ? 5 : 6]);
    expect(questions(readOne([UNIT, cells('序号|项目名称|总投资|财政衔接资金|其他资金'), ...rows]))).toEqual([]);
  });
});

describe('what the file itself does not hold', () => {
  const head: Cell[] = cells('项目编号|项目名称|受益户数|起止年限|备注|总投资（万元）');
  const code = (text: string, rounded?: true): Cell => ({ kind: 'number', text, ...(rounded ? { rounded } : {}) });

  it('codes that lost their last digits are taken as they are, and told with their cells', () => {
    const table = readOne(
      [
        head,
        [code('530402202601010001'), '甲', 1, '2023', null, 1],
        [code('530402202601010000', true), '乙', 1, '2023', null, 1],
        ['5.30402E+17', '丙', 1, '2023', null, 1],
        ['530402202601010002', '丁', 1, '2023', null, 1],
      ],
      {},
    );
    expect(problems(table)).toEqual(['warning digits-lost A3', 'warning digits-lost A4']);
  });

  it('words, counts and periods without result stay empty, and that is told', () => {
    const none = { formula: 'A9&"x"' };
    const table = readOne([head, ['1', '甲', none, none, none, 1], ['2', '乙', 1, '2023', '', 1]], {});
    expect(problems(table)).toEqual([
      'warning formula-no-result C2',
      'warning formula-no-result D2',
      'warning formula-no-result E2',
    ]);
  });
});
