// Where a key moves the cursor of the 项目表: a cell, a page, or the edge of the data as Ctrl with an arrow finds it.
import { type CellAt, type Extent, TOTAL_ROW } from './selection.ts';

export type Direction = 'up' | 'down' | 'left' | 'right';

const STEPS: Record<Direction, CellAt> = {
  up: { row: -1, col: 0 },
  down: { row: 1, col: 0 },
  left: { row: 0, col: -1 },
  right: { row: 0, col: 1 },
};

/** Some cells further; stays inside the table. */
export function moveCell(cell: CellAt, direction: Direction, extent: Extent, by: number): CellAt {
  const step = STEPS[direction];
  return clampCell({ row: cell.row + step.row * by, col: cell.col + step.col * by }, extent);
}

/**
 * The end of the block of filled cells, or the next filled cell beyond blank ones, or the edge of the table, as
 * Ctrl+arrow goes in Excel.
 */
export function moveToEdge(
  cell: CellAt,
  direction: Direction,
  extent: Extent,
  isBlank: (cell: CellAt) => boolean,
): CellAt {
  const next = (from: CellAt): CellAt => moveCell(from, direction, extent, 1);
  const isSame = (a: CellAt, b: CellAt): boolean => a.row === b.row && a.col === b.col;
  let at = next(cell);
  if (isSame(at, cell)) return cell;
  const stopsAtBlank = !isBlank(cell) && !isBlank(at);
  while (true) {
    const beyond = next(at);
    if (isSame(beyond, at)) return at;
    if (stopsAtBlank ? isBlank(beyond) : !isBlank(at)) return at;
    at = beyond;
  }
}

export function clampCell(cell: CellAt, { rows, cols, firstCol }: Extent): CellAt {
  return {
    row: Math.max(Math.min(cell.row, rows - 1), rows > 0 ? 0 : TOTAL_ROW),
    col: Math.max(firstCol, Math.min(cell.col, cols - 1)),
  };
}
