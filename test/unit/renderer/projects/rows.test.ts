// The rows of the 项目表: headings in the plan's order with exact subtotals, and rows that keep their identity.
import { describe, expect, it } from 'vitest';
import { headingText } from '#renderer/features/projects/cell-text.ts';
import { buildRows, type GridRow, type RowInput } from '#renderer/features/projects/rows.ts';
import { makeTotaller } from '#renderer/features/projects/totals.ts';
import { headingId } from '#renderer/state/heading-id.ts';
import { categoryTree } from '#shared/domain/categories.ts';
import { wanText } from '#shared/values/money.ts';
import { project, REFERENCE } from './fixture.ts';

const tree = categoryTree(REFERENCE, 's');
const projects = [
  project('1', 'a1', '10.5'),
  project('2', 'b1', '100'),
  project('3', 'a1', '0.000001'),
  project('4', 'a2', null),
  project('5', null, '7'),
];

function input(change: Partial<RowInput> = {}): RowInput {
  const all = makeTotaller(tree, REFERENCE)(projects);
  return { tree, all, shown: all, collapsed: new Set(), showEmpty: false, sorted: null, ...change };
}

function show(row: GridRow): string {
  return row.kind === 'project'
    ? `${row.number} ${row.project.name}`
    : `${'-'.repeat(row.kind === 'heading' ? row.depth + 1 : 0)}${headingText(row)} ${wanText(row.rollup.total)}`;
}

describe('buildRows', () => {
  it('puts projects under their headings in the order of the plan, 未分类 last, with exact subtotals', () => {
    const { total, rows } = buildRows(input(), null);
    expect(show(total)).toBe('合计（5个） 117.500001');
    expect(rows.map(show)).toEqual([
      '-一、产业（3个） 10.500001',
      '--（一）种植业（2个） 10.500001',
      '1 项目1',
      '2 项目3',
      '--（二）养殖业（1个） 0',
      '1 项目4',
      '-二、基础设施（1个） 100',
      '--（一）道路（1个） 100',
      '1 项目2',
      '-未分类（1个） 7',
      '1 项目5',
    ]);
  });

  it('hides what stands under a folded heading', () => {
    const { rows } = buildRows(input({ collapsed: new Set([headingId('a')]) }), null);
    expect(rows.slice(0, 2).map(show)).toEqual(['-一、产业（3个） 10.500001', '-二、基础设施（1个） 100']);
  });

  it('shows empty categories only on demand', () => {
    const none = makeTotaller(tree, REFERENCE)([]);
    expect(buildRows(input({ all: none, shown: none }), null).rows).toEqual([]);
    const rows = buildRows(input({ all: none, shown: none, showEmpty: true }), null).rows;
    expect(rows.map(show)).toEqual([
      '-一、产业（0个） 0',
      '--（一）种植业（0个） 0',
      '--（二）养殖业（0个） 0',
      '-二、基础设施（0个） 0',
      '--（一）道路（0个） 0',
    ]);
  });

  it('gives subtotals of the shown projects while filtered, with the whole number beside them', () => {
    const shown = makeTotaller(tree, REFERENCE)(projects.slice(2, 3));
    const { total, rows } = buildRows(input({ shown }), null);
    expect(show(total)).toBe('合计（筛选后）（1/5个） 0.000001');
    expect(rows.map(show)).toEqual(['-一、产业（1/3个） 0.000001', '--（一）种植业（1/2个） 0.000001', '2 项目3']);
  });

  it('sorts as one list without headings, or beneath each heading; 序号 stays that of the plan', () => {
    const sort = (list: readonly (typeof projects)[number][]) => [...list].reverse();
    const whole = buildRows(input({ sorted: { mode: 'whole', sort } }), null);
    expect(whole.rows.map(show)).toEqual(['1 项目5', '1 项目2', '1 项目4', '2 项目3', '1 项目1']);
    const within = buildRows(input({ sorted: { mode: 'within', sort } }), null);
    expect(within.rows.slice(0, 4).map(show)).toEqual([
      '-一、产业（3个） 10.500001',
      '--（一）种植业（2个） 10.500001',
      '2 项目3',
      '1 项目1',
    ]);
  });

  it('keeps the objects of rows that did not change, so that an edit redraws only its own rows', () => {
    const totaller = makeTotaller(tree, REFERENCE);
    const all = totaller(projects);
    const before = buildRows(input({ all, shown: all }), null);
    const edited = projects.map((item) => (item.id === '2' ? project('2', 'b1', '101') : item));
    const next = totaller(edited);
    const after = buildRows(input({ all: next, shown: next }), before);
    const changed = after.rows.filter((row, index) => row !== before.rows[index]).map((row) => row.id);
    expect(changed).toEqual([headingId('b'), headingId('b1'), '2']);
    expect(after.total).not.toBe(before.total);
    expect(wanText(after.total.rollup.total)).toBe('118.500001');
  });

  it('shows projects whose category is unknown to the scheme as 未分类 instead of losing them', () => {
    const all = makeTotaller(tree, REFERENCE)([project('x', 'city:7', '3')]);
    expect(buildRows(input({ all, shown: all }), null).rows.map(show)).toEqual(['-未分类（1个） 3', '1 项目x']);
  });
});
