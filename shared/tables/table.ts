// What a computed table of the plan (汇总表) looks like: the same result feeds screen, xlsx, docx, PDF and the command line.
import type { Fen } from '../domain/money.ts';

export type TableCell =
  | { kind: 'text'; text: string }
  | { kind: 'count'; value: number }
  | { kind: 'amount'; fen: Fen; shown?: ShownAmount }
  | { kind: 'blank' };

/** How an amount is written where the table is not in exact 万元 (see table-unit.ts). */
export interface ShownAmount {
  /** A plain decimal in the table's unit. */
  digits: string;
  /** What ordinary rounding would give, where 舍位平衡 took the other neighbour. */
  ordinary?: string;
}

export interface TableColumn {
  key: string;
  label: string;
  /** Merged header above it. */
  group?: string;
  kind: 'text' | 'count' | 'amount';
}

export interface TableRow {
  key: string;
  /** total 合计, heading a row that holds a subtotal, item an ordinary row. */
  role: 'total' | 'heading' | 'item';
  depth: number;
  cells: TableCell[];
}

export interface ChartSpec {
  id: string;
  title: string;
  kind: 'bar' | 'pie' | 'stacked-bar';
  unit: string;
  labels: string[];
  series: { name: string; values: number[] }[];
}

/** '图5-2 各年度项目个数'; a chart outside the plan's numbering shows its bare title. */
export function chartTitle(chart: Pick<ChartSpec, 'id' | 'title'>): string {
  return chart.id.startsWith('图') ? `${chart.id} ${chart.title}` : chart.title;
}

export interface TableResult {
  /** The number in the plan, e.g. 表5-1; unique. */
  id: string;
  title: string;
  unit: '元' | '万元' | '亿元';
  columns: TableColumn[];
  rows: TableRow[];
  /** Remarks printed under the table. */
  notes: string[];
  charts: ChartSpec[];
}
