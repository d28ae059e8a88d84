// The cursor of the 项目表 under the keyboard: arrows, Tab, Enter, Home and End, selecting with Shift.
import type { GridState } from './grid-state.ts';
import { type KeyAction, keyAction } from './key-actions.ts';
import { clampCell, type Direction, FIRST_CELL, moveCell } from './selection.ts';

export interface CursorActions {
  /** F2 keeps the present text, Backspace does not. */
  startEdit(keep: boolean): void;
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
    if (selection) grid.select(moveCell(selection.anchor, direction, grid.size(), 1));
  };
  const enter = (back: boolean): void => {
    const { selection } = grid.ui.get();
    if (!selection) return;
    const from = tabStart === null ? selection.anchor : { row: selection.anchor.row, col: tabStart };
    tabStart = null;
    grid.select(moveCell(from, back ? 'up' : 'down', grid.size(), 1));
  };
  const tab = (back: boolean): void => {
    tabStart ??= grid.ui.get().selection?.anchor.col ?? null;
    step(back ? 'left' : 'right');
  };

  const showFirstLoose = (row: number): void => {
    const first = grid.data().columns.find((column) => !column.pinned);
    if (first) grid.view()?.scrollTo(row, first.key);
  };

  const perform = (action: KeyAction, actions: CursorActions): void => {
    const size = grid.size();
    const lastCol = size.cols - 1;
    const selection = grid.ui.get().selection ?? FIRST_CELL;
    const end = (extend: boolean) => (extend ? selection.focus : selection.anchor);
    switch (action.type) {
      case 'move':
        tabStart = null;
        grid.select(moveCell(end(action.extend), action.direction, size, action.by), action.extend);
        break;
      case 'home':
      case 'end': {
        const isHome = action.type === 'home';
        const row = action.corner ? (isHome ? 0 : size.rows - 1) : end(action.extend).row;
        grid.select(clampCell({ row, col: isHome ? 0 : lastCol }, size), action.extend);
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
        grid.selectRange({ row: 0, col: 0 }, { row: size.rows - 1, col: lastCol });
        break;
      case 'selectRow':
        grid.selectRange({ row: selection.anchor.row, col: 0 }, { row: selection.focus.row, col: lastCol });
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
      const press = { key: event.key, ctrl: event.ctrlKey || event.metaKey, shift: event.shiftKey, alt: event.altKey };
      const action = keyAction(press, grid.view()?.pageRows() ?? 10);
      if (!action) return false;
      event.preventDefault();
      event.stopPropagation();
      perform(action, actions);
      return true;
    },
  };
}
