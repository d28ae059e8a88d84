// The same project in two tables of one import is said before it comes in twice.
import { describe, expect, it } from 'vitest';
import { planImport } from '#shared/import/plan-import.ts';
import { findRepeats } from '#shared/import/repeated-rows.ts';
import { type Cell, CONTEXT, cells, makeSheet, REFERENCE, readSheet } from './make-sheet.ts';

const HEADER = cells('序号|项目名称|乡镇|总投资（万元）');

function repeats(...sheets: [name: string, rows: Cell[][]][]): string[] {
  const tables = sheets.flatMap(([name, rows]) => readSheet(makeSheet([HEADER, ...rows], { name })));
  const rows = planImport(tables, [], REFERENCE, {
    mode: 'update',
    eraseBlanks: false,
    skipRows: new Set(),
    pairs: new Map(),
    regionCode: '530402',
  });
  const found = findRepeats(
    tables.map((reading) => ({ file: 'a.xlsx', reading })),
    rows,
    CONTEXT.places,
  );
  return found.map(({ level, sheet, cell, message }) => `${level} ${sheet} ${cell} ${/有 \d+ 个/.exec(message)?.[0]}`);
}

describe('findRepeats', () => {
  it('names a summary sheet behind the sheets of the towns, once for each pair', () => {
    expect(
      repeats(
        [
          '研和',
          [
            [1, '甲', '研和街道', 10],
            [2, '乙', '研和街道', 20],
          ],
        ],
        ['北城', [[1, '甲', '北城街道', 10]]],
        [
          '汇总',
          [
            [1, '甲', '研和街道', 10],
            [2, '乙', '研和街道', 20],
            [3, '甲', '北城街道', 10],
          ],
        ],
      ),
    ).toEqual(['warning 汇总 A2 有 2 个', 'warning 汇总 A4 有 1 个']);
  });

  it('is silent about other places, other amounts and one sheet by itself', () => {
    expect(
      repeats(
        ['一', [[1, '甲', '研和街道', 10]]],
        [
          '二',
          [
            [1, '甲', '北城街道', 10],
            [2, '甲', '研和街道', 11],
          ],
        ],
      ),
    ).toEqual([]);
    expect(
      repeats([
        '一',
        [
          [1, '甲', '研和街道', 10],
          [2, '甲', '研和街道', 10],
        ],
      ]),
    ).toEqual([]);
  });
});
