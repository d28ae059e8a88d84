// What the 项目表 knows at any moment: rows, columns, selection, the cell being edited. Shared by mouse, keys and editor.
import type { Finding } from '#shared/checks/finding.ts';
import type { CategoryNode } from '#shared/domain/categories.ts';
import type { Project } from '#shared/domain/project.ts';
import type { PlanInfo, ReferenceData } from '#shared/domain/reference.ts';
import { createStore, type Store } from '../../ui/store.ts';
import type { CellReader } from './cell-text.ts';
import type { Subject } from './filters/subjects.ts';
import { type GridColumn, NUMBER_KEY } from './grid-columns.ts';
import type { GridView } from './grid-view.ts';
import type { GridRow, Rows } from './rows.ts';
import { type CellAt, clampCell, rowAt, type Selection, TOTAL_ROW } from './selection.ts';

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
  size(): { rows: number; cols: number };
  row(index: number): GridRow | undefined;
  column(index: number): GridColumn | undefined;
  indexOfRow(id: string): number;
  indexOfColumn(key: string): number;
  /** Selects one cell, or extends the range to it, and scrolls it into sight. */
  select(cell: CellAt, extend?: boolean): void;
  selectRange(anchor: CellAt, focus: CellAt): void;
  /** Why the cell cannot be edited; null where it can. */
  lockedReason(row: GridRow | undefined, column: GridColumn | undefined): string | null;
  say(row: GridRow, column: GridColumn, text: string, isError: boolean): void;
}

export function createGridState(data: () => GridData, view: () => GridView | null): GridState {
  const ui = createStore<GridUi>({ selection: null, editing: null, bubble: null, layout: 0 });
  const state: GridState = {
    ui,
    data,
    view,
    size: () => ({ rows: data().rows.rows.length, cols: data().columns.length }),
    row: (index) => rowAt(data().rows, index),
    column: (index) => data().columns[index],
    indexOfRow: (id) => (id === data().rows.total.id ? TOTAL_ROW : data().rows.rows.findIndex((row) => row.id === id)),
    indexOfColumn: (key) => data().columns.findIndex((column) => column.key === key),
    select: (cell, extend = false) => {
      const before = ui.get().selection;
      ui.set({ selection: { anchor: extend && before ? before.anchor : cell, focus: cell }, bubble: null });
      const key = data().columns[cell.col]?.key;
      if (key !== undefined) view()?.scrollTo(cell.row, key);
    },
    selectRange: (anchor, focus) => ui.set({ selection: { anchor, focus }, bubble: null }),
    lockedReason: (row, column) => {
      const { readOnly } = data();
      if (!row || !column) return '请先选中一个单元格。';
      if (row.kind === 'heading') return '标题行是自动汇总，等于下面各项目之和；请修改下面的项目。';
      if (row.kind === 'total') return '合计行是自动汇总，等于全部项目之和；请修改下面的项目。';
      if (column.key === NUMBER_KEY) return '序号按项目在本标题下的次序自动编排；要调整次序请用“上移”“下移”。';
      return readOnly;
    },
    say: (row, column, text, isError) => ui.set({ bubble: { rowId: row.id, columnKey: column.key, text, isError } }),
  };
  return state;
}

/** Keeps the selection on the same project and column where rows come, go or move. */
export function carrySelection(selection: Selection | null, before: GridData, after: GridData): Selection | null {
  if (!selection) return null;
  const size = { rows: after.rows.rows.length, cols: after.columns.length };
  const move = (cell: CellAt): CellAt => {
    const id = rowAt(before.rows, cell.row)?.id;
    const key = before.columns[cell.col]?.key;
    const row = id === after.rows.total.id ? TOTAL_ROW : after.rows.rows.findIndex((item) => item.id === id);
    const col = after.columns.findIndex((column) => column.key === key);
    const found = { row: row === -1 && id !== after.rows.total.id ? cell.row : row, col: col === -1 ? cell.col : col };
    return found.row === TOTAL_ROW ? found : clampCell(found, size);
  };
  return { anchor: move(selection.anchor), focus: move(selection.focus) };
}
