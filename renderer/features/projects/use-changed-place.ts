// After 撤销 and 重做: selects what changed and scrolls to it, or says that a filter hides it.
import { useEffect } from 'react';
import { useSession } from '../../session.ts';
import { useStore } from '../../ui/store.ts';
import { changedPlace } from './changed-place.ts';
import type { GridData, GridState } from './grid-state.ts';

export function useChangedPlace(grid: GridState, data: GridData | null, isShown: boolean): void {
  const { nav, messenger } = useSession();
  const changed = useStore(nav, (state) => state.changed);
  useEffect(() => {
    if (!changed) return;
    if (!isShown) nav.set({ changed: null });
    // The list is patched a moment later.
    if (!isShown || !data || data.projects === changed.before) return;
    nav.set({ changed: null });
    const { firstCol } = grid.extent();
    const { selection, hidden } = changedPlace(changed.ids, changed.before, data.projects, { ...data, firstCol });
    if (selection) {
      grid.setSelection(selection);
      grid.show(selection.active);
    }
    const [first] = hidden;
    if (first === undefined) return;
    const text = `${selection ? '另有 ' : ''}${hidden.length} 个变动的项目被筛选或折叠隐藏，没有显示。`;
    const rowId = first;
    messenger.current.success(text, {
      label: '取消隐藏并查看',
      run: () => nav.set({ target: { rowId, columnKey: null, at: Date.now() } }),
    });
  }, [changed, data, isShown, grid, nav, messenger]);
}
