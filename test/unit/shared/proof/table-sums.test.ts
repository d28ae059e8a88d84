// Sums inside the tables of a draft, whatever their heads and rows are called.
import { describe, expect, it } from 'vitest';
import { proveDraft } from '#shared/proof/prove-draft.ts';
import { type DraftPart, makeDraft } from '#test/support/drafts/make-draft.ts';

function findingsOf(...parts: DraftPart[]) {
  return proveDraft(makeDraft(parts), null).findings.map(({ rule, level, raw, expected, where, cause }) => ({
    ...{ rule, level, raw, expected, cause },
    at: where.kind === 'table' ? [where.row, where.column] : null,
  }));
}

const CLASSES = [
  ['项目类别', '项目个数（个）', '总投资（万元）'],
  ['一、产业发展', '9', '1500.5'],
  ['（一）种植', '4', '1000'],
  ['（二）养殖', '5', '500.5'],
  ['二、就业', '3', '30'],
  ['（一）公岗', '2', '10'],
  ['（二）培训', '1', '20'],
  ['合计', '12', '1530.5'],
];

const MATRIX = [
  ['县（市、区）', '总投资', '其中', '<', '<'],
  ['^', '^', '衔接资金', '行业资金', '自筹'],
  ['甲县', '600', '100', '200', '300'],
  ['乙县', '60', '10', '20', '30'],
  ['丙区', '6', '1', '2', '3'],
  ['总计', '666', '111', '222', '333'],
];

function changed(rows: string[][], row: number, column: number, text: string): string[][] {
  return rows.map((cells, at) => cells.map((cell, index) => (at === row && index === column ? text : cell)));
}

describe('tables of a draft', () => {
  it('finds nothing where all sums come out', () => {
    expect(findingsOf('表1 分类投资', { rows: CLASSES }, '表2 资金', '单位：万元', { rows: MATRIX })).toEqual([]);
  });

  it('marks a figure of the matrix that both its row and its column contradict', () => {
    expect(findingsOf('单位：万元', { rows: changed(MATRIX, 3, 3, '26') })).toEqual([
      { rule: 'T04', level: 'error', raw: '26', expected: '20万元', at: [3, 3], cause: '只有一个数字不同，疑录入错误' },
    ]);
  });

  it('marks a heading that leaves out one of its rows, and says which', () => {
    const rows = changed(changed(CLASSES, 4, 2, '20'), 7, 2, '1520.5');
    expect(findingsOf({ rows })).toEqual([
      {
        ...{ rule: 'T03', level: 'error', raw: '20', expected: '30万元', at: [4, 2] },
        cause: '差额正好等于“公岗” 10，疑合计漏加该项',
      },
    ]);
  });

  it('reads a table that goes on over the next page as one', () => {
    const [first, second] = [MATRIX.slice(0, 4), MATRIX.slice(4)];
    expect(findingsOf('单位：万元', { rows: first }, '续表', { rows: changed(second, 1, 1, '667') })).toMatchObject([
      { raw: '667', expected: '666万元', at: [1, 1], level: 'error' },
    ]);
  });
});
