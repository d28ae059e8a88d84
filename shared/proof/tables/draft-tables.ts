// The tables of a draft with their captions and units; one that goes on over the next page is put together again.
import type { Draft, DraftBlock, DraftTable } from '#shared/draft/draft.ts';
import { gridOf } from './grid.ts';
import { findHeads } from './heads.ts';
import { statedMeasures } from './measure.ts';
import { type ReadTable, readTable } from './read-table.ts';

export const TABLE_NUMBER =
  /(?:附表|续表|表)\s*(?:\d{1,2}(?:[-－—–.．]\d{1,2})*(?![\d年月])|[一二三四五六七八九十]+(?![^\s、：:]))/;
/** How many lines above a table may be its title and unit. */
const LINES_ABOVE = 4;
const LONGEST_CAPTION = 80;

export function plainNumber(label: string): string {
  return label
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replaceAll(/[-—–.]/g, '-')
    .replace(/^续/, '');
}

interface Lines {
  caption: string;
  number: string | null;
  units: string;
}

/** The lines right above a table, up to the one that carries its number. */
function linesAbove(blocks: readonly DraftBlock[], at: number): Lines {
  const lines: string[] = [];
  let units = '';
  for (let block = at - 1; block >= Math.max(0, at - LINES_ABOVE); block -= 1) {
    const above = blocks[block];
    if (above?.kind !== 'paragraph') break;
    const text = above.text.trim();
    if (text === '') continue;
    if (text.length > LONGEST_CAPTION || /[。；]$/.test(text)) break;
    units = `${text} ${units}`;
    if (/^[（(]?单\s*位\s*[:：]/.test(text)) continue;
    lines.unshift(text);
    const number = TABLE_NUMBER.exec(text);
    if (number?.index === 0 || above.role === 'caption') break;
    if (above.role === 'heading') break;
  }
  // A line with a number is the caption; without one the nearest line is.
  const numbered = lines.find((line) => TABLE_NUMBER.exec(line)?.index === 0);
  const caption = numbered ?? lines.at(-1) ?? '';
  const number = numbered === undefined ? undefined : TABLE_NUMBER.exec(numbered)?.[0];
  return { caption, number: number === undefined ? null : plainNumber(number), units };
}

/** A table under another one, both as one; the rows of the second behind those of the first. */
function append(first: DraftTable, second: DraftTable, skip: number): DraftTable {
  const moved = second.cells
    .filter(({ row }) => row >= skip)
    .map((cell) => ({ ...cell, row: cell.row - skip + first.rowCount }));
  return { ...first, rowCount: first.rowCount + second.rowCount - skip, cells: [...first.cells, ...moved] };
}

/** True where the heads of both tables say the same. */
function hasSameHeads(first: DraftTable, second: DraftTable): number | null {
  if (first.columnCount !== second.columnCount) return null;
  const [one, two] = [gridOf(first), gridOf(second)];
  const heads = findHeads(two, second.headRows);
  if (heads.body === heads.first) return heads.body;
  const own = findHeads(one, first.headRows);
  const words = (grid: typeof one, row: number): string =>
    Array.from({ length: grid.columnCount }, (_, column) => grid.text(row, column)).join('|');
  const rows = heads.body - heads.first;
  if (rows !== own.body - own.first) return null;
  for (let row = 0; row < rows; row += 1)
    if (words(one, own.first + row) !== words(two, heads.first + row)) return null;
  return heads.body;
}

/** Where rows of a table stand that was put together. */
interface TablePart {
  block: number;
  /** The first row of the whole that stands in this part, and the row of the part that it is. */
  from: number;
  row: number;
}

interface OpenTable {
  table: DraftTable;
  at: number;
  lines: Lines;
  parts: TablePart[];
  end: number;
}

function finish({ table, at, lines, parts }: OpenTable, order: number): ReadTable | null {
  const { caption, number, units } = lines;
  return readTable(table, {
    ...{ block: at, caption, number, stated: statedMeasures(units) },
    name: number ?? (caption === '' ? `第${order}个表` : `“${caption.slice(0, 24)}”表`),
    placeOf: (row, column) => {
      const part = parts.findLast(({ from }) => from <= row) ?? { block: at, from: 0, row: 0 };
      return { kind: 'table', block: part.block, row: row - part.from + part.row, column };
    },
  });
}

/** Between the parts of one table stands nothing but 续表. */
function isNextPart(between: readonly DraftBlock[]): boolean {
  return between.every((block) => block.kind === 'paragraph' && /^\s*$|^[（(]?续|^单\s*位/.test(block.text));
}

/** All tables with figures in order. */
export function draftTables({ blocks }: Draft): ReadTable[] {
  const open: OpenTable[] = [];
  for (const [at, block] of blocks.entries()) {
    if (block.kind !== 'table') continue;
    const last = open.at(-1);
    const skip = last && isNextPart(blocks.slice(last.end + 1, at)) ? hasSameHeads(last.table, block) : null;
    if (last && skip !== null) {
      last.parts.push({ block: at, from: last.table.rowCount, row: skip });
      Object.assign(last, { table: append(last.table, block, skip), end: at });
    } else
      open.push({
        table: block,
        at,
        lines: linesAbove(blocks, at),
        parts: [{ block: at, from: 0, row: 0 }],
        end: at,
      });
  }
  return open.flatMap((one, index) => finish(one, index + 1) ?? []);
}
