// Mouse on the 项目表: click, drag, Shift and Ctrl select cells, rows by 序号 and columns by their header; double click
// edits; the fill handle continues what is selected.
import { cellOf, followDrag, headerColumnOf } from './drag.ts';
import { NUMBER_KEY } from './grid-columns.ts';
import type { GridState } from './grid-state.ts';
import {
  addSelection,
  type CellAt,
  extendTo,
  isSelected,
  rangeOfSpan,
  type Selection,
  selectAll,
  selectCell,
  selectWhole,
} from './selection.ts';

export interface MouseActions {
  /** Takes over what is being typed before the cursor leaves. */
  commit(): void;
  edit(): void;
  openCard(projectId: string): void;
  toggle(headingId: string): void;
  openMenu(at: { x: number; y: number }): void;
  focus(): void;
  /** The fill handle is dragged from `start`. */
  dragFill(start: MouseEvent): void;
  /** The fill handle was double-clicked. */
  fillToEnd(): void;
}

/** What Ctrl, Shift or neither makes of a newly drawn selection. */
function combine(before: Selection | null, drawn: Selection, event: MouseEvent): Selection {
  if (event.shiftKey && before) return extendTo(before, drawn.spans[0].to);
  return event.ctrlKey || event.metaKey ? addSelection(before, drawn) : drawn;
}

export function listenToMouse(host: HTMLElement, grid: GridState, actions: MouseActions): () => void {
  const isHandle = (event: MouseEvent): boolean =>
    event.target instanceof Element && event.target.closest('.xj-fill-handle') !== null;

  /** Draws a selection from `drawn` on, extended while the mouse moves. */
  const draw = (event: MouseEvent, drawn: Selection): void => {
    grid.setSelection(combine(grid.ui.get().selection, drawn, event));
    const [{ to, whole }] = drawn.spans;
    followDrag(host, grid, event, {
      from: to,
      whole,
      over: (cell) => {
        const { selection } = grid.ui.get();
        if (selection) grid.setSelection(extendTo(selection, cell));
      },
    });
  };
  const drawFor = (cell: CellAt): Selection =>
    grid.column(cell.col)?.key === NUMBER_KEY && cell.row >= 0
      ? selectWhole('rows', cell.row, cell.row, grid.extent())
      : selectCell(cell);

  /** A header selects its column. One that is selected already is left to the grid, which moves it when dragged. */
  const onHeaderDown = (event: MouseEvent): void => {
    const col = isHeaderWords(event.target) ? headerColumnOf(event.target, grid) : undefined;
    if (col === undefined || event.button !== 0) return;
    if (isWholeColumn(grid.ui.get().selection, col) && !event.shiftKey && !event.ctrlKey && !event.metaKey) return;
    event.stopPropagation();
    if (event.type !== 'mousedown') return;
    event.preventDefault();
    actions.commit();
    const extent = grid.extent();
    if (col < extent.firstCol) grid.setSelection(selectAll(extent));
    else draw(event, selectWhole('columns', col, col, extent));
    actions.focus();
  };
  const onDown = (event: MouseEvent): void => {
    if (isHandle(event)) {
      event.preventDefault();
      if (event.button === 0) actions.dragFill(event);
      return;
    }
    const cell = cellOf(event.target, grid);
    if (!cell) return;
    // Keeps the focus in the text field that takes the keys.
    event.preventDefault();
    actions.commit();
    const toggle = event.target instanceof Element ? event.target.closest<HTMLElement>('.xj-toggle') : null;
    if (toggle?.dataset.heading !== undefined && event.button === 0) {
      actions.toggle(toggle.dataset.heading);
      actions.focus();
      return;
    }
    const { selection } = grid.ui.get();
    if (event.button === 2) {
      if (!selection || !isSelected(selection, cell.row, cell.col)) grid.setSelection(drawFor(cell));
    } else if (event.button === 0) draw(event, drawFor(cell));
    actions.focus();
  };
  const onDouble = (event: MouseEvent): void => {
    if (isHandle(event)) {
      actions.fillToEnd();
      return;
    }
    const cell = cellOf(event.target, grid);
    const row = cell ? grid.row(cell.row) : undefined;
    if (!cell || !row) return;
    if (row.kind === 'heading' && grid.column(cell.col)?.key === 'name') actions.toggle(row.id);
    else if (row.kind === 'project' && grid.column(cell.col)?.key === NUMBER_KEY) actions.openCard(row.id);
    else {
      grid.setSelection(selectCell(cell));
      actions.edit();
    }
  };
  const onMenu = (event: MouseEvent): void => {
    if (!cellOf(event.target, grid)) return;
    event.preventDefault();
    actions.openMenu({ x: event.clientX, y: event.clientY });
  };

  host.addEventListener('mousedown', onDown);
  // Before the grid's own header cells see them.
  host.addEventListener('pointerdown', onHeaderDown, true);
  host.addEventListener('mousedown', onHeaderDown, true);
  host.addEventListener('dblclick', onDouble);
  host.addEventListener('contextmenu', onMenu);
  return () => {
    host.removeEventListener('mousedown', onDown);
    host.removeEventListener('pointerdown', onHeaderDown, true);
    host.removeEventListener('mousedown', onHeaderDown, true);
    host.removeEventListener('dblclick', onDouble);
    host.removeEventListener('contextmenu', onMenu);
  };
}

/** Whether a header was hit where it only names its column: not its button nor the edge that resizes it. */
function isHeaderWords(target: EventTarget | null): boolean {
  if (!(target instanceof Element) || !target.closest('.ag-header-cell')) return false;
  return !target.closest('.ag-header-cell-resize, button');
}

function isWholeColumn(selection: Selection | null, col: number): boolean {
  return (
    selection?.spans.some((span) => {
      const { left, right } = rangeOfSpan(span);
      return span.whole === 'columns' && left <= col && col <= right;
    }) === true
  );
}
