// One table of an OpenDocument text while its elements come by.
import type { ReadBudget } from '#electron/excel/read/limits.ts';
import { tooLarge } from '#electron/excel/read/read-error.ts';
import type { XmlTag } from '#electron/excel/read/xml-tag.ts';
import type { DraftCell, DraftTable } from '#shared/draft/draft.ts';
import { cleanText } from '../clean-text.ts';
import { tableOfCells } from '../grid.ts';

export interface OdtTable {
  beginHead(): void;
  endHead(): void;
  beginRow(tag: XmlTag): void;
  endRow(): void;
  beginCell(tag: XmlTag, at: number): void;
  endCell(): void;
  /** <table:covered-table-cell>: a place that a cell beside or above it covers. */
  cover(tag: XmlTag): void;
  /** A paragraph of the open cell. */
  line(text: string): void;
  finish(): DraftTable;
}

export function createOdtTable(budget: ReadBudget): OdtTable {
  const cells: DraftCell[] = [];
  let inHead = false;
  let headRows = 0;
  let row = 0;
  let column = 0;
  let rowRepeat = 1;
  let cellRepeat = 1;
  let rowStart = 0;
  let open: DraftCell | null = null;
  let lines: string[] = [];
  return {
    beginHead() {
      inHead = true;
    },
    endHead() {
      inHead = false;
      headRows = row;
    },
    beginRow(tag) {
      rowRepeat = numberOf(tag, 'number-rows-repeated');
      column = 0;
      rowStart = cells.length;
    },
    endRow() {
      const made = cells.slice(rowStart);
      // Rows that repeat empty fill the rest of a sheet; those with texts are rows.
      const times = made.some((cell) => cell.text !== '') ? rowRepeat : 1;
      if (cells.length + made.length * times > budget.cells) throw tooLarge('表格的单元格过多');
      for (let i = 1; i < times; i++) cells.push(...made.map((cell) => ({ ...cell, row: cell.row + i })));
      row += times;
    },
    beginCell(tag, at) {
      cellRepeat = numberOf(tag, 'number-columns-repeated');
      open = {
        row,
        column,
        rowSpan: numberOf(tag, 'number-rows-spanned'),
        columnSpan: numberOf(tag, 'number-columns-spanned'),
        text: '',
        at,
      };
      lines = [];
    },
    endCell() {
      if (open === null) return;
      open.text = cleanText(lines.join('\n'));
      const times = open.text === '' ? Math.min(cellRepeat, budget.columns - column) : cellRepeat;
      if (column + times > budget.columns) throw tooLarge(`表格超过 ${budget.columns} 列`);
      for (let i = 0; i < times; i++) cells.push({ ...open, column: column + i });
      column += times;
      open = null;
    },
    cover(tag) {
      column += numberOf(tag, 'number-columns-repeated');
    },
    line(text) {
      lines.push(text);
    },
    finish() {
      if (inHead) headRows = row;
      for (const cell of cells) cell.rowSpan = Math.min(cell.rowSpan, row - cell.row);
      return tableOfCells(cells, headRows);
    },
  };
}

function numberOf(tag: XmlTag, name: string): number {
  const text = tag.word(name);
  return text !== undefined && /^[1-9]\d{0,6}$/.test(text) ? Number(text) : 1;
}
