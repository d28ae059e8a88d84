// Mouse on the cells: click, drag and Shift select a range, double click edits, 序号 selects the row or opens the card.
import { NUMBER_KEY } from './grid-columns.ts';
import type { GridState } from './grid-state.ts';
import { type CellAt, isInRange, rangeOf, TOTAL_ROW } from './selection.ts';

export interface MouseActions {
  /** Takes over what is being typed before the cursor leaves. */
  commit(): void;
  edit(): void;
  openCard(projectId: string): void;
  toggle(headingId: string): void;
  openMenu(at: { x: number; y: number }): void;
  focus(): void;
}

/** Which cell an element belongs to; undefined outside of the cells. */
function cellOf(target: EventTarget | null, grid: GridState): CellAt | undefined {
  const cell = target instanceof Element ? target.closest('.ag-cell') : null;
  const row = cell?.closest('[row-index]')?.getAttribute('row-index');
  const key = cell?.getAttribute('col-id');
  if (row === null || row === undefined || key === null || key === undefined) return undefined;
  const col = grid.indexOfColumn(key);
  return col === -1 ? undefined : { row: row.startsWith('t-') ? TOTAL_ROW : Number(row), col };
}

/** How fast the table moves while the mouse is dragged beyond its edge, milliseconds per row. */
const DRAG_SCROLL = 60;

export function listenToMouse(host: HTMLElement, grid: GridState, actions: MouseActions): () => void {
  let drag: { whole: boolean } | null = null;
  let pointer = { x: 0, y: 0 };
  let timer: ReturnType<typeof setInterval> | undefined;

  const extendTo = (cell: CellAt): void => {
    const { selection } = grid.ui.get();
    if (!selection || !drag) return;
    const col = drag.whole ? grid.size().cols - 1 : cell.col;
    if (selection.focus.row !== cell.row || selection.focus.col !== col) {
      grid.selectRange(selection.anchor, { row: cell.row, col });
    }
  };
  const stop = (): void => {
    drag = null;
    clearInterval(timer);
    window.removeEventListener('mousemove', onMove);
    window.removeEventListener('mouseup', stop);
  };
  const scrollBeyond = (): void => {
    const body = host.querySelector('.ag-body')?.getBoundingClientRect() ?? host.getBoundingClientRect();
    const { selection } = grid.ui.get();
    if (!selection) return;
    const down = pointer.y > body.bottom - 16 ? 1 : pointer.y < body.top ? -1 : 0;
    const right = pointer.x > body.right - 16 ? 1 : 0;
    if (down === 0 && right === 0) return;
    const { rows, cols } = grid.size();
    const row = Math.max(0, Math.min(rows - 1, selection.focus.row + down));
    const col = Math.max(0, Math.min(cols - 1, selection.focus.col + right));
    grid.selectRange(selection.anchor, { row, col: drag?.whole ? cols - 1 : col });
    grid.view()?.scrollTo(row, grid.column(col)?.key ?? NUMBER_KEY);
  };
  const onMove = (event: MouseEvent): void => {
    pointer = { x: event.clientX, y: event.clientY };
    const cell = cellOf(document.elementFromPoint(event.clientX, event.clientY), grid);
    if (cell) extendTo(cell);
  };
  const onDown = (event: MouseEvent): void => {
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
    const whole = grid.column(cell.col)?.key === NUMBER_KEY;
    const last = grid.size().cols - 1;
    if (event.button === 2) {
      const inside = selection && isInRange(rangeOf(selection), cell.row, cell.col);
      if (!inside) grid.selectRange(cell, whole ? { row: cell.row, col: last } : cell);
    } else if (event.button === 0) {
      const anchor = event.shiftKey && selection ? selection.anchor : cell;
      grid.selectRange(anchor, whole ? { row: cell.row, col: last } : cell);
      drag = { whole };
      pointer = { x: event.clientX, y: event.clientY };
      timer = setInterval(scrollBeyond, DRAG_SCROLL);
      window.addEventListener('mousemove', onMove);
      window.addEventListener('mouseup', stop);
    }
    actions.focus();
  };
  const onDouble = (event: MouseEvent): void => {
    const cell = cellOf(event.target, grid);
    const row = cell ? grid.row(cell.row) : undefined;
    if (!cell || !row) return;
    if (row.kind === 'heading' && grid.column(cell.col)?.key === 'name') actions.toggle(row.id);
    else if (row.kind === 'project' && grid.column(cell.col)?.key === NUMBER_KEY) actions.openCard(row.id);
    else {
      grid.selectRange(cell, cell);
      actions.edit();
    }
  };
  const onMenu = (event: MouseEvent): void => {
    if (!cellOf(event.target, grid)) return;
    event.preventDefault();
    actions.openMenu({ x: event.clientX, y: event.clientY });
  };

  host.addEventListener('mousedown', onDown);
  host.addEventListener('dblclick', onDouble);
  host.addEventListener('contextmenu', onMenu);
  return () => {
    stop();
    host.removeEventListener('mousedown', onDown);
    host.removeEventListener('dblclick', onDouble);
    host.removeEventListener('contextmenu', onMenu);
  };
}
