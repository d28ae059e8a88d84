// Tables that are ruled: lines that cross make a grid, missing ones make cells that span, texts go where they stand.
import type { DraftCell } from '#shared/draft/draft.ts';
import type { PageShapes, Ruling, TextPiece } from './page-shapes.ts';
import { firstToken, joinLines, linesOf, textOfLine, widthOf } from './text-lines.ts';

export interface PageTable {
  top: number;
  bottom: number;
  /** Edges of the columns from the left. */
  edges: number[];
  rowCount: number;
  cells: Omit<DraftCell, 'at'>[];
}

/** Lines that end this near to each other meet. */
const NEAR = 3.5;
/** More columns or rows on a page, and more pairs of lines, are a map or a drawing. */
const MOST_COLUMNS = 120;
const MOST_ROWS = 300;
const MOST_PAIRS = 4_000_000;

/** What a word processor leaves free in a cell, both sides together, at least. */
const PADDING = 7;

export interface RuledPage {
  tables: PageTable[];
  /** Texts outside of all tables. */
  rest: TextPiece[];
  /** There are more lines than tables have: a map; they were not looked at. */
  isDrawing: boolean;
}

/** The tables of a page, and the texts outside of them. */
export function ruledTables({ pieces, rulings }: PageShapes): RuledPage {
  const tables: PageTable[] = [];
  let rest = [...pieces];
  if (rulings.across.length * rulings.down.length > MOST_PAIRS) return { tables, rest, isDrawing: true };
  let isDrawing = false;
  for (const { across, down } of groupsOf(rulings.across, rulings.down)) {
    const ys = edgesOf(across.map(({ at }) => at));
    const left = Math.min(...across.map(({ from }) => from));
    const right = Math.max(...across.map(({ to }) => to));
    // Many tables are open at their sides.
    const xs = edgesOf([left, ...down.map(({ at }) => at), right]);
    if (ys.length < 2 || xs.length < 3) continue;
    if (xs.length > MOST_COLUMNS || ys.length > MOST_ROWS) {
      isDrawing = true;
      continue;
    }
    const [top, bottom] = [ys[0] as number, ys.at(-1) as number];
    const isInside = (piece: TextPiece): boolean => {
      const [x, y] = centerOf(piece);
      return y > top - 1 && y < bottom + 1 && x > (xs[0] as number) - 2 && x < (xs.at(-1) as number) + 2;
    };
    const inside = rest.filter(isInside);
    // Lines around nothing, or around one text, are a drawing.
    if (inside.length < 2) continue;
    rest = rest.filter((piece) => !isInside(piece));
    const cells = fillCells(cellsBetween(xs, ys, across, down), xs, ys, inside);
    tables.push({ top, bottom, edges: xs, rowCount: ys.length - 1, cells });
  }
  return { tables: tables.sort((a, b) => a.top - b.top), rest, isDrawing };
}

/** Lines that cross or touch belong together. */
function groupsOf(across: readonly Ruling[], down: readonly Ruling[]): { across: Ruling[]; down: Ruling[] }[] {
  const lines = [...across.map((line) => ({ line, isDown: false })), ...down.map((line) => ({ line, isDown: true }))];
  const parent = lines.map((_, i) => i);
  const rootOf = (i: number): number => {
    let root = i;
    while (parent[root] !== root) root = parent[root] as number;
    parent[i] = root;
    return root;
  };
  for (const [i, level] of across.entries()) {
    for (const [n, upright] of down.entries()) {
      const meets =
        upright.at >= level.from - NEAR &&
        upright.at <= level.to + NEAR &&
        level.at >= upright.from - NEAR &&
        level.at <= upright.to + NEAR;
      if (meets) parent[rootOf(across.length + n)] = rootOf(i);
    }
  }
  const groups = new Map<number, { across: Ruling[]; down: Ruling[] }>();
  for (const [i, { line, isDown }] of lines.entries()) {
    const root = rootOf(i);
    const group = groups.get(root) ?? { across: [], down: [] };
    groups.set(root, group);
    (isDown ? group.down : group.across).push(line);
  }
  return [...groups.values()].filter((group) => group.across.length >= 2 && group.down.length >= 1);
}

/** Places without those that nearly repeat one before. */
function edgesOf(places: readonly number[]): number[] {
  const edges: number[] = [];
  for (const place of [...places].sort((a, b) => a - b)) {
    if (edges.length === 0 || place - (edges.at(-1) as number) > NEAR) edges.push(place);
  }
  return edges;
}

interface Area {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
}

/** The cells of a grid: a missing line between two of its fields makes one cell of them. */
function cellsBetween(
  xs: readonly number[],
  ys: readonly number[],
  across: readonly Ruling[],
  down: readonly Ruling[],
): Area[] {
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  const middle = (edges: readonly number[], i: number): number => ((edges[i] as number) + (edges[i + 1] as number)) / 2;
  const hasLine = (lines: readonly Ruling[], at: number, through: number): boolean =>
    lines.some((line) => Math.abs(line.at - at) <= NEAR && line.from <= through && line.to >= through);
  const isRuledRight = (row: number, column: number): boolean =>
    column + 1 >= columns || hasLine(down, xs[column + 1] as number, middle(ys, row));
  const isRuledBelow = (row: number, column: number): boolean =>
    row + 1 >= rows || hasLine(across, ys[row + 1] as number, middle(xs, column));
  const taken = new Set<number>();
  const areas: Area[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (taken.has(row * columns + column)) continue;
      let columnSpan = 1;
      while (!isRuledRight(row, column + columnSpan - 1) && !taken.has(row * columns + column + columnSpan))
        columnSpan++;
      let rowSpan = 1;
      while (isOpenBelow(row + rowSpan - 1, column, columnSpan)) rowSpan++;
      for (let r = row; r < row + rowSpan; r++)
        for (let c = column; c < column + columnSpan; c++) taken.add(r * columns + c);
      areas.push({ row, column, rowSpan, columnSpan });
    }
  }
  return areas;

  /** No line below any of the fields, and none between those of the next row. */
  function isOpenBelow(row: number, column: number, span: number): boolean {
    for (let c = column; c < column + span; c++) {
      if (isRuledBelow(row, c) || taken.has((row + 1) * columns + c)) return false;
      if (c + 1 < column + span && isRuledRight(row + 1, c)) return false;
    }
    return true;
  }
}

function fillCells(
  areas: readonly Area[],
  xs: readonly number[],
  ys: readonly number[],
  pieces: readonly TextPiece[],
): PageTable['cells'] {
  const inside = new Map<Area, TextPiece[]>(areas.map((area) => [area, []]));
  const areaAt = (x: number, y: number): Area | undefined => {
    const [column, row] = [placeIn(xs, x), placeIn(ys, y)];
    return areas.find(
      (area) =>
        row >= area.row &&
        row < area.row + area.rowSpan &&
        column >= area.column &&
        column < area.column + area.columnSpan,
    );
  };
  for (const piece of pieces) {
    for (const part of partsOf(piece, xs, areaAt)) {
      const area = areaAt(...centerOf(part));
      if (area !== undefined) inside.get(area)?.push(part);
    }
  }
  return areas.map((area) => {
    const width = (xs[area.column + area.columnSpan] as number) - (xs[area.column] as number);
    return { ...area, text: cellText(inside.get(area) ?? [], width) };
  });
}

/** A piece that reaches over the edge of its cell is cut there, at a blank where there is one near. */
function partsOf(
  piece: TextPiece,
  xs: readonly number[],
  areaAt: (x: number, y: number) => Area | undefined,
): TextPiece[] {
  const [, y] = centerOf(piece);
  const [first, last] = [areaAt(piece.left + 0.3 * piece.size, y), areaAt(piece.right - 0.3 * piece.size, y)];
  if (first === undefined || last === undefined || first === last) return [piece];
  const edge = xs[first.column + first.columnSpan] as number;
  const share = (edge - piece.left) / (piece.right - piece.left);
  const whole = widthOf(piece.text, 1);
  let best = -1;
  let distance = Number.POSITIVE_INFINITY;
  for (let i = 1; i < piece.text.length; i++) {
    const off = Math.abs(widthOf(piece.text.slice(0, i), 1) / whole - share) - (piece.text[i] === ' ' ? 0.15 : 0);
    if (off < distance) [best, distance] = [i, off];
  }
  if (best < 0) return [piece];
  const left = { ...piece, text: piece.text.slice(0, best).trim(), right: edge - 0.01 };
  const right = { ...piece, text: piece.text.slice(best).trim(), left: edge + 0.01 };
  return [left, ...(right.text === '' ? [] : partsOf(right, xs, areaAt))].filter(({ text }) => text !== '');
}

/** Lines of a cell: one that had no room for what stands below it goes on there. */
function cellText(pieces: readonly TextPiece[], width: number): string {
  let text = '';
  let above = 0;
  for (const line of linesOf(pieces)) {
    const own = textOfLine(line);
    const isFull = above + widthOf(firstToken(own), line.size) > width - PADDING;
    text = text === '' ? own : isFull ? joinLines(text, own) : `${text}\n${own}`;
    above = line.right - line.left;
  }
  return text;
}

function centerOf({ left, right, y, size }: TextPiece): [x: number, y: number] {
  return [(left + right) / 2, y - size * 0.35];
}

function placeIn(edges: readonly number[], at: number): number {
  for (let i = 1; i < edges.length - 1; i++) if (at < (edges[i] as number)) return i - 1;
  return edges.length - 2;
}
