// Fits the columns of a table to the paper: numbers keep on one line, words share the rest; the font gives way before
// anything is cut, but not below 7.5 pt (handbook 5.2).

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
  widthsMm: number[];
  /** Widths of words in relation to what one would like; small means that lines get short. */
  scale: number;
}

const FONT_SIZES = [9, 8.5, 8, 7.5] as const;
export const SMALLEST_PT = 7.5;
/** Below this the columns of words are too narrow to read; the table should be split. */
const READABLE_SCALE = 0.6;
const COMFORTABLE_SCALE = 0.85;
const LARGEST_SCALE = 1.6;
const MM_PER_PT = 25.4 / 72;
const PADDING_MM = 2.2;
/** A column of words is never narrower than this many em, unless all its texts are shorter. */
const FEWEST_EM = 3;

/** Widths that do not depend on the font size, in em. */
interface Need {
  /** Least width of the column. */
  least: number;
  /** What a column of words would like; 0 for one that does not stretch. */
  like: number;
}

/** Width in em: digits of the widest substitute font in bold, narrow punctuation, square Chinese characters. */
export function textEm(text: string): number {
  let em = 0;
  for (const character of text) em += /[.,]/.test(character) ? 0.32 : character <= '\u024f' ? 0.59 : 1;
  return em;
}

function needOf(column: FitColumn): Need {
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
function fitAt(fontPt: number, needs: readonly Need[], availableMm: number): Fit {
  const em = fontPt * MM_PER_PT;
  const least = needs.map((need) => need.least * em + PADDING_MM);
  const like = needs.map((need) => (need.like === 0 ? 0 : need.like * em + PADDING_MM));
  const stretches = new Set(like.flatMap((width, index) => (width > 0 ? [index] : [])));
  let scale = 0;
  for (;;) {
    const fixed = least.reduce((sum, width, index) => (stretches.has(index) ? sum : sum + width), 0);
    const liked = [...stretches].reduce((sum, index) => sum + (like[index] ?? 0), 0);
    scale = liked === 0 ? (fixed <= availableMm ? 1 : 0) : Math.max(0, (availableMm - fixed) / liked);
    const tooNarrow = [...stretches].filter((index) => (like[index] ?? 0) * scale < (least[index] ?? 0));
    if (tooNarrow.length === 0) break;
    for (const index of tooNarrow) stretches.delete(index);
  }
  const used = Math.min(scale, LARGEST_SCALE);
  const widths = least.map((width, index) =>
    stretches.has(index) ? Math.max(width, (like[index] ?? 0) * used) : width,
  );
  // Where not even the least widths fit, all shrink alike and long numbers break: ugly, but nothing is cut.
  const shrink = Math.min(1, availableMm / widths.reduce((sum, width) => sum + width, 0));
  return { fontPt, scale: shrink < 0.999 ? 0 : scale, widthsMm: widths.map((width) => width * shrink) };
}

/** The largest font at which the columns of words are comfortable, else the smallest one allowed. */
export function fitColumns(columns: readonly FitColumn[], availableMm: number): Fit {
  const needs = columns.map(needOf);
  const fits = FONT_SIZES.map((fontPt) => fitAt(fontPt, needs, availableMm));
  return fits.find((fit) => fit.scale >= COMFORTABLE_SCALE) ?? fitAt(SMALLEST_PT, needs, availableMm);
}

/**
 * Splits columns that do not fit one sheet into parts (分栏): the first `fixed` columns stand on every part. Columns
 * under one merged header stay together where they fit. Returns lists of column indexes; one list where all fit.
 */
export function splitColumns(
  columns: readonly (FitColumn & { group?: string | undefined })[],
  fixed: number,
  availableMm: number,
): number[][] {
  const needs = columns.map(needOf);
  const fits = (indexes: number[]): boolean => {
    const own = indexes.flatMap((index) => needs[index] ?? []);
    return fitAt(SMALLEST_PT, own, availableMm).scale >= READABLE_SCALE;
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
