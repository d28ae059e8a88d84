// Draws a column's header: its name, an arrow while the table is sorted by it, and the button of its drop-down.
import type { IHeaderComp, IHeaderParams } from 'ag-grid-community';

/** What the headers ask while they are drawn. */
export interface HeaderContext {
  /** Direction and place among the sort columns; null: not sorted by it. */
  sortOf(key: string): { direction: 'asc' | 'desc'; place: number; of: number } | null;
  isFiltered(key: string): boolean;
  open(key: string, at: DOMRect): void;
}

export interface HeaderOptions {
  context: () => HeaderContext;
  /** 序号 has no drop-down. */
  hasMenu: boolean;
  /** What the column is for, shown at its name: over the button it would hide the drop-down. */
  help: string;
}

export class GridHeader implements IHeaderComp {
  private readonly root = document.createElement('div');
  private readonly sort = document.createElement('span');
  private readonly button = document.createElement('button');
  private options!: IHeaderParams & HeaderOptions;

  init(params: IHeaderParams & HeaderOptions): void {
    this.root.className = 'xj-head';
    const label = document.createElement('span');
    label.className = 'xj-head-label';
    label.textContent = params.displayName;
    label.title = params.help;
    this.sort.className = 'xj-head-sort';
    this.root.append(label, this.sort);
    if (params.hasMenu) {
      this.button.type = 'button';
      this.button.className = 'xj-head-menu';
      // Reached by its command; the grid keeps Tab for the cells.
      this.button.tabIndex = -1;
      this.button.dataset.column = params.column.getColId();
      this.button.setAttribute('aria-label', `${params.displayName}：排序和筛选`);
      // Neither moves the column nor takes the focus out of the grid.
      for (const type of ['mousedown', 'pointerdown', 'touchstart']) {
        this.button.addEventListener(type, (event) => {
          event.stopPropagation();
          if (type === 'mousedown') event.preventDefault();
        });
      }
      this.button.addEventListener('click', () =>
        this.options.context().open(this.options.column.getColId(), this.button.getBoundingClientRect()),
      );
      this.root.append(this.button);
    }
    this.refresh(params);
  }

  refresh(params: IHeaderParams & HeaderOptions): boolean {
    if (this.options && this.options.displayName !== params.displayName) return false;
    this.options = params;
    const key = params.column.getColId();
    const sorted = params.context().sortOf(key);
    const arrow = sorted?.direction === 'asc' ? '↑' : '↓';
    this.sort.textContent = sorted ? `${arrow}${sorted.of > 1 ? sorted.place : ''}` : '';
    this.button.classList.toggle('is-filtered', params.context().isFiltered(key));
    return true;
  }

  getGui(): HTMLElement {
    return this.root;
  }
}
