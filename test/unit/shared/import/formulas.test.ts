// Formulas that a file holds without results: computed where that is certain, asked where not, never a zero.
import { describe, expect, it } from 'vitest';
import { type Cell, cells, makeSheet, problems, readOne, totalWan } from './make-sheet.ts';

const f = (formula: string): Cell => ({ formula });
const HEADER = cells('序号|项目名称|建设地点|建设年限|总投资（万元）|财政衔接资金（万元）|其他资金（万元）|受益户数');
const row = (n: number, total: Cell, ...rest: Cell[]): Cell[] => [n, `项目${n}`, '研和街道', '2021', total, ...rest];

/** The total of one project in 万元 whose cell E2 holds a formula; '' where it was not taken. */
function resultOf(formula: string, ...more: Cell[][]): string {
  const table = readOne([HEADER, row(1, f(formula), 3, 1.5), ...more]);
  const fen = table.projects[0]?.amounts.total ?? null;
  return fen === null ? '' : String(fen / 1_000_000);
}

describe('a formula without its result', () => {
  it.each([
    ['SUM(F2:G2)', '4.5'],
    ['sum( $F$2 , G2 )', '4.5'],
    ['+F2+G2', '4.5'],
    ['F2-G2', '1.5'],
    ['SUM(F2:G2)/10000*10000', '4.5'],
    ['ROUND(F2/7,2)', '0.43'],
    ['ROUND(-(F2-G2*4)/7,2)', '0.43'],
    ['SUBTOTAL(9,F2:G2)', '4.5'],
    ['SUBTOTAL(109,F2:G2)', '4.5'],
    ['(F2+G2)*50%', '2.25'],
    ["SUM(表!F2:'表'!G2)", '4.5'],
    ['F2', '3'],
    ['0.1+0.2', '0.3'],
    ['SUM(F2:G2,J2:J9)', '4.5'],
  ])('=%s is computed', (formula, expected) => {
    expect(resultOf(formula)).toBe(expected);
  });

  it.each([
    'AVERAGE(F2:G2)',
    'IF(F2>1,2,3)',
    'SUM(别的表!F2:G2)',
    'F2&G2',
    'E2+1',
    'F2/H2',
    'SUM(J2:K2)',
    'SUM(F2:G2',
    'MYNAME+1',
    'F2^2',
    'ROUND(F2,G2)',
    'VLOOKUP(A2,F2:G2,2,0)',
  ])('=%s is asked for, never 0', (formula) => {
    const table = readOne([HEADER, row(1, f(formula), 3, 1.5)]);
    expect([table.projects[0]?.amounts.total, problems(table)]).toEqual([null, ['error formula-no-result E2']]);
  });

  it('is told column by column, with the first of them', () => {
    const table = readOne([HEADER, row(1, f('F2+G2'), 3, 1.5), row(2, f('F3+G3'), 2, 1)]);
    expect(totalWan(table.projects)).toBe('7.5');
    expect(problems(table, true)).toEqual(['info formula-computed E2']);
    expect(table.problems[0]?.message).toContain('有 2 格是公式');
    expect(table.projects[0]?.cells.find((cell) => cell.column === 5)?.value).toBeNull();
  });

  it('in the 合计 row makes a claim and no false finding', () => {
    const table = readOne([
      HEADER,
      ['合计', '', '', '', f('SUM(E3:E4)'), f('F3+F4'), f('SUBTOTAL(9,G3:G4)'), f('SUM(H3:H4)')],
      row(1, f('SUM(F3:G3)'), 3, 1.5, 10),
      row(2, f('SUM(F4:G4)'), 2, 1, f('H3*2')),
    ]);
    expect([totalWan(table.projects), table.projects[1]?.values.households]).toEqual(['7.5', 20]);
    const [claim] = table.claims;
    expect([claim?.heldAtImport, claim?.figures.map(({ value }) => value)]).toEqual([
      true,
      [7_500_000, 5_000_000, 2_500_000],
    ]);
    expect(problems(table)).toEqual([]);
  });

  it('goes along chains, downwards and upwards, and stops at circles', () => {
    const long = 5000;
    const chain = (next: (n: number) => number, end: number): Cell[][] =>
      Array.from({ length: long }, (_, index) => {
        const at = index + 2;
        return row(index + 1, at === end ? 1 : f(`E${next(at)}`));
      });
    for (const rows of [chain((n) => n + 1, long + 1), chain((n) => n - 1, 2)]) {
      const table = readOne([HEADER, ...rows]);
      expect([totalWan(table.projects), problems(table)]).toEqual([String(long), []]);
    }
    const circle = readOne([HEADER, row(1, f('E3')), row(2, f('E2+1')), row(3, f('SUM(E2:E3)'))]);
    expect(problems(circle).filter((text) => text.includes('formula'))).toHaveLength(3);
  });

  it('goes through long sums of long sums without running out of room', () => {
    const terms = (at: number) => Array.from({ length: 900 }, (_, index) => (index === 0 ? `E${at}` : '0')).join('+');
    const rows = Array.from({ length: 60 }, (_, index) => row(index + 1, index === 59 ? 1 : f(terms(index + 3))));
    const table = readOne([HEADER, ...rows]);
    expect([totalWan(table.projects), problems(table)]).toEqual(['60', []]);
  });

  it('brings over words, periods and counts', () => {
    const table = readOne([
      HEADER,
      row(1, 5, 5),
      [2, '乙', f('C2'), f('D2'), 5, 5, null, f('SUM(A2:A3)')],
      [3, f('CONCAT(A1,B1)'), '北城街道', f('TODAY()'), 5, 5],
    ]);
    expect(table.projects[1]?.values).toMatchObject({ town: '研和街道', startAt: '2021', households: 3 });
    expect(problems(table)).toEqual(['error formula-no-result B4', 'warning formula-no-result D4']);
  });

  it('that adds up a text with figures is only proposed, and taken when accepted', () => {
    const rows = [HEADER, row(1, f('SUM(F2:G2)'), 3, '1.5'), row(2, f('F3+G3'), 2, '—')];
    const table = readOne(rows);
    expect(
      table.problems.filter(({ level }) => level === 'error').map(({ cell, proposal }) => `${cell} ${proposal}`),
    ).toEqual(['E2 4.5 万元', 'E3 2 万元']);
    const taken = readOne(rows, {}, { answers: { 'accept:E2': 'yes' } });
    expect(taken.projects.map(({ amounts }) => amounts.total)).toEqual([4_500_000, null]);
  });

  it('passes words over as the program does', () => {
    expect(readOne([HEADER, row(1, f('SUM(F1:G2)'), 3, '无')]).projects[0]?.amounts.total).toBe(3_000_000);
  });

  it('SUBTOTAL counts no other SUBTOTAL, and leaves hidden rows open', () => {
    const rows: Cell[][] = [
      HEADER,
      row(1, 3, 3),
      row(2, 4, 4),
      ['小计', '', '', '', f('SUBTOTAL(9,E2:E3)')],
      ['合计', '', '', '', f('SUBTOTAL(9,E2:E4)')],
    ];
    const figures = (hiddenRows: number[]) =>
      readOne(rows, { hiddenRows }).claims.map((claim) => claim.figures[0]?.value);
    expect(figures([])).toEqual([7_000_000, 7_000_000]);
    expect(figures([3])).toEqual([]);
  });

  it('of prepared rows makes no projects', () => {
    const rows = [row(1, f('F2+G2'), 3, 1.5), ['', '', '', '', f('F3+G3')], ['', '', '', '', f('F4+G4')]] as Cell[][];
    const table = readOne([HEADER, ...rows, ['合计', '', '', '', f('SUM(E2:E4)')]]);
    expect([table.projects.length, table.claims[0]?.heldAtImport, problems(table)]).toEqual([1, true, []]);
  });

  it('over very many cells ends', () => {
    const rows = Array.from({ length: 1600 }, (_, index) => row(index + 1, f('SUM(F$2:F$1601)'), 1));
    const table = readOne([HEADER, ...rows]);
    expect(table.projects).toHaveLength(1600);
    expect(table.problems.some(({ code }) => code === 'formula-no-result')).toBe(true);
  });

  it('takes the number format of what it adds up', () => {
    const yuan = (text: string): Cell => ({ kind: 'number', text, format: '0!.0,"万元"' });
    const table = readOne([HEADER, row(1, f('F2+G2'), yuan('30000'), yuan('15000'))]);
    expect(table.projects[0]?.amounts).toMatchObject({ total: 4_500_000, bySource: { fiscal: 3_000_000 } });
  });
});

it('a sheet without open formulas is read as it is', () => {
  const sheet = makeSheet([HEADER, row(1, { formula: 'F2+G2', value: { kind: 'number', text: '9' } }, 3, 1.5)]);
  expect(sheet.rows[1]?.cells[4]?.value).toEqual({ kind: 'number', text: '9' });
});
