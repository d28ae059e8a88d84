// The selected range: moving in it and adding it up exactly.
import { describe, expect, it } from 'vitest';
import { makeCellReader } from '#renderer/features/projects/cell-text.ts';
import { keyAction } from '#renderer/features/projects/key-actions.ts';
import { buildRows } from '#renderer/features/projects/rows.ts';
import {
  clampCell,
  moveCell,
  rangeOf,
  type Selection,
  summarise,
  TOTAL_ROW,
} from '#renderer/features/projects/selection.ts';
import { makeTotaller } from '#renderer/features/projects/totals.ts';
import { categoryTree } from '#shared/domain/categories.ts';
import { COLUMNS, columnIndex, project, REFERENCE } from './fixture.ts';

const projects = [
  project('1', 'a1', '0.1', { households: 10 }),
  project('2', 'a1', '0.2', { households: 5 }),
  project('3', 'b1', null),
];
const tree = categoryTree(REFERENCE, 's');
const all = makeTotaller(tree, REFERENCE)(projects);
const rows = buildRows({ tree, all, shown: all, collapsed: new Set(), showEmpty: false, sorted: null }, null);
const reader = makeCellReader(REFERENCE);

function sum(from: [number, string], to: [number, string]) {
  const selection: Selection = {
    anchor: { row: from[0], col: columnIndex(from[1]) },
    focus: { row: to[0], col: columnIndex(to[1]) },
  };
  return summarise(rows, COLUMNS, selection, reader);
}

describe('summarise', () => {
  it('adds amounts up exactly and leaves headings out where projects are selected', () => {
    expect(sum([TOTAL_ROW, 'total'], [6, 'total'])).toEqual({
      cells: 3,
      numbers: 2,
      sum: '0.30 万元',
      average: '0.15 万元',
      note: '不含标题行',
    });
  });

  it('adds headings up where only headings are selected', () => {
    expect(sum([0, 'total'], [0, 'total'])).toMatchObject({ numbers: 1, sum: '0.30 万元', note: '' });
  });

  it('adds people up as whole numbers', () => {
    expect(sum([2, 'households'], [3, 'households'])).toMatchObject({ sum: '15', average: '7.50' });
  });

  it('does not mix amounts and people, and gives no sum for words', () => {
    expect(sum([2, 'total'], [3, 'households'])).toMatchObject({ numbers: 4, sum: '' });
    expect(sum([2, 'name'], [3, 'name'])).toMatchObject({ cells: 2, numbers: 0, sum: '' });
  });
});

describe('moveCell', () => {
  const size = { rows: 10, cols: 4 };
  it.each([
    ['down', 1, { row: 3, col: 2 }],
    ['up', 1, { row: 1, col: 2 }],
    ['left', 'edge', { row: 2, col: 0 }],
    ['down', 'edge', { row: 9, col: 2 }],
    ['up', 20, { row: 0, col: 2 }],
  ] as const)('%s by %s', (direction, by, expected) => {
    expect(moveCell({ row: 2, col: 2 }, direction, size, by)).toEqual(expected);
  });

  it('stays on 合计 in an empty table', () => {
    expect(clampCell({ row: 5, col: 9 }, { rows: 0, cols: 4 })).toEqual({ row: TOTAL_ROW, col: 3 });
  });

  it('spans the range between anchor and focus whatever their order', () => {
    expect(rangeOf({ anchor: { row: 5, col: 1 }, focus: { row: 2, col: 3 } })).toEqual({
      top: 2,
      bottom: 5,
      left: 1,
      right: 3,
    });
  });
});

describe('keyAction', () => {
  const press = (key: string, flags: Partial<Record<'ctrl' | 'shift' | 'alt', boolean>> = {}) =>
    keyAction({ key, ctrl: false, shift: false, alt: false, ...flags }, 20);
  it.each([
    ['ArrowDown', {}, { type: 'move', direction: 'down', by: 1, extend: false }],
    ['ArrowRight', { ctrl: true, shift: true }, { type: 'move', direction: 'right', by: 'edge', extend: true }],
    ['PageDown', {}, { type: 'move', direction: 'down', by: 20, extend: false }],
    ['ArrowDown', { alt: true }, { type: 'openList' }],
    ['Enter', { shift: true }, { type: 'enter', back: true }],
    ['Tab', {}, { type: 'tab', back: false }],
    ['F2', {}, { type: 'edit', keep: true }],
    ['Backspace', {}, { type: 'edit', keep: false }],
    ['Delete', {}, { type: 'clear' }],
    ['a', { ctrl: true }, { type: 'selectAll' }],
    ['a', {}, undefined],
    ['Enter', { ctrl: true }, undefined],
    ['ArrowUp', { alt: true, shift: true }, undefined],
    ['ArrowDown', { alt: true, shift: true }, undefined],
  ] as const)('%s %o', (key, flags, expected) => {
    expect(press(key, flags)).toEqual(expected);
  });
});
