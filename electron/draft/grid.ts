// Tables out of what the formats say: rows of cells with spans, or rows of cells with edges on the page.
import type { DraftCell, DraftTable } from '#shared/draft/draft.ts';

/** A cell between two edges, in any unit; `down` says that it belongs to the one above it. */
export interface EdgeCell {
  left: number;
  right: number;
  isContinued: boolean;
  text: string;
  at: number;
}

/** The table of cells that stand at their row and column. Cells may come in any order; nothing may overlap. */
export function tableOfCells(cells: readonly DraftCell[], headRows = 0): DraftTable {
  const sorted = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
  let rowCount = 0;
  let columnCount = 0;
  for (const { row, column, rowSpan, columnSpan } of sorted) {
    rowCount = Math.max(rowCount, row + rowSpan);
    columnCount = Math.max(columnCount, column + columnSpan);
  }
  return { kind: 'table', rowCount, columnCount, headRows: Math.min(headRows, rowCount), cells: sorted };
}

/**
 * The table of rows of which each says where its cells begin and end. Edges nearer than `tolerance` are one; where every
 * row has as many cells and about the same edges, the places count: people pull borders of single rows.
 */
export function tableOfEdges(rows: readonly (readonly EdgeCell[])[], tolerance: number, headRows = 0): DraftTable {
  const columnOf = isEven(rows) ? null : columnsBetween(rows, tolerance);
  const cells: DraftCell[] = [];
  /** The cell of each column that may go on in the next row. */
  let above = new Map<number, DraftCell>();
  for (const [row, edges] of rows.entries()) {
    const now = new Map<number, DraftCell>();
    let free = 0;
    for (const [place, { left, right, isContinued, text, at }] of edges.entries()) {
      const column = Math.max(free, columnOf === null ? place : columnOf(left));
      const columnSpan = columnOf === null ? 1 : Math.max(1, columnOf(right) - column);
      free = column + columnSpan;
      const upper = above.get(column);
      if (isContinued && upper !== undefined && upper.columnSpan === columnSpan) {
        upper.rowSpan = row - upper.row + 1;
        if (text !== '') upper.text = upper.text === '' ? text : `${upper.text}\n${text}`;
        now.set(column, upper);
      } else {
        const cell = { row, column, rowSpan: 1, columnSpan, text, at };
        cells.push(cell);
        now.set(column, cell);
      }
    }
    above = now;
  }
  return tableOfCells(cells, headRows);
}

/** Whether the n-th cell of each row is the n-th column: no edge is moved by half the width of a cell beside it. */
function isEven(rows: readonly (readonly EdgeCell[])[]): boolean {
  const [first = []] = rows;
  return rows.every(
    (row) =>
      row.length === first.length &&
      row.every(({ left, right }, i) => {
        const model = first[i] as EdgeCell;
        const most = Math.min(right - left, model.right - model.left) / 2;
        return Math.abs(left - model.left) <= most && Math.abs(right - model.right) <= most;
      }),
  );
}

/** Which column an edge is the left side of. */
function columnsBetween(rows: readonly (readonly EdgeCell[])[], tolerance: number): (edge: number) => number {
  const edges = [...new Set(rows.flatMap((row) => row.flatMap(({ left, right }) => [left, right])))].sort(
    (a, b) => a - b,
  );
  const columns = new Map<number, number>();
  let column = -1;
  let first = Number.NEGATIVE_INFINITY;
  for (const edge of edges) {
    if (edge - first > tolerance) {
      column++;
      first = edge;
    }
    columns.set(edge, column);
  }
  return (edge) => columns.get(edge) ?? 0;
}
