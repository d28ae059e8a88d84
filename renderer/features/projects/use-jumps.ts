// 定位: goes to a cell that another screen names, makes it visible whatever is filtered or folded, and lets it flash.
import { type RefObject, useEffect } from 'react';
import { columnsOf } from '#shared/domain/fields.ts';
import { useSession } from '../../session.ts';
import { headingId } from '../../state/heading-id.ts';
import { useStore } from '../../ui/store.ts';
import { NUMBER_KEY } from './grid-columns.ts';
import type { GridData, GridState } from './grid-state.ts';
import type { GridView } from './grid-view.ts';
import { withColumns, withLayout } from './layout/look.ts';
import { headingsAbove } from './layout/outline.ts';
import type { ChangeLook } from './layout/use-look.ts';
import { selectSpan } from './selection.ts';

const FLASH_MS = 2200;
const WAIT_MS = 3000;

export function useJumps(props: {
  grid: GridState;
  data: GridData | null;
  viewRef: RefObject<GridView | null>;
  flashing: RefObject<{ rowId: string; key: string } | null>;
  changeLook: ChangeLook;
  clearFilters: () => void;
  unsort: () => void;
  isShown: boolean;
}): void {
  const { grid, data, viewRef, flashing, changeLook, clearFilters, unsort, isShown } = props;
  const { nav } = useSession();
  const target = useStore(nav, (state) => state.target);
  useEffect(() => {
    if (!target || !data || !isShown || !viewRef.current) return;
    const isHeading = target.rowId.startsWith(headingId(null));
    const project = data.projects.find((candidate) => candidate.id === target.rowId);
    if (!isHeading && !project) {
      // One that was just added comes with the next change event; one that is gone is forgotten.
      const timer = setTimeout(() => nav.set({ target: null }), WAIT_MS);
      return () => clearTimeout(timer);
    }
    const key = target.columnKey ?? 'name';
    const column = grid.indexOfColumn(key);
    if (column === -1 && key !== 'name') {
      const all = columnsOf(data.plan, data.reference).map((candidate) => candidate.key);
      if (!all.includes(key)) nav.set({ target: { ...target, columnKey: 'name' } });
      else {
        const shown = data.columns.map((candidate) => candidate.key).filter((candidate) => candidate !== NUMBER_KEY);
        changeLook((look) => withLayout(look, { columns: withColumns(shown, all, new Set([...shown, key])) }));
      }
      return;
    }
    const row = data.rows.rows.findIndex((candidate) => candidate.id === target.rowId);
    if (row === -1) {
      const above = headingsAbove(data.tree, isHeading ? target.rowId : headingId(project?.categoryId ?? null));
      const folded = data.rows.rows.some((row) => row.kind === 'heading' && row.collapsed && above.includes(row.id));
      if (folded) {
        changeLook((look) => ({ ...look, collapsed: look.collapsed.filter((id) => !above.includes(id)) }));
      } else if (data.rows.total.of !== null) clearFilters();
      else if (!data.isInPlanOrder) unsort();
      else nav.set({ target: null });
      return;
    }
    nav.set({ target: null });
    // One frame later the grid has drawn the rows that this effect may have brought back.
    requestAnimationFrame(() => {
      const view = viewRef.current;
      if (!view) return;
      const cell = { row, col: grid.indexOfColumn(key) };
      grid.select(cell);
      const last = target.toRowId === undefined ? -1 : grid.indexOfRow(target.toRowId);
      if (last > row) grid.setSelection(selectSpan(cell, { ...cell, row: last }));
      if (target.isCalm) return;
      view.api.ensureIndexVisible(row, 'middle');
      flashing.current = { rowId: target.rowId, key };
      view.redraw([target.rowId]);
      setTimeout(() => {
        flashing.current = null;
        viewRef.current?.redraw([target.rowId]);
      }, FLASH_MS);
    });
  }, [target, data, isShown, viewRef, nav, grid, changeLook, clearFilters, unsort, flashing]);
}
