// A published table of a plan (印发的表), figures as printed: what `check --published` reads and seeds hold.
// Two shapes carry sums — a tree of headings (表4-x) and a grid with totals (表2, 表3, 表5-1) — and one does not (表1).

import type { Indicator } from '#shared/domain/reference.ts';
import { parseScaled } from '#shared/values/money.ts';

/** One printed number. Amounts are held in 分, counts as they are; `decimals` as printed, for the tolerance. */
export interface PublishedFigure {
  raw: string;
  value: number;
  decimals: number;
}

/** What the running text beside a table says of one of its figures. */
export interface PublishedText {
  /** 第几章 or whatever names the sentence; '' where it is not known. */
  place: string;
  label: string;
  kind: 'count' | 'amount';
  figure: PublishedFigure;
}

export interface PublishedNode {
  ordinal: string;
  name: string;
  /** The printed table that begins at this node. */
  table: string | null;
  count: PublishedFigure | null;
  total: PublishedFigure | null;
  texts: readonly PublishedText[];
  children: readonly PublishedNode[];
}

/** A sentence of the running text, to be checked against the table that it stands beside. */
export interface PublishedSentence {
  /** 四（二）, or whatever names the place; '' where it is not known. */
  place: string;
  text: string;
  /** The table beside it, where that is one of several: 表4-2. */
  about?: string;
}

interface PublishedHead {
  /** Where it was read: a file name or the plan's title. */
  document: string;
  /** 表5-1; the number that findings name. */
  id: string;
  /** Title over the table. */
  title?: string;
  sentences?: readonly PublishedSentence[];
}

export interface PublishedTree extends PublishedHead {
  kind: 'tree';
  nodes: readonly PublishedNode[];
  /** The 合计 over all top-level headings, where it is printed. */
  count: PublishedFigure | null;
  total: PublishedFigure | null;
}

export interface PublishedColumn {
  /** As printed; the right name where the header has slipped. */
  label: string;
  /** What the print says over a column whose header has slipped. */
  printedAs?: string;
  /** part: one of the columns that add up to the total column; share: the row's per cent of the total. */
  role: 'count' | 'total' | 'part' | 'share';
}

export interface PublishedRow {
  label: string;
  figures: readonly (PublishedFigure | null)[];
}

export interface PublishedGrid extends PublishedHead {
  kind: 'grid';
  rowKind: 'year' | 'region' | 'category';
  partKind: 'source' | 'region';
  columns: readonly PublishedColumn[];
  rows: readonly PublishedRow[];
  totalRow: PublishedRow | null;
  /** A header that the print left out, and the column whose figures are lost through it. */
  slipped?: { header: string; lost: string };
  /** Figures of the total row that stand in the text, by column label. */
  texts: readonly PublishedText[];
}

export interface PublishedIndicators extends PublishedHead {
  kind: 'indicators';
  indicators: readonly Indicator[];
  /** Column headers as printed. */
  headers?: readonly string[];
}

export type PublishedTable = PublishedTree | PublishedGrid | PublishedIndicators;

/** Decimals of a plain decimal text: '137640.5' has one. */
function decimalsOf(text: string): number {
  return (text.split('.')[1] ?? '').length;
}

/** A printed amount in 万元; undefined where it is no number that can be held exactly. */
export function amountFigure(raw: string): PublishedFigure | undefined {
  const text = raw.trim().replaceAll(/[,，]/g, '');
  const value = parseScaled(text, 6);
  return value === undefined ? undefined : { raw, value, decimals: decimalsOf(text) };
}

/** A printed count; a fraction is kept, so that a check can say that it is none. */
export function countFigure(raw: string): PublishedFigure | undefined {
  const figure = amountFigure(raw);
  return figure && { ...figure, value: figure.value / 1_000_000 };
}

/** 一、乡村特色产业帮扶, as the row is printed. */
export function nodeLabel(node: Pick<PublishedNode, 'ordinal' | 'name'>): string {
  if (node.ordinal === '' || node.ordinal.startsWith('（')) return `${node.ordinal}${node.name}`;
  return `${node.ordinal}、${node.name}`;
}
