// A table as the command line prints it with --json: labels, counts as numbers, amounts as exact decimal texts.
import { wanText } from '#shared/values/money.ts';
import type { TableCell, TableResult } from './table.ts';

export interface TableJson {
  id: string;
  number: string;
  title: string;
  unit: TableResult['unit'];
  columns: string[];
  rows: (string | number | null)[][];
  notes: string[];
}

function cellJson(cell: TableCell): string | number | null {
  switch (cell.kind) {
    case 'text':
      return cell.text;
    case 'count':
      return cell.value;
    case 'amount':
      return cell.shown ? cell.shown.digits.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '') : wanText(cell.fen);
    case 'share':
      return cell.percent;
    case 'blank':
      return null;
  }
}

/** The shape of the contract: {"id","title","unit","columns","rows"} and the remarks under the table. */
export function tableJson({ id, number, title, unit, columns, rows, notes }: TableResult): TableJson {
  return {
    id,
    number,
    title,
    unit,
    columns: columns.map(({ label }) => label),
    rows: rows.map((row) => row.cells.map(cellJson)),
    notes,
  };
}
