// 舍位平衡: rounds a table of amounts so that rows and columns still add up. Each figure goes to the unit below or above
// its exact value, as near to ordinary rounding as the sums allow (controlled rounding, a network flow).
import { type Fen, toFen } from '#shared/values/money.ts';
import { type Arc, roundCirculation } from './round-circulation.ts';

/** A row or column that is the sum of others, by index. */
export interface SumRule {
  total: number;
  parts: readonly number[];
}

export interface AmountGrid {
  /** By row, then column; all rows of one length. */
  cells: readonly (readonly Fen[])[];
  /** Rows that are sums of rows, in every column: a forest, each row part of at most one sum. */
  rowSums: readonly SumRule[];
  /** Columns that are sums of columns. A row in which the exact figures do not add up is left out of the sum. */
  columnSums: readonly SumRule[];
}

export interface Moved {
  row: number;
  column: number;
  exact: Fen;
  /** By ordinary rounding, and as it stands in the balanced table. */
  rounded: Fen;
  balanced: Fen;
}

export type Balanced =
  | { kind: 'balanced'; cells: Fen[][]; moved: Moved[] }
  /** No rounding by less than one unit makes this sum of columns agree with the others. */
  | { kind: 'impossible'; columnSum: SumRule };

/** Rounds to a multiple of `step` 分, half away from zero. */
export function roundToStep(fen: Fen, step: number): Fen {
  const units = Math.floor(Math.abs(fen) / step);
  const rounded = (units + (Math.abs(fen) - units * step >= step / 2 ? 1 : 0)) * step;
  return toFen(fen < 0 ? -rounded : rounded);
}

interface Rows {
  parent: (number | undefined)[];
  isInner: boolean[];
  /** 0 for a row that is no sum. */
  height: number[];
}

function rowForest({ cells, rowSums }: AmountGrid): Rows {
  const parent = new Array<number | undefined>(cells.length).fill(undefined);
  const isInner = new Array<boolean>(cells.length).fill(false);
  const height = new Array<number>(cells.length).fill(0);
  for (const { total, parts } of rowSums) {
    isInner[total] = true;
    for (const part of parts) parent[part] = total;
  }
  cells.forEach((_, row) => {
    let above = 0;
    for (let at = parent[row]; at !== undefined; at = parent[at]) {
      above += 1;
      height[at] = Math.max(height[at] as number, above);
    }
  });
  return { parent, isInner, height };
}

/** Sums of columns so that one whose total is part of another comes after it. */
function fromTheTop(sums: readonly SumRule[]): SumRule[] {
  const ordered: SumRule[] = [];
  const waiting = [...sums];
  while (waiting.length > 0) {
    const at = waiting.findIndex(({ total }) => !waiting.some(({ parts }) => parts.includes(total)));
    ordered.push(...waiting.splice(Math.max(at, 0), 1));
  }
  return ordered;
}

/** A higher sum is rounded the ordinary way before anything below it. */
const WEIGHT_STEP = 1000;
const HIGHEST = 4;

/**
 * Rounds all cells to multiples of `step` 分 with |balanced - exact| < step and all sums kept. A table of one level of
 * column sums always has such a rounding; with several it may not.
 */
export function balance(grid: AmountGrid, step: number): Balanced {
  const rows = rowForest(grid);
  const units: (number | undefined)[][] = grid.cells.map((row) => row.map(() => undefined));
  const sums = fromTheTop(grid.columnSums);
  const summed = new Set(sums.flatMap(({ total, parts }) => [total, ...parts]));
  const alone = (grid.cells[0] ?? []).map((_, column) => column).filter((column) => !summed.has(column));
  for (const sum of sums) {
    if (!roundColumns(grid, rows, units, step, sum.parts, sum.total)) return { kind: 'impossible', columnSum: sum };
  }
  for (const column of alone) roundColumns(grid, rows, units, step, [column], null);
  const moved: Moved[] = [];
  const cells = grid.cells.map((line, row) =>
    line.map((exact, column) => {
      const balanced = toFen((units[row]?.[column] ?? 0) * step);
      const rounded = roundToStep(exact, step);
      if (balanced !== rounded) moved.push({ row, column, exact, rounded, balanced });
      return balanced;
    }),
  );
  return { kind: 'balanced', cells, moved };
}

/**
 * Rounds columns that add up to `total` (null: one column alone) over the forest of rows. A unit flows from the top of
 * each part down to its lowest rows, across to the total's row, and up again to the total's top.
 */
function roundColumns(
  { cells }: AmountGrid,
  rows: Rows,
  units: (number | undefined)[][],
  step: number,
  parts: readonly number[],
  total: number | null,
): boolean {
  const size = cells.length;
  const outside = 0;
  const downNode = (part: number, row: number): number => 1 + part * size + row;
  const totalNode = (row: number): number => 1 + parts.length * size + row;
  const isJoined = cells.map(
    (line) => total !== null && parts.reduce((sum, part) => sum + (line[part] as number), 0) === line[total],
  );
  const places: { row: number; column: number }[] = [];
  const arcs: Arc[] = [];
  const add = (row: number, column: number, lift: number, from: number, to: number): void => {
    const exact = cells[row]?.[column] as number;
    const floor = Math.floor(exact / step);
    const known = units[row]?.[column];
    const height = Math.min((rows.height[row] as number) + lift, HIGHEST);
    places.push({ row, column });
    arcs.push({
      from,
      to,
      floor,
      rest: exact - floor * step,
      weight: WEIGHT_STEP ** height,
      units: known ?? floor,
      fixed: known !== undefined,
    });
  };
  cells.forEach((_, row) => {
    const parent = rows.parent[row];
    parts.forEach((column, part) => {
      const across = isJoined[row] ? totalNode(row) : outside;
      add(
        row,
        column,
        0,
        parent === undefined ? outside : downNode(part, parent),
        rows.isInner[row] ? downNode(part, row) : across,
      );
    });
    if (total === null) return;
    const from = rows.isInner[row] || isJoined[row] ? totalNode(row) : outside;
    add(row, total, 1, from, parent === undefined ? outside : totalNode(parent));
  });
  if (!roundCirculation(1 + (parts.length + 1) * size, arcs, step)) return false;
  arcs.forEach((arc, index) => {
    const place = places[index];
    const line = place && units[place.row];
    if (line) line[place.column] = arc.units;
  });
  return true;
}
