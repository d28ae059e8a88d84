// A document as it is handed to the page machine: sections, each with words, at most one table, and charts.
import type { Drawing } from '../charts/drawing.ts';
import type { PageSetup } from './paper.ts';
import type { PrintTable } from './print-table.ts';

/**
 * What a text is, which decides its face, size and place: label 附表1; title over an annex; caption over a table in a
 * plan; body of a notice; note under a table; closing 落款; cover and cover-line: the large words of a cover and what
 * stands at its foot; contents: 目录 over a list.
 */
export type TextRole =
  | 'label'
  | 'title'
  | 'caption'
  | 'body'
  | 'note'
  | 'closing'
  | 'cover'
  | 'cover-line'
  | 'contents';

export type Block =
  | { kind: 'text'; role: TextRole; text: string }
  /** Words spread over the table's width: the line of 填报单位, date and 单位, or that of the signatures. */
  | { kind: 'spread'; role: 'line' | 'signatures'; parts: readonly string[] }
  | { kind: 'figure'; chart: Drawing; caption: string }
  /** A line of a list of contents; its page is that of the section or figure with this key (`sectionKey`, `figureKey`). */
  | { kind: 'entry'; text: string; target: string }
  /** Room: this part of what the other blocks leave of their page. */
  | { kind: 'gap'; part: number };

/** What an entry names where it leads to a section. */
export function sectionKey(id: string): string {
  return `section:${id}`;
}

/** What an entry names where it leads to a figure. */
export function figureKey(caption: string): string {
  return `figure:${caption}`;
}

export interface PrintSection {
  /** What entries of a list of contents name it by. */
  id?: string;
  /** Cover and contents: their pages are not counted, and in a print on both sides they end with a left page. */
  isFront?: boolean;
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
