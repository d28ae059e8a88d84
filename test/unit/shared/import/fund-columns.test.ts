// Columns of fund amounts under the words of any province: known, or asked about before the import; never left aside unsaid.
import { describe, expect, it } from 'vitest';
import { fundWord } from '#shared/domain/fund-words.ts';
import { learnSources, newSourceName } from '#shared/import/new-sources.ts';
import { type Cell, cells, mapping, problems, questions, REFERENCE, readOne } from './make-sheet.ts';

/** 总投资 and two sources, then the column in question; the sums do not prove anything. */
function list(heading: string, answers: Record<string, string> = {}, amounts: readonly Cell[] = [3, '', 2]) {
  const rows = amounts.map((own, at): Cell[] => [at + 1, `项目${at}`, '研和街道', 7, 6, own, 1, '县局']);
  const header = cells(`序号|项目名称|建设地点|总投资|财政衔接资金|${heading}|群众自筹|责任单位`);
  return readOne([['项目库'], ['单位：万元'], header, ...rows], {}, { answers });
}
const keyOf = (heading: string): string => mapping(list(heading)).split(' ')[5] ?? '';

describe('a usual name of a fund', () => {
  it.each([
    ...[
      '东西部协作',
      '东西部协作（青岛）',
      '东西协作资金',
      '京蒙协作资金',
      '鲁甘协作资金',
      '津甘协作',
      '苏陕协作资金',
      '浙川协作资金',
      '闽宁协作资金',
      '粤桂协作资金',
      '粤黔东西部协作资金',
      '沪滇协作资金',
      '沪滇资金',
      '鲁渝协作资金',
      '苏青协作资金',
      '上海市对口帮扶资金',
    ].map((word) => [word, 'other.east-west']),
    ...['地方债', '专项债', '一般债', '地方政府一般债券', '专项债券资金', '地方政府债券'].map((w) => [w, 'other.debt']),
    ...['社会资本', '社会投资', '企业自筹', '企业投资', '业主投入'].map((word) => [word, 'other.owner']),
    ...['定点帮扶', '中央单位定点帮扶资金'].map((word) => [word, 'other.designated']),
    ...['整合涉农资金', '统筹整合涉农资金'].map((word) => [word, 'integrated']),
    ...['省级财政专项', '自治区专项', '自治区财政资金'].map((word) => [word, 'other.province']),
    ...['县级财政专项', '旗自筹', '旗县配套'].map((word) => [word, 'county']),
    ...['自治区财政衔接资金'].map((word) => [word, 'fiscal.province']),
  ])('%s is %s', (heading, id) => {
    expect(keyOf(heading)).toBe(`F=source:${id}`);
  });

  it.each(['乡村振兴补助资金', '衔接推进乡村振兴补助资金', '常态化帮扶补助资金', '财政扶贫资金'])(
    '%s is the fiscal fund',
    (word) => {
      expect(fundWord(word)).toEqual({ id: 'fiscal', surety: 'name' });
    },
  );

  it.each(['已拨付东西部协作资金', '东西部协作资金支出', '年产值', '专项债券余额', '是否使用专项债'])(
    '%s is none',
    (word) => {
      const table = list(word);
      expect([mapping(table).split(' ')[5], questions(table)]).toEqual(['F=-', []]);
    },
  );
});

describe('a column of money under a heading that is not known', () => {
  it.each(['援疆资金', '以工代赈资金', '国债', '乡镇配套', '某某专项', '特别扶持款', '青年创业基金扶持', '甲乙丙'])(
    '%s stops the import',
    (heading) => {
      const table = list(heading);
      expect([mapping(table).split(' ')[5], questions(table), problems(table)]).toEqual([
        'F=-',
        ['X07:F'],
        ['error X07 F3'],
      ]);
      expect(table.questions[0]).toMatchObject({ assumed: null });
    },
  );

  it('proposes what it comes near to, and a new source', () => {
    const [question] = list('以工代赈资金').questions;
    expect(question).toMatchObject({ proposed: 'source:fiscal' });
    expect(question?.options.slice(0, 3).map(({ value }) => value)).toEqual(['source:fiscal', '+', '+top']);
    expect(question?.options.at(-1)?.value).toBe('keep');
  });

  it('one row of it is enough, none is not', () => {
    expect(questions(list('援疆资金', {}, ['', '', 5]))).toEqual(['X07:F']);
    expect(questions(list('援疆资金', {}, [0, 0, 0]))).toEqual([]);
  });

  it.each(['面积（亩）', '受益户数', '亩均投资', '补助标准（元）', '年收入（万元）', '资金占比', '长度（公里）'])(
    '%s between the sources is no such column',
    (heading) => {
      expect(questions(list(heading)).filter((id) => id.startsWith('X07'))).toEqual([]);
    },
  );

  it('two shares of one fund are added up where that is said', () => {
    const header = cells('序号|项目名称|建设地点|总投资|专项债券|一般债券');
    const rows: Cell[][] = [['单位：万元'], header, [1, '甲', '研和街道', 10, 6, 4], [2, '乙', '研和街道', 3, 1, 2]];
    const asked = readOne(rows);
    expect([questions(asked), asked.questions[0]?.proposed]).toEqual([['X07:F'], 'source:other.debt']);
    const told = readOne(rows, {}, { answers: { 'X07:F': 'source:other.debt' } });
    expect([questions(told), told.projects[0]?.amounts.bySource]).toEqual([[], { 'other.debt': 10_000_000 }]);
  });

  it('becomes a source of the plan where that is chosen, one for each name', () => {
    const table = list('援疆资金（万元）', { 'X07:F': '+' });
    expect([questions(table), table.newSources]).toEqual([[], [{ name: '援疆资金', isTop: false }]]);
    const made = learnSources([...table.newSources, { name: '援疆资金', isTop: true }], REFERENCE);
    expect(made.map(({ name, parent }) => [name, parent])).toEqual([['援疆资金', 'other']]);
    expect(newSourceName({ path: ['资金来源', '其中：2.乡镇(村)配套'] })).toBe('乡镇（村）配套');
  });

  it('under a year it is a share of that year', () => {
    const rows: Cell[][] = [
      ['单位：万元'],
      cells('序号|项目名称|建设地点|2021年||2022年|'),
      cells('|||财政衔接资金|以工代赈资金|财政衔接资金|以工代赈资金'),
      [1, '甲', '研和街道', 6, 3, 2, 1],
      [2, '乙', '研和街道', 15, 4, 2, 1],
    ];
    const read = (answers: Record<string, string>) =>
      readOne(rows, { merges: ['A2:A3', 'B2:B3', 'C2:C3', 'D2:E2', 'F2:G2'] }, { answers });
    const asked = read({}).questions.filter(({ id }) => id.startsWith('X07:'));
    expect(asked.map(({ id, proposed }) => [id, proposed])).toEqual([
      ['X07:E', 'cell:2021|fiscal'],
      ['X07:G', 'cell:2022|fiscal'],
    ]);
    const told = read({ 'X07:E': 'cell:2021|other', 'X07:G': 'cell:2022|fiscal' });
    expect(told.projects[0]?.amounts.cells).toEqual({
      '2021|fiscal': 6_000_000,
      '2021|other': 3_000_000,
      '2022|fiscal': 3_000_000,
    });
  });

  it('is told with its sum where it is left aside', () => {
    const table = list('援疆资金', { 'X07:F': 'keep' });
    const told = table.problems.find(({ code }) => code === 'money-left-out');
    expect(told?.message).toContain('共 5 万元');
  });
});

describe('总投资 under other words', () => {
  it.each([
    '投资合计',
    '资金合计',
    '合计（万元）',
    '总资金',
    '投资总额',
    '概算总投资',
    '投资规模',
    '资金规模',
    '总概算',
    '项目总资金',
  ])('%s', (heading) => {
    const header = cells(`序号|项目名称|建设地点|${heading}|财政衔接资金|其他资金`);
    const rows: Cell[][] = [['单位：万元'], header, [1, '甲', '研和街道', 10, 6, 4], [2, '乙', '研和街道', 20, 15, 5]];
    const table = readOne(rows);
    expect([mapping(table).split(' ')[3], questions(table)]).toEqual(['D=total', []]);
  });

  it('a sum that the sheet speaks against is proposed to nobody', () => {
    const header = cells('序号|项目名称|建设地点|甲乙丙|财政衔接资金|其他资金');
    const rows = (whole: number): Cell[][] => [
      ['单位：万元'],
      header,
      [1, '甲', '研和街道', whole, 6, 4],
      [2, '乙', '研和街道', 20, 15, 5],
    ];
    const sum = (table: ReturnType<typeof readOne>) => table.questions.find(({ id }) => id === 'total-sum');
    expect(sum(readOne(rows(30)))).toMatchObject({ assumed: null });
    expect(sum(readOne(rows(30)))?.message).toContain('D 列“甲乙丙”');
    expect(sum(readOne(rows(10)))).toMatchObject({ assumed: 'sum' });
  });
});

describe('a column of a sum', () => {
  /** Two sources, a column, years; the figures of each row. */
  const sheet = (heading: string, rows: readonly (readonly number[])[]) =>
    readOne([
      ['项目库'],
      ['单位：万元'],
      cells(`序号|项目名称|建设地点|总投资|财政衔接资金|东西部协作资金|${heading}|2021年|2022年`),
      ...rows.map((row, at): Cell[] => [at + 1, `项目${at}`, '研和街道', ...row]),
    ]);

  it.each(['小计', '合计', '资金小计', '计'])('%s of the sources beside it asks nothing', (heading) => {
    const table = sheet(heading, [
      [9, 6, 3, 9, 4, 5],
      [7, 6, 1, 7, 7, 0],
      [5, 5, 0, 5, 0, 5],
    ]);
    expect(questions(table)).toEqual([]);
  });

  it('asks where it is another sum', () => {
    const table = sheet('小计', [
      [9, 6, 1, 2, 4, 5],
      [7, 5, 1, 1, 7, 0],
      [5, 2, 1, 2, 0, 5],
    ]);
    expect(questions(table)).toEqual(['X07:G']);
  });
});

describe('money that people put in', () => {
  it.each(['受益群众投入', '农户投劳', '农户投工投劳', '人社补贴', '人社部门补贴资金', '农户集资'])(
    '%s is no count and is not left aside',
    (heading) => {
      const table = list(heading);
      const asked = questions(table).length > 0;
      const [key = ''] = mapping(table).split(' ').slice(5);
      expect(asked || key.startsWith('F=source:'), `${key} ${questions(table)}`).toBe(true);
    },
  );

  it('农户 alone is asked about where its figures fill the gap', () => {
    const rows = [1, 2, 3].map((at): Cell[] => [at, `项目${at}`, '研和街道', 10 * at, 8 * at, 2 * at, '县局']);
    const header = cells('序号|项目名称|建设地点|总投资|财政衔接资金|农户|责任单位');
    expect(questions(readOne([['项目库'], ['单位：万元'], header, ...rows]))).toEqual(['X07:F']);
  });

  it.each(['受益群众', '受益户数', '带动农户', '脱贫人口数'])('%s stays a count', (heading) => {
    expect(questions(list(heading, {}, [3, 12, 20]))).toEqual([]);
  });
});
