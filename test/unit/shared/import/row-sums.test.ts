// Columns that add up others of their row are checked row by row, and asked about by nobody.
import { describe, expect, it } from 'vitest';
import { type Cell, cells, readOne } from './make-sheet.ts';

function list(headings: string, amounts: readonly (readonly Cell[])[], groups?: string) {
  const first = cells(`序号|项目名称|建设地点|${groups ?? headings}`);
  const second = groups === undefined ? [] : [cells(`|||${headings}`)];
  const rows = amounts.map((row, index): Cell[] => [index + 1, `项目${index}`, '研和街道', ...row]);
  return readOne([['项目库'], ['单位：万元'], first, ...second, ...rows]);
}

const coded = (table: ReturnType<typeof list>, code: string) => table.problems.filter((one) => one.code === code);
const told = (table: ReturnType<typeof list>): string[] =>
  coded(table, 'row-sum-differs').map(({ message }) => message);

describe('a sum in a row', () => {
  it('of a source is held against its parts', () => {
    const table = list(
      '|小计|中央|省级',
      [
        [60, 60, 40, 20],
        [60, 66, 40, 20],
        [60.5, 60.5, 40.3, 20.2],
      ],
      '总投资|财政衔接资金|财政衔接资金|财政衔接资金',
    );
    expect(told(table)).toEqual([
      expect.stringMatching(/E6“.*小计”为 66 万元，F 列“.*中央”、G 列“.*省级”合计为 60 万元，差 6 万元/),
    ]);
    expect(table.projects[1]?.amounts.bySource).toEqual({
      'fiscal.central': 40_000_000,
      'fiscal.province': 20_000_000,
    });
    expect(table.questions).toEqual([]);
  });

  it.each<[string, string, Cell[][], string]>([
    [
      'of all sources',
      '总投资|财政衔接资金|社会资金|资金合计',
      [
        [10, 6, 4, 10],
        [20, 15, 5, 20],
        [9, 5, 4, 8],
      ],
      'G6',
    ],
    [
      'of all years',
      '总投资|2021年|2022年|分年度投资小计',
      [
        [10, 6, 4, 10],
        [20, 15, 5, 21],
        [9, 5, 4, 9],
      ],
      'G5',
    ],
    [
      'that is the total again',
      '总投资|财政衔接资金|合计',
      [
        [10, 6, 10],
        [20, 15, 20],
        [9, 5, 8],
      ],
      'F6',
    ],
    [
      'before its parts',
      '总投资|资金小计|财政衔接资金|社会资金',
      [
        [10, 10, 6, 4],
        [20, 21, 15, 5],
        [9, 9, 5, 4],
      ],
      'E5',
    ],
  ])('%s is told where it differs, and is no money of its own', (_, headings, rows, cell) => {
    const table = list(headings, rows);
    expect(table.questions).toEqual([]);
    expect(coded(table, 'row-sum-differs').map((one) => one.cell)).toEqual([cell]);
    expect(table.columns.map(({ key }) => key)).toContain('sum');
  });

  it('that fits nothing is asked about as money of a kind that is not known', () => {
    const table = list('总投资|财政衔接资金|结对资金合计', [
      [10, 6, 4],
      [20, 15, 5],
      [9, 5, 4],
    ]);
    expect(table.questions.map(({ id }) => id)).toEqual(['X07:F']);
    expect(told(table)).toEqual([]);
  });

  it('a heading 小计 that most rows speak against is told once, with their number', () => {
    const table = list(
      '|小计|中央|省级',
      Array.from({ length: 5 }, (_, index): Cell[] => [100, 70 + index, 40, 20]),
      '总投资|财政衔接资金|财政衔接资金|财政衔接资金',
    );
    expect(told(table)).toEqual([expect.stringContaining('这一列共有 5 行不一致')]);
  });

  it('written with fewer decimals than its parts may differ by their rounding', () => {
    const rows: Cell[][] = [
      [10, 3.35, 3.35, 6.7],
      [10, 3.333, 3.333, 6.67],
    ];
    expect(told(list('总投资|财政衔接资金|社会资金|资金合计', rows))).toEqual([]);
  });
});

describe('the money of the plan’s years', () => {
  it.each(['规划期投资', '“十四五”期间投资（万元）', '规划期内总投资', '2021-2025年投资', '五年合计'])(
    '%s is held against the years',
    (heading) => {
      const table = list(`总投资|${heading}|2020年底前完成|2021年|2022年`, [
        [100, 70, 30, 40, 30],
        [50, 50, null, 20, 30],
        [60, 58, null, 20, 40],
      ]);
      expect(table.questions).toEqual([]);
      expect(told(table)).toEqual([
        expect.stringMatching(/E6.*为 58 万元，G 列“2021年”、H 列“2022年”合计为 60 万元，差 -2 万元/),
      ]);
      expect(table.projects[0]?.amounts).toMatchObject({ total: 100_000_000, byYear: { before: 30_000_000 } });
    },
  );

  it('beside 总投资 alone it says how much lies outside', () => {
    const table = list('总投资|“十四五”期间投资', [
      [100, 70],
      [50, 50],
    ]);
    expect(told(table)).toEqual([expect.stringMatching(/差 -30 万元。没有写明这一差额是规划期以前还是以后的/)]);
  });

  it('without 总投资 it is 总投资, said aloud; beside money outside the period it is not', () => {
    const alone = list('规划期内投资|2021年|2022年', [[70, 40, 30]]);
    expect(alone.projects[0]?.amounts.total).toBe(70_000_000);
    expect(coded(alone, 'header-uncertain')).toHaveLength(1);
    const outside = list('规划期内投资|2020年底前完成|2021年|2022年', [[70, 30, 40, 30]]);
    expect(outside.questions.map(({ id }) => id)).toEqual(['total-sum']);
    expect(outside.projects[0]?.amounts.total).toBe(100_000_000);
  });
});
