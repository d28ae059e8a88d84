// 项目表: the list of projects as a spreadsheet.
import { Button, Empty, Spin } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useSession } from '../../session.ts';
import { createStore } from '../../ui/store.ts';
import type { CellEditor, ListState } from './cell-editor.ts';
import { createClipboard } from './clipboard/clipboard.ts';
import { PasteDialog } from './clipboard/paste-dialog.tsx';
import { ContextMenu } from './context-menu.tsx';
import { createEditSender } from './edits.ts';
import { createFiller } from './fill/filler.ts';
import { ColumnMenuAt, type OpenMenu } from './filters/column-menu-at.tsx';
import { withFilter } from './filters/filter.ts';
import { FilterBar } from './filters/filter-bar.tsx';
import { isFiltering } from './filters/match.ts';
import { useFilters } from './filters/use-filters.ts';
import { FindBar, type FindMode } from './find/find-bar.tsx';
import { NUMBER_KEY } from './grid-columns.ts';
import { createGridState, type GridData } from './grid-state.ts';
import { GridSurface } from './grid-surface.tsx';
import type { GridView } from './grid-view.ts';
import { layoutOf, withLayout } from './layout/look.ts';
import { makeLookActions } from './layout/look-actions.ts';
import { useLook } from './layout/use-look.ts';
import { ProjectToolbar } from './project-toolbar.tsx';
import { makeRowActions } from './rows/row-actions.ts';
import { NO_ROW_DIALOG, type RowDialogState, RowDialogs } from './rows/row-dialogs.tsx';
import { selectCell } from './selection.ts';
import { useChangedPlace } from './use-changed-place.ts';
import { useGridData } from './use-grid-data.ts';
import { useGridHandle } from './use-grid-handle.ts';
import { useGrips } from './use-grips.ts';
import { useJumps } from './use-jumps.ts';
import './projects.css';
import './filters/filters.css';
import './layout/layout.css';

export function ProjectsPage({ isShown }: { isShown: boolean }) {
  const session = useSession();
  const { nav, shown } = session;
  const { asked, setFilters, sorting, setSorting, unsort } = useFilters();
  const { look, isKnown, changeLook } = useLook();
  const [findMode, setFindMode] = useState<FindMode | null>(null);
  const [menu, setMenu] = useState<{ x: number; y: number } | null>(null);
  const [columnMenu, setColumnMenu] = useState<OpenMenu | null>(null);
  const data = useGridData(asked, sorting, look, isKnown);

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
  const clipboard = useMemo(() => createClipboard(session, grid, sender), [session, grid, sender]);
  const filler = useMemo(() => createFiller(grid, sender), [grid, sender]);
  const list = useMemo(() => createStore<ListState>({ typed: '', highlighted: -1, open: false }), []);
  const actions = useMemo(
    () =>
      makeLookActions(session, grid, {
        setFilters,
        setSorting,
        changeLook,
        openColumnMenu: (key) => {
          const at = viewRef.current?.headerElement(key)?.getBoundingClientRect();
          if (at) setColumnMenu({ key, at });
        },
      }),
    [session, grid, setFilters, setSorting, changeLook],
  );

  const filtered = isFiltering(asked);
  const rowCount = data ? data.rows.total.rollup.count : 0;
  useEffect(() => shown.set({ shown: rowCount, filtered }), [shown, rowCount, filtered]);

  const dialog = useMemo(() => createStore<RowDialogState>(NO_ROW_DIALOG), []);
  const rows = useMemo(() => makeRowActions(session, grid, dialog), [session, grid, dialog]);

  useGridHandle({ grid, clipboard, filler, editorRef, inputRef, look: actions, rows, setFindMode });
  useJumps({ grid, data, viewRef, flashing, changeLook, clearFilters: actions.clearFilters, unsort, isShown });

  useChangedPlace(grid, data, isShown);

  const isReady = data !== null;
  useEffect(() => {
    if (!isShown || !isReady) return;
    inputRef.current?.focus({ preventScroll: true });
    // The keyboard has somewhere to start from.
    const first = dataRef.current.rows.rows.findIndex((row) => row.kind === 'project');
    if (grid.ui.get().selection === null && first !== -1) {
      grid.setSelection(selectCell({ row: first, col: grid.extent().firstCol }));
    }
  }, [isShown, isReady, grid]);

  useGrips({ grid, viewRef, isReady, rows });

  if (!data) return <Spin className="xj-page-spin" description="正在读取项目表" />;
  const isEmpty = data.projects.length === 0;
  return (
    <div className="xj-projects" data-testid="page-projects">
      <ProjectToolbar
        data={data}
        look={look}
        changeLook={changeLook}
        filters={asked.filters}
        openFilter={(key, at) => setColumnMenu({ key, at })}
      />
      {findMode && <FindBar grid={grid} data={data} sender={sender} mode={findMode} setMode={setFindMode} />}
      <FilterBar
        data={data}
        filters={asked.filters}
        sorting={sorting}
        sortMode={look.sortMode}
        open={(key, at) => setColumnMenu({ key, at })}
        drop={(key) => setFilters((filters) => withFilter(filters, key, null))}
        clear={actions.clearFilters}
        setSortMode={(sortMode) => changeLook({ sortMode })}
        unsort={(key) => setSorting((before) => before.filter((sort) => key !== null && sort.key !== key))}
        arrange={data.readOnly === null ? () => void rows.arrange() : null}
      />
      {isEmpty && <EmptyList />}
      <GridSurface
        data={data}
        grid={grid}
        sender={sender}
        clipboard={clipboard}
        filler={filler}
        list={list}
        viewRef={viewRef}
        dataRef={dataRef}
        editorRef={editorRef}
        inputRef={inputRef}
        flashing={flashing}
        filters={asked.filters}
        sorting={sorting}
        onColumnMenu={(key, at) => setColumnMenu({ key, at })}
        onResize={(widths) =>
          changeLook((before) => withLayout(before, { widths: { ...layoutOf(before).widths, ...widths } }))
        }
        onMove={(keys, frozen) =>
          changeLook((before) => withLayout(before, { columns: keys.filter((key) => key !== NUMBER_KEY), frozen }))
        }
        onToggle={actions.toggleHeading}
        onCard={(cardId) => nav.set({ cardId })}
        onMenu={setMenu}
      />
      {columnMenu && (
        <ColumnMenuAt
          key={columnMenu.key}
          menu={columnMenu}
          data={data}
          asked={asked}
          sorting={sorting}
          setFilters={setFilters}
          setSorting={setSorting}
          actions={actions}
          fitColumn={(key) => viewRef.current?.fitColumn(key)}
          close={() => {
            setColumnMenu(null);
            inputRef.current?.focus({ preventScroll: true });
          }}
        />
      )}
      <ContextMenu at={menu} close={() => setMenu(null)} />
      <RowDialogs dialog={dialog} data={data} sender={sender} />
      <PasteDialog sender={sender} grid={grid} />
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
        <Button onClick={() => void grid.current?.rows.add('below')}>添加项目</Button>
      </Empty>
    </div>
  );
}
