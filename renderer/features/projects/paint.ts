// Marks single cells that are on the screen: the active one and those that the search found. Cells drawn later take
// their marks from the cell class rules.
import type { GridState } from './grid-state.ts';
import type { GridView } from './grid-view.ts';
import { TOTAL_ROW } from './selection.ts';

/** Moves the mark of the active cell. */
export function paintActive(host: HTMLElement, grid: GridState, view: GridView): void {
  for (const cell of host.querySelectorAll('.xj-cursor')) cell.classList.remove('xj-cursor');
  const active = grid.active();
  if (active) view.cellElement(active.cell.row, active.column.key)?.classList.add('xj-cursor');
}

/** Sets or clears the marks of the search on all drawn cells. */
export function paintHits(host: HTMLElement, grid: GridState): void {
  const { hits } = grid.ui.get();
  for (const cell of host.querySelectorAll('.ag-row[row-index] .ag-cell')) {
    const row = cell.closest('[row-index]')?.getAttribute('row-index') ?? '';
    const index = row.startsWith('t-') ? TOTAL_ROW : Number(row);
    const col = grid.indexOfColumn(cell.getAttribute('col-id') ?? '');
    cell.classList.toggle('xj-hit', hits.has(hitKey(index, col)));
  }
}

/** The name of a cell in the set of hits. */
export function hitKey(row: number, col: number): string {
  return `${row},${col}`;
}
