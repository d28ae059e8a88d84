// What the rest of the window may ask of the 项目表: commands, jumps, its menus.

export interface GridHandle {
  /** Takes over what is being typed in a cell. */
  commit(): void;
  copy(cut: boolean): void;
  paste(): void;
  clear(): void;
  fillDown(): void;
  selectAll(): void;
  find(): void;
  addRow(): void;
  removeRows(): void;
  moveRows(direction: 'up' | 'down'): void;
  openCard(): void;
  setCollapsed(all: boolean): void;
  toggleEmpty(): void;
  toggleFilter(): void;
  clearFilters(): void;
  /** The project and column under the cursor. */
  current(): { projectId: string | null; columnKey: string | null };
  focus(): void;
}
