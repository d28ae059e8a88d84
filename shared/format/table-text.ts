// Words and paper of computed tables, the same in spreadsheet, print and on screen.

import type { TableCell, TableResult } from '../tables/table.ts';
import { formatWanFull, groupDigits } from '../values/money.ts';

/** The line over a table: its number and name. */
export function tableTitle({ number, title }: Pick<TableResult, 'number' | 'title'>): string {
  return number === '' ? title : `${number}  ${title}`;
}

/** '单位：万元', of a table without amounts '单位：个'; '' for a table whose rows have units of their own. */
export function unitLine({ unit, columns }: Pick<TableResult, 'unit' | 'columns'>): string {
  if (columns.some(({ kind }) => kind === 'amount')) return `单位：${unit}`;
  const counted = new Set(columns.flatMap(({ counts }) => counts ?? []));
  return counted.size === 0 ? '' : `单位：${[...counted].join('、')}`;
}

/** The lines under a table: 注 and 数据来源. */
export function footLines({ notes, source }: Pick<TableResult, 'notes' | 'source'>): string[] {
  const numbered = notes.length > 1 ? notes.map((note, index) => `${index + 1}. ${note}`) : notes;
  return [...numbered.map((note, index) => `${index === 0 ? '注：' : '　　'}${note}`), source];
}

/** The paper on which a table of so many columns is readable (handbook 5.2: A4 横 up to 12 columns, else A3 横). */
export function tablePaper(columns: number): { size: 'A3' | 'A4'; orientation: 'portrait' | 'landscape' } {
  if (columns <= 6) return { size: 'A4', orientation: 'portrait' };
  return { size: columns <= 12 ? 'A4' : 'A3', orientation: 'landscape' };
}

/** A cell as printed: amounts with thousands separators and all their decimals, blanks empty. */
export function tableCellText(cell: TableCell | undefined): string {
  switch (cell?.kind) {
    case 'amount':
      return cell.shown ? groupDigits(cell.shown.digits) : formatWanFull(cell.fen);
    case 'count':
      return String(cell.value);
    case 'share':
      return cell.percent === null ? '' : cell.percent.toFixed(2);
    case 'text':
      return cell.text;
    default:
      return '';
  }
}
