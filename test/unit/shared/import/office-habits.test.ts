// Habits of offices that once made a wrong number or a wrong project in silence.
import { describe, expect, it } from 'vitest';
import { type Cell, cells, makeSheet, names, problems, readOne, readSheet, totalWan } from './make-sheet.ts';

const HEADER = cells('序号|项目名称|乡镇|村|总投资（万元）');
const ROWS: Cell[][] = [
  [1, '茶园', '研和街道', '玉苗', 30],
  [2, '果园', '研和街道', '玉苗', 20],
  [3, '水池', '洛河彝族乡', '双龙', 50],
];

describe('labels of columns under the header', () => {
  it.each([
    [cells('甲|乙|丙|丁|1')],
    [cells('A|B|C|D|E')],
    [cells('①|②|③|④|⑤')],
    [cells('—|—|—|—|⑤=⑥+⑦')],
    [cells('栏次|1|2|3|4')],
    [cells('甲|乙|丙|1|2=3+4')],
  ])('%j are no project', (labels) => {
    const table = readOne([['项目表'], HEADER, labels, ...ROWS]);
    expect([names(table), totalWan(table.projects)]).toEqual([['茶园', '果园', '水池'], '100']);
    expect(problems(table).filter((one) => !one.includes('row-guide'))).toEqual([]);
  });

  it('a project of short words is one', () => {
    const table = readOne([['项目表'], HEADER, [1, '甲', '乙', '丁', 5], [2, 'B', 'A', 'C', 5]]);
    expect(names(table)).toEqual(['甲', 'B']);
  });
});

describe('signatures', () => {
  it.each([['2026年11月30日'], ['2026.11.30'], [{ kind: 'date', text: '2026-11-30' } as const]])(
    'the day of signing in the column of amounts is no project: %j',
    (day) => {
      const table = readOne([['项目表'], HEADER, ...ROWS, ['填表人：', '', '审核人：', '', day]]);
      expect([names(table).length, totalWan(table.projects)]).toEqual([3, '100']);
    },
  );
});

describe('places', () => {
  const PLACE = cells('序号|项目名称|建设地点|建设内容|总投资（万元）');

  it.each(['双龙村', '双龙', '双龙社区'])('%s by itself is a village, no town', (place) => {
    const table = readOne([['项目表'], PLACE, [1, '水池', place, '新建', 5]]);
    expect(table.projects[0]?.values.town ?? null).toBeNull();
    expect(table.projects[0]?.values.village).toBe(place);
  });

  it('同上 and 〃 mean the place and the year above, and are told', () => {
    const table = readOne([
      ['项目表'],
      cells('序号|项目名称|乡镇|村|建设年限|总投资（万元）'),
      [1, '茶园', '研和街道', '玉苗', '2022', 30],
      [2, '果园', '〃', '同上', '同上', 20],
      [3, '水池', '同上', '〃', '〃', '〃'],
    ]);
    expect(table.projects.map(({ values }) => [values.town, values.village, values.startAt])).toEqual(
      Array.from({ length: 3 }, () => ['研和街道', '玉苗', '2022']),
    );
    expect(totalWan(table.projects)).toBe('50');
    expect(table.problems.filter(({ code }) => code === 'ditto')).toHaveLength(6);
    expect(problems(table)).toContain('error amount-unparsed F5');
  });
});

describe('units', () => {
  it.each(['总投资 元', '总投资\n元', '总投资  元 '])('%j states its unit', (header) => {
    const table = readOne([
      ['项目表'],
      cells(`序号|项目名称|乡镇|村|${header}`),
      [1, '茶园', '研和街道', '玉苗', 300000],
    ]);
    expect([table.unit, totalWan(table.projects)]).toEqual(['元', '30']);
  });

  it('a whole column in 元 under 万元 is told once', () => {
    const large = ROWS.map((row) => [...row.slice(0, 4), Number(row[4]) * 10_000]);
    const found = problems(readOne([['项目表'], HEADER, ...large]));
    expect(found.filter((one) => one.includes('unit-suspect'))).toEqual(['warning unit-suspect E3']);
    expect(problems(readOne([['项目表'], HEADER, ...ROWS]))).toEqual([]);
  });
});

describe('headings of money', () => {
  it.each(['资金投入', '投资额', '项目资金需求', '所需资金', '申报资金额', '项目经费'])('%s is the total', (word) => {
    const table = readOne([['项目表'], ['单位：万元'], cells(`序号|项目名称|乡镇|村|${word}`), ...ROWS]);
    expect([table.columns.at(-1)?.key, totalWan(table.projects)]).toEqual(['total', '100']);
  });

  it('县 over figures beside 中央, 省 and 市 is money', () => {
    const table = readOne([
      ['项目表'],
      cells('序号|项目名称|乡镇|总投资（万元）|中央|省|市|县'),
      [1, '茶园', '研和街道', 30, 10, 10, 5, 5],
      [2, '果园', '研和街道', 20, 5, 5, 5, 5],
    ]);
    expect(table.columns.at(-1)?.key).toBe('source:fiscal.county');
  });

  it.each<[string, string, number[]]>([
    ['one column of a word unheard of', '红利', [20]],
    ['two side by side', '红利甲|红利乙', [15, 5]],
    ['years after the named ones', '2023年及以后', [20]],
  ])('%s that completes the total is asked about', (_name, words, parts) => {
    const first = words.startsWith('20') ? '2022年' : '中央衔接资金';
    const rows = ROWS.map((row, at) => [...row.slice(0, 4), 60 + at, 40 + at, ...parts]);
    const table = readOne([['项目表'], [...HEADER, first, ...cells(words)], ...rows]);
    expect(table.questions.filter(({ id }) => id.startsWith('X07'))).toHaveLength(parts.length);
  });
});

describe('sheets of execution', () => {
  it.each([
    ['推进情况', '序号|项目名称|乡镇|村|计划资金|开工日期|完工日期|到位资金|使用资金|使用率'],
    ['项目清单', '编号|项目|所在乡镇|所在村|资金（万元）|招标情况|合同金额|施工单位|监理单位|当前进度'],
    ['', '序号|项目名称|乡镇|下达资金|开工时间|竣工时间|已兑付|兑付率'],
    ['', '序号|项目名称|地点|投资额|中标价|签订合同时间|累计付款|付款比例|目前状况'],
    ['', '序号|项目名称|安排资金|已使用资金|剩余资金|使用进度|备注'],
    ['', '序号|项目名称|地点|计划投资|实际投资|实际开工日期|实际竣工日期|验收结论'],
  ])('%s: %s write no plan', (title, header) => {
    const money = /资金|投资|金额|付|价/;
    const row = cells(header).map((word, at): Cell => (money.test(word) ? 10 + at : `内容${at}`));
    const tables = readSheet(makeSheet([[title], ['单位：万元'], cells(header), row, row.slice()]));
    expect(tables.map(({ kind, projects }) => [kind, projects.length])).toEqual([['progress', 0]]);
  });

  it('a list of what goes and comes is a sheet of changes', () => {
    const header = '序号|项目名称|乡镇|村|建设内容|总投资（万元）|调整方式|调出原因';
    const tables = readSheet(
      makeSheet([['项目库动态调整表'], cells(header), [1, '茶园', '研和街道', '玉苗', '种茶', 5, '调出', '重复']]),
    );
    expect(tables.map(({ kind }) => kind)).toEqual(['changes']);
  });
});
