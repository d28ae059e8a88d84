// The cells of one table of a page while its tags come by: rows, spans, and the columns that are free.

import { MOST_COLUMNS, MOST_ROWS, spanOf } from '#electron/excel/read/html-table.ts';
import type { HtmlTag } from '#electron/excel/read/html-tags.ts';
import type { ReadBudget } from '#electron/excel/read/limits.ts';
import { tooLarge } from '#electron/excel/read/read-error.ts';
import type { DraftCell, DraftTable } from '#shared/draft/draft.ts';
import { tableOfCells } from '../grid.ts';

export interface HtmlGrid {
  beginRow(): void;
  /** Rows behind a closing </tr> begin anew; `isHead` for those of <thead>. */
  endRow(isHead: boolean): void;
  beginCell(tag: HtmlTag, at: number): void;
  /** Gives the open cell its text. */
  endCell(text: string): void;
  readonly isCellOpen: boolean;
  finish(): DraftTable;
}

export function createHtmlGrid(budget: ReadBudget): HtmlGrid {
  const cells: DraftCell[] = [];
  /** For each column the first row that no cell from above reaches. */
  const free: number[] = [];
  let row = -1;
  let column = 0;
  let isRowOpen = false;
  let inHead = false;
  let headRows = 0;
  let onlyHeads = true;
  let open: DraftCell | null = null;

  return {
    beginRow,
    endRow(isHead) {
      isRowOpen = false;
      inHead = isHead;
    },
    beginCell(tag, at) {
      if (!isRowOpen) beginRow();
      while ((free[column] ?? 0) > row) column++;
      const columnSpan = spanOf(tag, 'colspan', MOST_COLUMNS);
      const rowSpan = spanOf(tag, 'rowspan', MOST_ROWS);
      if (column + columnSpan > budget.columns) throw tooLarge(`表格超过 ${budget.columns} 列`);
      open = { row, column, rowSpan, columnSpan, text: '', at };
      cells.push(open);
      for (let i = 0; i < columnSpan; i++) free[column + i] = Math.max(free[column + i] ?? 0, row + rowSpan);
      column += columnSpan;
      // Rows of <th> alone at the top are heads where there is no <thead>.
      if (tag.name !== 'th') onlyHeads = false;
    },
    endCell(text) {
      if (open !== null) open.text = text;
      open = null;
    },
    get isCellOpen() {
      return open !== null;
    },
    finish() {
      closeHeads();
      // Cells that reach below the last row end with it.
      for (const cell of cells) cell.rowSpan = Math.min(cell.rowSpan, row + 1 - cell.row);
      return tableOfCells(cells, headRows);
    },
  };

  function beginRow(): void {
    closeHeads();
    row++;
    column = 0;
    isRowOpen = true;
    onlyHeads = true;
  }

  function closeHeads(): void {
    if (row >= 0 && headRows === row && (inHead || (onlyHeads && cells.at(-1)?.row === row))) headRows = row + 1;
  }
}
