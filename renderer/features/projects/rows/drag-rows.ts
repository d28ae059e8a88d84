// Dragging projects to another place by the grip in 序号.
import type { Place } from '#shared/contract/methods.ts';
import type { GridState } from '../grid-state.ts';
import { type Drop, dragWithLine } from './drag-line.ts';
import { placeAt } from './row-places.ts';

/** Listens in the grid; `selectedIds` are the selected projects, which go along with the one that is dragged. */
export function listenToRowGrips(
  host: HTMLElement,
  grid: GridState,
  selectedIds: () => readonly string[],
  move: (ids: readonly string[], place: Place) => void,
): () => void {
  const dropAt = (ids: readonly string[], x: number, y: number): Drop | null => {
    const element = document.elementFromPoint(x, y)?.closest('.ag-row[row-index]');
    if (!element || !host.contains(element)) return scrollAt(y);
    const index = Number(element.getAttribute('row-index'));
    const box = element.getBoundingClientRect();
    const after = y > box.top + box.height / 2;
    const place = placeAt(grid.data().rows, index, after);
    if (!place) return null;
    const outer = host.getBoundingClientRect();
    const top = (after ? box.bottom : box.top) - 1;
    return { line: { left: outer.left, top, width: outer.width, height: 2 }, run: () => move(ids, place) };
  };
  /** Beyond the upper or lower edge the table scrolls by a row. */
  const scrollAt = (y: number): null => {
    const body = host.querySelector('.ag-body')?.getBoundingClientRect();
    const view = grid.view();
    if (!body || !view) return null;
    const shown = [...host.querySelectorAll('.ag-body .ag-row[row-index]')].map((row) =>
      Number(row.getAttribute('row-index')),
    );
    if (y < body.top) view.api.ensureIndexVisible(Math.max(0, Math.min(...shown) - 1));
    if (y > body.bottom)
      view.api.ensureIndexVisible(Math.min(grid.data().rows.rows.length - 1, Math.max(...shown) + 1));
    return null;
  };
  const onDown = (event: MouseEvent): void => {
    const grip = event.target instanceof Element ? event.target.closest<HTMLElement>('.xj-grip') : null;
    const id = grip?.dataset.project;
    if (id === undefined || event.button !== 0) return;
    // Not a selection: the grid must not see it.
    event.preventDefault();
    event.stopPropagation();
    const selected = selectedIds();
    const ids = selected.includes(id) ? selected : [id];
    dragWithLine((x, y) => dropAt(ids, x, y));
  };
  host.addEventListener('mousedown', onDown, true);
  return () => host.removeEventListener('mousedown', onDown, true);
}
