// The cursor of the 项目表 under the keyboard: arrows, Tab, Enter, Home and End, selecting with Shift.
import type { GridState } from './grid-state.ts';
import { type KeyAction, keyAction } from './key-actions.ts';
import { clampCell, type Direction, moveCell, moveToEdge } from './moves.ts';
import { type CellAt, FIRST_CELL, lastSpan, selectAll, selectCell, walkInside, widen } from './selection.ts';
import { today } from './today.ts';

export interface CursorActions {
  /** F2 keeps the present text, Backspace does not. */
  startEdit(keep: boolean): void;
  /** Begins an edit with a text of its own. */
  startWith(text: string): void;
  clear(): void;
  openMenu(): void;
}

export interface Cursor {
  step(direction: Direction): void;
  enter(back: boolean): void;
  tab(back: boolean): void;
  /** Does what the key means while no cell is edited; false where it means nothing here. */
  onKey(event: KeyboardEvent, actions: CursorActions): boolean;
}

export function createCursor(grid: GridState): Cursor {
  /** Column in which a run of Tabs began: Enter returns to it, as in Excel. */
  let tabStart: number | null = null;

  const step = (direction: Direction): void => {
    const { selection } = grid.ui.get();
    if (selection) grid.select(moveCell(selection.active, direction, grid.extent(), 1));
  };
  /** Enter and Tab inside a selected range go through it; false where one cell is selected. */
  const walk = (way: 'down' | 'right', back: boolean): boolean => {
    const { selection } = grid.ui.get();
    const next = selection ? walkInside(selection, way, back) : null;
    if (!next) return false;
    grid.setSelection(next);
    grid.show(next.active);
    return true;
  };
  const enter = (back: boolean): void => {
    const { selection } = grid.ui.get();
    if (!selection || walk('down', back)) return;
    const from = tabStart === null ? selection.active : { row: selection.active.row, col: tabStart };
    tabStart = null;
    grid.select(moveCell(from, back ? 'up' : 'down', grid.extent(), 1));
  };
  const tab = (back: boolean): void => {
    if (walk('right', back)) return;
    tabStart ??= grid.ui.get().selection?.active.col ?? null;
    step(back ? 'left' : 'right');
  };

  const showFirstLoose = (row: number): void => {
    const col = grid.data().columns.findIndex((column) => !column.pinned);
    if (col !== -1) grid.show({ row, col });
  };
  const isBlank = ({ row, col }: CellAt): boolean => {
    const at = grid.row(row);
    const column = grid.column(col);
    return !at || !column || grid.data().reader.isBlank(at, column);
  };

  const perform = (action: KeyAction, actions: CursorActions): void => {
    const extent = grid.extent();
    const selection = grid.ui.get().selection ?? FIRST_CELL;
    const from = (extend: boolean): CellAt => (extend ? lastSpan(selection).to : selection.active);
    switch (action.type) {
      case 'move': {
        tabStart = null;
        const { direction, extend } = action;
        const start = from(extend);
        const to =
          action.by === 'edge'
            ? moveToEdge(start, direction, extent, isBlank)
            : moveCell(start, direction, extent, action.by);
        grid.select(to, extend);
        break;
      }
      case 'home':
      case 'end': {
        const isHome = action.type === 'home';
        const row = action.corner ? (isHome ? 0 : extent.rows - 1) : from(action.extend).row;
        grid.select(clampCell({ row, col: isHome ? 0 : extent.cols - 1 }, extent), action.extend);
        // The first columns are frozen: without this the row's beginning would stay out of sight.
        if (isHome) showFirstLoose(row);
        break;
      }
      case 'edit':
        actions.startEdit(action.keep);
        break;
      case 'openList':
        actions.startEdit(true);
        break;
      case 'today':
        actions.startWith(today());
        break;
      case 'enter':
        enter(action.back);
        break;
      case 'tab':
        tab(action.back);
        break;
      case 'clear':
        actions.clear();
        break;
      case 'selectAll':
        grid.setSelection(selectAll(extent));
        break;
      case 'selectWhole':
        grid.setSelection(widen(selection, action.whole, extent));
        break;
      case 'selectActive':
        grid.setSelection(selectCell(selection.active));
        break;
      case 'showActive':
        grid.show(selection.active);
        break;
      case 'escape':
        grid.ui.set({ bubble: null, copied: [] });
        break;
      case 'menu':
        actions.openMenu();
        break;
    }
  };

  return {
    step,
    enter,
    tab,
    onKey: (event, actions) => {
      const action = keyAction(event, grid.view()?.pageRows() ?? 10);
      if (!action) return false;
      event.preventDefault();
      event.stopPropagation();
      perform(action, actions);
      return true;
    },
  };
}
