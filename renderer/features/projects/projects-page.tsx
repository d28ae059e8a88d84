// 项目表: the list of projects as a spreadsheet.
import { Button, Empty, Spin } from 'antd';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useSession } from '../../session.ts';
import { createStore, useStore } from '../../ui/store.ts';
import type { CellEditor, ListState } from './cell-editor.ts';
import { ContextMenu } from './context-menu.tsx';
import { createEditSender } from './edits.ts';
import { FilterBar } from './filter-bar.tsx';
import { isFiltering, NO_FILTER } from './filters.ts';
import { FindBar } from './find-bar.tsx';
import { createGridState, type GridData } from './grid-state.ts';
import { GridSurface } from './grid-surface.tsx';
import type { GridView } from './grid-view.ts';
import { PasteDialog } from './paste-dialog.tsx';
import { ProjectToolbar } from './project-toolbar.tsx';
import { type GridSettings, useGridData } from './use-grid-data.ts';
import { useGridHandle } from './use-grid-handle.ts';
import { useJumps } from './use-jumps.ts';
import './projects.css';

const START: GridSettings = {
  filter: NO_FILTER,
  sorting: null,
  collapsed: new Set(),
  showEmpty: false,
  extra: new Set(),
};

export function ProjectsPage({ isShown }: { isShown: boolean }) {
  const session = useSession();
  const { nav, shown } = session;
  const [settings, setSettings] = useState<GridSettings>(START);
  const [isFilterOpen, setFilterOpen] = useState(false);
  const [isFindOpen, setFindOpen] = useState(false);
  const [menu, setMenu] = useState<{ x: number; y: number } | null>(null);
  const data = useGridData(settings);

  const dataRef = useRef<GridData>(null as unknown as GridData);
  if (data && dataRef.current === null) dataRef.current = data;
  const viewRef = useRef<GridView | null>(null);
  const editorRef = useRef<CellEditor | null>(null);
  const inputRef = useRef<HTMLTextAreaElement | null>(null);
  const flashing = useRef<{ rowId: string; key: string } | null>(null);
  const grid = useMemo(
    () =>
      createGridState(
        () => dataRef.current,
        () => viewRef.current,
      ),
    [],
  );
  const sender = useMemo(() => createEditSender(session, grid), [session, grid]);
  const list = useMemo(() => createStore<ListState>({ typed: '', highlighted: -1, open: false }), []);
  const change = useCallback((part: Partial<GridSettings>) => setSettings((before) => ({ ...before, ...part })), []);

  const search = useStore(nav, (state) => state.search);
  const only = useStore(nav, (state) => state.only);
  const filtered = isFiltering(settings.filter) || search !== '' || only !== null;
  const rowCount = data ? data.rows.total.rollup.count : 0;
  useEffect(() => shown.set({ shown: rowCount, filtered }), [shown, rowCount, filtered]);

  const clearFilters = useCallback(() => {
    change({ filter: NO_FILTER });
    nav.set({ search: '', only: null });
  }, [change, nav]);
  const toggle = useCallback(
    (id: string) =>
      setSettings((before) => {
        const collapsed = new Set(before.collapsed);
        if (!collapsed.delete(id)) collapsed.add(id);
        return { ...before, collapsed };
      }),
    [],
  );
  const sort = useCallback((sorting: GridSettings['sorting']) => change({ sorting }), [change]);
  const unsort = useCallback(() => {
    viewRef.current?.api.applyColumnState({ defaultState: { sort: null } });
    change({ sorting: null });
  }, [change]);

  useGridHandle({ grid, editorRef, inputRef, dataRef, settings, change, setFilterOpen, setFindOpen, clearFilters });
  useJumps({ grid, data, viewRef, flashing, settings, change, clearFilters, unsort, isShown });

  const isReady = data !== null;
  useEffect(() => {
    if (!isShown || !isReady) return;
    inputRef.current?.focus({ preventScroll: true });
    // The keyboard has somewhere to start from.
    const first = dataRef.current.rows.rows.findIndex((row) => row.kind === 'project');
    if (grid.ui.get().selection === null && first !== -1) {
      const cell = { row: first, col: 1 };
      grid.selectRange(cell, cell);
    }
  }, [isShown, isReady, grid]);

  if (!data) return <Spin className="xj-page-spin" description="正在读取项目表" />;
  const isEmpty = data.projects.length === 0;
  return (
    <div className="xj-projects" data-testid="page-projects">
      <ProjectToolbar
        data={data}
        settings={settings}
        change={change}
        isFilterOpen={isFilterOpen}
        setFilterOpen={setFilterOpen}
      />
      {isFilterOpen && <FilterBar data={data} filter={settings.filter} change={(filter) => change({ filter })} />}
      {isFindOpen && <FindBar grid={grid} data={data} close={() => setFindOpen(false)} />}
      <Notices
        filtered={filtered}
        sorted={settings.sorting !== null}
        onClear={clearFilters}
        onUnsort={unsort}
        data={data}
      />
      {isEmpty && <EmptyList />}
      <GridSurface
        data={data}
        grid={grid}
        sender={sender}
        list={list}
        viewRef={viewRef}
        dataRef={dataRef}
        editorRef={editorRef}
        inputRef={inputRef}
        flashing={flashing}
        onSort={sort}
        onToggle={toggle}
        onCard={(cardId) => nav.set({ cardId })}
        onMenu={setMenu}
      />
      <ContextMenu at={menu} close={() => setMenu(null)} />
      <PasteDialog sender={sender} grid={grid} />
    </div>
  );
}

/** Says why the table does not look as usual, and how to get back. */
function Notices(props: {
  filtered: boolean;
  sorted: boolean;
  onClear: () => void;
  onUnsort: () => void;
  data: GridData;
}) {
  const { filtered, sorted, onClear, onUnsort, data } = props;
  const only = useStore(useSession().nav, (state) => state.only);
  if (!filtered && !sorted) return null;
  const { total } = data.rows;
  return (
    <div className="xj-notices">
      {filtered && (
        <span data-testid="filter-note">
          {only ? `${only.title}：` : '已筛选：'}显示 {total.rollup.count} / {total.of ?? total.rollup.count}{' '}
          个项目，标题行和合计是筛选后小计。
          <Button type="link" size="small" onClick={onClear} data-testid="clear-filters">
            清除筛选
          </Button>
        </span>
      )}
      {sorted && (
        <span data-testid="sort-note">
          正在按列排序，标题行已隐藏。
          <Button type="link" size="small" onClick={onUnsort} data-testid="clear-sort">
            恢复规划次序
          </Button>
        </span>
      )}
    </div>
  );
}

function EmptyList() {
  const { nav, grid } = useSession();
  return (
    <div className="xj-empty-list">
      <Empty description="还没有项目。可以导入各单位报来的电子表格，也可以直接添加。">
        <Button type="primary" onClick={() => nav.set({ page: 'import' })}>
          导入电子表格
        </Button>{' '}
        <Button onClick={() => grid.current?.addRow()}>添加项目</Button>
      </Empty>
    </div>
  );
}
