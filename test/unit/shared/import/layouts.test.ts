// The real layouts of handbook 2.1 (L1 … L15), each rebuilt cell by cell.
import { describe, expect, it } from 'vitest';
import { wanText } from '#shared/values/money.ts';
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

describe('lists of projects', () => {
  it('L2: unit inside the header, places and integers, no total', () => {
    const table = readOne(
      [
        ['偃师区2022年第二批财政衔接推进乡村振兴补助资金分配表'],
        cells('序号|项目名称|建设地点|建设内容|本次分配金额(万元)|责任单位'),
        [
          1,
          '2022年偃师区大口镇董村道路提升项目',
          '大口镇',
          '计划修建道路332米,原水泥路宽3.5-4米,厚度0.18米',
          20,
          '交通运输局',
        ],
        [2, '2022年偃师区顾县镇饮水项目', '顾县镇', '管网', 75, '水利局'],
        [3, '2022年偃师区缑氏镇产业项目', '缑氏镇', '大棚', 60, '农业农村局'],
      ],
      { merges: ['A1:F1'] },
    );
    expect(mapping(table)).toBe('A=serial B=name C=town D=content E=total F=unit');
    expect([table.projects.length, totalWan(table.projects), table.unitSource]).toEqual([3, '155', 'header']);
    expect(problems(table)).toEqual([]);
  });

  it('L3: no unit anywhere is asked for and assumed with a warning', () => {
    const table = readOne([
      ['高新区分配表'],
      cells('序号|项目名称|建设地点|建设内容|投资规模|责任单位'),
      [1, '城乡义务教育经费保障机制', '关堤乡', '保障经费', 241.3, '社会事务局'],
      ['备注:每个具体项目建设情况由责任单位另行公告公示。'],
    ]);
    expect([table.projects.length, totalWan(table.projects), table.unit, table.unitSource]).toEqual([
      1,
      '241.3',
      '万元',
      'assumed',
    ]);
    expect(problems(table)).toEqual(['warning unit-assumed']);
    expect(questions(table)).toEqual(['unit']);
    const inYuan = readOne([cells('序号|项目名称|建设地点|投资规模'), [1, '甲', '关堤乡', 241.3]], {}, { unit: '元' });
    expect([totalWan(inYuan.projects), inYuan.unitSource, questions(inYuan)]).toEqual(['0.02413', 'chosen', []]);
  });

  it('L5: lists of places stay whole, amounts of one item split over two rows', () => {
    const table = readOne([
      ['醴陵市2019年本级资金分配表'],
      ['单位：万元'],
      cells('序号|项目名称|建设地点|建设内容|投资规模|责任单位'),
      [1, '产业扶贫', '均楚、明月、茶山、板杉、官庄、枫林', '种植', 660, '农业局'],
      [2, '饮水', '全市24个镇/', '管网', 251, '水利局'],
      [3, '饮水二期', '明月', '管网', 39, '水利局'],
    ]);
    expect(table.projects.map((project) => project.values.town)).toEqual([
      '均楚、明月、茶山、板杉、官庄、枫林',
      '全市24个镇/',
      '明月',
    ]);
    expect(totalWan(table.projects)).toBe('950');
  });

  it('L6: a column of words without header under a merged one, names and goals merged downwards', () => {
    const table = readOne(
      [
        ['中山市分配方案'],
        cells('序号|镇街|示范村名称||提前下达金额 (万元)|项目名称|绩效目标'),
        [1, '三乡镇', '雍陌村', '特色精品示范村', 600, '乡村振兴示范村建设', '建成示范村'],
        [2, '南朗街道', '左步村', '美丽宜居村', 465.2, null, null],
        [3, '黄圃镇', '鳌山村', '美丽宜居村', 453.8, null, null],
      ],
      { merges: ['C2:D2', 'F3:F5', 'G3:G5'] },
    );
    expect(names(table)).toEqual(['乡村振兴示范村建设', '乡村振兴示范村建设', '乡村振兴示范村建设']);
    expect(table.projects.map((project) => project.values.goal)).toEqual(['建成示范村', '建成示范村', '建成示范村']);
    expect(totalWan(table.projects)).toBe('1519');
    expect(table.columns.find((column) => column.letter === 'D')?.key).toBeNull();
  });

  it('L6 with numbers in the nameless column: X07 asks', () => {
    const table = readOne([
      cells('序号|镇街|项目名称||提前下达金额(万元)'),
      [1, '三乡镇', '甲', 12, 600],
      [2, '南朗街道', '乙', 13, 465.2],
    ]);
    expect(questions(table)).toEqual(['X07:D']);
    expect(problems(table)).toEqual(['error X07 D1']);
    const told = readOne(
      [cells('序号|镇街|项目名称||提前下达金额(万元)'), [1, '三乡镇', '甲', 12, 600]],
      {},
      { mapping: { D: null } },
    );
    expect(questions(told)).toEqual([]);
  });

  it('L7: 合 计 at the end, rows named by 单位', () => {
    const table = readOne(
      [
        ['2019年扶贫资金分配表'],
        cells('序号|单位|金额(万元)|备注'),
        [1, '定海区', 40],
        [2, '普陀区', 40],
        ['合 计', null, 80],
      ],
      { merges: ['A5:B5'] },
    );
    expect([names(table), totalWan(table.projects), questions(table)]).toEqual([['定海区', '普陀区'], '80', ['name']]);
    expect(table.claims.map((claim) => [claim.row, claim.heldAtImport])).toEqual([['合 计', true]]);
  });

  it('L8: line breaks and numbered lists inside a cell; a second amount column is kept but not taken', () => {
    const table = readOne([
      ['附件 2024年度乡村振兴“筑巢引凤”项目建设计划表（第一批）'],
      cells('序号|项目名称|单位名称|项目建设地址|项目建设内容|申报资金(万元)|拟补资金(万元)|备注'),
      [
        1,
        '甲项目',
        '甲公司',
        '南雁镇',
        '1.建设大棚20亩\n2.道路3米\n9、展厅',
        902,
        730,
        '按审定价的90%补助,且不超过拟补资金',
      ],
    ]);
    expect(mapping(table)).toBe('A=serial B=name C=unit D=town E=content F=total G=- H=note');
    expect(table.projects[0]?.values.content).toBe('1.建设大棚20亩\n2.道路3米\n9、展厅');
    expect(problems(table, true)).toContain('info column-unmapped G2');
  });

  it('L9: a change table is no list of projects; said to be one, it keeps every row and the sum', () => {
    const rows: Cell[][] = [
      ['财政专项扶贫资金项目变更表'],
      cells('项目文号|实施镇村|项目金额(万元)|变更前项目内容|变更后项目地点内容|变更理由'),
      ['津贫领发〔2020〕12号', '毛里湖镇', 5, '道路硬化', '大山村道路硬化', '规划调整'],
      [null, null, 5, null, '樟树村道路硬化', null],
      [null, null, 10, null, '青苗社区水渠', null],
      [null, null, 10, null, '如松村水渠', null],
    ];
    const extras = { merges: ['A3:A6', 'B3:B6', 'D3:D6', 'F3:F6'] };
    expect([readOne(rows, extras).kind, readOne(rows, extras).keptRows]).toEqual(['changes', [3, 4, 5, 6]]);
    const table = readOne(rows, extras, { kind: 'projects' });
    expect(totalWan(table.projects)).toBe('30');
    expect(names(table)).toEqual(['大山村道路硬化', '樟树村道路硬化', '青苗社区水渠', '如松村水渠']);
    expect(table.projects.map((project) => project.values.documentNumber)).toEqual(
      new Array(4).fill('津贫领发〔2020〕12号'),
    );
    expect(questions(table)).toEqual(['name']);
  });
});

describe('summaries', () => {
  it('L12: headings are the subtotals; two empty rows under the header', () => {
    const table = readOne([
      ['表4-5  乡村基础设施建设提升工程项目情况'],
      cells('项目类别及名称|项目个数（个）|总投资（万元）'),
      [],
      [],
      ['五、乡村基础设施建设', 3, 130],
      ['（一）进村道路硬化', 1, 50],
      ['（三）住房安全巩固', 2, 50],
    ]);
    expect(table.kind).toBe('summary');
    expect(table.claims.map((claim) => [claim.row, claim.categoryId, claim.heldAtImport])).toEqual([
      ['五、乡村基础设施建设', 'county.infrastructure', false],
      ['（一）进村道路硬化', 'county.infrastructure.access-roads', true],
      ['（三）住房安全巩固', 'county.infrastructure.housing', true],
    ]);
    expect(problems(table)).toEqual(['warning claim-differs C5']);
  });

  it('L14 and L15: a crosstab of classes and counties, a two-row header with the total last', () => {
    const crosstab = readOne([
      ['表2  投资情况'],
      ['单位：万元'],
      cells('八大工程|总计|红塔区|江川区|澄江市'),
      ['乡村特色\n\n产业帮扶', 30, 10, 20, null],
      ['分县总投资', 31, 10, 20, null],
    ]);
    expect([crosstab.kind, crosstab.claims.length, mapping(crosstab)]).toEqual([
      'summary',
      2,
      'A=categoryId B=total C=region:530402 D=region:530403 E=region:530481',
    ]);
    expect(problems(crosstab)).toEqual(['warning claim-differs B5']);
    const grid = readOne(
      [
        ['表3'],
        ['单位：万元'],
        ['县（市、区）', '项目\n\n个数', '总投资', '其中', null],
        [null, null, null, '财政衔接\n\n资金', '其他'],
        ['红塔区', 4, '665 ', '14 ', '651 '],
        ['总计', 4, '665 ', '14 ', '651 '],
      ],
      { merges: ['D3:E3'] },
    );
    expect(mapping(grid)).toBe('A=region B=count C=total D=source:fiscal E=source:other');
    expect(grid.claims.every((claim) => claim.heldAtImport)).toBe(true);
  });

  it('L13: a lost header makes the sources impossible, X07 asks and takes none of them', () => {
    const table = readOne(
      [
        ['表5-1  各年工程项目资金构成'],
        ['年份', '项目个数', '总投资（万元）', '资金来源（万元）', null, null, null],
        [],
        [null, null, null, '专项扶贫资金', '行业部门专项资金', '县级自筹资金', '其他资金'],
        ['2021-2025年', 3, 300, 100, 0, 80, 20],
        ['2021年', 1, 100, 30, 0, 30, 10],
        ['2022年', 2, 200, 70, 0, 50, 10],
      ],
      { merges: ['D2:G2'] },
    );
    expect(questions(table)).toEqual(['X07']);
    expect(table.questions[0]?.message).toContain('涉农整合资金');
    expect(table.claims[0]?.figures.map((figure) => figure.column)).toEqual([
      'count',
      'total',
      'part:source:fiscal',
      'part:source:sector',
      'part:source:county',
      'part:source:other',
    ]);
    const kept = readOne(
      [cells('年份|总投资（万元）|财政衔接资金|其他资金'), ['2021年', 100, 30, 10], ['2022年', 200, 70, 10]],
      {},
      { answers: { X07: 'keep' } },
    );
    expect(kept.claims[0]?.figures.map((figure) => figure.column)).toEqual(['total', 'source:fiscal', 'source:other']);
  });
});

describe('several tables', () => {
  it('finds two tables in one sheet, each with its own title and unit', () => {
    const tables = readSheet(
      makeSheet([
        ['甲表'],
        ['单位：万元'],
        cells('序号|项目名称|建设地点|总投资'),
        [1, '甲', '研和街道', 10],
        ['合计', null, null, 10],
        ['备注：甲表完'],
        [],
        ['乙乡镇资金安排表'],
        ['单位：元'],
        cells('序号|项目名称|建设内容|责任单位|金额'),
        [1, '乙', '修路', '交通局', 50000],
        ['单位负责人：', null, '填表人：'],
      ]),
    );
    expect(tables.map((table) => [table.title, table.unit, names(table), totalWan(table.projects)])).toEqual([
      ['甲表', '万元', ['甲'], '10'],
      ['乙乡镇资金安排表', '元', ['乙'], '5'],
    ]);
  });

  it('reads two lists printed side by side', () => {
    const tables = readSheet(
      makeSheet([
        ['单位：万元'],
        cells('序号|项目名称|金额||序号|项目名称|金额'),
        [1, '甲', 10, null, 3, '丙', 30],
        [2, '乙', 20, null, 4, '丁', 40],
      ]),
    );
    expect(tables.map((table) => [names(table), totalWan(table.projects)])).toEqual([
      [['甲', '乙'], '30'],
      [['丙', '丁'], '70'],
    ]);
  });

  it('takes a header repeated on every page for one table', () => {
    const header = cells('序号|项目名称|建设地点|总投资（万元）');
    const table = readOne([
      ['某表'],
      header,
      [1, '甲', '研和街道', 10],
      ['续表'],
      header,
      [2, '乙', '研和街道', 20],
      ['合计', null, null, 30],
    ]);
    expect([names(table), table.claims.map((claim) => claim.heldAtImport)]).toEqual([['甲', '乙'], [true]]);
  });
});

it('reads money of a cell under several headings exactly', () => {
  const table = readOne([
    cells('序号|项目名称|建设内容|总投资（元）'),
    [1, '甲', '修路', '159,993.26'],
    [2, '乙', '修路', '20万元'],
  ]);
  expect(table.projects.map((project) => wanText(project.amounts.total ?? (0 as never)))).toEqual(['15.999326', '20']);
});
