// The straight lines of a page that may rule a table: strokes along the page, and rectangles as thin as a line.

import type { Ruling, Rulings } from './page-shapes.ts';
import { type Matrix, matrixOf, times } from './page-texts.ts';

/** Numbers of the operators that are looked at, as the library names them. */
export interface PdfOps {
  save: number;
  restore: number;
  transform: number;
  constructPath: number;
  paintFormXObjectBegin: number;
  paintFormXObjectEnd: number;
  stroke: number;
  closeStroke: number;
  fill: number;
  eoFill: number;
  fillStroke: number;
  eoFillStroke: number;
  closeFillStroke: number;
  closeEOFillStroke: number;
}

/** Operators of one path: how many numbers follow each. */
const MOVE = 0;
const LINE = 1;
const CURVE = 2;
const QUADRATIC = 3;
const CLOSE = 4;
const SIZES = [2, 2, 6, 4, 0];

/** A filled rectangle of this thickness is a line; borders of Word go up to 6 points, usual ones have half a point. */
const THICKEST = 3.2;
const SHORTEST = 3;
/** Lines at nearly the same place are one; pieces of one line lie this near to each other. */
const SAME = 1.6;
const GAP = 3;

/** `calls` and `values` are the operator list of the page. */
export function rulingsOf(calls: readonly number[], values: readonly unknown[], ops: PdfOps, view: Matrix): Rulings {
  const found: Rulings = { across: [], down: [] };
  const strokes = new Set([
    ops.stroke,
    ops.closeStroke,
    ops.fillStroke,
    ops.eoFillStroke,
    ops.closeFillStroke,
    ops.closeEOFillStroke,
  ]);
  const fills = new Set([ops.fill, ops.eoFill]);
  const saved: Matrix[] = [];
  let matrix = view;
  for (const [i, call] of calls.entries()) {
    const value = values[i];
    if (call === ops.save) saved.push(matrix);
    else if (call === ops.restore || call === ops.paintFormXObjectEnd) matrix = saved.pop() ?? matrix;
    else if (call === ops.transform) matrix = times(matrix, matrixOf(value as number[]));
    else if (call === ops.paintFormXObjectBegin) {
      saved.push(matrix);
      const own = (value as [number[] | null])[0];
      if (own) matrix = times(matrix, matrixOf(own));
    } else if (call === ops.constructPath) {
      const [paint, [path] = [null]] = value as [number, (Float32Array | null)[]];
      if (path && strokes.has(paint)) takeStrokes(path, matrix, found);
      else if (path && fills.has(paint)) takeFill(path, matrix, found);
    }
  }
  return { across: joined(found.across), down: joined(found.down) };
}

type Point = readonly [x: number, y: number];

function takeStrokes(path: Float32Array, matrix: Matrix, found: Rulings): void {
  for (const figure of figuresOf(path, matrix)) {
    for (let i = 1; i < figure.length; i++) addLine(figure[i - 1] as Point, figure[i] as Point, found);
  }
}

/** A filled figure is a line where it is thin. */
function takeFill(path: Float32Array, matrix: Matrix, found: Rulings): void {
  for (const figure of figuresOf(path, matrix)) {
    const [xs, ys] = [figure.map(([x]) => x), figure.map(([, y]) => y)];
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const [width, height] = [right - left, bottom - top];
    if (height <= THICKEST && width > height) addLine([left, (top + bottom) / 2], [right, (top + bottom) / 2], found);
    else if (width <= THICKEST && height > width)
      addLine([(left + right) / 2, top], [(left + right) / 2, bottom], found);
  }
}

/** The corners of each figure; one with a curve in it is none. */
function figuresOf(path: Float32Array, matrix: Matrix): Point[][] {
  const figures: Point[][] = [];
  let figure: Point[] = [];
  let isCurved = false;
  const [a, b, c, d, e, f] = matrix;
  const point = (at: number): Point => {
    const [x, y] = [path[at] as number, path[at + 1] as number];
    return [a * x + c * y + e, b * x + d * y + f];
  };
  const finish = (): void => {
    if (figure.length > 1 && !isCurved) figures.push(figure);
    figure = [];
    isCurved = false;
  };
  for (let at = 0; at < path.length; ) {
    const operator = path[at] as number;
    if (operator === MOVE) {
      finish();
      figure = [point(at + 1)];
    } else if (operator === LINE) figure.push(point(at + 1));
    else if (operator === CURVE || operator === QUADRATIC) isCurved = true;
    else if (operator === CLOSE && figure[0] !== undefined) figure.push(figure[0]);
    at += 1 + (SIZES[operator] ?? 0);
  }
  finish();
  return figures;
}

function addLine([x1, y1]: Point, [x2, y2]: Point, { across, down }: Rulings): void {
  const [width, height] = [Math.abs(x2 - x1), Math.abs(y2 - y1)];
  if (height <= 1 && width >= SHORTEST)
    across.push({ at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) });
  else if (width <= 1 && height >= SHORTEST)
    down.push({ at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) });
}

/** Lines at one place that touch are one line. */
function joined(rulings: Ruling[]): Ruling[] {
  const sorted = [...rulings].sort((a, b) => a.at - b.at);
  const groups: Ruling[][] = [];
  for (const ruling of sorted) {
    const group = groups.at(-1);
    if (group !== undefined && ruling.at - (group[0] as Ruling).at <= SAME) group.push(ruling);
    else groups.push([ruling]);
  }
  return groups.flatMap((group) => {
    const lines: Ruling[] = [];
    for (const ruling of group.sort((a, b) => a.from - b.from)) {
      const last = lines.at(-1);
      if (last !== undefined && ruling.from - last.to <= GAP) last.to = Math.max(last.to, ruling.to);
      else lines.push({ ...ruling });
    }
    return lines;
  });
}
