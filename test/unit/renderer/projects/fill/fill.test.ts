// Which cells a fill writes: down, up and across, over headings, to the end of a heading.
import { describe, expect, it } from 'vitest';
import { makeCellReader } from '#renderer/features/projects/cell-text.ts';
import {
  fillGoal,
  goalToEnd,
  planFill,
  planFillDown,
  planFillRight,
  planFillSeries,
} from '#renderer/features/projects/fill/fill.ts';
import { buildRows } from '#renderer/features/projects/rows.ts';
import type { Range } from '#renderer/features/projects/selection.ts';
import { makeTotaller } from '#renderer/features/projects/totals.ts';
import { categoryTree } from '#shared/domain/categories.ts';
import { wan } from '#shared/values/money.ts';
import { COLUMNS, columnIndex, project, REFERENCE } from '../fixture.ts';

const byYear = { '2021': wan('10') };
const projects = [
  project('1', 'a1', '10', { startAt: '2021', endAt: '2021', unit: '第1组', amounts: amountsWith(byYear) }),
  project('2', 'a1', '20', { unit: '第2组' }),
  project('3', 'a1', null),
  project('4', 'b1', null),
];
function amountsWith(years: Record<string, ReturnType<typeof wan>>) {
  return { total: null, bySource: {}, byYear: years, cells: {} };
}
const tree = categoryTree(REFERENCE, 's');
const all = makeTotaller(tree, REFERENCE)(projects);
// Rows: 0 a, 1 a1, 2-4 projects 1-3, 5 b, 6 b1, 7 project 4.
const rows = buildRows({ tree, all, shown: all, collapsed: new Set(), showEmpty: false, sorted: null }, null);
const table = { rows, columns: COLUMNS, reader: makeCellReader(REFERENCE) };
const cells = (top: number, bottom: number, from: string, to = from): Range => ({
  top,
  bottom,
  left: columnIndex(from),
  right: columnIndex(to),
});
const told = (edits: readonly { id: string; column: string; text: string }[]): string[] =>
  edits.map((edit) => `${edit.id} ${edit.column} ${edit.text}`);

describe('fillGoal', () => {
  const source: Range = { top: 3, bottom: 4, left: 2, right: 3 };
  it.each([
    ['down', { row: 6, col: 3 }, { direction: 'down', area: { top: 5, bottom: 6, left: 2, right: 3 } }],
    ['up', { row: 1, col: 2 }, { direction: 'up', area: { top: 1, bottom: 2, left: 2, right: 3 } }],
    ['right', { row: 4, col: 5 }, { direction: 'right', area: { top: 3, bottom: 4, left: 4, right: 5 } }],
    ['left', { row: 3, col: 1 }, { direction: 'left', area: { top: 3, bottom: 4, left: 1, right: 1 } }],
    ['nowhere', { row: 3, col: 2 }, null],
  ])('%s', (_, cell, goal) => expect(fillGoal(source, cell)).toEqual(goal));
});

describe('planFill', () => {
  it('goes on over headings in each column by itself', () => {
    const source = cells(2, 3, 'total');
    const goal = fillGoal(source, { row: 7, col: columnIndex('total') });
    expect(goal && told(planFill(table, source, goal, 'auto'))).toEqual(['3 total 30', '4 total 40']);
    expect(goal && told(planFill(table, source, goal, 'copy'))).toEqual(['3 total 10', '4 total 20']);
  });

  it('counts back when it goes up, and leaves cells alone that hold the value already', () => {
    const source = cells(3, 3, 'unit');
    const goal = fillGoal(source, { row: 2, col: columnIndex('unit') });
    expect(goal && planFill(table, source, goal, 'auto')).toEqual([]);
  });

  it('goes across the years', () => {
    const source = cells(2, 2, 'year:2021');
    const goal = fillGoal(source, { row: 2, col: columnIndex('year:2022') });
    expect(goal && told(planFill(table, source, goal, 'auto'))).toEqual(['1 year:2022 10']);
  });

  it('ends at the next heading on a double click', () => {
    expect(goalToEnd(cells(2, 2, 'period'), table)?.area).toMatchObject({ top: 3, bottom: 4 });
    expect(goalToEnd(cells(4, 4, 'period'), table)).toBeNull();
    expect(goalToEnd(cells(7, 7, 'period'), table)).toBeNull();
  });
});

describe('Ctrl+D, Ctrl+R and 按序列填充', () => {
  it('copies the first row down, or the row above into a single one', () => {
    expect(told(planFillDown(table, cells(2, 4, 'unit')))).toEqual(['2 unit 第1组', '3 unit 第1组']);
    expect(told(planFillDown(table, cells(4, 4, 'unit')))).toEqual(['3 unit 第2组']);
    expect(planFillDown(table, cells(2, 2, 'unit'))).toEqual([]);
  });

  it('copies the first column to the right, or the column to the left into a single one', () => {
    expect(told(planFillRight(table, cells(2, 2, 'year:2021', 'year:2022')))).toEqual(['1 year:2022 10']);
    expect(told(planFillRight(table, cells(2, 2, 'year:2022')))).toEqual(['1 year:2022 10']);
  });

  it('continues the filled cells at the top, a single number by one', () => {
    expect(told(planFillSeries(table, cells(2, 7, 'total')))).toEqual(['3 total 30', '4 total 40']);
    expect(told(planFillSeries(table, cells(2, 7, 'period')))).toEqual([
      '2 period 2022',
      '3 period 2023',
      '4 period 2024',
    ]);
  });
});
