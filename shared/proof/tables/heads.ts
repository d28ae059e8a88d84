// Where the heads of a table end: titles and units inside it, heads of several levels, a line that numbers the columns.
import { isBlankCell, readDigits } from './cell-figure.ts';
import type { Grid } from './grid.ts';
import { statedMeasures } from './measure.ts';

export interface Heads {
  /** Rows at the top that are a title or a unit and no heads. */
  first: number;
  /** The first row of the body. */
  body: number;
}

const UNIT_LINE = /单\s*位\s*[:：]/;

/** One cell over the whole width, or alone in its row and said of the table. */
function isTitleRow(grid: Grid, row: number): boolean {
  const texts = rowTexts(grid, row).filter((text) => text !== '');
  if (texts.length === 0) return false;
  const isOne = new Set(texts).size === 1;
  const cell = grid.at(row, 0);
  if (isOne && cell !== null && cell.columnSpan === grid.columnCount && grid.columnCount > 1) return true;
  return isOne && texts.length === 1 && UNIT_LINE.test(texts[0] ?? '');
}

function rowTexts(grid: Grid, row: number): string[] {
  return Array.from({ length: grid.columnCount }, (_, column) =>
    grid.isOrigin(row, column) || grid.at(row, column)?.row !== row ? grid.text(row, column) : '',
  );
}

/** A year as a head is no figure of the table. */
function isFigure(text: string): boolean {
  return !/^(?:19|20)\d\d(?:\.0)?$/.test(text) && readDigits(text) !== null;
}

/** 甲 乙 1 2 3: the columns numbered. */
function isNumberingRow(grid: Grid, row: number): boolean {
  const texts = rowTexts(grid, row).filter((text) => text !== '');
  const numbers = texts.filter((text) => /^\d{1,2}(?:\s*[=＝+＋].*)?$/.test(text));
  if (numbers.length < 3 || numbers.length < texts.length - 3) return false;
  const first = numbers.map((text) => Number.parseInt(text, 10));
  return first.every((number, at) => at === 0 || number === (first[at - 1] ?? 0) + 1) && (first[0] ?? 9) <= 2;
}

function isBlankRow(grid: Grid, row: number): boolean {
  return rowTexts(grid, row).every((text) => text === '');
}

/** Continues the heads above it: its label cells come down from them or are empty, and none of its cells is a figure. */
function continuesHeads(grid: Grid, row: number): boolean {
  if (isBlankRow(grid, row)) return true;
  if (isNumberingRow(grid, row)) return true;
  const texts = rowTexts(grid, row);
  if (texts.some(isFigure)) return false;
  const first = grid.at(row, 0);
  const isFromAbove = first !== null && first.row < row;
  const [label = ''] = texts;
  const filled = texts.flatMap((text, column) => (column > 0 && !isBlankCell(text) ? [column] : []));
  // A heading among the rows: its name, and nothing or dashes beside it.
  const isHeading = filled.length === 1 && !isFromAbove && (grid.at(row, filled[0] ?? 0)?.columnSpan ?? 1) === 1;
  return filled.length > 0 && !isHeading && (isFromAbove || label === '' || label === grid.text(row - 1, 0));
}

export function findHeads(grid: Grid, stated: number): Heads {
  let first = 0;
  while (first < grid.rowCount && (isTitleRow(grid, first) || isBlankRow(grid, first))) first += 1;
  if (first >= grid.rowCount) return { first: 0, body: Math.min(1, grid.rowCount) };
  // A row of figures under no heads: the next page of the table before it.
  const top = rowTexts(grid, first);
  const figures = top.filter(isFigure).length;
  if (
    stated === 0 &&
    figures > 0 &&
    figures >= top.filter((text) => text !== '').length - 2 &&
    !isNumberingRow(grid, first)
  )
    return { first, body: first };
  let body = first + 1;
  while (body < grid.rowCount && continuesHeads(grid, body)) body += 1;
  // Empty rows at the end belong to neither.
  while (body > first + 1 && isBlankRow(grid, body - 1) && body >= grid.rowCount) body -= 1;
  return { first, body };
}

/** The units that stand in the rows above the heads. */
export function unitsInside(grid: Grid, { first }: Heads): ReturnType<typeof statedMeasures> {
  return Array.from({ length: first }, (_, row) => rowTexts(grid, row).join(' ')).flatMap(statedMeasures);
}

/** The heads over a column, outermost first; a head over several rows counts once, a title over all columns not at all. */
export function headPath(grid: Grid, { first, body }: Heads, column: number): string[] {
  const path: string[] = [];
  let last: unknown = null;
  for (let row = first; row < body; row += 1) {
    const cell = grid.at(row, column);
    const text = grid.text(row, column);
    if (cell === last || text === '' || isNumberingRow(grid, row)) continue;
    last = cell;
    if (text !== path.at(-1)) path.push(text);
  }
  return path;
}
