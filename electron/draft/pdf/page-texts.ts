// The texts of a page from what the PDF library gives: turned upright where most of the page lies on its side.
import { asWritten } from './as-written.ts';
import type { TextPiece } from './page-shapes.ts';

/** As in PDF: x' = a x + c y + e, y' = b x + d y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export interface PdfItem {
  str: string;
  transform: readonly number[];
  width: number;
  height: number;
}

export function times(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

export function matrixOf(numbers: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers;
  return [a, b, c, d, e, f];
}

export interface View {
  matrix: Matrix;
  width: number;
  height: number;
}

/** The view of the page, turned so that most of its text runs from left to right. */
export function uprightView(items: readonly PdfItem[], { matrix, width, height }: View): View {
  const turns = [0, 0, 0, 0];
  for (const { str, transform } of items) {
    const [a, b] = times(matrix, matrixOf(transform));
    const turn = Math.abs(a) >= Math.abs(b) ? (a >= 0 ? 0 : 2) : b > 0 ? 1 : 3;
    turns[turn] = (turns[turn] ?? 0) + str.trim().length;
  }
  switch (turns.indexOf(Math.max(...turns))) {
    case 1:
      return { matrix: times([0, -1, 1, 0, 0, width], matrix), width: height, height: width };
    case 2:
      return { matrix: times([-1, 0, 0, -1, width, height], matrix), width, height };
    case 3:
      return { matrix: times([0, 1, -1, 0, height, 0], matrix), width: height, height: width };
    default:
      return { matrix, width, height };
  }
}

/** Pieces with anything in them; blanks between them are remembered. */
export function piecesOf(items: readonly PdfItem[], view: Matrix): TextPiece[] {
  const pieces: TextPiece[] = [];
  let isApart = false;
  for (const { str, transform, width } of items) {
    const text = asWritten(str);
    if (text.trim() === '') {
      isApart ||= text !== '';
      continue;
    }
    const [a, b, c, d, x, y] = times(view, matrixOf(transform));
    const scale = Math.hypot(a, b) / (Math.hypot(transform[0] ?? 1, transform[1] ?? 0) || 1);
    const isUpright = Math.abs(a) >= Math.abs(b);
    const size = Math.hypot(c, d) || 1;
    const across = isUpright ? width * scale : size;
    const start = /^\s*/.exec(text)?.[0].length ?? 0;
    pieces.push({
      text: text.trim(),
      left: isUpright ? x : x - size * 0.8,
      right: (isUpright ? x : x - size * 0.8) + across,
      y: isUpright ? y : y - (b < 0 ? width * scale : 0) / 2,
      size,
      isApart: isApart || start > 0,
    });
    isApart = /\s$/.test(text);
  }
  return pieces;
}
