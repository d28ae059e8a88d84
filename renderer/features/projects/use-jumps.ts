// 定位: goes to a cell that another screen names, makes it visible whatever is filtered or folded, and lets it flash.
import { type RefObject, useEffect } from 'react';
import { useSession } from '../../session.ts';
import { useStore } from '../../ui/store.ts';
import type { GridData, GridState } from './grid-state.ts';
import type { GridView } from './grid-view.ts';
import { headingId } from './rows.ts';
import type { GridSettings } from './use-grid-data.ts';

const FLASH_MS = 2200;
const WAIT_MS = 3000;

export function useJumps(props: {
  grid: GridState;
  data: GridData | null;
  viewRef: RefObject<GridView | null>;
  flashing: RefObject<{ rowId: string; key: string } | null>;
  settings: GridSettings;
  change: (part: Partial<GridSettings>) => void;
  clearFilters: () => void;
  unsort: () => void;
  isShown: boolean;
}): void {
  const { grid, data, viewRef, flashing, settings, change, clearFilters, unsort, isShown } = props;
  const { nav } = useSession();
  const target = useStore(nav, (state) => state.target);
  useEffect(() => {
    if (!target || !data || !isShown || !viewRef.current) return;
    const isHeading = target.rowId.startsWith(headingId(null));
    if (!isHeading && !data.projects.some((candidate) => candidate.id === target.rowId)) {
      // One that was just added comes with the next change event; one that is gone is forgotten.
      const timer = setTimeout(() => nav.set({ target: null }), WAIT_MS);
      return () => clearTimeout(timer);
    }
    const key = target.columnKey ?? 'name';
    const column = grid.indexOfColumn(key);
    if (column === -1 && key !== 'name') {
      if (!settings.extra.has(key)) change({ extra: new Set([...settings.extra, key]) });
      else nav.set({ target: { ...target, columnKey: 'name' } });
      return;
    }
    const row = data.rows.rows.findIndex((candidate) => candidate.id === target.rowId);
    if (row === -1) {
      if (data.rows.total.of !== null) clearFilters();
      else if (settings.collapsed.size > 0) change({ collapsed: new Set() });
      else if (settings.sorting) unsort();
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
      view.api.ensureIndexVisible(row, 'middle');
      flashing.current = { rowId: target.rowId, key };
      view.redraw([target.rowId]);
      setTimeout(() => {
        flashing.current = null;
        viewRef.current?.redraw([target.rowId]);
      }, FLASH_MS);
    });
  }, [target, data, isShown, viewRef, nav, grid, settings, change, clearFilters, unsort, flashing]);
}
