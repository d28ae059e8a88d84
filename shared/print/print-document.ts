// A document as it is handed to the page machine: sections, each with words, at most one table, and charts.
import type { Drawing } from '../charts/drawing.ts';
import type { PageSetup } from './paper.ts';
import type { PrintTable } from './print-table.ts';

/**
 * What a text is, which decides its face, size and place: label 附表1; title over an annex; caption over a table in a
 * plan; body of a notice; note under a table; closing 落款.
 */
export type TextRole = 'label' | 'title' | 'caption' | 'body' | 'note' | 'closing';

export type Block =
  | { kind: 'text'; role: TextRole; text: string }
  /** Words spread over the table's width: the line of 填报单位, date and 单位, or that of the signatures. */
  | { kind: 'spread'; role: 'line' | 'signatures'; parts: readonly string[] }
  | { kind: 'figure'; chart: Drawing; caption: string };

export interface PrintSection {
  setup: PageSetup;
  before: readonly Block[];
  table: PrintTable | null;
  after: readonly Block[];
  /** The line over the table from its second page on. */
  continued: { title: string; unit: string };
}

export interface PrintDocument {
  title: string;
  /** Face of the tables. */
  tableFont: 'song' | 'fang';
  /** The number of its first page. */
  firstNumber: number;
  sections: readonly PrintSection[];
  /** The 校验码 at the foot of every page. */
  code?: string;
  /** What the person should know about it, e.g. what a notice does not say. */
  notes?: readonly string[];
}
