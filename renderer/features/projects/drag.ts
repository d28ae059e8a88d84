// Dragging over cells: tells which cell the mouse is over, and scrolls on where it leaves the table.
import type { GridState } from './grid-state.ts';
import { clampCell } from './moves.ts';
import { type CellAt, TOTAL_ROW } from './selection.ts';

export interface Drag {
  /** The cell on which the button was pressed. */
  from: CellAt;
  /** Whole rows only go up and down, whole columns only across. */
  whole?: 'rows' | 'columns' | undefined;
  /** The mouse is over this cell, or the table has scrolled on to it under a resting mouse. */
  over(cell: CellAt): void;
  drop?(event: MouseEvent): void;
}

/** Which cell an element belongs to; undefined outside of the cells. */
export function cellOf(target: EventTarget | null, grid: GridState): CellAt | undefined {
  const cell = target instanceof Element ? target.closest('.ag-cell') : null;
  const row = cell?.closest('[row-index]')?.getAttribute('row-index');
  const key = cell?.getAttribute('col-id');
  if (row === null || row === undefined || key === null || key === undefined) return undefined;
  const col = grid.indexOfColumn(key);
  return col === -1 ? undefined : { row: row.startsWith('t-') ? TOTAL_ROW : Number(row), col };
}

/** The column of a header cell; undefined outside of the headers. */
export function headerColumnOf(target: EventTarget | null, grid: GridState): number | undefined {
  const header = target instanceof Element ? target.closest('.ag-header-cell') : null;
  const col = grid.indexOfColumn(header?.getAttribute('col-id') ?? '');
  return col === -1 ? undefined : col;
}

/** Milliseconds between two steps of scrolling; further away from the edge several rows are taken at once. */
const STEP_MS = 50;
const PIXELS_A_ROW = 24;
const MOST_ROWS = 12;

/** Follows the mouse until its button is released. */
export function followDrag(host: HTMLElement, grid: GridState, start: MouseEvent, drag: Drag): void {
  let pointer = { x: start.clientX, y: start.clientY };
  let at = drag.from;
  const move = (cell: CellAt): void => {
    if (at.row === cell.row && at.col === cell.col) return;
    at = cell;
    drag.over(cell);
  };
  /** How far the table should go on for a mouse beyond its edge. */
  const beyond = (): CellAt => {
    const view = grid.view();
    const area = view?.scrollArea() ?? host.getBoundingClientRect();
    const room = view?.scrollRoom() ?? { up: false, left: false };
    const step = { row: 0, col: 0 };
    const rows = (distance: number): number => Math.min(MOST_ROWS, 1 + Math.floor(distance / PIXELS_A_ROW));
    if (drag.whole !== 'columns') {
      if (pointer.y > area.bottom) step.row = rows(pointer.y - area.bottom);
      else if (pointer.y < area.top && room.up) step.row = -rows(area.top - pointer.y);
    }
    if (drag.whole !== 'rows') {
      if (pointer.x > area.right) step.col = 1;
      // Over the frozen columns: only while there is something behind them.
      else if (pointer.x < area.left && room.left && !grid.column(at.col)?.pinned) step.col = -1;
    }
    return step;
  };
  const onMove = (event: MouseEvent): void => {
    pointer = { x: event.clientX, y: event.clientY };
    const step = beyond();
    if (step.row !== 0 || step.col !== 0) return;
    const target = document.elementFromPoint(event.clientX, event.clientY);
    const header = headerColumnOf(target, grid);
    const cell = header === undefined ? cellOf(target, grid) : { row: at.row, col: header };
    if (cell) move(cell);
  };
  const onTimer = (): void => {
    const step = beyond();
    if (step.row === 0 && step.col === 0) return;
    const cell = clampCell({ row: at.row + step.row, col: at.col + step.col }, grid.extent());
    // Only in the direction of the mouse: the other one must not jump back.
    const key = step.col === 0 ? null : (grid.column(cell.col)?.key ?? null);
    grid.view()?.scrollTo(step.row === 0 ? TOTAL_ROW : cell.row, key);
    move(cell);
  };
  const stop = (event: MouseEvent): void => {
    clearInterval(timer);
    window.removeEventListener('mousemove', onMove);
    window.removeEventListener('mouseup', stop);
    drag.drop?.(event);
  };
  const timer = setInterval(onTimer, STEP_MS);
  window.addEventListener('mousemove', onMove);
  window.addEventListener('mouseup', stop);
}
