// A table on the terminal: title, header and rows with tabs between the cells.
import { footLines, tableCellText, tableTitle, unitLine } from '#shared/format/table-text.ts';
import type { TableResult } from '#shared/tables/table.ts';

export function printTable(print: (line: string) => void, table: TableResult): void {
  print([tableTitle(table), unitLine(table)].join('　').trim());
  print(table.columns.map((column) => (column.group ? `${column.group}/${column.label}` : column.label)).join('\t'));
  for (const row of table.rows) print(table.columns.map((_, at) => tableCellText(row.cells[at])).join('\t'));
  for (const line of footLines(table)) print(line);
  print('');
}
