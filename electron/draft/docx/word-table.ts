// The grid of a Word table from its rows: cells that go on below or to the right become one cell with spans.
import type { WordBlock, WordCell, WordParagraph, WordTable } from './word-tree.ts';

export interface CellSource {
  columnSpan: number;
  /** Word: `restart` begins a merged cell, `continue` goes on with the one above or to the left. */
  down: 'restart' | 'continue' | null;
  right: 'restart' | 'continue' | null;
  paragraphs: WordParagraph[];
}

export interface RowSource {
  isHead: boolean;
  /** Columns of the grid left free in front. */
  before: number;
  cells: CellSource[];
}

/** More columns than any printed table has; a larger span is a fault of the file. */
export const MOST_COLUMNS = 1000;

export function buildTable(rows: readonly RowSource[], after: WordBlock[]): WordTable {
  const cells: WordCell[] = [];
  let columnCount = 0;
  // The cell that covers a column in the row above and may go on below.
  let above = new Map<number, WordCell>();
  rows.forEach((source, row) => {
    const open = new Map<number, WordCell>();
    let column = source.before;
    let left: WordCell | null = null;
    for (const cell of source.cells) {
      const over = above.get(column);
      if (cell.right === 'continue' && left) {
        left.columnSpan += cell.columnSpan;
      } else if (cell.down === 'continue' && over) {
        over.rowSpan = row - over.row + 1;
        open.set(column, over);
        left = over;
      } else {
        const { columnSpan, paragraphs } = cell;
        left = { row, column, rowSpan: 1, columnSpan, paragraphs };
        cells.push(left);
        if (cell.down !== null) open.set(column, left);
      }
      column = Math.min(MOST_COLUMNS, column + cell.columnSpan);
    }
    columnCount = Math.max(columnCount, column);
    above = open;
  });
  const firstPlain = rows.findIndex((row) => !row.isHead);
  return {
    kind: 'table',
    rowCount: rows.length,
    columnCount,
    headRows: firstPlain < 0 ? 0 : firstPlain,
    cells,
    after,
  };
}
