// Hits in the table, row by row, and what a replacement sends.
import { describe, expect, it } from 'vitest';
import { makeCellReader } from '#renderer/features/projects/cell-text.ts';
import { findCells, nextHit, replaceIn } from '#renderer/features/projects/find/find-cells.ts';
import { compilePattern } from '#renderer/features/projects/find/pattern.ts';
import { buildRows } from '#renderer/features/projects/rows.ts';
import type { Range } from '#renderer/features/projects/selection.ts';
import { makeTotaller } from '#renderer/features/projects/totals.ts';
import { runAtOnce } from '#renderer/ui/slices.ts';
import { categoryTree } from '#shared/domain/categories.ts';
import { COLUMNS, columnIndex, project, REFERENCE } from '../fixture.ts';

const projects = [
  project('1', 'a1', '1234.5', { name: '种植园', unit: '种植办' }),
  project('2', 'a1', '34', { name: '冷库' }),
];
const tree = categoryTree(REFERENCE, 's');
const all = makeTotaller(tree, REFERENCE)(projects);
// Rows: 0 a, 1 a1 （一）种植业, 2 and 3 the projects.
const rows = buildRows({ tree, all, shown: all, collapsed: new Set(), showEmpty: false, sorted: null }, null);
const table = { rows, columns: COLUMNS, reader: makeCellReader(REFERENCE, '万元') };
const EVERYWHERE: Range = { top: 0, bottom: 3, left: 0, right: COLUMNS.length - 1 };

function pattern(text: string) {
  const made = compilePattern(text, { wholeCell: false, exact: false });
  if (!made) throw new Error('nothing to look for');
  return made;
}
const find = (text: string, range = EVERYWHERE) =>
  runAtOnce(findCells(table, pattern(text), [range])).map(({ row, col }) => `${row} ${COLUMNS[col]?.key}`);

describe('findCells', () => {
  it('goes row by row, headings too', () => {
    expect(find('种植')).toEqual(['1 name', '2 name', '2 unit']);
  });

  it('finds amounts with and without separators, but no 序号', () => {
    expect(find('1234.5')).toContain('2 total');
    expect(find('1,234')).toContain('2 total');
    expect(find('2').every((hit) => !hit.endsWith('#'))).toBe(true);
  });

  it('stays inside its ranges', () => {
    const unit = columnIndex('unit');
    expect(find('种植', { ...EVERYWHERE, left: unit, right: unit })).toEqual(['2 unit']);
    expect(find('种植', { ...EVERYWHERE, bottom: 1 })).toEqual(['1 name']);
  });
});

describe('replaceIn', () => {
  const same = (_: unknown, text: string): string => text;
  const hits = (text: string) => runAtOnce(findCells(table, pattern(text), [EVERYWHERE]));

  it('changes projects and leaves headings', () => {
    const replaced = replaceIn(table, hits('种植'), pattern('种植'), '养殖', same);
    expect(replaced.edits).toEqual([
      { id: '1', column: 'name', text: '养殖园' },
      { id: '1', column: 'unit', text: '养殖办' },
    ]);
    expect(replaced.kept).toBe(1);
  });

  it('changes amounts as they are typed', () => {
    const replaced = replaceIn(table, hits('34'), pattern('34'), '5', same);
    expect(replaced.edits).toEqual([
      { id: '1', column: 'total', text: '125.5' },
      { id: '2', column: 'total', text: '5' },
    ]);
  });

  it('sends nothing where nothing changes', () => {
    expect(replaceIn(table, hits('种植'), pattern('种植'), '种植', same).edits).toEqual([]);
  });
});

describe('nextHit', () => {
  const hits = [
    { row: 1, col: 1 },
    { row: 2, col: 3 },
    { row: 5, col: 1 },
  ];
  it.each([
    ['behind the cursor', { row: 1, col: 1 }, 1, 1],
    ['around the end', { row: 5, col: 1 }, 1, 0],
    ['before it', { row: 2, col: 1 }, -1, 0],
    ['around the beginning', { row: 1, col: 1 }, -1, 2],
    ['from nowhere', undefined, 1, 0],
  ] as const)('%s', (_, from, by, expected) => expect(nextHit(hits, from, by)).toBe(expected));

  it('is none without hits', () => expect(nextHit([], { row: 0, col: 0 }, 1)).toBe(-1));
});
