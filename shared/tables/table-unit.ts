// A table in 元, 万元 or 亿元 with so many decimals, rounded the ordinary way or so that it still adds up (舍位平衡).
import { z } from 'zod';
import { DISPLAY_UNITS, type Fen, scaledText } from '#shared/values/money.ts';
import { balance, type Moved, roundToStep } from './balance.ts';
import { findSums, type TableGrid } from './find-sums.ts';
import type { ChartSpec, TableCell, TableResult } from './table.ts';

export const TABLE_UNITS = ['元', '万元', '亿元'] as const;
export type TableUnit = (typeof TABLE_UNITS)[number];

export const tableShowing = z.object({
  unit: z.enum(TABLE_UNITS).default('万元'),
  /** null: as many as the figures need. */
  decimals: z.number().int().min(0).max(8).nullable().default(null),
  /** Rounded so that rows and columns still add up; needs decimals. */
  balance: z.boolean().default(false),
});
export type TableShowing = z.output<typeof tableShowing>;

/** As the tables are computed: 万元, nothing rounded. */
export const PLAIN_SHOWING: TableShowing = { unit: '万元', decimals: null, balance: false };

/** The most decimals that a unit can have: 分 is the smallest amount. */
export function mostDecimals(unit: TableUnit): number {
  return DISPLAY_UNITS[unit];
}

const MOVES_NAMED = 8;

/** The last showing of each table: a screen draws more often than figures change. */
const remembered = new WeakMap<TableResult, { key: string; shown: TableResult }>();

/**
 * The table as it is shown, and its charts with it. Its amounts stay exact beneath; what was rounded stands in `shown`,
 * what moved is noted.
 */
export function showTable(table: TableResult, showing: TableShowing): TableResult {
  if (showing.unit === '万元' && showing.decimals === null) return table;
  const key = `${showing.unit} ${showing.decimals} ${showing.balance}`;
  const known = remembered.get(table);
  if (known?.key === key) return known.shown;
  const amounts = showAmounts(table, showing);
  const decimals = showing.decimals === null ? null : Math.min(showing.decimals, DISPLAY_UNITS[showing.unit]);
  const shown = { ...amounts, charts: table.charts.map((chart) => showChart(chart, amounts, decimals)) };
  remembered.set(table, { key, shown });
  return shown;
}

/** The chart with the figures that its table shows. */
function showChart(chart: ChartSpec, { unit, rows, columns }: TableResult, decimals: number | null): ChartSpec {
  if (chart.decimals !== null) return chart;
  const rowOf = new Map(rows.map((row) => [row.key, row]));
  const figure = (row: string, column: string): number => {
    const cell = rowOf.get(row)?.cells[columns.findIndex(({ key }) => key === column)];
    return cell?.kind === 'amount' && cell.shown ? Number(cell.shown.digits) : 0;
  };
  const series = chart.series.map(({ key, ...rest }) => ({
    ...rest,
    key,
    values: chart.keys.map((label) => (chart.across ? figure(key, label) : figure(label, key))),
  }));
  return { ...chart, unit, decimals, series };
}

function showAmounts(table: TableResult, showing: TableShowing): TableResult {
  const { unit, balance: isBalanced } = showing;
  const places = DISPLAY_UNITS[unit];
  if (showing.decimals === null) {
    return { ...table, unit, rows: mapAmounts(table, (fen) => ({ digits: scaledText(fen, places) })) };
  }
  const decimals = Math.min(showing.decimals, places);
  const step = 10 ** (places - decimals);
  const digitsOf = (fen: Fen): string => scaledText(fen, places, decimals);
  const rounded = (notes: readonly string[]): TableResult => ({
    ...table,
    unit,
    rows: mapAmounts(table, (fen) => ({ digits: digitsOf(roundToStep(fen, step)) })),
    notes: [...table.notes, ...notes],
  });
  if (!isBalanced) return rounded([]);
  const grid = findSums(table);
  const result = balance(grid, step);
  if (result.kind === 'impossible') return rounded([impossibleNote(table, grid, result.columnSum.total)]);
  const moved = new Map(result.moved.map((cell) => [`${cell.row} ${cell.column}`, cell]));
  return {
    ...table,
    unit,
    rows: mapAmounts(table, (_, row, index) => {
      const column = grid.columns.indexOf(index);
      const move = moved.get(`${row} ${column}`);
      return {
        digits: digitsOf(result.cells[row]?.[column] as Fen),
        ...(move ? { ordinary: digitsOf(move.rounded) } : {}),
      };
    }),
    notes: [...table.notes, ...moveNotes(table, grid, result.moved, digitsOf), ...unequalNotes(table, grid)],
  };
}

type Shown = NonNullable<Extract<TableCell, { kind: 'amount' }>['shown']>;

function mapAmounts(table: TableResult, show: (fen: Fen, row: number, column: number) => Shown): TableResult['rows'] {
  return table.rows.map((row, at) => ({
    ...row,
    cells: row.cells.map((cell, column) =>
      cell.kind === 'amount' ? { ...cell, shown: show(cell.fen, at, column) } : cell,
    ),
  }));
}

function columnName(table: TableResult, index: number | undefined): string {
  const column = index === undefined ? undefined : table.columns[index];
  return column ? `${column.group ?? ''}${column.label}` : '';
}

function rowName({ rows }: TableResult, index: number): string {
  const [name] = rows[index]?.cells ?? [];
  return name?.kind === 'text' ? name.text : '';
}

/** Rows whose exact figures do not make their sum: there the rounded ones need not either. */
function unequalNotes(table: TableResult, { cells, columnSums, columns }: TableGrid): string[] {
  return columnSums.flatMap(({ total, parts }) => {
    const rows = cells.flatMap((line, row) =>
      parts.reduce((sum, part) => sum + (line[part] as number), 0) === line[total] ? [] : [row],
    );
    if (rows.length === 0) return [];
    const names = rows.slice(0, MOVES_NAMED).map((row) => rowName(table, row));
    const more = rows.length > names.length ? '等' : '';
    return [
      `${names.join('、')}${more} ${rows.length} 行的“${columnName(table, columns[total])}”与分列之和在取整前就不相等，舍位平衡没有改动，请先核对原数。`,
    ];
  });
}

function moveNotes(
  table: TableResult,
  grid: TableGrid,
  moved: readonly Moved[],
  digitsOf: (fen: Fen) => string,
): string[] {
  if (moved.length === 0) return [];
  const named = moved.slice(0, MOVES_NAMED).map(({ row, column, rounded, balanced }) => {
    return `${rowName(table, row)} ${columnName(table, grid.columns[column])} ${digitsOf(rounded)}→${digitsOf(balanced)}`;
  });
  const more = moved.length > named.length ? ' 等' : '';
  return [
    `为使各行各列相加等于合计，有 ${moved.length} 个数没有按四舍五入取（舍位平衡）：${named.join('；')}${more}。`,
  ];
}

function impossibleNote(table: TableResult, grid: TableGrid, total: number): string {
  const name = columnName(table, grid.columns[total]);
  return `没有做舍位平衡：按这个位数，没有一种取舍能使“${name}”的几种分列同时相加相等。表中为四舍五入数；多留一位小数再试。`;
}
