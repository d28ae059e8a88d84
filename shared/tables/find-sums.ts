// Which rows and columns of a computed table are sums of others: by its headings, totals and merged headers, and only
// where the exact figures add up. So 舍位平衡 works on any table, also on those that planners make.
import { type Fen, ZERO } from '#shared/values/money.ts';
import type { AmountGrid, SumRule } from './balance.ts';
import type { TableResult, TableRow } from './table.ts';

export interface TableGrid extends AmountGrid {
  /** Index in the table of each column of the grid: those of amounts. */
  columns: number[];
  /** What the outline says, whether or not all its figures add up: a formula looks at each of them. */
  outline: SumRule[];
}

/** The amounts of a table with its sums; a blank cell counts as 0. */
export function findSums({ rows, columns }: Pick<TableResult, 'rows' | 'columns'>): TableGrid {
  const amountColumns = columns.flatMap(({ kind }, index) => (kind === 'amount' ? [index] : []));
  const cells = rows.map((row) =>
    amountColumns.map((index): Fen => {
      const cell = row.cells[index];
      return cell?.kind === 'amount' ? cell.fen : ZERO;
    }),
  );
  const outline = rowCandidates(rows);
  return {
    columns: amountColumns,
    cells,
    outline,
    rowSums: outline.filter(({ total, parts }) =>
      amountColumns.every((_, column) => cells[total]?.[column] === sumOf(parts, (row) => cells[row]?.[column])),
    ),
    columnSums: columnSumsOf(
      amountColumns.map((index) => columns[index]?.group),
      cells,
    ),
  };
}

function sumOf(parts: readonly number[], figure: (part: number) => number | undefined): number {
  return parts.reduce((sum, part) => sum + (figure(part) ?? 0), 0);
}

/** What the outline says: a heading holds the rows one level below it, 合计 all rows of the highest level. */
function rowCandidates(rows: readonly TableRow[]): SumRule[] {
  const sums = rows.flatMap(({ role, depth }, total): SumRule[] => {
    if (role === 'total' || role === 'aside') return [];
    const end = rows.findIndex((row, at) => at > total && (row.role === 'total' || row.depth <= depth));
    const below = rows
      .slice(total + 1, end < 0 ? undefined : end)
      .flatMap((row, at) => (row.role === 'aside' ? [] : [total + 1 + at]));
    const level = Math.min(...below.map((at) => (rows[at] as TableRow).depth));
    const parts = below.filter((at) => rows[at]?.depth === level);
    return parts.length > 0 ? [{ total, parts }] : [];
  });
  const total = rows.findIndex(({ role }) => role === 'total');
  const others = rows.flatMap((row, at) =>
    row.role === 'total' || row.role === 'aside' ? [] : [{ at, depth: row.depth }],
  );
  const top = Math.min(...others.map(({ depth }) => depth));
  const parts = others.filter(({ depth }) => depth === top).map(({ at }) => at);
  return total >= 0 && parts.length > 0 ? [...sums, { total, parts }] : sums;
}

/**
 * Columns under one merged header that make up a column beside it, or the first or last of themselves; columns without
 * a header that make up the first or last of them. A sum counts where it holds in most rows that have figures.
 */
function columnSumsOf(groups: readonly (string | undefined)[], cells: readonly (readonly Fen[])[]): SumRule[] {
  const found: SumRule[] = [];
  const isPart = (column: number): boolean => found.some(({ parts }) => parts.includes(column));
  const tryAll = (candidates: readonly SumRule[]): void => {
    const sum = candidates.find((candidate) => !candidate.parts.some(isPart) && holds(candidate, cells));
    if (sum) found.push(sum);
  };
  const free = groups.flatMap((group, column) => (group === undefined ? [column] : []));
  for (const group of new Set(groups)) {
    if (group === undefined) continue;
    const members = groups.flatMap((name, column) => (name === group ? [column] : []));
    const before = free.filter((column) => column < (members[0] as number)).reverse();
    const after = free.filter((column) => column > (members[0] as number));
    tryAll([...splits(members), ...[...before, ...after].map((total) => ({ total, parts: members }))]);
  }
  tryAll(splits(free));
  // Subtotals of the groups make up a column of their own.
  const subtotals = [...new Set(found.map(({ total }) => total))];
  tryAll(free.map((total) => ({ total, parts: subtotals.filter((column) => column !== total) })));
  return found;
}

/** The first, or the last, as the sum of the others. */
function splits(columns: readonly number[]): SumRule[] {
  const [first, last] = [columns[0], columns.at(-1)];
  if (columns.length < 3 || first === undefined || last === undefined) return [];
  return [
    { total: first, parts: columns.slice(1) },
    { total: last, parts: columns.slice(0, -1) },
  ];
}

function holds({ total, parts }: SumRule, cells: readonly (readonly Fen[])[]): boolean {
  if (parts.length === 0) return false;
  const used = cells.filter((line) => line[total] !== 0 || parts.some((part) => line[part] !== 0));
  const kept = used.filter((line) => line[total] === sumOf(parts, (part) => line[part]));
  return kept.length > 0 && kept.length * 2 > used.length;
}
