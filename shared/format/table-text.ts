// Titles and paper of computed tables, the same in spreadsheet, print and on screen.
import { formatWanFull, groupDigits } from '../domain/money.ts';
import type { TableCell, TableResult } from '../tables/table.ts';

/** The line over a table: its number and name. */
export function tableTitle(table: Pick<TableResult, 'id' | 'title'>): string {
  return table.title.startsWith(table.id) ? table.title : `${table.id}  ${table.title}`;
}

/** The paper on which a table of so many columns is readable (handbook 5.2: A4 横 up to 12 columns, else A3 横). */
export function tablePaper(columns: number): { size: 'A3' | 'A4'; orientation: 'portrait' | 'landscape' } {
  if (columns <= 6) return { size: 'A4', orientation: 'portrait' };
  return { size: columns <= 12 ? 'A4' : 'A3', orientation: 'landscape' };
}

/** A cell as printed: amounts with thousands separators and all their decimals, blanks empty. */
export function tableCellText(cell: TableCell | undefined): string {
  if (cell === undefined || cell.kind === 'blank') return '';
  if (cell.kind === 'amount') return cell.shown ? groupDigits(cell.shown.digits) : formatWanFull(cell.fen);
  return cell.kind === 'count' ? String(cell.value) : cell.text;
}
