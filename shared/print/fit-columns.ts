// Fits the columns of a table to the paper: numbers keep on one line, words share the rest; the font gives way before
// anything is cut, but not below 7.5 pt (handbook 5.2).
import { ptToPx } from './paper.ts';
import { textEm } from './text-lines.ts';

export interface FitColumn {
  /** Words: the width one would like, in characters; one Chinese character takes two. */
  width: number;
  /** True where a text must stay on one line (amounts, counts). */
  oneLine: boolean;
  /** All texts of the column below its header. */
  texts: readonly string[];
}

export interface Fit {
  fontPt: number;
  /** Whole pixels, borders included. */
  widthsPx: number[];
  /** Widths of words in relation to what one would like; small means that lines get short. */
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

/** Widths that do not depend on the font size, in em. */
export interface Need {
  /** Least width of the column. */
  least: number;
  /** What a column of words would like; 0 for one that does not stretch. */
  like: number;
}

/** What a column needs; reads all its texts, so ask once. */
export function needOf(column: FitColumn): Need {
  const widest = column.texts.reduce((most, text) => Math.max(most, textEm(text)), 0);
  if (column.oneLine) return { least: widest, like: 0 };
  // A year or a number inside words does not break.
  const run = column.texts.reduce((most, text) => {
    const runs = text.match(/[\u0021-\u024f]+/g) ?? [];
    return runs.reduce((longest, word) => Math.max(longest, textEm(word)), most);
  }, 0);
  return { least: Math.max(Math.min(run, 8), Math.min(widest, FEWEST_EM), 1), like: column.width / 2 };
}

/** The largest scale at which everything fits, and the widths at it; columns at their least width do not shrink. */
function fitAt(fontPt: number, needs: readonly Need[], availablePx: number): Fit {
  const em = ptToPx(fontPt);
  const least = needs.map((need) => Math.ceil(need.least * em) + CELL_INSET_PX);
  const like = needs.map((need) => (need.like === 0 ? 0 : need.like * em + CELL_INSET_PX));
  const stretches = new Set(like.flatMap((width, index) => (width > 0 ? [index] : [])));
  let scale = 0;
  for (;;) {
    const fixed = least.reduce((sum, width, index) => (stretches.has(index) ? sum : sum + width), 0);
    const liked = [...stretches].reduce((sum, index) => sum + (like[index] ?? 0), 0);
    scale = liked === 0 ? (fixed <= availablePx ? 1 : 0) : Math.max(0, (availablePx - fixed) / liked);
    const tooNarrow = [...stretches].filter((index) => (like[index] ?? 0) * scale < (least[index] ?? 0));
    if (tooNarrow.length === 0) break;
    for (const index of tooNarrow) stretches.delete(index);
  }
  const used = Math.min(scale, LARGEST_SCALE);
  const widths = least.map((width, index) =>
    stretches.has(index) ? Math.max(width, (like[index] ?? 0) * used) : width,
  );
  // Where not even the least widths fit, all shrink alike and long numbers break: ugly, but nothing is cut.
  const shrink = Math.min(1, availablePx / widths.reduce((sum, width) => sum + width, 0));
  return { fontPt, scale: shrink < 0.999 ? 0 : scale, widthsPx: widths.map((width) => Math.floor(width * shrink)) };
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
