// Claims (声明数): figures that somebody wrote down — 小计/合计 rows of an imported sheet, a published table, a figure
// typed by hand.
// They are kept as written and compared with our own sums; they never change a project.
import type { Fen } from '../values/money.ts';

export interface ClaimFigure {
  /** The column that carried it: 'total', 'source:fiscal', 'year:2021', or 'count' for 项目个数. */
  column: string;
  /** Header as written. */
  header: string;
  /** 分 for amounts, a plain number for 'count'. */
  value: number;
  /** Decimals as written, for the rounding tolerance. */
  decimals: number;
  /** 'H12'; null for a figure that did not come from a sheet. */
  cell: string | null;
  raw: string;
}

export interface Claim {
  id: string;
  origin: 'import' | 'published' | 'manual';
  /** 表名: sheet name or printed table number. */
  table: string;
  /** 行名: the heading as written. */
  row: string;
  /** File and row for 查看来源. */
  file: string | null;
  sheetRow: number | null;
  /** The import that brought it. */
  batchId: string | null;
  /** Which of our projects it speaks of: all of the batch, or those under a category; null = all. */
  categoryId: string | null;
  /** True where the figures agreed with the rows beneath them when the sheet was read. */
  heldAtImport: boolean;
  figures: ClaimFigure[];
  /** What a claim typed by hand knows besides. */
  manual?: ManualClaim;
}

export interface ManualClaim {
  /** The row of our own figures that it speaks of: total, category:ID, year:2021, town:NAME, region:CODE. */
  row: string;
  /** Where the figure stands: 文号, 页码. */
  source: string;
  /** The figure as typed, and its unit; '' for a count. */
  text: string;
  unit: string;
  /** False: for reference only, a difference is a 提示. */
  isStrict: boolean;
}

/** Amount of a claim figure as 分. */
export function claimFen(figure: ClaimFigure): Fen {
  return figure.value as Fen;
}
