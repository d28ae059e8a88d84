// Money under an unknown or empty heading is asked about before the import, never left aside in silence.
import { describe, expect, it } from 'vitest';
import { type Cell, cells, mapping, problems, questions, readOne } from './make-sheet.ts';

/** A list whose last columns are amounts: total first, then the given headings. */
function list(headings: string, amounts: readonly (readonly Cell[])[], answers: Record<string, string> = {}) {
  const header = cells(`序号|项目名称|建设地点|总投资|${headings}`);
  const rows = amounts.map((row, index): Cell[] => [index + 1, `项目${index}`, '研和街道', ...row]);
  return readOne([['项目库'], ['单位：万元'], header, ...rows], {}, { answers });
}

const ids = (table: ReturnType<typeof list>): string[] =>
  table.questions.map(({ id, assumed }) => `${id} ${assumed ?? '!'}`);

describe('a column of unknown money', () => {
  it.each<[string, string, Cell[][], string[]]>([
    [
      'that is all of the total',
      '某某结对资金',
      [
        [300, 300],
        [120, 120],
      ],
      ['X07:E !'],
    ],
    [
      'that fills the gap beside known sources',
      '财政衔接资金|某某结对资金',
      [
        [10, 6, 4],
        [20, 15, 5],
      ],
      ['X07:F !'],
    ],
    [
      'in most rows only',
      '财政衔接资金|结对资金',
      [
        [10, 6, 4],
        [20, 15, 5],
        [9, 5, 4],
        [8, 1, 7],
        [30, 20, 9],
      ],
      ['X07:F !'],
    ],
    [
      'two of them together',
      '财政衔接资金|甲方资金|乙方资金',
      [
        [10, 6, 3, 1],
        [20, 15, 2, 3],
      ],
      ['X07:F !', 'X07:G !'],
    ],
    [
      'years by number',
      '第一年|第二年',
      [
        [10, 6, 4],
        [20, 15, 5],
      ],
      ['X07:E !', 'X07:F !'],
    ],
    [
      'one unknown year beside known ones',
      '2021年|第二年',
      [
        [10, 6, 4],
        [20, 15, 5],
      ],
      ['X07:F !'],
    ],
    [
      'no heading',
      '财政衔接资金||备注',
      [
        [10, 6, 4, ''],
        [20, 15, 5, ''],
      ],
      ['X07:F !'],
    ],
  ])('%s', (_, headings, amounts, expected) => {
    const table = list(headings, amounts);
    expect(ids(table)).toEqual(expected);
    expect(problems(table).filter((text) => text.startsWith('error X07'))).toHaveLength(expected.length);
  });

  it.each<[string, string, Cell[][]]>([
    [
      'output and income',
      '财政衔接资金|其他资金|年产值（万元）|村集体收益（万元）',
      [
        [10, 6, 4, 50, 2],
        [20, 15, 5, 60, 3],
      ],
    ],
    [
      'what was done or paid',
      '财政衔接资金|已拨付资金|完成投资',
      [
        [10, 10, 10, 10],
        [20, 20, 20, 20],
      ],
    ],
    [
      'areas and prices',
      '财政衔接资金|面积（亩）|单价（元）',
      [
        [10, 10, 4, 50],
        [20, 20, 5, 60],
      ],
    ],
    [
      'another word for the total',
      '计划资金',
      [
        [10, 10],
        [20, 20],
      ],
    ],
    [
      'all sources known',
      '财政衔接资金|其他资金',
      [
        [10, 6, 4],
        [20, 15, 5],
      ],
    ],
  ])('%s is not asked about', (_, headings, amounts) => {
    expect(ids(list(headings, amounts)).filter((id) => id.startsWith('X07:'))).toEqual([]);
  });

  it('goes where the answer says', () => {
    const rows = [
      [10, 6, 4],
      [20, 15, 5],
    ];
    const other = list('财政衔接资金|结对资金', rows, { 'X07:F': 'source:other' });
    expect([mapping(other).split(' ').at(-1), questions(other), problems(other)]).toEqual(['F=source:other', [], []]);
    expect(other.projects[0]?.amounts.bySource).toEqual({ fiscal: 6_000_000, other: 4_000_000 });
    const year = list('2021年|第二年', rows, { 'X07:F': 'year:2022' });
    expect(year.projects[0]?.amounts.byYear).toEqual({ '2021': 6_000_000, '2022': 4_000_000 });
    const kept = list('财政衔接资金|结对资金', rows, { 'X07:F': 'keep' });
    expect([mapping(kept).split(' ').at(-1), ids(kept).filter((id) => id.startsWith('X07:'))]).toEqual(['F=-', []]);
    expect(list('财政衔接资金|结对资金', rows, { 'X07:F': 'name' }).columns[5]?.key).toBeNull();
  });

  it('offers the sources, and years first where the heading counts years', () => {
    const first = (headings: string) =>
      list(headings, [
        [10, 6, 4],
        [20, 15, 5],
      ]).questions[0]?.options;
    expect(first('财政衔接资金|结对资金')?.map(({ value }) => value)).toEqual(
      expect.arrayContaining(['source:fiscal', 'source:fiscal.central', 'source:other', 'year:2021', 'keep']),
    );
    expect(first('第一年|第二年')?.[0]?.value).toBe('year:2021');
  });
});

it('under 投资概算 every column of money is known or asked about', () => {
  const rows: Cell[][] = [
    cells('序号|项目名称|建设地点|投资概算（万元）||||责任单位'),
    cells('|||合计|财政衔接资金|县级配套|乡镇配套|'),
    [1, '甲', '研和街道', 10, 6, 3, 2, '局'],
    [2, '乙', '研和街道', 20, 15, 5, 1, '局'],
  ];
  const table = readOne(rows, { merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:G1', 'H1:H2'] });
  expect(mapping(table)).toBe('A=serial B=name C=town D=total E=source:fiscal F=source:county G=- H=unit');
  expect(questions(table)).toEqual(['X07:G']);
});

it('figures beside the table without a heading are told', () => {
  const rows = Array.from({ length: 20 }, (_, index): Cell[] => [10, 10, '', ...(index === 3 ? [77] : [])]);
  expect(problems(list('财政衔接资金|备注', rows))).toEqual(['warning column-headerless G3']);
});
