// Tables without lines around their cells: several lines whose texts stand below each other, with room between.
import type { PageTable } from './ruled-tables.ts';
import { joinLines, type Segment, type TextLine } from './text-lines.ts';

const LEAST_ROWS = 3;

export interface OpenTable extends PageTable {
  lines: readonly TextLine[];
}

/** Tables among the lines of a page, in their order. */
export function openTables(lines: readonly TextLine[]): OpenTable[] {
  const tables: OpenTable[] = [];
  for (let from = 0; from < lines.length; ) {
    let to = from;
    while (to < lines.length && isRow(lines, to)) to++;
    const run = lines.slice(from, to);
    const table = run.length >= LEAST_ROWS ? tableOf(run) : null;
    if (table !== null) tables.push(table);
    from = Math.max(to, from + 1);
  }
  return tables;
}

/** Several texts beside each other; or one below such a line and above another: the rest of a cell. */
function isRow(lines: readonly TextLine[], at: number): boolean {
  const parts = (i: number): number => lines[i]?.segments.length ?? 0;
  const isNear = (i: number): boolean =>
    Math.abs((lines[i]?.y ?? 0) - (lines[at]?.y ?? 0)) < 2.2 * (lines[at]?.size ?? 1);
  if (parts(at) >= 2) return true;
  return parts(at - 1) >= 2 && parts(at + 1) >= 2 && isNear(at - 1) && isNear(at + 1);
}

function tableOf(run: readonly TextLine[]): OpenTable | null {
  const most = Math.max(...run.map(({ segments }) => segments.length));
  const full = run.filter(({ segments }) => segments.length >= Math.max(2, 0.6 * most));
  const columns = columnsOf(full.flatMap(({ segments }) => segments));
  const hasFigures = full.filter(({ segments }) => segments.slice(1).some(({ text }) => /^[-\d,.%\s]+$/.test(text)));
  if (full.length < LEAST_ROWS || columns.length < 2 || hasFigures.length * 2 < full.length) return null;
  const cells: PageTable['cells'] = [];
  let row = -1;
  for (const { segments } of run) {
    const isRest = segments.length === 1 && row >= 0;
    if (!isRest) row++;
    for (const segment of segments) {
      const [column, columnSpan] = placeOf(segment, columns);
      const above = cells.find((cell) => cell.row === row && cell.column === column);
      if (above !== undefined) above.text = joinLines(above.text, segment.text);
      else cells.push({ row, column, rowSpan: 1, columnSpan, text: segment.text });
    }
  }
  const [first, last] = [run[0] as TextLine, run.at(-1) as TextLine];
  return {
    top: first.y - first.size,
    bottom: last.y,
    edges: [...columns.map(({ left }) => left), columns.at(-1)?.right ?? 0],
    rowCount: row + 1,
    cells,
    lines: run,
  };
}

interface Column {
  left: number;
  right: number;
}

/** Stretches of the width that texts take, parted where no text of any line stands. */
function columnsOf(segments: readonly Segment[]): Column[] {
  const columns: Column[] = [];
  for (const { left, right } of [...segments].sort((a, b) => a.left - b.left)) {
    const last = columns.at(-1);
    if (last !== undefined && left <= last.right + 1) last.right = Math.max(last.right, right);
    else columns.push({ left, right });
  }
  return columns;
}

/** The columns that a text stands over; the nearest where it stands beside all. */
function placeOf({ left, right }: Segment, columns: readonly Column[]): [column: number, span: number] {
  const over = columns.flatMap((column, i) => (left < column.right && right > column.left ? [i] : []));
  if (over.length > 0) return [over[0] as number, over.length];
  const middle = (left + right) / 2;
  const distances = columns.map((column) => Math.abs((column.left + column.right) / 2 - middle));
  return [distances.indexOf(Math.min(...distances)), 1];
}
