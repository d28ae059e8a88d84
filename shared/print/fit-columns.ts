// Fits the columns of a table to the paper: numbers keep on one line, words share the rest; the font gives way before
// anything is cut, but not below 7.5 pt (handbook 5.2).
import { ptToPx } from './paper.ts';
import { textEm, widestPieceEm } from './text-lines.ts';

export interface FitColumn {
  /** Words: the width one would like, in characters; one Chinese character takes two. */
  width: number;
  /** True where a text must stay on one line (amounts, counts). */
  oneLine: boolean;
  /** All texts of the column below its header. */
  texts: readonly string[];
  /** What stays on one line whatever the column holds: words of the header, sums of a page. */
  whole?: readonly string[];
}

export interface Fit {
  fontPt: number;
  /** Whole pixels, borders included; together never more than there are. */
  widthsPx: number[];
  /** Widths of words in relation to what one would like; small means that lines get short, 0 that not all fits. */
  scale: number;
}

export const SMALLEST_PT = 7.5;
/** Sizes that are tried where none is asked for, largest first: 五号 down to 六号. */
export const FONT_SIZES: readonly number[] = [10.5, 10, 9.5, 9, 8.5, 8, SMALLEST_PT];
/** Below this the columns of words are too narrow to read; the table should be split. */
const READABLE_SCALE = 0.6;
const COMFORTABLE_SCALE = 0.85;
const LARGEST_SCALE = 1.6;
/** Left and right padding with the column's line; what the text does not get. */
export const CELL_INSET_PX = 7;
/** A column of words is never narrower than this many em, unless all its texts are shorter. */
const FEWEST_EM = 3;
/** Signs stay with what they belong to in a column so wide; a wider one may part them from a long number. */
const MOST_SIGNS_EM = 8;

/** Widths that do not depend on the font size, in em. */
export interface Need {
  /** Least width of the column. */
  least: number;
  /** What a column of words would like; 0 for one that does not stretch. */
  like: number;
  /** What its widest text takes on one line. */
  full: number;
}

/** What a column needs; reads all its texts, so ask once. */
export function needOf({ width, oneLine, texts, whole = [] }: FitColumn): Need {
  const widestOf = (list: readonly string[]): number => list.reduce((most, text) => Math.max(most, textEm(text)), 0);
  const distinct = [...new Set(texts)];
  const widest = widestOf(distinct.flatMap((text) => text.split('\n')));
  const kept = widestOf(whole);
  if (oneLine) return { least: Math.max(widest, kept), like: 0, full: widest };
  // A text that is shorter as a whole has nothing wider in it.
  const unbroken = distinct.reduce(
    (most, text) => (textEm(text) <= most ? most : Math.max(most, widestPieceEm(text, MOST_SIGNS_EM))),
    kept,
  );
  return { least: Math.max(unbroken, Math.min(widest, FEWEST_EM), 1), like: width / 2, full: widest };
}

const sumOf = (widths: readonly number[]): number => widths.reduce((sum, width) => sum + width, 0);

/** The largest scale at which everything fits, and the widths at it; no column gets less than its least width. */
function fitAt(fontPt: number, needs: readonly Need[], availablePx: number): Fit {
  const em = ptToPx(fontPt);
  const least = needs.map((need) => Math.ceil(need.least * em) + CELL_INSET_PX);
  const like = needs.map((need) => (need.like === 0 ? 0 : need.like * em + CELL_INSET_PX));
  if (sumOf(least) > availablePx) return { fontPt, scale: 0, widthsPx: capWidths(least, availablePx) };
  const stretches = new Set(like.flatMap((width, index) => (width > 0 ? [index] : [])));
  let scale = 1;
  for (;;) {
    const fixed = sumOf(least.filter((_, index) => !stretches.has(index)));
    const liked = sumOf(like.filter((_, index) => stretches.has(index)));
    scale = liked === 0 ? 1 : (availablePx - fixed) / liked;
    const tooNarrow = [...stretches].filter((index) => (like[index] ?? 0) * scale < (least[index] ?? 0));
    if (tooNarrow.length === 0) break;
    for (const index of tooNarrow) stretches.delete(index);
  }
  const used = Math.min(scale, LARGEST_SCALE);
  // Where all columns of words stand at their least, the narrowest of them tells how short the lines are.
  if (stretches.size === 0) {
    scale = needs.reduce(
      (worst, need, index) =>
        need.like === 0 || need.least >= need.full ? worst : Math.min(worst, (least[index] ?? 0) / (like[index] ?? 1)),
      1,
    );
  }
  // Whole pixels are rounded down, but never below what a number needs: a fraction of a pixel would break it.
  const widthsPx = least.map((width, index) =>
    stretches.has(index) ? Math.max(width, Math.floor((like[index] ?? 0) * used)) : width,
  );
  return { fontPt, scale, widthsPx };
}

/** Widths for a sheet that cannot hold the least of all columns: the widest give way, the narrow ones stay whole. */
function capWidths(least: readonly number[], availablePx: number): number[] {
  const order = least.map((width, index) => ({ width, index })).sort((a, b) => a.width - b.width);
  const widths = [...least];
  let rest = availablePx;
  order.forEach(({ width, index }, at) => {
    widths[index] = Math.min(width, Math.floor(rest / (order.length - at)));
    rest -= widths[index] ?? 0;
  });
  return widths;
}

/** The largest of the sizes at which the columns of words are comfortable, else the smallest of them. */
export function fitColumns(needs: readonly Need[], availablePx: number, sizes: readonly number[] = FONT_SIZES): Fit {
  const fits = sizes.map((fontPt) => fitAt(fontPt, needs, availablePx));
  return fits.find((fit) => fit.scale >= COMFORTABLE_SCALE) ?? (fits.at(-1) as Fit);
}

/**
 * Splits columns that do not fit one sheet into parts (分栏): the first `fixed` columns stand on every part. Columns
 * under one merged header stay together where they fit. Returns lists of column indexes; one list where all fit.
 * `fontPt` is the smallest size that may be taken.
 */
export function splitColumns(
  columns: readonly { group?: string | undefined }[],
  needs: readonly Need[],
  fixed: number,
  availablePx: number,
  fontPt: number = SMALLEST_PT,
): number[][] {
  const fits = (indexes: number[]): boolean => {
    const own = indexes.flatMap((index) => needs[index] ?? []);
    return fitAt(fontPt, own, availablePx).scale >= READABLE_SCALE;
  };
  const all = columns.map((_, index) => index);
  if (fits(all)) return [all];
  const head = all.slice(0, fixed);
  const blocks: number[][] = [];
  for (const index of all.slice(fixed)) {
    const group = columns[index]?.group;
    const last = blocks.at(-1);
    if (last && group !== undefined && columns[last[0] ?? -1]?.group === group) last.push(index);
    else blocks.push([index]);
  }
  const parts: number[][] = [];
  const place = (block: number[]): boolean => {
    const part = parts.at(-1);
    if (part && fits([...part, ...block])) part.push(...block);
    else if (block.length === 1 || fits([...head, ...block])) parts.push([...head, ...block]);
    else return false;
    return true;
  };
  for (const block of blocks) {
    if (!place(block)) for (const index of block) place([index]);
  }
  return parts;
}
