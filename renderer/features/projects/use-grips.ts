// Dragging projects of the 项目表 by their grips.
import { type RefObject, useEffect } from 'react';
import type { RowActions } from '../../state/grid-handle.ts';
import type { GridState } from './grid-state.ts';
import type { GridView } from './grid-view.ts';
import { listenToRowGrips } from './rows/drag-rows.ts';
import { selectedRows } from './selection.ts';

export function useGrips(props: {
  grid: GridState;
  viewRef: RefObject<GridView | null>;
  isReady: boolean;
  rows: RowActions;
}): void {
  const { grid, viewRef, isReady, rows } = props;
  useEffect(() => {
    const host = viewRef.current?.element;
    if (!isReady || !host) return;
    const selectedIds = (): string[] => {
      const { selection } = grid.ui.get();
      const selected = selection ? selectedRows(grid.data().rows, selection) : [];
      return selected.flatMap((row) => (row.kind === 'project' ? [row.id] : []));
    };
    return listenToRowGrips(host, grid, selectedIds, (ids, place) => void rows.moveBeside(ids, place));
  }, [grid, viewRef, isReady, rows]);
}
