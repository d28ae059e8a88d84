// Tables as Word's own formats have them: paragraphs of a depth, marks that end a cell or a row, and for each row the edges
// of its cells. Tables inside of cells come behind the one around them.
import type { ReadBudget } from '#electron/excel/read/limits.ts';
import { tooLarge } from '#electron/excel/read/read-error.ts';
import { cleanText } from './clean-text.ts';
import type { DraftWriter } from './draft-writer.ts';
import { type EdgeCell, tableOfEdges } from './grid.ts';

/** What a row says of its cells; in twentieths of a point. */
export interface RowShape {
  isHead: boolean;
  cells: readonly { left: number; right: number; merge: 'none' | 'left' | 'above' }[];
}

interface OpenTable {
  rows: EdgeCell[][];
  headRows: number;
  row: { text: string; at: number }[];
  lines: string[];
  at: number | null;
}

export interface EdgeTables {
  /** A paragraph of a cell of the table of that depth; 1 is the outermost. */
  line(depth: number, text: string): void;
  endCell(depth: number): void;
  endRow(depth: number, shape: RowShape): void;
  /** What comes next stands at that depth, 0 for outside of all tables: deeper ones are finished. */
  leave(depth: number): void;
  readonly isOpen: boolean;
}

/** Nearer edges are one: no column is narrower than five points, and borders of single rows are pulled by hand. */
const TOLERANCE = 100;

/** `onEnd` is called behind each outermost table. */
export function createEdgeTables(writer: DraftWriter, budget: ReadBudget, onEnd: () => void): EdgeTables {
  const open: OpenTable[] = [];
  let finished: OpenTable[] = [];
  return {
    line: (depth, text) => {
      const table = reach(depth);
      table.at ??= writer.next();
      table.lines.push(text);
    },
    endCell(depth) {
      const table = reach(depth);
      table.row.push({ text: cleanText(table.lines.join('\n')), at: table.at ?? writer.next() });
      table.lines = [];
      table.at = null;
    },
    endRow(depth, shape) {
      const table = reach(depth);
      if (table.lines.some((line) => line.trim() !== '')) this.endCell(depth);
      table.lines = [];
      table.at = null;
      if (table.row.length > 0) {
        if (shape.isHead && table.headRows === table.rows.length) table.headRows++;
        table.rows.push(placedCells(table.row, shape));
      }
      table.row = [];
    },
    leave,
    get isOpen() {
      return open.length > 0;
    },
  };

  function reach(depth: number): OpenTable {
    if (depth > budget.nestedTables) throw tooLarge('表格嵌套过深');
    leave(depth);
    while (open.length < depth) open.push({ rows: [], headRows: 0, row: [], lines: [], at: null });
    return open[depth - 1] as OpenTable;
  }

  function leave(depth: number): void {
    if (open.length <= depth) return;
    while (open.length > depth) {
      const table = open.pop() as OpenTable;
      // A row without its end is no row of the file, but its texts are.
      if (table.lines.length > 0) table.row.push({ text: cleanText(table.lines.join('\n')), at: table.at ?? 0 });
      if (table.row.length > 0) table.rows.push(placedCells(table.row, { isHead: false, cells: [] }));
      finished.push(table);
    }
    if (open.length > 0) return;
    for (const { rows, headRows } of finished.reverse()) writer.table(tableOfEdges(rows, TOLERANCE, headRows));
    finished = [];
    onEnd();
  }
}

/** Texts of a row at its edges; where the row does not say them all, the cells that are left stand side by side. */
function placedCells(texts: readonly { text: string; at: number }[], { cells }: RowShape): EdgeCell[] {
  const placed: EdgeCell[] = [];
  for (const [index, { text, at }] of texts.entries()) {
    const shape = cells[index];
    // Some programs end an empty cell more than the row has.
    if (shape === undefined && cells.length > 0 && text === '') continue;
    const last = placed.at(-1);
    if (shape?.merge === 'left' && last !== undefined) {
      last.right = shape.right;
      if (text !== '') last.text = last.text === '' ? text : `${last.text}\n${text}`;
      continue;
    }
    const left = shape?.left ?? last?.right ?? 0;
    const right = Math.max(left, shape?.right ?? left + 4 * TOLERANCE);
    placed.push({ left, right, isContinued: shape?.merge === 'above', text, at });
  }
  return placed;
}
