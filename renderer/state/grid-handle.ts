// What the rest of the window may ask of the 项目表: commands, jumps, its menus.
import type { Place } from '#shared/contract/methods.ts';

/** Where the cursor of the 项目表 stands. */
export interface GridPlace {
  projectId: string | null;
  /** The row's key among our own figures, on a heading or 合计: category:ID, total. */
  figureRow: string | null;
  columnKey: string | null;
}

export interface GridHandle {
  /** Takes over what is being typed in a cell. */
  commit(): void;
  copy(cut: boolean): void;
  /** 带表头复制 */
  copyWithHeaders(): void;
  paste(way: 'plain' | 'special' | 'asNew'): void;
  clear(): void;
  fill(what: 'down' | 'right' | 'series'): void;
  selectAll(): void;
  find(mode: 'find' | 'replace'): void;
  rows: RowActions;
  /** Filters, sorting, folding, columns. */
  look: LookActions;
  /** The project and column under the cursor. */
  current(): GridPlace;
  focus(): void;
  /** Takes the keys back when a dialog has closed, unless the user has gone to another field by then. */
  refocus(): void;
}

/** "This column" and "this heading" are those under the cursor. */
export interface LookActions {
  filterColumn(): void;
  /** Keeps the projects that have the value under the cursor. */
  filterByValue(): void;
  clearFilters(): void;
  sort(direction: 'asc' | 'desc'): void;
  unsort(): void;
  /** Folds or unfolds the heading under the cursor, or the one that the project stands under. */
  fold(folded: boolean): void;
  foldToLevel(level: number): void;
  toggleHeading(id: string): void;
  toggleEmpty(): void;
  toggleWrap(): void;
  /** Freezes the columns up to the one under the cursor; pressed again, the usual ones. */
  freeze(key?: string): void;
  hideColumn(key?: string): void;
}

/** What is done to the selected projects; where a heading is selected, some mean all that stands beneath it. */
export interface RowActions {
  /** As many empty projects as are selected. */
  add(where: 'above' | 'below'): Promise<void>;
  duplicate(): Promise<void>;
  remove(): Promise<void>;
  move(way: 'up' | 'down'): Promise<void>;
  /** Puts projects to a place, as dragging does. */
  moveBeside(ids: readonly string[], place: Place): Promise<void>;
  /** Asks for a heading; all the projects of a selected heading are meant. */
  moveToCategory(): void;
  /** Asks for a column and a value. */
  fillColumn(): void;
  /** Makes the sorted order the plan's. */
  arrange(): Promise<void>;
  openCard(): void;
}
