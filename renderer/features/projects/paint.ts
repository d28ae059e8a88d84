// Marks the selected cells that are on the screen. Cells drawn later take their marks from the cell class rules.
import type { GridState } from './grid-state.ts';
import { isInRange, rangeOf, TOTAL_ROW } from './selection.ts';

/** Sets or clears the marks on all drawn cells. */
export function paintSelection(host: HTMLElement, grid: GridState): void {
  const { selection } = grid.ui.get();
  const range = selection ? rangeOf(selection) : null;
  const columns = new Map(grid.data().columns.map((column, index) => [column.key, index]));
  for (const rowElement of host.querySelectorAll('.ag-row[row-index]')) {
    const at = rowElement.getAttribute('row-index') ?? '';
    const row = at.startsWith('t-') ? TOTAL_ROW : Number(at);
    for (const cell of rowElement.querySelectorAll('.ag-cell')) {
      const col = columns.get(cell.getAttribute('col-id') ?? '') ?? -1;
      cell.classList.toggle('xj-selected', range !== null && isInRange(range, row, col));
      cell.classList.toggle('xj-cursor', selection?.anchor.row === row && selection.anchor.col === col);
    }
  }
}
