// A printed table whose header lost one of the fund sources, so that all names behind it stand one column too far left
// (handbook 1.2 D10): the names are put right, and X07 says so.

import type { FundSource } from '#shared/domain/reference.ts';
import { addFen, type Fen, subtractFen, ZERO } from '#shared/values/money.ts';
import type { PublishedGrid, PublishedRow } from '../domain/published-table.ts';
import { fenOf } from './published-wording.ts';

/** Gaps of rounding do not count. */
const ROUNDING: Fen = 10_000_000 as Fen;

/** What each row's total has over its parts; rows without a total are left out. */
export function gapsOf(grid: Pick<PublishedGrid, 'columns' | 'rows'>): { row: PublishedRow; fen: Fen }[] {
  const total = grid.columns.findIndex(({ role }) => role === 'total');
  return grid.rows.flatMap((row) => {
    const figure = row.figures[total];
    if (!figure) return [];
    const parts = row.figures.filter((_, index) => grid.columns[index]?.role === 'part');
    return [{ row, fen: subtractFen(fenOf(figure), addFen(...parts.map((part) => (part ? fenOf(part) : ZERO)))) }];
  });
}

/** True where in most rows the parts stay far below the total: a whole column is missing. */
export function lacksColumn(grid: Pick<PublishedGrid, 'columns' | 'rows'>): boolean {
  if (!grid.columns.some(({ role }) => role === 'part')) return false;
  const gaps = gapsOf(grid).filter(({ fen }) => fen > ROUNDING);
  return gaps.length >= 2 && gaps.length * 3 >= grid.rows.length * 2;
}

/**
 * The grid with its columns named rightly. Only where it is plain: the print names all fund sources but one, the column
 * that would be the missing one holds nothing but zeros, and every row lacks money.
 */
export function withRightHeaders(grid: PublishedGrid, sources: readonly FundSource[]): PublishedGrid {
  const named = sources.map(({ name, aliases }) => ({ name, all: [name, ...aliases] }));
  const parts = grid.columns.flatMap(({ role, label }, index) => {
    if (role !== 'part') return [];
    return [{ index, at: named.findIndex(({ all }) => all.includes(label.replaceAll(/\s/g, ''))) }];
  });
  const missing = named.findIndex((_, at) => !parts.some((part) => part.at === at));
  const isAllButOne =
    parts.length === named.length - 1 && parts.every(({ at }, order) => at === order + (order >= missing ? 1 : 0));
  const first = parts[missing];
  const [header, lost] = [named[missing], named.at(-1)];
  if (!isAllButOne || !first || !header || !lost || !lacksColumn(grid)) return grid;
  if (grid.rows.some((row) => (row.figures[first.index]?.value ?? 0) !== 0)) return grid;
  const columns = grid.columns.map((column, index) => {
    const order = parts.findIndex((part) => part.index === index);
    const right = named[order];
    return order < missing || !right ? column : { ...column, label: right.name, printedAs: column.label };
  });
  return { ...grid, columns, slipped: { header: header.name, lost: lost.name } };
}
