// Puts a table's figures into its charts: what a chart shows is what the table prints.

import type { ChartKind, MeasureId, TableDesign } from '../records/table-design.ts';
import { wanNumber } from '../values/money.ts';
import { type LaidOut, MEASURE_WORDS } from './lay-out.ts';
import type { ChartDesign } from './spec.ts';
import type { ChartSeries, ChartSpec, TableCell, TableColumn, TableRow } from './table.ts';

/** Lines of bars that a page has room for, and faces that can be told apart. */
const MOST_LINES = 22;
const MOST_FACES = 10;

type Figures = Omit<ChartSpec, 'number'>;

export function chartFigures(chart: ChartDesign, design: TableDesign, table: LaidOut): Figures {
  const rows = plottedRows(table.rows);
  const { memberColumns } = table;
  if (chart.shows === 'members') {
    const total = table.rows.filter(({ role }) => role === 'total');
    // What only the rows lack is no part of the whole.
    const isPart = ({ key }: TableColumn): boolean =>
      total.some(({ cells }) => cells[table.columns.findIndex((column) => column.key === key)]?.kind !== 'blank');
    const parts = { ...table, memberColumns: memberColumns.filter(isPart) };
    return alongColumns(chart, design, parts, total, chart.kind === 'auto' ? 'pie' : chart.kind);
  }
  if (chart.shows === 'across' && rows.length <= MOST_FACES)
    return alongColumns(chart, design, table, rows, chart.kind === 'auto' ? 'stacked-bar' : chart.kind);
  const canSpread = memberColumns.length > 0 && memberColumns.length <= MOST_FACES && chart.kind !== 'pie';
  if (chart.shows === 'rows' || !canSpread) return ofRows(chart, design, table, rows);
  const kind = chart.kind === 'auto' ? 'stacked-bar' : chart.kind;
  // A line goes along the years, wherever they stand in the table.
  if (kind === 'line' && design.columns === 'year' && rows.length <= MOST_FACES)
    return alongColumns(chart, design, table, rows, kind);
  const lanes = kind === 'bar' ? memberColumns.length : 1;
  return {
    ...headOf(chart, rows.length, Math.max(3, Math.floor(MOST_LINES / lanes))),
    ...scale(design.spread[0] ?? 'total'),
    kind,
    ...byRow(table, rows.slice(0, Math.max(3, Math.floor(MOST_LINES / lanes))), memberColumns),
  };
}

/** One measure by row. A pie of many slices is no picture of anything: it becomes bars. */
function ofRows(chart: ChartDesign, design: TableDesign, table: LaidOut, rows: readonly TableRow[]): Figures {
  const measure = chart.measure ?? (design.measures.includes('total') ? 'total' : (design.measures[0] ?? 'count'));
  const wanted = chart.kind === 'auto' ? 'bar' : chart.kind;
  const kind = wanted === 'pie' && rows.length > MOST_FACES ? 'bar' : wanted;
  const columns = table.columns.filter(({ key }) => key === measure);
  return {
    ...headOf(chart, rows.length, MOST_LINES),
    ...scale(measure),
    kind,
    ...byRow(table, rows.slice(0, MOST_LINES), columns),
  };
}

/** The labels are the columns, the series the given rows. */
function alongColumns(
  chart: ChartDesign,
  design: TableDesign,
  table: LaidOut,
  rows: readonly TableRow[],
  kind: ChartKind,
): Figures {
  return {
    ...headOf(chart, 0, 0),
    ...scale(design.spread[0] ?? 'total'),
    across: true,
    kind,
    labels: table.memberColumns.map(({ label }) => label),
    keys: table.memberColumns.map(({ key }) => key),
    series: rows.map((row) => seriesOfRow(table, row, table.memberColumns)),
  };
}

/** A chart that leaves rows out says so. */
function headOf({ id, title }: ChartDesign, rows: number, shown: number): Pick<Figures, 'id' | 'title' | 'across'> {
  return { id, title: rows > shown ? `${title}（前${shown}项）` : title, across: false };
}

function scale(measure: MeasureId): Pick<ChartSpec, 'unit' | 'decimals'> {
  return measure === 'total' ? { unit: '万元', decimals: null } : { unit: MEASURE_WORDS[measure].unit, decimals: 0 };
}

/** Headings with their subtotals; of a single heading what stands under it. */
function plottedRows(rows: readonly TableRow[]): readonly TableRow[] {
  const headings = rows.filter(({ role }) => role === 'heading');
  const items = rows.filter(({ role }) => role === 'item');
  return headings.length > 1 || items.length === 0 ? headings : items;
}

function labelOf(row: TableRow): string {
  const [name] = row.cells;
  return name?.kind === 'text' ? name.text.replace(/^（?[一二三四五六七八九十]+[）、]/, '') : '';
}

function figure(cell: TableCell | undefined): number {
  if (cell?.kind === 'amount') return wanNumber(cell.fen);
  return cell?.kind === 'count' ? cell.value : 0;
}

function byRow(
  table: LaidOut,
  rows: readonly TableRow[],
  columns: readonly TableColumn[],
): Pick<ChartSpec, 'labels' | 'keys' | 'series'> {
  return {
    labels: rows.map(labelOf),
    keys: rows.map(({ key }) => key),
    series: columns.map(({ key, label }): ChartSeries => {
      const index = table.columns.findIndex((column) => column.key === key);
      return { name: label, key, values: rows.map((row) => figure(row.cells[index])) };
    }),
  };
}

function seriesOfRow(table: LaidOut, row: TableRow, columns: readonly TableColumn[]): ChartSeries {
  const values = columns.map(({ key }) => figure(row.cells[table.columns.findIndex((column) => column.key === key)]));
  return { name: labelOf(row), key: row.key, values };
}
