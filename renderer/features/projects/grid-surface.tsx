// The grid on the screen with what floats over it: the text field under the cursor, its list, messages at a cell.
import { type RefObject, useEffect, useRef } from 'react';
import { useSession } from '../../session.ts';
import { type Store, useStore } from '../../ui/store.ts';
import { type CellEditor, createCellEditor, type ListState } from './cell-editor.ts';
import { lockedTip, longText, markOf, tooltipOf } from './cell-marks.ts';
import { CellBubble, OptionList, useCellBox } from './cell-overlays.tsx';
import type { Clipboard } from './clipboard/clipboard.ts';
import type { EditSender } from './edits.ts';
import type { Filler } from './fill/filler.ts';
import type { Filters } from './filters/filter.ts';
import type { Sorting } from './filters/sorting.ts';
import { carrySelection, type GridData, type GridState } from './grid-state.ts';
import { createGridView, type GridView } from './grid-view.ts';
import { ROW_HEIGHT, wrappedHeight } from './layout/row-height.ts';
import { listenToMouse } from './mouse.ts';
import { hitKey, paintActive, paintHits } from './paint.ts';
import { createSelectionLayer, type SelectionLayer } from './selection-layer.ts';
import { useSelectionSummary } from './use-selection-summary.ts';

export interface SurfaceProps {
  data: GridData;
  grid: GridState;
  sender: EditSender;
  clipboard: Clipboard;
  filler: Filler;
  list: Store<ListState>;
  viewRef: RefObject<GridView | null>;
  dataRef: RefObject<GridData>;
  editorRef: RefObject<CellEditor | null>;
  inputRef: RefObject<HTMLTextAreaElement | null>;
  flashing: RefObject<{ rowId: string; key: string } | null>;
  filters: Filters;
  sorting: Sorting;
  onColumnMenu: (key: string, at: DOMRect) => void;
  onResize: (widths: Readonly<Record<string, number>>) => void;
  onMove: (keys: readonly string[], frozen: number) => void;
  onToggle: (headingId: string) => void;
  onCard: (projectId: string) => void;
  onMenu: (at: { x: number; y: number }) => void;
}

export function GridSurface(props: SurfaceProps) {
  const { data, grid, sender, clipboard, filler, list, viewRef, dataRef, editorRef, inputRef, flashing } = props;
  const session = useSession();
  const host = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const handlers = useRef(props);
  handlers.current = props;

  useEffect(() => {
    const element = host.current;
    const input = inputRef.current;
    if (!element || !input) return;
    let layer: SelectionLayer | null = null;
    const relayout = (): void => grid.ui.set((before) => ({ layout: before.layout + 1 }));
    const view = createGridView(
      element,
      () => ({
        reader: dataRef.current.reader,
        markOf: (rowId, key) => markOf(dataRef.current, rowId, key),
        tooltipOf: (row, column) =>
          tooltipOf(dataRef.current, row.id, column.key) ||
          lockedTip(grid, row, column) ||
          longText(dataRef.current, row, column),
        heightOf: (row) => {
          const { wrap, columns, reader } = dataRef.current;
          return wrap ? wrappedHeight(row, columns, reader) : ROW_HEIGHT;
        },
        sortOf: (key) => {
          const { sorting } = handlers.current;
          const place = sorting.findIndex((sort) => sort.key === key);
          const sort = sorting[place];
          return sort ? { direction: sort.direction, place: place + 1, of: sorting.length } : null;
        },
        isFiltered: (key) => key in handlers.current.filters,
        open: (key, at) => handlers.current.onColumnMenu(key, at),
        isActive: (rowIndex, key) => {
          const active = grid.ui.get().selection?.active;
          return active?.row === rowIndex && active.col === grid.indexOfColumn(key);
        },
        isHit: (rowIndex, key) => {
          const { hits } = grid.ui.get();
          return hits.size > 0 && hits.has(hitKey(rowIndex, grid.indexOfColumn(key)));
        },
        isFlashing: (rowId, key) => flashing.current?.rowId === rowId && flashing.current.key === key,
      }),
      {
        onResize: (widths, done) => {
          relayout();
          layer?.refresh();
          if (done && Object.keys(widths).length > 0) handlers.current.onResize(widths);
        },
        onMove: (keys, frozen) => handlers.current.onMove(keys, frozen),
        onDisplayedColumnsChanged: () => {
          relayout();
          layer?.refresh();
        },
        onBodyScroll: relayout,
        onModelUpdated: () => layer?.refresh(),
      },
    );
    layer = createSelectionLayer(element, grid, view.api);
    viewRef.current = view;
    view.setColumns(dataRef.current.columns);
    view.setRows(dataRef.current.rows);
    const editor = createCellEditor(input, grid, sender, clipboard, list, {
      openMenu: () => {
        const active = grid.active();
        const box = active ? view.cellElement(active.cell.row, active.column.key)?.getBoundingClientRect() : undefined;
        if (box) handlers.current.onMenu({ x: box.left + 8, y: box.bottom });
      },
    });
    editorRef.current = editor;
    const stopMouse = listenToMouse(element, grid, {
      commit: () => editor.commit(),
      edit: () => {
        const active = grid.active();
        if (active) editor.begin('edit', dataRef.current.reader.plain(active.row, active.column));
        input.focus({ preventScroll: true });
      },
      openCard: (id) => handlers.current.onCard(id),
      toggle: (id) => handlers.current.onToggle(id),
      openMenu: (at) => handlers.current.onMenu(at),
      focus: () => input.focus({ preventScroll: true }),
      dragFill: (start) => filler.dragHandle(element, start),
      fillToEnd: () => filler.toEnd(),
    });
    let painted = grid.ui.get();
    const stopPaint = grid.ui.subscribe(() => {
      const ui = grid.ui.get();
      if (ui.selection !== painted.selection || ui.copied !== painted.copied || ui.filling !== painted.filling) {
        layer?.refresh();
      }
      if (ui.selection?.active !== painted.selection?.active) paintActive(element, grid, view);
      if (ui.hits !== painted.hits) paintHits(element, grid);
      painted = ui;
    });
    const observer = new ResizeObserver(relayout);
    observer.observe(element);
    return () => {
      observer.disconnect();
      stopPaint();
      layer?.dispose();
      stopMouse();
      editor.dispose();
      view.destroy();
      viewRef.current = null;
      editorRef.current = null;
    };
  }, [grid, sender, clipboard, filler, list, viewRef, dataRef, editorRef, inputRef, flashing]);

  useApplyData(props);
  const { filters, sorting } = props;
  useEffect(() => {
    // What the headers show of filters and sorting.
    void filters;
    void sorting;
    viewRef.current?.redrawHeaders();
  }, [filters, sorting, viewRef]);
  useSelectionSummary(data, grid, session.shown.set);

  return (
    <div className="xj-grid-frame" ref={frame}>
      <div className="xj-grid" ref={host} data-testid="project-grid" />
      <CellInput frame={frame} inputRef={inputRef} grid={grid} />
      <OptionList frame={frame} grid={grid} list={list} editorRef={editorRef} />
      <CellBubble frame={frame} grid={grid} />
    </div>
  );
}

/** Hands new data to the grid: only what differs from the last time. */
function useApplyData({ data, grid, viewRef, dataRef }: SurfaceProps): void {
  const applied = useRef<GridData | null>(null);
  useEffect(() => {
    const before = applied.current;
    applied.current = data;
    dataRef.current = data;
    const view = viewRef.current;
    if (!view || before === data) return;
    if (before && before.columns !== data.columns) view.setColumns(data.columns);
    view.setRows(data.rows);
    if (before && before.reader !== data.reader) view.redrawAll();
    const isHigher = data.wrap && (before?.rows !== data.rows || before.columns !== data.columns);
    if (isHigher || (before?.wrap ?? false) !== data.wrap) view.setWrapped(data.wrap);
    if (before && (before.rows !== data.rows || before.columns !== data.columns)) {
      const { selection, editing } = grid.ui.get();
      const carried = carrySelection(selection, before, data);
      const row = editing ? data.rows.rows.findIndex((item) => item.id === editing.rowId) : -1;
      const kept = editing && row !== -1 ? { ...editing, cell: { ...editing.cell, row } } : null;
      const isShifted = before.rows.rows.length !== data.rows.rows.length || before.columns !== data.columns;
      grid.ui.set((state) => ({
        selection: carried,
        editing: kept,
        copied: isShifted ? [] : state.copied,
        layout: state.layout + 1,
      }));
    }
    if (before && before.findings !== data.findings) {
      const touched = [...before.findings.keys(), ...data.findings.keys()].filter(
        (id) => signature(before, id) !== signature(data, id),
      );
      view.redraw(new Set(touched));
    }
    // A grid taken apart and made again (a second run of the effect) starts from the rows above.
  }, [data, grid, viewRef, dataRef]);
}

function signature(data: GridData, id: string): string {
  return (data.findings.get(id) ?? []).map((finding) => `${finding.key}${finding.level}${finding.message}`).join('\n');
}

function CellInput(props: {
  frame: RefObject<HTMLDivElement | null>;
  inputRef: RefObject<HTMLTextAreaElement | null>;
  grid: GridState;
}) {
  const { frame, inputRef, grid } = props;
  const editing = useStore(grid.ui, (state) => state.editing);
  const selection = useStore(grid.ui, (state) => state.selection);
  const at = editing?.cell ?? selection?.active ?? null;
  const box = useCellBox(frame, grid, at);
  const row = at ? grid.row(at.row) : undefined;
  const column = at ? grid.column(at.col) : undefined;
  const where = row && column ? `${row.kind === 'project' ? row.project.name : row.title} ${column.label}` : '项目表';
  const isRight = column?.kind === 'amount' || column?.kind === 'integer';
  return (
    <textarea
      ref={inputRef}
      className={`xj-cell-input${editing ? ' is-editing' : ''}${isRight ? ' is-number' : ''}`}
      style={box ? { left: box.left, top: box.top, minWidth: box.width, minHeight: box.height } : { left: 0, top: 60 }}
      aria-label={where}
      data-testid="cell-input"
      data-editing={editing ? 'true' : 'false'}
      rows={1}
      spellCheck={false}
      autoComplete="off"
      placeholder={editing?.column.kind === 'period' ? '如 2021-2024' : ''}
    />
  );
}
