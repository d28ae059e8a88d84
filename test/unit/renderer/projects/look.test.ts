// Views, columns and the outline of the 项目表.
import { describe, expect, it } from 'vitest';
import { makeCellReader } from '#renderer/features/projects/cell-text.ts';
import { gridColumns } from '#renderer/features/projects/grid-columns.ts';
import {
  layoutOf,
  removeView,
  resetView,
  START_LOOK,
  saveView,
  shownKeys,
  viewName,
  withColumns,
  withLayout,
} from '#renderer/features/projects/layout/look.ts';
import {
  foldToLevel,
  headingsAbove,
  levelOf,
  outlineLevels,
  toggleHeading,
} from '#renderer/features/projects/layout/outline.ts';
import { countLines, ROW_HEIGHT, wrappedHeight } from '#renderer/features/projects/layout/row-height.ts';
import { columnsOfView, VIEWS } from '#renderer/features/projects/layout/views.ts';
import { headingId } from '#renderer/state/heading-id.ts';
import { categoryTree } from '#shared/domain/categories.ts';
import { ALL_COLUMNS, PLAN, project, REFERENCE } from './fixture.ts';

const keysOf = (look = START_LOOK) => shownKeys(look, PLAN, REFERENCE);

describe('views', () => {
  it.each(VIEWS.map(({ id }) => id))('%s shows 名称 first and no column twice', (id) => {
    const keys = columnsOfView(id, PLAN, REFERENCE).map(({ key }) => key);
    expect(keys[0]).toBe('name');
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.length).toBeGreaterThan(5);
  });

  it('spreads out sources and years', () => {
    expect(columnsOfView('money', PLAN, REFERENCE).map(({ key }) => key)).toEqual([
      'name',
      'period',
      'total',
      'source:fiscal',
      'source:other',
      'year:2021',
      'year:2022',
      'subsidyStandard',
      'documentNumber',
    ]);
  });

  it('saves what is shown under a name, leaves the built-in view as it was, and takes it away again', () => {
    const changed = withLayout(START_LOOK, { columns: ['name', 'total'], widths: { total: 200 } });
    const saved = saveView(changed, '村级核对', keysOf(changed));
    expect(keysOf(saved)).toEqual(['name', 'total']);
    expect(layoutOf(saved).widths).toEqual({ total: 200 });
    expect(viewName(saved, saved.view)).toBe('村级核对');
    expect(keysOf({ ...saved, view: 'annex' })).toEqual(keysOf());
    expect(resetView(saved)).toBe(saved);
    const again = saveView(withLayout(saved, { columns: ['name', 'unit'] }), '村级核对', ['name', 'unit']);
    expect(again.own).toHaveLength(1);
    expect(removeView(again, again.view)).toMatchObject({ view: 'annex', own: [] });
  });

  it('goes back to the view as the program has it', () => {
    expect(keysOf(resetView(withLayout(START_LOOK, { columns: ['name'] })))).toEqual(keysOf());
  });
});

describe('columns', () => {
  it('keeps 名称 first and leaves out what the plan does not have', () => {
    expect(keysOf(withLayout(START_LOOK, { columns: ['total', 'year:2030', 'name', 'unit'] }))).toEqual([
      'name',
      'total',
      'unit',
    ]);
  });

  it('puts a newly shown column to its place', () => {
    const all = ALL_COLUMNS.map(({ key }) => key);
    expect(withColumns(['name', 'unit', 'total'], all, new Set(['name', 'unit', 'total', 'nature']))).toEqual([
      'name',
      'nature',
      'unit',
      'total',
    ]);
    expect(withColumns(['name', 'unit', 'total'], all, new Set(['name', 'total']))).toEqual(['name', 'total']);
  });

  it('takes width and frozen columns from the layout', () => {
    const columns = gridColumns(PLAN, REFERENCE, ['name', 'total', 'unit'], { widths: { total: 12 }, frozen: 3 });
    expect(columns.map(({ key, pinned }) => [key, pinned])).toEqual([
      ['#', true],
      ['name', true],
      ['total', true],
      ['unit', false],
    ]);
    expect(columns[2]?.width).toBe(40);
  });
});

describe('the outline', () => {
  const tree = categoryTree(REFERENCE, 's');
  const ids = (...names: string[]) => names.map((name) => headingId(name));

  it('folds to a level and tells the level that is shown', () => {
    expect(outlineLevels(tree)).toBe(3);
    expect(foldToLevel(tree, 3)).toEqual([]);
    expect(foldToLevel(tree, 2)).toEqual([...ids('a1', 'a2', 'b1'), headingId(null)]);
    for (const level of [1, 2, 3]) expect(levelOf(tree, new Set(foldToLevel(tree, level)))).toBe(level);
    expect(levelOf(tree, new Set(ids('a')))).toBeNull();
  });

  it('folds one heading and unfolds it', () => {
    expect(toggleHeading(toggleHeading([], 'x'), 'y')).toEqual(['x', 'y']);
    expect(toggleHeading(['x', 'y'], 'x')).toEqual(['y']);
  });

  it('names the headings above one', () => {
    expect(headingsAbove(tree, headingId('a2'))).toEqual(ids('a', 'a2'));
    expect(headingsAbove(tree, headingId(null))).toEqual([headingId(null)]);
  });
});

describe('wrapped rows', () => {
  it('count lines by the width of signs, line breaks too', () => {
    expect(countLines('', 100)).toBe(1);
    expect(countLines('一二三四', 52)).toBe(1);
    expect(countLines('一二三四五', 52)).toBe(2);
    expect(countLines('abcdefg', 52)).toBe(1);
    expect(countLines('一\n二\n三', 52)).toBe(3);
  });

  it('are as high as their longest text; headings stay on one line', () => {
    const columns = gridColumns(PLAN, REFERENCE, ['name', 'content'], { widths: { content: 66 } });
    const reader = makeCellReader(REFERENCE);
    const row = (content: string) => {
      const item = project('1', 'a1', null, { content });
      return { kind: 'project', id: '1', number: 1, project: item } as const;
    };
    expect(wrappedHeight(row('短'), columns, reader)).toBe(ROW_HEIGHT);
    expect(wrappedHeight(row('一二三四五六七八九'), columns, reader)).toBe(68);
    expect(wrappedHeight(row('一'.repeat(999)), columns, reader)).toBe(328);
  });
});
