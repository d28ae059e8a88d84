// What menus and keys do to the look of the 项目表; "this column" and "this heading" are those under the cursor.
import type { Session } from '../../../session.ts';
import type { LookActions } from '../../../state/grid-handle.ts';
import { headingId } from '../../../state/heading-id.ts';
import { type Filters, NO_FILTERS, withFilter } from '../filters/filter.ts';
import { type Sorting, withSort } from '../filters/sorting.ts';
import { type GridColumn, NUMBER_KEY } from '../grid-columns.ts';
import type { GridState } from '../grid-state.ts';
import type { GridRow } from '../rows.ts';
import { layoutOf, USUAL_FROZEN, withLayout } from './look.ts';
import { foldToLevel, headingsAbove, outlineLevels, toggleHeading } from './outline.ts';
import type { ChangeLook } from './use-look.ts';

export interface LookSetters {
  setFilters: (change: (filters: Filters) => Filters) => void;
  setSorting: (change: (sorting: Sorting) => Sorting) => void;
  changeLook: ChangeLook;
  openColumnMenu: (key: string) => void;
}

export function makeLookActions(session: Session, grid: GridState, setters: LookSetters): LookActions {
  const { setFilters, setSorting, changeLook, openColumnMenu } = setters;
  const here = (): { row: GridRow | undefined; column: GridColumn | undefined } => {
    const at = grid.ui.get().selection?.active;
    return { row: at ? grid.row(at.row) : undefined, column: at ? grid.column(at.col) : undefined };
  };
  const keyHere = (): string | null => {
    const { column } = here();
    if (column?.column) return column.key;
    session.messenger.current.warn('请先选中要处理的列中的一个单元格。');
    return null;
  };
  const shownKeys = (): string[] =>
    grid
      .data()
      .columns.map(({ key }) => key)
      .filter((key) => key !== NUMBER_KEY);

  return {
    filterColumn: () => {
      const key = keyHere();
      if (key !== null) openColumnMenu(key);
    },
    filterByValue: () => {
      const key = keyHere();
      const { row } = here();
      const subject = key === null ? undefined : grid.data().subjects.get(key);
      if (key === null || !subject) return;
      if (row?.kind !== 'project') return session.messenger.current.warn('请先选中一个项目的单元格。');
      const values = subject.valuesOf(row.project);
      setFilters((filters) => withFilter(filters, key, { kind: 'values', values }));
    },
    clearFilters: () => {
      setFilters(() => NO_FILTERS);
      session.nav.set({ search: '', only: null });
    },
    sort: (direction) => {
      const key = keyHere();
      if (key !== null) setSorting((sorting) => withSort(sorting, key, direction, false));
    },
    unsort: () => setSorting(() => []),
    fold: (folded) => {
      const { row } = here();
      if (!row || row.kind === 'total') return;
      const { tree, rows } = grid.data();
      const own = row.kind === 'heading' ? row.id : headingId(row.project.categoryId);
      const path = headingsAbove(tree, own);
      // A heading that is folded already passes the key on to the one above it.
      const shown = path.findLast((id) =>
        rows.rows.some((item) => item.id === id && item.kind === 'heading' && item.collapsed !== folded),
      );
      if (shown === undefined) return;
      changeLook((look) => ({ ...look, collapsed: toggleHeading(look.collapsed, shown) }));
      if (folded) {
        const index = grid.indexOfRow(shown);
        if (index >= 0) grid.select({ row: index, col: grid.indexOfColumn('name') });
      }
    },
    foldToLevel: (level) =>
      changeLook({ collapsed: foldToLevel(grid.data().tree, Math.min(level, outlineLevels(grid.data().tree))) }),
    toggleHeading: (id) => changeLook((look) => ({ ...look, collapsed: toggleHeading(look.collapsed, id) })),
    toggleEmpty: () => changeLook((look) => ({ ...look, showEmpty: !look.showEmpty })),
    toggleWrap: () => changeLook((look) => ({ ...look, wrap: !look.wrap })),
    freeze: (chosen) => {
      const key = chosen ?? keyHere();
      if (key === null) return;
      const count = grid.indexOfColumn(key) + 1;
      changeLook((look) => {
        const frozen = (layoutOf(look).frozen ?? USUAL_FROZEN) === count ? USUAL_FROZEN : count;
        return withLayout(look, { frozen });
      });
    },
    hideColumn: (chosen) => {
      const key = chosen ?? keyHere();
      if (key === null) return;
      if (key === 'name') return session.messenger.current.warn('“项目类别及名称”列带着标题行，不能隐藏。');
      const columns = shownKeys().filter((other) => other !== key);
      changeLook((look) => withLayout(look, { columns }));
    },
  };
}
