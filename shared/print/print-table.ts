// A table as it is handed to the page machine: columns, rows of words, and what a page adds up to.

import type { HeaderColumn } from '../format/header-rows.ts';
import type { Fen } from '../values/money.ts';

export interface PrintColumn extends HeaderColumn {
  align: 'left' | 'center' | 'right';
  /** Words: the width one would like, in characters; one Chinese character takes two. */
  width: number;
  /** Amounts and counts stay on one line. */
  oneLine: boolean;
  /** Amounts take less room in a larger unit. */
  isAmount?: boolean;
  /** Numbers get room for a figure like this even where all of them are short. */
  least?: string;
}

export interface PrintRow {
  /** One text a column. */
  cells: readonly string[];
  strong?: boolean;
  /** Must not be the last line of a page. */
  keepWithNext?: boolean;
  /** A heading that the outline of a PDF leads to. */
  bookmark?: { level: number; title: string };
  /** What a project adds to the sums of its page, one a column; null where a column is not added up. */
  adds?: readonly (Fen | null)[];
  /** 合计 at the end: stands behind 本页小计. */
  closes?: boolean;
}

export interface PrintTable {
  columns: readonly PrintColumn[];
  rows: readonly PrintRow[];
  /** So many columns stand on every sheet where the columns are split. */
  fixedColumns: number;
  /** null: the largest size that fits. */
  fontPt: number | null;
  /** What stands at the end of each page with projects; page: 本页小计, running: 累计 as well. */
  subtotals: 'none' | 'page' | 'running';
  /** The cells of such a row. */
  subtotalRow: (label: string, count: number, sums: readonly (Fen | null)[]) => string[];
}

/** What makes a row a heading; `depth` 0 stands right under the table's own title. */
export function headingRow(title: string, depth: number): Pick<PrintRow, 'keepWithNext' | 'bookmark'> {
  return { keepWithNext: true, bookmark: { level: depth + 2, title: title.replaceAll('\n', '') } };
}
