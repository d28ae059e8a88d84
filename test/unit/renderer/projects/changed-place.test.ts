// What an undo selects in the 项目表.
import { describe, expect, it } from 'vitest';
import { makeCellReader } from '#renderer/features/projects/cell-text.ts';
import { changedPlace } from '#renderer/features/projects/changed-place.ts';
import { buildRows } from '#renderer/features/projects/rows.ts';
import { rangesOf } from '#renderer/features/projects/selection.ts';
import { makeTotaller } from '#renderer/features/projects/totals.ts';
import { categoryTree } from '#shared/domain/categories.ts';
import type { Project } from '#shared/domain/project.ts';
import { COLUMNS, columnIndex, project, REFERENCE } from './fixture.ts';

const before = [project('1', 'a1', '1'), project('2', 'a1', '2'), project('3', 'b1', '3')];
const tree = categoryTree(REFERENCE, 's');

function place(ids: string[], after: readonly Project[], collapsed: string[] = []) {
  const all = makeTotaller(tree, REFERENCE)(after);
  // Rows: 0 a, 1 a1, 2 and 3 projects 1 and 2, 4 b, 5 b1, 6 project 3.
  const rows = buildRows(
    { tree, all, shown: all, collapsed: new Set(collapsed), showEmpty: false, sorted: null },
    null,
  );
  const reader = makeCellReader(REFERENCE, '万元');
  return changedPlace(new Set(ids), before, after, { rows, columns: COLUMNS, reader, firstCol: 1 });
}

describe('changedPlace', () => {
  const total = columnIndex('total');

  it('selects the cells whose text differs, rows one below the other as one range', () => {
    const after = before.map((item) => ({ ...item, amounts: { ...item.amounts, total: null } }));
    const { selection, hidden } = place(['1', '2', '3'], after);
    expect(hidden).toEqual([]);
    expect(selection && rangesOf(selection)).toEqual([
      { top: 2, bottom: 3, left: total, right: total },
      { top: 6, bottom: 6, left: total, right: total },
    ]);
    expect(selection?.active).toEqual({ row: 2, col: total });
  });

  it('selects the whole row of a project that came back', () => {
    const { selection } = place(['4'], [...before, project('4', 'b1', '9')]);
    expect(selection && rangesOf(selection)).toEqual([{ top: 7, bottom: 7, left: 1, right: COLUMNS.length - 1 }]);
  });

  it('names what is hidden, and nothing of what is gone', () => {
    expect(place(['3'], before, ['heading:b'])).toEqual({ selection: null, hidden: ['3'] });
    expect(place(['3'], before.slice(0, 2))).toEqual({ selection: null, hidden: [] });
  });
});
