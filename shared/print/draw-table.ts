// The rows of one page as words and lines: header, widths and heights as they were computed.
import type { FontRole } from './fonts.ts';
import type { LaidPart, LaidRow, LaidTable } from './lay-table.ts';
import type { Bookmark, DrawnRule, DrawnText, Mark, TextLook } from './page-drawing.ts';
import { shrunkPt } from './text-lines.ts';

/** Between the line of a cell and its words. */
const SIDE_PX = 3;
const RULE_PX = 1;

export interface TableToDraw {
  table: LaidTable;
  part: LaidPart;
  rows: readonly LaidRow[];
  font: FontRole;
  left: number;
  top: number;
}

interface Cell {
  text: string;
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Words stand in the middle of the height of their cell, whose right and lower edge are its lines. */
function cellText({ text, left, top, width, height }: Cell, look: TextLook): DrawnText[] {
  if (text === '') return [];
  const lines = text.split('\n').length;
  return [
    {
      kind: 'text',
      text,
      look,
      left: left + SIDE_PX,
      top: top + Math.floor((height - RULE_PX - lines * look.lineHeight) / 2),
      width: width - 2 * SIDE_PX - RULE_PX,
    },
  ];
}

const across = (left: number, top: number, length: number): DrawnRule => ({
  kind: 'rule',
  way: 'right',
  left,
  top,
  length,
});
const down = (left: number, top: number, length: number): DrawnRule => ({
  kind: 'rule',
  way: 'down',
  left,
  top,
  length,
});

/** The edges between things of these sizes: one more than there are. */
function edgesOf(start: number, sizes: readonly number[]): number[] {
  const edges = [start];
  for (const size of sizes) edges.push((edges.at(-1) ?? 0) + size);
  return edges;
}

/** Looks by what differs between the cells of a table: few objects for many words. */
function looksOf({
  table,
  font,
}: TableToDraw): (align: TextLook['align'], isStrong: boolean, scale: number) => TextLook {
  const known = new Map<string, TextLook>();
  return (align, isStrong, scale) => {
    const key = `${align} ${isStrong} ${scale}`;
    let look = known.get(key);
    if (!look) {
      const sizePt = scale === 1 ? table.fontPt : shrunkPt(table.fontPt, scale);
      look = { font, sizePt, align, isStrong, lineHeight: table.lineHeight };
      known.set(key, look);
    }
    return look;
  };
}

/** All of a table that stands on one page, and the headings in it. */
export function drawTable(drawn: TableToDraw): { marks: Mark[]; bookmarks: Bookmark[] } {
  const { table, part, rows, left, top } = drawn;
  const columns = edgesOf(left + RULE_PX, part.widths);
  const headRows = edgesOf(top + RULE_PX, table.headHeights);
  const bodyRows = edgesOf(
    headRows.at(-1) ?? top,
    rows.map(({ height }) => height),
  );
  const bottom = bodyRows.at(-1) ?? top;
  const marks: Mark[] = [
    across(left, top, part.width),
    down(left, top, bottom - top),
    ...drawHead({ ...drawn, font: 'black' }, columns, headRows),
  ];
  const bodyTop = bodyRows[0] ?? top;
  if (rows.length > 0) {
    marks.push(
      ...columns.slice(1).map((edge) => down(edge - RULE_PX, bodyTop, bottom - bodyTop)),
      ...bodyRows.slice(1).map((edge) => across(left, edge - RULE_PX, part.width)),
    );
  }
  const lookOf = looksOf(drawn);
  const bookmarks: Bookmark[] = [];
  rows.forEach((row, at) => {
    const rowTop = bodyRows[at] ?? 0;
    if (row.row.bookmark) bookmarks.push({ ...row.row.bookmark, top: rowTop });
    part.columns.forEach((index, place) => {
      const text = row.cells[index] ?? '';
      if (text === '') return;
      const look = lookOf(
        table.table.columns[index]?.align ?? 'left',
        row.row.strong === true,
        row.shrunk.get(index) ?? 1,
      );
      const cell = { left: columns[place] ?? 0, width: part.widths[place] ?? 0, top: rowTop, height: row.height };
      marks.push(...cellText({ text, ...cell }, look));
    });
  });
  return { marks, bookmarks };
}

function drawHead(drawn: TableToDraw, columns: readonly number[], rows: readonly number[]): Mark[] {
  const lookOf = looksOf(drawn);
  return drawn.part.header.flatMap((cell): Mark[] => {
    const left = columns[cell.column] ?? 0;
    const top = rows[cell.row] ?? 0;
    const width = (columns[cell.column + cell.columnSpan] ?? 0) - left;
    const height = (rows[cell.row + cell.rowSpan] ?? 0) - top;
    return [
      down(left + width - RULE_PX, top, height),
      across(left, top + height - RULE_PX, width),
      ...cellText({ text: cell.text, left, top, width, height }, lookOf('center', false, cell.scale)),
    ];
  });
}
