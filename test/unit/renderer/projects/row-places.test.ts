// Where rows of the 项目表 may go, and what 批量填写 would change.
import { describe, expect, it } from 'vitest';
import { makeCellReader } from '#renderer/features/projects/cell-text.ts';
import { moveKey } from '#renderer/features/projects/layout/look.ts';
import { headingsAbove } from '#renderer/features/projects/layout/outline.ts';
import { planFillColumn } from '#renderer/features/projects/rows/fill-column.ts';
import { meantProjects, placeAt, stepPlace } from '#renderer/features/projects/rows/row-places.ts';
import { buildRows } from '#renderer/features/projects/rows.ts';
import { makeTotaller } from '#renderer/features/projects/totals.ts';
import { headingId } from '#renderer/state/heading-id.ts';
import { categoryTree } from '#shared/domain/categories.ts';
import { ALL_COLUMNS, column, project, REFERENCE } from './fixture.ts';

const tree = categoryTree(REFERENCE, 's');
const projects = [
  project('1', 'a1', '1', { nature: '新建' }),
  project('2', 'a1', '2', { nature: '续建' }),
  project('3', 'b1', null),
  project('4', null, '4'),
];
const all = makeTotaller(tree, REFERENCE)(projects);
const rowsWith = (collapsed: string[] = []) =>
  buildRows({ tree, all, shown: all, collapsed: new Set(collapsed), showEmpty: true, sorted: null }, null);
const rows = rowsWith();
const at = (id: string, after: boolean, from = rows) =>
  placeAt(
    from,
    from.rows.findIndex((row) => row.id === id),
    after,
  );

describe('placeAt', () => {
  it.each([
    ['before a project', '2', false, { beforeId: '2' }],
    ['behind a project', '2', true, { afterId: '2' }],
    ['behind a heading: its first', headingId('a1'), true, { beforeId: '1' }],
    ['behind an empty heading', headingId('a2'), true, { endOf: 'a2' }],
    ['before a heading: behind what stands above it', headingId('a2'), false, { afterId: '2' }],
    ['behind 未分类', headingId(null), true, { beforeId: '4' }],
  ] as const)('%s', (_, id, after, place) => expect(at(id, after)).toEqual(place));

  it('puts projects at the end of a folded heading, and nowhere above the first', () => {
    expect(at(headingId('a1'), true, rowsWith([headingId('a1')]))).toEqual({ endOf: 'a1' });
    expect(placeAt(rows, 0, false)).toBeNull();
    expect(placeAt(rows, 99, false)).toBeNull();
  });
});

it('a selected heading means all the projects beneath it', () => {
  const above = (categoryId: string | null) => headingsAbove(tree, headingId(categoryId));
  const meant = (...ids: string[]) =>
    meantProjects(
      rows.rows.filter((row) => ids.includes(row.id)),
      projects,
      above,
    ).map(({ id }) => id);
  expect(meant(headingId('a'), '3')).toEqual(['1', '2', '3']);
  expect(meant(headingId(null))).toEqual(['4']);
  expect(meant('2')).toEqual(['2']);
});

it('rows go one step up or down and stop at the edge of their heading', () => {
  const step = (ids: string[], way: 'up' | 'down') => stepPlace(projects.slice(0, 2), new Set(ids), way);
  expect(step(['2'], 'up')).toEqual({ beforeId: '1' });
  expect(step(['1'], 'down')).toEqual({ afterId: '2' });
  expect(step(['1'], 'up')).toBeNull();
  expect(step(['1', '2'], 'down')).toBeNull();
});

it('columns go before or behind another one', () => {
  expect(moveKey(['a', 'b', 'c'], 'c', 'a', false)).toEqual(['c', 'a', 'b']);
  expect(moveKey(['a', 'b', 'c'], 'a', 'b', true)).toEqual(['b', 'a', 'c']);
  expect(moveKey(['a', 'b'], 'a', 'a', true)).toEqual(['a', 'b']);
});

describe('planFillColumn', () => {
  const reader = makeCellReader(REFERENCE);
  it('counts what changes, what is overwritten and what is so already', () => {
    const plan = planFillColumn(projects, column('nature'), ' 新建 ', false, reader);
    expect(plan).toMatchObject({ overwritten: 1, same: 1, kept: 0 });
    expect(plan.edits.map(({ id, text }) => id + text)).toEqual(['2新建', '3新建', '4新建']);
  });
  it('leaves filled cells alone, knows categories by their id, and clears', () => {
    expect(planFillColumn(projects, column('nature'), '新建', true, reader)).toMatchObject({ same: 1, kept: 1 });
    const category = ALL_COLUMNS.find(({ kind }) => kind === 'category');
    if (!category) throw new Error('no category');
    const toA1 = planFillColumn(projects, { ...column('nature'), ...category, column: category }, 'a1', false, reader);
    expect(toA1.edits.map(({ id }) => id)).toEqual(['3', '4']);
    expect(planFillColumn(projects, column('total'), '', false, reader).edits).toHaveLength(3);
  });
});
