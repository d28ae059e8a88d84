// Lists as careful testers sent them: rows that look like projects and are none, and the other way round.
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

const TOP: Cell[][] = [['项目表'], ['单位：万元']];
const list = (...rows: Cell[][]): Cell[][] => [...TOP, ...rows];
const HEADER = cells('序号|项目名称|建设地点|建设内容|总投资|责任单位');

/** Names, total and claims that did not hold. */
function outcome(rows: Cell[][], merges: string[] = []): [string[], string, string[]] {
  const table = readOne(rows, { merges });
  const wrong = table.claims.filter((claim) => !claim.heldAtImport).map((claim) => claim.row);
  return [names(table), totalWan(table.projects), wrong];
}

describe('headings', () => {
  it('carry counts of households and people, and a department, without becoming projects (W2)', () => {
    const rows = list(
      cells('项目类型|项目名称|实施地点|总投资|受益户数|受益人数|责任单位'),
      ['总计', '', '', 300, 60, 90, '农业局'],
      ['一、产业发展', '', '', 300, 60, 90, '农业局'],
      ['1.生产项目', '', '', 300, 60, 90, '农业局'],
      ['①种植业基地', '', '', 300, 60, 90, '农业局'],
      ['种植业基地', '茶园', '研和街道', 100, 20, 30, '农业局'],
      ['种植业基地', '果园', '北城街道', 200, 40, 60, '农业局'],
    );
    expect(outcome(rows)).toEqual([['茶园', '果园'], '300', []]);
  });

  it('are known by their figures where words and numbers leave it open', () => {
    const rows = list(
      HEADER,
      [1, '种植业工程', '', '', 30, '农业局'],
      [1, '茶园', '研和街道', '种茶', 10, '农业局'],
      [2, '果园', '研和街道', '种果', 20, '农业局'],
      [2, '养殖业工程', '', '', 5, '农业局'],
      [1, '牛场', '研和街道', '养牛', 5, '农业局'],
    );
    expect(outcome(rows)).toEqual([['茶园', '果园', '牛场'], '35', []]);
  });

  it('stand as deep as they are numbered, whatever the depth of their class', () => {
    const rows = list(
      HEADER,
      ['（一）', '乡村特色产业帮扶', '', '', 30],
      ['1.', '种植业', '', '', 10],
      [1, '茶园', '研和街道', '种茶', 10],
      ['2.', '养殖业', '', '', 20],
      [2, '牛场', '研和街道', '养牛', 20],
      ['（二）', '稳定就业帮扶', '', '', 5],
      ['1.', '职业技能培训', '', '', 5],
      [3, '培训', '研和街道', '培训', 5],
    );
    expect(outcome(rows)).toEqual([['茶园', '牛场', '培训'], '35', []]);
    expect(readOne(rows).projects.map((project) => project.values.categoryId)).toEqual([
      'county.industry.planting',
      'county.industry.breeding',
      'county.employment.skills',
    ]);
  });

  it('may be written 一 with a blank, or 1.种植业 in the 序号 cell', () => {
    expect(outcome(list(HEADER.slice(1), ['一 种植业', '', '', 10], ['茶园', '研和街道', '种茶', 10]))).toEqual([
      ['茶园'],
      '10',
      [],
    ]);
    const rows = list(
      HEADER,
      ['1.种植业', '', '', '', 10, '农业局'],
      ['(1)', '茶园', '研和街道', '种茶', 10, '农业局'],
    );
    expect(outcome(rows)).toEqual([['茶园'], '10', []]);
  });

  it('are not made of a project that happens to cost as much as one further down', () => {
    const rows = list(
      cells('序号|项目名称|总投资'),
      ['一、', '文化帮扶', 20],
      ['1、', '甲', 2],
      ['2、', '乙', 18],
      ['二、', '重点村建设', 18],
      ['1、', '丙', 18],
    );
    expect(outcome(rows)).toEqual([['甲', '乙', '丙'], '38', []]);
  });

  it('keep their class with an ending of its own', () => {
    const found = ['村组消防设施建设类', '种植业项目', '养殖业工程'].map(
      (heading) =>
        readOne(list(HEADER, [`一、${heading}`], [1, '甲', '研和街道', '内容', 1])).projects[0]?.values.categoryId,
    );
    expect(found).toEqual(['county.infrastructure.fire', 'county.industry.planting', 'county.industry.breeding']);
  });
});

describe('rows that split up or sum up others', () => {
  it('其中 rows are no projects, nor what completes them', () => {
    const rows = list(
      HEADER,
      ['合计', '', '', '', 70],
      ['其中：产业类', '', '', '', 70],
      [1, '甲', '研和街道', '内容', 60, '局'],
      ['', '其中：一期', '', '', 20],
      ['', '二期', '', '', 40],
      [2, '乙', '研和街道', '内容', 10, '局'],
    );
    expect(outcome(rows)).toEqual([['甲', '乙'], '70', []]);
    expect(problems(readOne(rows), true).filter((problem) => problem.includes('row-part'))).toEqual([
      'info row-part A5',
      'info row-part B7',
      'info row-part B8',
    ]);
  });

  it('a project without 序号 stays a project where the figures do not say otherwise', () => {
    const rows = list(HEADER, [1, '甲', '研和街道', '内容', 60, '局'], ['', '乙', '', '', 20], ['', '丙', '', '', 30]);
    expect(outcome(rows)).toEqual([['甲', '乙', '丙'], '110', []]);
  });

  it('小计 may stand over its rows, and 小计划 is a name', () => {
    const rows = list(
      cells('序号|乡镇|项目名称|总投资'),
      ['', '研和街道', '小计', 30],
      [1, '研和街道', '小计划项目', 10],
      [2, '研和街道', '乙', 20],
      ['', '北城街道', '小计', 5],
      [3, '北城街道', '丙', 5],
    );
    expect(outcome(rows)).toEqual([['小计划项目', '乙', '丙'], '35', []]);
    expect(readOne(rows).claims.map((claim) => claim.row)).toEqual(['研和街道小计', '北城街道小计']);
  });

  it('a sample row and a row of instructions are no projects', () => {
    const rows = list(
      HEADER,
      ['', '（按批复填写）', '（乡镇、村）', '（100字以内）', '（保留两位小数）'],
      ['例', '某村道路', '某街道', '硬化', 88],
      [1, '甲', '研和街道', '内容', 10],
    );
    expect(outcome(rows)).toEqual([['甲'], '10', []]);
    expect(problems(readOne(rows), true)).toContain('info row-example A5');
  });

  it('a seal after the table is no project', () => {
    const rows = list(HEADER, [1, '甲', '研和街道', '内容', 10], ['县财政局（盖章）', '', '', '乡村振兴局（盖章）']);
    expect(outcome(rows)).toEqual([['甲'], '10', []]);
  });

  it('full-width figures make an amount as any other', () => {
    const rows = list(
      HEADER,
      ['一、种植业', '', '', '', '３０'],
      [1, '甲', '研和街道', '内容', '３０'],
      ['合计', '', '', '', '３０'],
    );
    expect(outcome(rows)).toEqual([['甲'], '30', []]);
  });
});

describe('headers', () => {
  it('a group within a group that nobody merged', () => {
    const table = readOne(
      list(
        cells('序号|项目名称|总投资|资金来源||||备注'),
        cells('|||衔接资金||整合资金|其他资金|'),
        cells('|||中央|省级|||'),
        [1, '甲', 10, 4, 3, 2, 1, ''],
      ),
    );
    expect(mapping(table)).toBe(
      'A=serial B=name C=total D=source:fiscal.central E=source:fiscal.province F=source:integrated G=source:other H=note',
    );
  });

  it.each([
    ['财政衔接资金(专项扶贫资金)', 'source:fiscal', []],
    ['群众投劳折资', 'source:other', ['warning header-uncertain D4']],
  ])('资金来源 › %s', (word, key, said) => {
    const table = readOne(
      list(
        cells('序号|项目名称|总投资|资金来源|'),
        cells(`|||${word}|涉农整合资金`),
        [1, '甲', 3, 1, 2],
        [2, '乙', 3, 1, 2],
      ),
    );
    expect(table.columns[3]?.key).toBe(key);
    expect(problems(table)).toEqual(said);
  });

  it('计划 and 完成 under one amount; 变更后 is the plan as it is', () => {
    const plan = readOne(
      list(
        cells('序号|项目名称|总投资||财政衔接资金|'),
        cells('||计划|完成|计划|完成'),
        [1, '甲', 10, 9, 10, 8],
        [2, '乙', 5, 5, 5, 5],
      ),
    );
    expect(mapping(plan)).toBe('A=serial B=name C=total D=- E=source:fiscal F=-');
    const changed = list(
      cells('序号|变更前|||变更后|||变更理由'),
      cells('|项目名称|建设内容|投资|项目名称|建设内容|投资|'),
      [1, '旧路', '修路', 30, '新路', '修路', 30, '无法实施'],
    );
    expect(readOne(changed).kind).toBe('changes');
    const change = readOne(changed, {}, { kind: 'projects' });
    expect(mapping(change)).toBe('A=serial B=- C=- D=- E=name F=content G=total H=-');
  });

  it('a crosstab in pairs of 个数 and 投资 asks nothing', () => {
    const table = readOne(
      list(
        cells('乡镇|合计||种植业||养殖业|'),
        cells('|个数|投资|个数|投资|个数|投资'),
        ['研和街道', 3, 30, 2, 20, 1, 10],
        ['合计', 3, 30, 2, 20, 1, 10],
      ),
    );
    expect([table.kind, questions(table)]).toEqual(['summary', []]);
    expect(mapping(table)).toBe(
      'A=town B=count C=total D=- E=category:county.industry.planting F=- G=category:county.industry.breeding',
    );
  });

  it('a continued table under a title with （续） is the same table', () => {
    const tables = readSheet(
      makeSheet(
        list(
          HEADER,
          [1, '甲', '研和街道', '内容', 10],
          ['项目表（续）'],
          ['单位：万元'],
          HEADER,
          [2, '乙', '研和街道', '内容', 20],
          ['合计', '', '', '', 30],
        ),
      ),
    );
    expect(tables.map((table) => [names(table), problems(table)])).toEqual([[['甲', '乙'], []]]);
  });

  it.each([
    ['金额单位：人民币万元', '10'],
    ['资金单位：元（人民币）', '0.001'],
    ['金额：万元', '10'],
  ])('the unit of %s', (line, total) => {
    const table = readOne([['项目表'], [line], HEADER, [1, '甲', '研和街道', '内容', 10]]);
    expect([totalWan(table.projects), table.unitSource]).toEqual([total, 'line']);
  });
});

describe('what cannot be taken as it stands is said', () => {
  it('a list without 总投资 gets it from its sources, unless refused', () => {
    const rows = list(cells('序号|项目名称|建设地点|财政衔接资金|其他资金'), [1, '甲', '研和街道', 10, 1]);
    const table = readOne(rows);
    expect([totalWan(table.projects), questions(table), problems(table)]).toEqual([
      '11',
      ['total-sum'],
      ['warning total-summed'],
    ]);
    const blank = readOne(rows, {}, { answers: { 'total-sum': 'blank' } });
    expect([blank.projects[0]?.amounts.total, questions(blank)]).toEqual([null, []]);
  });

  it('资金来源 in words that name no single source', () => {
    const table = readOne(
      list(
        cells('序号|项目名称|建设地点|总投资|资金来源'),
        [1, '甲', '研和街道', 15, '财政衔接资金10万元，自筹5万元'],
        [2, '乙', '研和街道', 20, '自筹'],
      ),
    );
    expect(problems(table)).toEqual(['warning source-unknown E4']);
    expect(
      table.projects.map(({ amounts }) => Object.entries(amounts.bySource).map(([id, fen]) => `${id} ${wanText(fen)}`)),
    ).toEqual([[], ['county 20']]);
  });

  it('an empty template has no projects, a summary neither', () => {
    expect(problems(readOne(list(HEADER, [1], [2], ['合计', '', '', '', 0])))).toEqual(['warning no-projects']);
    const summary = readOne(list(cells('年份|项目个数|总投资'), ['2021年', 2, 30], ['2022年', 1, 5]));
    expect(problems(summary, true)).toEqual(['info no-projects']);
  });

  it('dashes of any width and a few words do not turn an amount column into words', () => {
    const rows = [1, 2, 3, 4].map((n): Cell[] => [n, `项目${n}`, '研和街道', 10, '－', '待定']);
    const table = readOne(
      list(cells('序号|项目名称|建设地点|总投资|2021年|2022年'), ...rows, [5, '项目5', '研和街道', 10, 4, 6]),
    );
    expect(table.projects.at(-1)?.amounts.byYear).toEqual({ '2021': 4_000_000, '2022': 6_000_000 });
    expect(problems(table)).toEqual(['F4', 'F5', 'F6', 'F7'].map((cell) => `error amount-unparsed ${cell}`));
  });

  it('a year beside 建设期限 is taken where that one only tells how long', () => {
    const table = readOne(
      list(
        cells('序号|项目名称|建设地点|建设期限|规划年度|总投资'),
        [1, '甲', '研和街道', '1年', 2023, 1],
        [2, '乙', '研和街道', '2022年3月-11月', 2022, 1],
      ),
    );
    expect(mapping(table)).toBe('A=serial B=name C=town D=period E=period:year F=total');
    expect(table.projects.map(({ values }) => [values.startAt, values.endAt])).toEqual([
      ['2023', '2023'],
      ['2022-03', '2022-11'],
    ]);
    expect(problems(table)).toEqual(['warning period-unparsed D4']);
  });

  it('households and people of one cell both come in', () => {
    const { values } =
      readOne(list(cells('序号|项目名称|总投资|受益户/人'), [1, '甲', 1, '404户1482人'])).projects[0] ?? {};
    expect([values?.households, values?.people]).toEqual([404, 1482]);
  });
});
