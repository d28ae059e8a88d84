// What the 项目表 knows at any moment: rows, columns, selection, the cell being edited. Shared by mouse, keys and editor.
import type { Finding } from '#shared/checks/finding.ts';
import type { CategoryNode } from '#shared/domain/categories.ts';
import type { Project } from '#shared/domain/project.ts';
import { finerSourceNames, type PlanInfo, type ReferenceData } from '#shared/domain/reference.ts';
import { createStore, type Store } from '../../ui/store.ts';
import type { CellReader } from './cell-text.ts';
import type { Subject } from './filters/subjects.ts';
import { type GridColumn, NUMBER_KEY } from './grid-columns.ts';
import type { GridView } from './grid-view.ts';
import { clampCell } from './moves.ts';
import type { GridRow, Rows } from './rows.ts';
import {
  type CellAt,
  type Extent,
  extendTo,
  lastSpan,
  type Range,
  rowAt,
  type Selection,
  type Span,
  selectCell,
  TOTAL_ROW,
} from './selection.ts';

/** All that is computed from the workbook for the grid; replaced as a whole when anything of it changes. */
export interface GridData {
  rows: Rows;
  columns: readonly GridColumn[];
  reader: CellReader;
  /** What can be filtered and sorted by. */
  subjects: ReadonlyMap<string, Subject>;
  /** The headings of the plan. */
  tree: readonly CategoryNode[];
  plan: PlanInfo;
  reference: ReferenceData;
  projects: readonly Project[];
  findings: ReadonlyMap<string, Finding[]>;
  readOnly: string | null;
  /** Neither filtered nor sorted: rows can be moved. */
  isInPlanOrder: boolean;
  /** Long texts are shown over several lines. */
  wrap: boolean;
}

export interface Editing {
  cell: CellAt;
  rowId: string;
  column: GridColumn;
  /** 'enter': begun by typing, arrows end it; 'edit': begun by F2 or double click, arrows move the caret. */
  mode: 'enter' | 'edit';
  initial: string;
}

export interface Bubble {
  rowId: string;
  columnKey: string;
  text: string;
  isError: boolean;
}

export interface GridUi {
  selection: Selection | null;
  /** What was copied last, until the table changes: drawn with a dashed border. */
  copied: readonly Range[];
  /** Where the fill handle is being dragged to. */
  filling: { area: Range } | null;
  /** Cells that the search found; see hitKey. */
  hits: ReadonlySet<string>;
  editing: Editing | null;
  /** A sentence at a cell: why it was refused or cannot be changed. */
  bubble: Bubble | null;
  /** Counts scrolls and repaints, so that what floats over the grid is placed anew. */
  layout: number;
}

export interface GridState {
  ui: Store<GridUi>;
  data(): GridData;
  view(): GridView | null;
  extent(): Extent;
  row(index: number): GridRow | undefined;
  column(index: number): GridColumn | undefined;
  indexOfRow(id: string): number;
  indexOfColumn(key: string): number;
  /** Selects one cell, or extends the last range to it, and scrolls it into sight. */
  select(cell: CellAt, extend?: boolean): void;
  setSelection(selection: Selection): void;
  /** The row and column of the active cell; undefined where there is none. */
  active(): { row: GridRow; column: GridColumn; cell: CellAt } | undefined;
  show(cell: CellAt): void;
  /** Why the cell cannot be edited; null where it can. */
  lockedReason(row: GridRow | undefined, column: GridColumn | undefined): string | null;
  say(row: GridRow, column: GridColumn, text: string, isError: boolean): void;
}

export function createGridState(data: () => GridData, view: () => GridView | null): GridState {
  const ui = createStore<GridUi>({
    selection: null,
    copied: [],
    filling: null,
    hits: new Set(),
    editing: null,
    bubble: null,
    layout: 0,
  });
  const state: GridState = {
    ui,
    data,
    view,
    extent: () => extentOf(data()),
    row: (index) => rowAt(data().rows, index),
    column: (index) => data().columns[index],
    indexOfRow: (id) => (id === data().rows.total.id ? TOTAL_ROW : data().rows.rows.findIndex((row) => row.id === id)),
    indexOfColumn: (key) => data().columns.findIndex((column) => column.key === key),
    select: (cell, extend = false) => {
      const before = ui.get().selection;
      const selection = extend && before ? extendTo(before, cell) : selectCell(cell);
      state.setSelection(selection);
      const { whole } = lastSpan(selection);
      // The far end of a whole row or column is no place to go to.
      state.show({
        row: whole === 'columns' ? TOTAL_ROW : cell.row,
        col: whole === 'rows' ? selection.active.col : cell.col,
      });
    },
    setSelection: (selection) => ui.set({ selection, bubble: null }),
    active: () => {
      const cell = ui.get().selection?.active;
      const row = cell ? state.row(cell.row) : undefined;
      const column = cell ? state.column(cell.col) : undefined;
      return cell && row && column ? { row, column, cell } : undefined;
    },
    show: (cell) => {
      const key = data().columns[cell.col]?.key;
      if (key !== undefined) view()?.scrollTo(cell.row, key);
    },
    lockedReason: (row, column) => {
      const { readOnly } = data();
      if (!row || !column) return '请先选中一个单元格。';
      if (row.kind === 'heading') return '标题行是自动汇总，等于下面各项目之和；请修改下面的项目。';
      if (row.kind === 'total') return '合计行是自动汇总，等于全部项目之和；请修改下面的项目。';
      if (column.key === NUMBER_KEY) return '序号按项目在本标题下的次序自动编排；要调整次序请用“上移”“下移”。';
      return readOnly ?? finerReason(row, column, data().reference);
    },
    say: (row, column, text, isError) => ui.set({ bubble: { rowId: row.id, columnKey: column.key, text, isError } }),
  };
  return state;
}

/** Why the amount of a fund source cannot be typed: it is the sum of finer ones. */
function finerReason(row: GridRow, column: GridColumn, reference: ReferenceData): string | null {
  const source = column.column?.source;
  if (row.kind !== 'project' || source === undefined) return null;
  const names = finerSourceNames(reference, row.project.amounts.bySource, source);
  return names.length === 0 ? null : `由${names.join('、')}相加而来，请打开项目卡片修改这些细项。`;
}

function extentOf({ rows, columns }: GridData): Extent {
  return { rows: rows.rows.length, cols: columns.length, firstCol: columns[0]?.key === NUMBER_KEY ? 1 : 0 };
}

/** Keeps the selection on the same projects and columns where rows come, go or move. */
export function carrySelection(selection: Selection | null, before: GridData, after: GridData): Selection | null {
  if (!selection) return null;
  const extent = extentOf(after);
  const rowIndex = new Map(after.rows.rows.map((row, index) => [row.id, index]));
  const move = (cell: CellAt): CellAt => {
    const id = rowAt(before.rows, cell.row)?.id ?? '';
    if (id === after.rows.total.id) return { row: TOTAL_ROW, col: moveColumn(cell.col) };
    return clampCell({ row: rowIndex.get(id) ?? cell.row, col: moveColumn(cell.col) }, extent);
  };
  const moveColumn = (col: number): number => {
    const key = before.columns[col]?.key;
    const found = after.columns.findIndex((column) => column.key === key);
    return found === -1 ? Math.min(col, extent.cols - 1) : found;
  };
  const moveSpan = ({ from, to, whole }: Span): Span => {
    const span = { from: move(from), to: move(to) };
    if (whole === undefined) return span;
    // A whole column stays whole where rows were added or hidden.
    if (whole === 'columns') span.to.row = Math.max(0, extent.rows - 1);
    return { ...span, whole };
  };
  const [first, ...rest] = selection.spans;
  return { active: move(selection.active), spans: [moveSpan(first), ...rest.map(moveSpan)] };
}
