// Cells of a sheet in one line each, so that tests can state what they expect as a table.
import { type CellValue, cellAddress, type SheetCell, type WorkbookData } from '#shared/sheet/sheet.ts';

const LETTER: Record<CellValue['kind'], string> = { text: 't', number: 'n', date: 'd', boolean: 'b', error: 'e' };

/** { A1: 't:合计', B1: 'n:12.5', C1: 'n:3 =SUM(A1:B1)', D1: 'none =A1' } of one sheet. */
export function showCells(book: WorkbookData, sheet = 0): Record<string, string> {
  const shown: Record<string, string> = {};
  for (const row of book.sheets[sheet]?.rows ?? []) {
    for (const cell of row.cells) shown[cellAddress(cell.row, cell.column)] = showCell(cell);
  }
  return shown;
}

function showCell({ value, formula }: SheetCell): string {
  const content = value === null ? 'none' : `${LETTER[value.kind]}:${value.text}`;
  return formula === undefined ? content : `${content} =${formula}`;
}

/** Value and format of one cell, for tests of formats. */
export function formatAt(book: WorkbookData, row: number, column: number): string | undefined {
  const cell = book.sheets[0]?.rows.find((r) => r.row === row)?.cells.find((c) => c.column === column);
  return cell?.value && 'format' in cell.value ? cell.value.format : undefined;
}
