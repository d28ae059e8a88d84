// Pieces of text put together to lines, and lines to the text of a paragraph or cell.
import type { TextPiece } from './page-shapes.ts';

/** Pieces of one line that stand close to each other. */
export interface Segment {
  text: string;
  left: number;
  right: number;
}

export interface TextLine {
  y: number;
  size: number;
  left: number;
  right: number;
  segments: Segment[];
}

/** So much empty room, in sizes of the letters, parts two columns. */
const COLUMN_GAP = 1.3;
const NARROW = /[\u0021-\u02ff]/;

/** From top to bottom. Small signs set high beside the text, the numbers of notes, are left out. */
export function linesOf(pieces: readonly TextPiece[]): TextLine[] {
  const rows: TextPiece[][] = [];
  for (const piece of [...pieces].sort((a, b) => a.y - b.y)) {
    const row = rows.at(-1);
    // Measured by the largest letters of the row: notes and lowered signs stand a little above or below.
    if (
      row !== undefined &&
      piece.y - (row[0] as TextPiece).y < Math.max(piece.size, (row[0] as TextPiece).size) * 0.45
    )
      row.push(piece);
    else rows.push([piece]);
  }
  return rows.map(lineOf);
}

function lineOf(row: readonly TextPiece[]): TextLine {
  const sorted = row.flatMap((piece) => openGaps(piece, row)).sort((a, b) => a.left - b.left);
  const size = Math.max(...sorted.map((piece) => piece.size));
  const base = sorted.find((piece) => piece.size === size)?.y ?? 0;
  const segments: Segment[] = [];
  let last: TextPiece | undefined;
  let isBehindMark = false;
  for (const piece of sorted) {
    const segment = segments.at(-1);
    if (segment !== undefined && last !== undefined && isNoteMark(piece, last, size, base)) {
      // Its room is no blank.
      segment.right = Math.max(segment.right, piece.right);
      isBehindMark = true;
      continue;
    }
    if (segment === undefined || piece.left - segment.right > COLUMN_GAP * size) {
      segments.push({ text: piece.text, left: piece.left, right: piece.right });
    } else {
      const gap = piece.left - segment.right;
      // The number before a note is none of its figures.
      const isBlank =
        (piece.isApart && !isBehindMark && gap > leastBlank(segment.text, piece.text) * size) ||
        gap > 0.5 * size ||
        isRaised(last, size, base);
      segment.text += (isBlank ? ' ' : '') + piece.text;
      segment.right = Math.max(segment.right, piece.right);
    }
    last = piece;
    isBehindMark = false;
  }
  const [left, right] = [segments[0]?.left ?? 0, segments.at(-1)?.right ?? 0];
  return { y: base, size, left, right, segments };
}

/**
 * 十五五 期间 drawn in one with room left for the ” of another font: parted at its gaps where another piece stands in it.
 * Chinese letters are as wide as high, so the gaps share what is left.
 */
function openGaps(piece: TextPiece, row: readonly TextPiece[]): TextPiece[] {
  const parts = piece.text.split(/\s+/);
  const edge = 0.1 * piece.size;
  const isShared = row.some(
    (other) => other !== piece && other.left > piece.left + edge && other.left < piece.right - edge,
  );
  if (parts.length < 2 || !isShared) return [piece];
  const widths = parts.map((text) => widthOf(text, piece.size));
  const written = widths.reduce((sum, width) => sum + width, 0);
  const gap = Math.max(0, (piece.right - piece.left - written) / (parts.length - 1));
  let { left } = piece;
  return parts.map((text, at) => {
    const own = { ...piece, text, left, right: left + (widths[at] ?? 0), isApart: at > 0 || piece.isApart };
    left = own.right + gap;
    return own;
  });
}

/** Word processors leave a quarter of a letter between Chinese and figures: that is no blank. */
function leastBlank(before: string, behind: string): number {
  return NARROW.test(before.slice(-1)) === NARROW.test(behind.slice(0, 1)) ? 0.08 : 0.35;
}

/** A small number set high: behind a letter it is a power (m²), behind anything else the number of a note. */
function isNoteMark(piece: TextPiece, before: TextPiece, size: number, base: number): boolean {
  return (
    isRaised(piece, size, base) &&
    /^[[【(（]?(?:\d{1,3}|[①-⑳*])[\]】)）]?$/.test(piece.text) &&
    !/[A-Za-z]$/.test(before.text)
  );
}

function isRaised(piece: TextPiece | undefined, size: number, base: number): boolean {
  return piece !== undefined && piece.size < 0.8 * size && base - piece.y > 0.15 * size;
}

export function textOfLine({ segments }: TextLine): string {
  return segments.map(({ text }) => text).join(' ');
}

/** How wide the text would be at this size. */
export function widthOf(text: string, size: number): number {
  let width = 0;
  for (const sign of text) width += NARROW.test(sign) ? size / 2 : size;
  return width;
}

/** Two lines of one paragraph: Chinese is not parted by blanks, words are; a number that was broken goes on. */
export function joinLines(above: string, below: string): string {
  return /[A-Za-z,;]$/.test(above) && /^[A-Za-z]/.test(below) ? `${above} ${below}` : above + below;
}

/** What of a line cannot be broken at its beginning: one Chinese sign, or a word or number as a whole. */
export function firstToken(text: string): string {
  return /^[\u0021-\u02ff]+/.exec(text)?.[0] ?? text.slice(0, 1);
}
