// The printed header of a table: one row, or two where some columns stand under a merged header.

/** A header cell with the cells it spans; rows and columns count from 0. */
export interface HeaderCell {
  label: string;
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
}

export interface HeaderColumn {
  label: string;
  group?: string | undefined;
}

/** How many rows the header needs. */
export function headerDepth(columns: readonly HeaderColumn[]): 1 | 2 {
  return columns.some((column) => column.group !== undefined) ? 2 : 1;
}

/** All header cells, row by row; neighbours of the same group share one merged header. */
export function headerCells(columns: readonly HeaderColumn[]): HeaderCell[] {
  const depth = headerDepth(columns);
  const upper: HeaderCell[] = [];
  const lower: HeaderCell[] = [];
  let open: HeaderCell | null = null;
  columns.forEach(({ label, group }, column) => {
    if (group === undefined) {
      open = null;
      upper.push({ label, row: 0, column, rowSpan: depth, columnSpan: 1 });
      return;
    }
    if (open?.label === group) {
      open.columnSpan += 1;
    } else {
      open = { label: group, row: 0, column, rowSpan: 1, columnSpan: 1 };
      upper.push(open);
    }
    lower.push({ label, row: 1, column, rowSpan: 1, columnSpan: 1 });
  });
  return [...upper, ...lower];
}
