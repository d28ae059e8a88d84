// A computed table as text for the clipboard: Excel takes it cell by cell.
import { wanText } from '#shared/domain/money.ts';
import { tableCellText, tableTitle } from '#shared/format/table-text.ts';
import type { TableCell, TableResult } from '#shared/tables/table.ts';
import { formatTsv } from '../projects/clipboard.ts';

/** Title, unit, header, rows; amounts are plain numbers, exact or as the table shows them. */
export function tableText(table: TableResult): string {
  const plain = (cell: TableCell): string =>
    cell.kind === 'amount' ? (cell.shown?.digits ?? wanText(cell.fen)) : tableCellText(cell);
  const header = table.columns.map((column) => (column.group ? `${column.group} ${column.label}` : column.label));
  return formatTsv([
    [tableTitle(table)],
    [`单位：${table.unit}`],
    header,
    ...table.rows.map((row) => row.cells.map(plain)),
  ]);
}
