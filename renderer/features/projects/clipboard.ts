// Exchange with Excel and WPS through the clipboard: tab-separated text, with quotes around cells that hold line breaks.
import type { CellEdit, RejectedEdit } from '#shared/contract/methods.ts';
import type { CellReader } from './cell-text.ts';
import { type GridColumn, NUMBER_KEY } from './grid-columns.ts';
import type { GridRow, ProjectRow, Rows } from './rows.ts';
import { rangeOf, rangesOf, rowsInRange, type Selection } from './selection.ts';

/** Cells of a clipboard text as Excel writes it; the line break that ends the last row makes no row. */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const endCell = (): void => {
    rows.at(-1)?.push(cell);
    cell = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (quoted) {
      if (sign === '"' && text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else if (sign === '"') quoted = false;
      else cell += sign === '\r' && text[at + 1] === '\n' ? '' : sign;
    } else if (sign === '"' && cell === '' && closesCell(text, at)) quoted = true;
    else if (sign === '\t') endCell();
    else if (sign === '\n' || sign === '\r') {
      if (sign === '\r' && text[at + 1] === '\n') at += 1;
      endCell();
      rows.push([]);
    } else cell += sign;
  }
  const last = rows.at(-1);
  if (cell !== '' || (last && last.length > 0) || rows.length === 1) endCell();
  else rows.pop();
  return rows;
}

/** Whether the quote at `at` opens a quoted cell: its partner stands before a tab, a line end or the end. */
function closesCell(text: string, at: number): boolean {
  for (let end = at + 1; end < text.length; end += 1) {
    if (text[end] !== '"') continue;
    if (text[end + 1] === '"') end += 1;
    else return end + 1 === text.length || /[\t\r\n]/.test(text[end + 1] ?? '');
  }
  return false;
}

/** The text that Excel takes back cell by cell. */
export function formatTsv(rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string => (/[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => row.map(cell).join('\t')).join('\r\n');
}

/** The selected cells; `projectsOnly` leaves headings out, as pasting back does. */
export function copyRange(
  rows: Rows,
  columns: readonly GridColumn[],
  selection: Selection,
  reader: CellReader,
  projectsOnly = false,
): string[][] {
  const range = rangeOf(selection);
  return rowsInRange(rows, range)
    .filter((row) => !projectsOnly || row.kind === 'project')
    .map((row) => columns.slice(range.left, range.right + 1).map((column) => reader.plain(row, column)));
}

export interface PastePlan {
  edits: CellEdit[];
  /** Cells that cannot be written whatever stands in them (序号, beyond the last column). */
  refused: RejectedEdit[];
  /** Lines of the clipboard below the last row. */
  overflow: Overflow;
}

/** Lines that found no row, with the columns they are meant for. */
export interface Overflow {
  /** The project behind which they belong; null: the table is empty. */
  afterId: string | null;
  lines: { column: string; text: string }[][];
}

export const NO_OVERFLOW: Overflow = { afterId: null, lines: [] };

/**
 * Lays clipboard cells over the table from the top left of the selection. Heading rows are stepped over. One value
 * fills the whole selection; a block is repeated where the selection is a multiple of it, as Excel does.
 */
export function planPaste(
  cells: readonly (readonly string[])[],
  rows: Rows,
  columns: readonly GridColumn[],
  selection: Selection,
  choose: (column: GridColumn, text: string) => string,
): PastePlan {
  const range = rangeOf(selection);
  const height = cells.length;
  const width = Math.max(0, ...cells.map((row) => row.length));
  const plan: PastePlan = { edits: [], refused: [], overflow: { afterId: null, lines: [] } };
  if (height === 0 || width === 0) return plan;
  const targets = rows.rows.slice(Math.max(0, range.top)).filter(isProjectRow);
  const selected = rowsInRange(rows, range).filter(isProjectRow).length;
  const across = range.right - range.left + 1;
  const repeatDown = selected > height && selected % height === 0 ? selected : height;
  const repeatAcross = across > width && across % width === 0 ? across : width;
  const above = rows.rows.slice(0, Math.max(0, range.top)).findLast(isProjectRow);
  plan.overflow.afterId = (targets.at(-1) ?? above)?.id ?? null;
  for (let down = 0; down < repeatDown; down += 1) {
    const row = targets[down];
    const line: { column: string; text: string }[] = [];
    for (let right = 0; right < repeatAcross; right += 1) {
      const text = cells[down % height]?.[right % width];
      if (text === undefined) continue;
      const column = columns[range.left + right];
      if (column && column.key !== NUMBER_KEY) line.push({ column: column.key, text: choose(column, text) });
      else if (row && text.trim() !== '') {
        const message = column ? '序号是自动编的，不能修改。' : '超出了最右边的列。';
        plan.refused.push({ id: row.id, column: column?.key ?? '', text, message });
      }
    }
    if (row) plan.edits.push(...line.map((cell) => ({ id: row.id, ...cell })));
    else plan.overflow.lines.push(line);
  }
  return plan;
}

/** Edits that empty the selected cells; cells that are blank already are left alone. */
export function planClear(
  rows: Rows,
  columns: readonly GridColumn[],
  selection: Selection,
  reader: CellReader,
): CellEdit[] {
  return cellsOf(rows, columns, selection).flatMap(({ row, column }) =>
    reader.isBlank(row, column) ? [] : [{ id: row.id, column: column.key, text: '' }],
  );
}

/** The project cells of a selection, range by range; headings and 序号 are left out. */
export function cellsOf(
  rows: Rows,
  columns: readonly GridColumn[],
  selection: Selection,
): { row: ProjectRow; column: GridColumn }[] {
  return rangesOf(selection).flatMap((range) => {
    const shown = columns.slice(range.left, range.right + 1).filter((column) => column.key !== NUMBER_KEY);
    return rowsInRange(rows, range)
      .filter(isProjectRow)
      .flatMap((row) => shown.map((column) => ({ row, column })));
  });
}

export function isProjectRow(row: GridRow): row is ProjectRow {
  return row.kind === 'project';
}
