// Puts a table's figures into its charts: what a chart shows is what the table prints.
import { wanNumber } from '../domain/money.ts';
import type { MeasureId, TableDesign } from './design.ts';
import { type LaidOut, MEASURE_WORDS } from './lay-out.ts';
import type { ChartDesign } from './spec.ts';
import type { ChartKind, ChartSeries, ChartSpec, TableCell, TableColumn, TableRow } from './table.ts';

/** A chart with more labels than this cannot be read on a page. */
const MOST_LABELS = 40;
const MOST_SLICES = 10;

export function chartFigures(chart: ChartDesign, design: TableDesign, table: LaidOut): Omit<ChartSpec, 'number'> {
  const rows = plottedRows(table.rows);
  const measure = chart.measure ?? (design.measures.includes('total') ? 'total' : (design.measures[0] ?? 'count'));
  const base = { id: chart.id, title: chart.title, across: false };
  if (chart.shows === 'members') {
    const total = table.rows.find(({ role }) => role === 'total');
    const series = total ? [seriesOfRow(table, total, table.memberColumns)] : [];
    return {
      ...base,
      ...scale(design.spread[0] ?? 'total'),
      across: true,
      kind: chart.kind === 'auto' ? 'pie' : chart.kind,
      labels: table.memberColumns.map(({ label }) => label),
      keys: table.memberColumns.map(({ key }) => key),
      series,
    };
  }
  if (chart.shows === 'matrix' && table.memberColumns.length > 0) {
    const kind = chart.kind === 'auto' ? 'stacked-bar' : chart.kind;
    const unit = scale(design.spread[0] ?? 'total');
    const isSlices = kind === 'pie';
    // A line goes along the years, wherever they stand in the table.
    if (kind === 'line' && design.columns === 'year' && rows.length <= MOST_SLICES)
      return {
        ...base,
        ...unit,
        kind,
        across: true,
        labels: table.memberColumns.map(({ label }) => label),
        keys: table.memberColumns.map(({ key }) => key),
        series: rows.map((row) => seriesOfRow(table, row, table.memberColumns)),
      };
    const columns = isSlices ? table.columns.filter(({ key }) => key === measure) : table.memberColumns;
    return { ...base, ...unit, kind, ...byRow(table, cut(rows), columns) };
  }
  const columns = table.columns.filter(({ key }) => key === measure);
  const kind = chart.kind === 'auto' ? 'bar' : chart.kind;
  return { ...base, ...scale(measure), kind: fitKind(kind, rows), ...byRow(table, cut(rows), columns) };
}

/** A pie of many slices or of negative ones is no picture of anything. */
function fitKind(kind: ChartKind, rows: readonly TableRow[]): ChartKind {
  return kind === 'pie' && rows.length > MOST_SLICES ? 'bar' : kind;
}

function cut(rows: readonly TableRow[]): readonly TableRow[] {
  return rows.slice(0, MOST_LABELS);
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
