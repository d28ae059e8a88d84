// Small makers for the cells, columns and charts that all tables share.
import { type Fen, wanNumber } from '#shared/domain/money.ts';
import { type ReferenceData, topSources } from '#shared/domain/reference.ts';
import type { ChartSpec, TableCell, TableColumn, TableRow } from './table.ts';

export function textCell(text: string): TableCell {
  return { kind: 'text', text };
}

export function countCell(value: number): TableCell {
  return { kind: 'count', value };
}

export function amountCell(fen: Fen): TableCell {
  return { kind: 'amount', fen };
}

export const NAME_KEY = 'name';
export const COUNT_COLUMN: TableColumn = { key: 'count', label: '项目个数', kind: 'count' };
export const TOTAL_COLUMN: TableColumn = { key: 'total', label: '总投资', kind: 'amount' };
/** Column of money that is not broken down by source; shown only where there is any. */
export const UNSPLIT_SOURCE_KEY = 'source:?';

export function nameColumn(label: string): TableColumn {
  return { key: NAME_KEY, label, kind: 'text' };
}

/** One column a top-level fund source, under the merged header 资金来源. */
export function sourceColumns(reference: Pick<ReferenceData, 'fundSources'>, group = '资金来源'): TableColumn[] {
  return topSources(reference).map(({ id, name }) => ({ key: `source:${id}`, label: name, group, kind: 'amount' }));
}

/** A bar or pie chart with one series of amounts. */
export function amountChart(
  id: string,
  title: string,
  kind: ChartSpec['kind'],
  points: readonly { label: string; fen: Fen }[],
): ChartSpec {
  return {
    id,
    title,
    kind,
    unit: '万元',
    labels: points.map(({ label }) => label),
    series: [{ name: '总投资', values: points.map(({ fen }) => wanNumber(fen)) }],
  };
}

/** A bar chart of project counts. */
export function countChart(id: string, title: string, points: readonly { label: string; count: number }[]): ChartSpec {
  return {
    id,
    title,
    kind: 'bar',
    unit: '个',
    labels: points.map(({ label }) => label),
    series: [{ name: '项目个数', values: points.map(({ count }) => count) }],
  };
}

/** True where a column of amounts or counts holds anything but zero. */
export function hasFigures(rows: readonly TableRow[], columns: readonly TableColumn[], key: string): boolean {
  const index = columns.findIndex((column) => column.key === key);
  return rows.some((row) => {
    const cell = row.cells[index];
    return (cell?.kind === 'amount' && cell.fen !== 0) || (cell?.kind === 'count' && cell.value !== 0);
  });
}

/** Takes a column out of columns and rows, unless it holds figures: 未分解来源 shows only where there is any. */
export function dropIfEmpty(
  columns: TableColumn[],
  rows: TableRow[],
  key: string,
): { columns: TableColumn[]; rows: TableRow[] } {
  if (hasFigures(rows, columns, key)) return { columns, rows };
  const index = columns.findIndex((column) => column.key === key);
  if (index < 0) return { columns, rows };
  return {
    columns: columns.toSpliced(index, 1),
    rows: rows.map((row) => ({ ...row, cells: row.cells.toSpliced(index, 1) })),
  };
}
