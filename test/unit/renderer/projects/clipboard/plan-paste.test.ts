// Laying copied cells over the table.
import { describe, expect, it } from 'vitest';
import { makeCellReader } from '#renderer/features/projects/cell-text.ts';
import { planClear, planEditAll, planPaste } from '#renderer/features/projects/clipboard/plan-paste.ts';
import { buildRows } from '#renderer/features/projects/rows.ts';
import {
  addSelection,
  type CellAt,
  type Selection,
  selectCell,
  selectSpan,
} from '#renderer/features/projects/selection.ts';
import { makeTotaller } from '#renderer/features/projects/totals.ts';
import { categoryTree } from '#shared/domain/categories.ts';
import { COLUMNS, columnIndex, project, REFERENCE } from '../fixture.ts';

const projects = [
  project('1', 'a1', '10.5', { nature: '新建' }),
  project('2', 'a1', '1234.5'),
  project('3', 'b1', null),
  project('4', 'b1', '0'),
];
const tree = categoryTree(REFERENCE, 's');
const all = makeTotaller(tree, REFERENCE)(projects);
const rows = buildRows({ tree, all, shown: all, collapsed: new Set(), showEmpty: false, sorted: null }, null);
const reader = makeCellReader(REFERENCE);
const rowOf = (id: string): number => rows.rows.findIndex((row) => row.id === id);
const at = (id: string, key: string): CellAt => ({ row: rowOf(id), col: columnIndex(key) });
const range = (from: CellAt, to: CellAt = from): Selection => selectSpan(from, to);
const same = (text: string): string => text;

describe('planPaste', () => {
  it('steps over headings', () => {
    const plan = planPaste([['1'], ['2'], ['3']], rows, COLUMNS, range(at('1', 'total')), same);
    expect(plan.edits).toEqual([
      { id: '1', column: 'total', text: '1' },
      { id: '2', column: 'total', text: '2' },
      { id: '3', column: 'total', text: '3' },
    ]);
    expect(plan.overflow.lines).toEqual([]);
  });

  it('fills a selection with one value', () => {
    const plan = planPaste([['9']], rows, COLUMNS, range(at('1', 'total'), at('4', 'source:fiscal')), same);
    expect(plan.edits.map((edit) => `${edit.id} ${edit.column}`)).toEqual([
      '1 total',
      '1 source:fiscal',
      '2 total',
      '2 source:fiscal',
      '3 total',
      '3 source:fiscal',
      '4 total',
      '4 source:fiscal',
    ]);
  });

  it('repeats a block where the selection is a multiple of it, and does not otherwise', () => {
    const twice = planPaste([['1'], ['2']], rows, COLUMNS, range(at('1', 'total'), at('4', 'total')), same);
    expect(twice.edits.map((edit) => edit.text)).toEqual(['1', '2', '1', '2']);
    const odd = planPaste([['1'], ['2'], ['3']], rows, COLUMNS, range(at('1', 'total'), at('4', 'total')), same);
    expect(odd.edits.map((edit) => edit.text)).toEqual(['1', '2', '3']);
  });

  it('says what does not fit: rows below the end, columns beyond the last, 序号', () => {
    const below = planPaste([['1'], ['2'], ['3']], rows, COLUMNS, range(at('4', 'total')), same);
    expect(below.edits).toHaveLength(1);
    expect(below.overflow).toEqual({
      afterId: '4',
      lines: [[{ column: 'total', text: '2' }], [{ column: 'total', text: '3' }]],
    });
    const beyond = planPaste([['甲', '乙']], rows, COLUMNS, range({ row: rowOf('1'), col: COLUMNS.length - 1 }), same);
    expect(beyond.refused.map((cell) => cell.message)).toEqual(['超出了最右边的列。']);
    const number = planPaste([['7', '名称']], rows, COLUMNS, range({ row: rowOf('1'), col: 0 }), same);
    expect(number.refused).toHaveLength(1);
    expect(number.edits).toEqual([{ id: '1', column: 'name', text: '名称' }]);
  });

  it('leaves cells alone where it is told to', () => {
    const skip = (text: string): string | undefined => (text === '' ? undefined : text);
    const plan = planPaste([['', '2']], rows, COLUMNS, range(at('1', 'total')), skip);
    expect(plan.edits).toEqual([{ id: '1', column: 'source:fiscal', text: '2' }]);
  });

  it('makes every line a new project below the active row', () => {
    const plan = planPaste([['甲'], ['乙']], rows, COLUMNS, range(at('2', 'name')), same, true);
    expect(plan.edits).toEqual([]);
    expect(plan.overflow).toEqual({
      afterId: '2',
      lines: [[{ column: 'name', text: '甲' }], [{ column: 'name', text: '乙' }]],
    });
  });

  it('lets ragged lines leave cells alone', () => {
    const plan = planPaste([['1', '2'], ['3']], rows, COLUMNS, range(at('1', 'total')), same);
    expect(plan.edits.map((edit) => `${edit.id} ${edit.column} ${edit.text}`)).toEqual([
      '1 total 1',
      '1 source:fiscal 2',
      '2 total 3',
    ]);
  });
});

describe('planClear', () => {
  it('clears only what holds something', () => {
    expect(planClear(rows, COLUMNS, range(at('1', 'total'), at('4', 'total')), reader).map((edit) => edit.id)).toEqual([
      '1',
      '2',
      '4',
    ]);
  });
});

it('puts one text into all selected project cells', () => {
  const two = addSelection(selectCell(at('1', 'note')), selectSpan(at('2', 'total'), at('3', 'total')));
  expect(planEditAll(rows, COLUMNS, two, '5').map((edit) => `${edit.id} ${edit.column}`)).toEqual([
    '1 note',
    '2 total',
    '3 total',
  ]);
});
