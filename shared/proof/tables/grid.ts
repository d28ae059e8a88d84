// The cells of a table as a grid: a cell over several rows or columns stands at each of its places.
import type { DraftCell, DraftTable } from '#shared/draft/draft.ts';

export interface Grid {
  rowCount: number;
  columnCount: number;
  /** The cell that covers a place; null for none. */
  at(row: number, column: number): DraftCell | null;
  /** Its words in one line without blanks at line ends. */
  text(row: number, column: number): string;
  /** True where a cell begins here. */
  isOrigin(row: number, column: number): boolean;
}

/** More places than a table of a document has; what a damaged span covers beyond is left out. */
const MOST_PLACES = 200_000;

export function gridOf({ rowCount, columnCount, cells }: DraftTable): Grid {
  const rows = Math.min(rowCount, Math.floor(MOST_PLACES / Math.max(1, columnCount)));
  const places: (DraftCell | null)[] = Array.from({ length: rows * columnCount }, () => null);
  const words = new Map<DraftCell, string>();
  for (const cell of cells) {
    words.set(cell, cell.text.replaceAll(/\s*\n\s*/g, '').trim());
    for (let row = cell.row; row < Math.min(rows, cell.row + cell.rowSpan); row += 1)
      for (let column = cell.column; column < Math.min(columnCount, cell.column + cell.columnSpan); column += 1)
        places[row * columnCount + column] ??= cell;
  }
  const at = (row: number, column: number): DraftCell | null =>
    row < 0 || column < 0 || row >= rows || column >= columnCount ? null : (places[row * columnCount + column] ?? null);
  return {
    rowCount: rows,
    columnCount,
    at,
    text: (row, column) => words.get(at(row, column) as DraftCell) ?? '',
    isOrigin: (row, column) => {
      const cell = at(row, column);
      return cell !== null && cell.row === row && cell.column === column;
    },
  };
}
