// Keeps the figures of the status bar true to the selection. Large selections are added up in slices.
import { useEffect } from 'react';
import type { SelectionSummary } from '../../session.ts';
import { runInSlices } from '../../ui/slices.ts';
import { useStore } from '../../ui/store.ts';
import type { GridData, GridState } from './grid-state.ts';
import { isSingle } from './selection.ts';
import { summarise } from './selection-summary.ts';

export function useSelectionSummary(
  data: GridData,
  grid: GridState,
  publish: (change: { selection: SelectionSummary | null }) => void,
): void {
  const selection = useStore(grid.ui, (state) => state.selection);
  useEffect(() => {
    if (!selection || isSingle(selection)) {
      publish({ selection: null });
      return;
    }
    let stop = (): void => {};
    // While a range is dragged only the one that stands when a frame is drawn is added up.
    const frame = requestAnimationFrame(() => {
      const work = summarise(data.rows, data.columns, selection, data.reader);
      stop = runInSlices(work, (summary) => publish({ selection: summary }));
    });
    return () => {
      cancelAnimationFrame(frame);
      stop();
    };
  }, [data, selection, publish]);
}
