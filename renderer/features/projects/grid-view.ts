// The AG Grid instance that draws the 项目表. It only shows: selection, editing and clipboard are ours, because the
// community edition has none of them and because typing Chinese needs a real text field under the cursor.
import {
  CellStyleModule,
  ClientSideRowModelApiModule,
  ClientSideRowModelModule,
  type ColDef,
  type ColGroupDef,
  ColumnApiModule,
  ColumnAutoSizeModule,
  createGrid,
  type GridApi,
  type GridOptions,
  ModuleRegistry,
  PinnedRowModule,
  RenderApiModule,
  RowApiModule,
  RowStyleModule,
  ScrollApiModule,
  TooltipModule,
} from 'ag-grid-community';
import type { CellReader } from './cell-text.ts';
import { type GridColumn, LEAST_WIDTH, NUMBER_KEY } from './grid-columns.ts';
import { GridHeader, type HeaderContext, type HeaderOptions } from './grid-header.ts';
import { gridTheme } from './grid-theme.ts';
import { ROW_HEIGHT } from './layout/row-height.ts';
import { makeNameCell, makeNumberCell } from './name-cell.ts';
import type { GridRow, Rows } from './rows.ts';
import { TOTAL_ROW } from './selection.ts';

let isRegistered = false;

/** Registered once, in development with the checks that name a missing module. */
async function registerModules(): Promise<void> {
  if (isRegistered) return;
  isRegistered = true;
  ModuleRegistry.registerModules([
    CellStyleModule,
    ClientSideRowModelModule,
    ClientSideRowModelApiModule,
    ColumnApiModule,
    ColumnAutoSizeModule,
    PinnedRowModule,
    RenderApiModule,
    RowApiModule,
    RowStyleModule,
    ScrollApiModule,
    TooltipModule,
  ]);
  if (import.meta.env.DEV) {
    const { enableDevValidations } = await import('ag-grid-community');
    enableDevValidations({ throwOn: ['error'] });
  }
}

/** What the cells ask while they are drawn; the page keeps it up to date. */
export interface CellContext extends HeaderContext {
  reader: CellReader;
  /** 'error' 'warning' 'rounding' 'info' or '' for the mark in the corner. */
  markOf(rowId: string, columnKey: string): string;
  tooltipOf(row: GridRow, column: GridColumn): string;
  heightOf(row: GridRow): number;
  isActive(rowIndex: number, columnKey: string): boolean;
  isHit(rowIndex: number, columnKey: string): boolean;
  isFlashing(rowId: string, columnKey: string): boolean;
}

export interface GridView {
  api: GridApi<GridRow>;
  element: HTMLElement;
  setColumns(columns: readonly GridColumn[]): void;
  setRows(rows: Rows): void;
  /** Draws all cells on the screen again (another unit). */
  redrawAll(): void;
  /** Wraps long texts or cuts them; all heights are set anew. */
  setWrapped(wrapped: boolean): void;
  /** Draws the headers again (sorting, filters). */
  redrawHeaders(): void;
  /** Makes a column as wide as what stands in it. */
  fitColumn(key: string): void;
  /** Draws cells of these rows again (findings, flashes). */
  redraw(ids: Iterable<string>): void;
  /** Brings a cell into sight; TOTAL_ROW and null leave that direction as it is. */
  scrollTo(rowIndex: number, columnKey: string | null): void;
  /** The part of the screen in which rows and loose columns scroll. */
  scrollArea(): { left: number; top: number; right: number; bottom: number };
  /** Whether there is something above or to the left to scroll to. */
  scrollRoom(): { up: boolean; left: boolean };
  /** The element of a cell; null while it is scrolled out of sight. */
  cellElement(rowIndex: number, columnKey: string): HTMLElement | null;
  /** The header of a column; null while it is scrolled out of sight. */
  headerElement(columnKey: string): HTMLElement | null;
  pageRows(): number;
  destroy(): void;
}

export interface GridEvents
  extends Pick<GridOptions<GridRow>, 'onBodyScroll' | 'onModelUpdated' | 'onDisplayedColumnsChanged'> {
  /** While a column is dragged wider too; `done` says that it was let go. */
  onResize(widths: Readonly<Record<string, number>>, done: boolean): void;
  /** Columns were dragged: all keys in their new order, and how many of them are frozen. */
  onMove(keys: readonly string[], frozen: number): void;
}

export function createGridView(host: HTMLElement, context: () => CellContext, events: GridEvents): GridView {
  void registerModules();
  let shown: Rows | null = null;
  const api = createGrid<GridRow>(host, {
    theme: gridTheme,
    rowHeight: ROW_HEIGHT,
    headerHeight: 30,
    groupHeaderHeight: 28,
    rowData: [],
    columnDefs: [],
    getRowId: (params) => params.data.id,
    defaultColDef: {
      // The rows come sorted: headings must not be sorted among projects.
      sortable: false,
      resizable: true,
      wrapHeaderText: true,
      suppressHeaderMenuButton: true,
    },
    rowClassRules: {
      'xj-total': (params) => params.data?.kind === 'total',
      'xj-heading': (params) => params.data?.kind === 'heading',
      'xj-heading-0': (params) => params.data?.kind === 'heading' && params.data.depth === 0,
    },
    // Without transforms the boxes of the selection can lie between the cells and the frozen columns.
    suppressRowTransform: true,
    suppressCellFocus: true,
    suppressDragLeaveHidesColumns: true,
    suppressRowHoverHighlight: false,
    animateRows: false,
    tooltipShowDelay: 350,
    suppressScrollOnNewData: true,
    rowBuffer: 12,
    suppressNoRowsOverlay: true,
    onBodyScroll: (event) => events.onBodyScroll?.(event),
    onModelUpdated: (event) => events.onModelUpdated?.(event),
    onColumnMoved: (event) => {
      if (!event.finished || event.source !== 'uiColumnMoved') return;
      const order = event.api.getAllDisplayedColumns();
      events.onMove(
        order.map((column) => column.getColId()),
        order.filter((column) => column.isPinnedLeft()).length,
      );
    },
    onColumnResized: (event) => {
      const resized = event.columns ?? [];
      const isOurs = event.source === 'uiColumnResized' || event.source === 'autosizeColumns';
      const widths = Object.fromEntries(resized.map((column) => [column.getColId(), column.getActualWidth()]));
      events.onResize(isOurs ? widths : {}, event.finished);
    },
  });

  return {
    api,
    element: host,
    setColumns: (columns) => api.setGridOption('columnDefs', columnDefs(columns, context)),
    setRows: (rows) => {
      const before = shown;
      shown = rows;
      if (!before || !isSameOrder(before, rows)) api.setGridOption('rowData', rows.rows);
      else {
        rows.rows.forEach((row, index) => {
          if (row !== before.rows[index]) api.getRowNode(row.id)?.setData(row);
        });
      }
      if (!before) api.setGridOption('pinnedTopRowData', [rows.total]);
      else if (before.total !== rows.total) api.getPinnedTopRow(0)?.setData(rows.total);
    },
    setWrapped: (wrapped) => {
      host.classList.toggle('is-wrapped', wrapped);
      // Heights are set, not asked for: the grid only guesses those of rows that it never drew, and then all places shift.
      api.forEachNode((node) => node.data && node.setRowHeight(context().heightOf(node.data)));
      api.onRowHeightChanged();
    },
    redrawAll: () => api.refreshCells({ force: true, suppressFlash: true }),
    redrawHeaders: () => api.refreshHeader(),
    fitColumn: (key) => api.autoSizeColumns({ colIds: [key], skipHeader: false }),
    redraw: (ids) => {
      const rowNodes = [...ids].flatMap((id) => api.getRowNode(id) ?? []);
      if (rowNodes.length > 0) api.refreshCells({ rowNodes, force: true, suppressFlash: true });
    },
    scrollTo: (rowIndex, columnKey) => {
      if (rowIndex > TOTAL_ROW) api.ensureIndexVisible(rowIndex);
      if (columnKey !== null) api.ensureColumnVisible(columnKey);
    },
    scrollArea: () => {
      const viewport = host.querySelector('.ag-grid-viewport') ?? host;
      const outer = viewport.getBoundingClientRect();
      const frozen = api.getDisplayedLeftColumns().reduce((sum, column) => sum + column.getActualWidth(), 0);
      // The bar that scrolls up and down lies over the viewport.
      const bar = host.querySelector('.ag-body-vertical-scroll:not(.ag-hidden)')?.getBoundingClientRect();
      const head = host.querySelector('.ag-grid-pinned-top-rows')?.getBoundingClientRect().bottom ?? outer.top;
      return {
        left: outer.left + frozen,
        top: head,
        right: bar ? Math.min(outer.right, bar.left) : outer.right,
        bottom: outer.top + viewport.clientHeight,
      };
    },
    scrollRoom: () => ({ up: api.getVerticalPixelRange().top > 0, left: api.getHorizontalPixelRange().left > 0 }),
    cellElement: (rowIndex, columnKey) => {
      const row = rowIndex < 0 ? 't-0' : String(rowIndex);
      return host.querySelector(`[row-index="${row}"] [col-id="${CSS.escape(columnKey)}"]`);
    },
    headerElement: (columnKey) => host.querySelector(`.ag-header-cell[col-id="${CSS.escape(columnKey)}"]`),
    pageRows: () => {
      const { top, bottom } = api.getVerticalPixelRange();
      return Math.max(1, Math.floor((bottom - top) / ROW_HEIGHT) - 2);
    },
    destroy: () => api.destroy(),
  };
}

function isSameOrder(a: Rows, b: Rows): boolean {
  return a.rows.length === b.rows.length && a.rows.every((row, index) => row.id === b.rows[index]?.id);
}

/** Two header rows: columns of one group stand under their common header. */
function columnDefs(
  columns: readonly GridColumn[],
  context: () => CellContext,
): (ColDef<GridRow> | ColGroupDef<GridRow>)[] {
  const defs: (ColDef<GridRow> | ColGroupDef<GridRow>)[] = [];
  for (const column of columns) {
    const def = columnDef(column, context);
    const last = defs.at(-1);
    if (column.group === undefined) defs.push(def);
    else if (last && 'children' in last && last.headerName === column.group) last.children.push(def);
    else {
      const groupId = `${column.group}:${column.key}`;
      defs.push({ groupId, headerName: column.group, headerClass: 'xj-group', children: [def] });
    }
  }
  return defs;
}

function columnDef(column: GridColumn, context: () => CellContext): ColDef<GridRow> {
  const { key } = column;
  const isNumeric = column.kind === 'amount' || column.kind === 'integer';
  return {
    colId: key,
    headerName: column.label,
    headerComponent: GridHeader,
    headerComponentParams: {
      context,
      hasMenu: key !== NUMBER_KEY,
      help: column.help,
    } satisfies HeaderOptions,
    width: column.width,
    minWidth: LEAST_WIDTH,
    pinned: column.pinned ? 'left' : null,
    // 序号 and 名称 carry the headings: they stay in front.
    ...(key === NUMBER_KEY || key === 'name' ? { lockPosition: 'left' as const, suppressMovable: true } : {}),
    valueGetter: (params) => (params.data ? context().reader.display(params.data, column) : ''),
    tooltipValueGetter: (params) => (params.data ? context().tooltipOf(params.data, column) : ''),
    cellClass: isNumeric ? 'xj-number' : key === NUMBER_KEY ? 'xj-rownumber' : '',
    cellClassRules: {
      'xj-negative': (params) => typeof params.value === 'string' && isNumeric && params.value.startsWith('-'),
      'xj-cursor': (params) => context().isActive(params.node.rowPinned ? TOTAL_ROW : params.rowIndex, key),
      'xj-hit': (params) => context().isHit(params.node.rowPinned ? TOTAL_ROW : params.rowIndex, key),
      'xj-flash': (params) => context().isFlashing(params.data?.id ?? '', key),
      'xj-mark-error': (params) => context().markOf(params.data?.id ?? '', key) === 'error',
      'xj-mark-warning': (params) => context().markOf(params.data?.id ?? '', key) === 'warning',
      'xj-mark-info': (params) => ['rounding', 'info'].includes(context().markOf(params.data?.id ?? '', key)),
    },
    // A heading that is folded has the same words and another arrow.
    ...(key === 'name' ? { cellRenderer: makeNameCell, equals: () => false } : {}),
    ...(key === NUMBER_KEY ? { cellRenderer: makeNumberCell } : {}),
  };
}
