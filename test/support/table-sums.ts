// What must hold in any table of money: every row is its columns, every column its rows, up to the rows and columns that
// the table itself sets apart (其中：未分解, 减：多出部分).
import { expect } from 'vitest';
import type { TableResult, TableRow } from '#shared/tables/table.ts';

/** A figure of a table: 分 or a count; a blank says that there is nothing to sum. */
export function figureAt(row: TableRow | undefined, column: number): number {
  const cell = row?.cells[column];
  return cell?.kind === 'amount'
    ? cell.fen
    : cell?.kind === 'count'
      ? cell.value
      : cell?.kind === 'blank'
        ? 0
        : Number.NaN;
}

const isOf = (row: TableRow, mark: string): boolean => row.key.split('|').some((part) => part.endsWith(`:${mark}`));

/** Each row's own sum is that of its columns, 减 taken off. */
export function expectRowSums({ id, columns, rows }: TableResult): void {
  const total = columns.findIndex(({ key }) => key === 'total');
  const parts = columns.flatMap(({ key, kind }, index) => (kind === 'amount' && key.includes(':') ? [index] : []));
  if (total < 0 || parts.length === 0) return;
  for (const row of rows) {
    // What is taken off a column is no part of a row.
    if (isOf(row, '?over')) continue;
    const sum = parts.reduce((all, at) => all + figureAt(row, at) * (columns[at]?.key.endsWith(':?over') ? -1 : 1), 0);
    expect([id, row.key, sum]).toEqual([id, row.key, figureAt(row, total)]);
  }
}

/** The rows below a sum make it, money column by column: rows set apart count where they say so. */
export function expectColumnSums({ id, columns, rows }: TableResult): void {
  const sum = (whole: TableRow, below: readonly TableRow[]): void => {
    if (below.length === 0) return;
    const isApart = below.some(({ role }) => role === 'aside') || columns.some(({ key }) => key.endsWith(':?over'));
    columns.forEach(({ key, kind }, at) => {
      if (kind !== 'amount') return;
      const isMember = key.includes(':');
      // What single rows lack is known for the whole, and the other way round.
      if (/:\?(over)?$/.test(key.split('|')[0] ?? '') && (isApart || whole.cells[at]?.kind === 'blank')) return;
      const made = below.reduce((all, row) => {
        if (isOf(row, '?open')) return all + (isMember ? figureAt(row, at) : 0);
        return all + (isOf(row, '?over') ? -1 : 1) * figureAt(row, at);
      }, 0);
      expect([id, whole.key, key, made]).toEqual([id, whole.key, key, figureAt(whole, at)]);
    });
  };
  const total = rows.find(({ role }) => role === 'total');
  if (total)
    sum(
      total,
      rows.filter(({ role, depth }) => role !== 'total' && depth === 0),
    );
  rows.forEach((row, at) => {
    if (row.role !== 'heading') return;
    const end = rows.findIndex(({ depth, role }, next) => next > at && (depth === 0 || role === 'total'));
    sum(row, rows.slice(at + 1, end < 0 ? undefined : end));
  });
}
