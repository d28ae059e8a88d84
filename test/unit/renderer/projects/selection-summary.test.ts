// The figures of the status bar: exact sums, headings counted once, people and amounts kept apart.
import { describe, expect, it } from 'vitest';
import { makeCellReader } from '#renderer/features/projects/cell-text.ts';
import { buildRows } from '#renderer/features/projects/rows.ts';
import { addSelection, selectCell, selectSpan, TOTAL_ROW } from '#renderer/features/projects/selection.ts';
import { summarise } from '#renderer/features/projects/selection-summary.ts';
import { makeTotaller } from '#renderer/features/projects/totals.ts';
import { runAtOnce } from '#renderer/ui/slices.ts';
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
  const selection = selectSpan({ row: from[0], col: columnIndex(from[1]) }, { row: to[0], col: columnIndex(to[1]) });
  return runAtOnce(summarise(rows, COLUMNS, selection, reader));
}

describe('summarise', () => {
  it('adds amounts up exactly and leaves headings out where projects are selected', () => {
    expect(sum([TOTAL_ROW, 'total'], [6, 'total'])).toEqual({
      filled: 2,
      numbers: 2,
      figures: { sum: '0.30', average: '0.15', least: '0.10', most: '0.20', unit: '万元' },
      note: '不含标题行',
    });
  });

  it('adds headings up where only headings are selected', () => {
    expect(sum([0, 'total'], [0, 'total'])).toMatchObject({ numbers: 1, figures: { sum: '0.30' }, note: '' });
  });

  it('adds people up as whole numbers', () => {
    expect(sum([2, 'households'], [3, 'households']).figures).toEqual({
      sum: '15',
      average: '7.50',
      least: '5',
      most: '10',
      unit: '',
    });
  });

  it('counts filled cells; does not mix amounts and people, and adds no words up', () => {
    expect(sum([2, 'total'], [3, 'households'])).toMatchObject({ numbers: 4, figures: null });
    expect(sum([2, 'name'], [3, 'nature'])).toEqual({ filled: 2, numbers: 0, figures: null, note: '' });
  });

  it('adds several ranges', () => {
    const one = (row: number) => selectCell({ row, col: columnIndex('total') });
    const both = addSelection(one(2), one(3));
    expect(runAtOnce(summarise(rows, COLUMNS, both, reader)).figures?.sum).toBe('0.30');
  });
});
