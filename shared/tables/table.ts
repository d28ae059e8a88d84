// What a computed table of the plan (汇总表) looks like: the same result feeds screen, xlsx, docx, PDF and the command line.
import type { ChartKind } from '../records/table-design.ts';
import type { Fen } from '../values/money.ts';

export type TableCell =
  | { kind: 'text'; text: string }
  | { kind: 'count'; value: number }
  | { kind: 'amount'; fen: Fen; shown?: ShownAmount }
  /** 占比 in percent, rounded to two decimals; null where there is no whole. */
  | { kind: 'share'; percent: number | null }
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
  kind: 'text' | 'count' | 'amount' | 'share';
  /** What is counted: 个, 户, 人. */
  counts?: string;
  /** A few characters wide: 序号, 单位. */
  isNarrow?: true;
}

export interface TableRow {
  key: string;
  /** total 合计, heading a row that holds a subtotal, item an ordinary row, aside one that no sum holds (其中, 减). */
  role: 'total' | 'heading' | 'item' | 'aside';
  depth: number;
  cells: TableCell[];
}

/** Whether a row is printed bold: it holds a sum of others. */
export function isSumRow({ role }: Pick<TableRow, 'role'>): boolean {
  return role === 'total' || role === 'heading';
}

export interface ChartSeries {
  name: string;
  values: number[];
  /** Column of the table that it shows; where the labels are columns, the row. */
  key: string;
}

/** A figure of the plan (图): values as the table shows them. */
export interface ChartSpec {
  /** Stable name: `years-total`. */
  id: string;
  /** As the document numbers it: 图5-2. */
  number: string;
  title: string;
  kind: ChartKind;
  unit: string;
  /** Decimals of the labels; null: those that a value needs, in 万元 at least two. */
  decimals: number | null;
  labels: string[];
  /** Row of the table that each label stands for; where `across`, the column. */
  keys: string[];
  /** The labels are columns of the table, the series its rows. */
  across: boolean;
  series: ChartSeries[];
}

/** Whether a table holds money that is not broken down by year or by source. */
export function hasOpenMoney({ rows, columns }: Pick<TableResult, 'rows' | 'columns'>): boolean {
  return [...rows, ...columns].some(({ key }) => /(?:^|\|)(?:year|source):\?(?:open)?(?:\||$)/.test(key));
}

/** Whether a table has anything to show: rows, and where they hold figures, one that is not 0. */
export function hasContent({ rows }: Pick<TableResult, 'rows'>): boolean {
  const figures = rows.flatMap(({ cells }) =>
    cells.flatMap((cell) => (cell.kind === 'amount' ? [cell.fen] : cell.kind === 'count' ? [cell.value] : [])),
  );
  return rows.length > 0 && (figures.length === 0 || figures.some((figure) => figure !== 0));
}

/** The charts of a table that have something to draw. */
export function filledCharts({ charts }: Pick<TableResult, 'charts'>): ChartSpec[] {
  return charts.filter(({ series }) => series.some(({ values }) => values.some((value) => value !== 0)));
}

/** '图5-2  各年度项目个数' */
export function chartTitle({ number, title }: Pick<ChartSpec, 'number' | 'title'>): string {
  return number === '' ? title : `${number}  ${title}`;
}

export interface TableResult {
  /** Stable name: `years`, `class:county.industry`, `own:…`. */
  id: string;
  /** As the document numbers it: 表5-1, 附表2. */
  number: string;
  title: string;
  /** Of its amounts. */
  unit: '元' | '万元' | '亿元';
  columns: TableColumn[];
  rows: TableRow[];
  /** Remarks printed under the table. */
  notes: string[];
  /** 数据来源：… */
  source: string;
  charts: ChartSpec[];
}
