// Lays copied cells over the table, as edits; and the edits that clear or fill a selection.
import type { CellEdit, RejectedEdit } from '#shared/contract/methods.ts';
import type { CellReader } from '../cell-text.ts';
import { type GridColumn, NUMBER_KEY } from '../grid-columns.ts';
import type { GridRow, ProjectRow, Rows } from '../rows.ts';
import { type Range, rangeOf, rangesOf, rowsInRange, type Selection } from '../selection.ts';

export interface PastePlan {
  edits: CellEdit[];
  /** Cells that cannot be written whatever stands in them (序号, beyond the last column). */
  refused: RejectedEdit[];
  /** Lines of the clipboard below the last row. */
  overflow: Overflow;
  /** The cells of the table that are written, to be selected afterwards. */
  area: Range | null;
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
 * fills the whole selection; a block is repeated where the selection is a multiple of it, as Excel does. `textFor` gives
 * undefined for cells that are to be left as they are; `asNew` makes every line a new project below the active row.
 */
export function planPaste<Cell>(
  cells: readonly (readonly Cell[])[],
  rows: Rows,
  columns: readonly GridColumn[],
  selection: Selection,
  textFor: (cell: Cell, column: GridColumn | undefined) => string | undefined,
  asNew = false,
): PastePlan {
  const range = rangeOf(selection);
  const height = cells.length;
  const width = cells.reduce((most, row) => Math.max(most, row.length), 0);
  const plan: PastePlan = { edits: [], refused: [], overflow: { afterId: null, lines: [] }, area: null };
  if (height === 0 || width === 0) return plan;
  const targets = asNew ? [] : rows.rows.slice(Math.max(0, range.top)).filter(isProjectRow);
  const selected = rowsInRange(rows, range).filter(isProjectRow).length;
  const across = range.right - range.left + 1;
  const repeatDown = !asNew && selected > height && selected % height === 0 ? selected : height;
  const repeatAcross = !asNew && across > width && across % width === 0 ? across : width;
  const above = rows.rows.slice(0, selection.active.row + 1).findLast(isProjectRow);
  plan.overflow.afterId = (targets.at(-1) ?? above)?.id ?? null;
  const last = targets[Math.min(repeatDown, targets.length) - 1];
  if (last) {
    const right = Math.min(columns.length, range.left + repeatAcross) - 1;
    plan.area = { top: Math.max(0, range.top), bottom: rows.rows.indexOf(last), left: range.left, right };
  }
  for (let down = 0; down < repeatDown; down += 1) {
    const row = targets[down];
    const line: { column: string; text: string }[] = [];
    for (let right = 0; right < repeatAcross; right += 1) {
      const cell = cells[down % height]?.[right % width];
      const column = columns[range.left + right];
      if (cell === undefined) continue;
      const text = textFor(cell, column);
      if (text === undefined) continue;
      if (column && column.key !== NUMBER_KEY) line.push({ column: column.key, text });
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

/** Edits that put one text into all selected cells (Ctrl+Enter). */
export function planEditAll(
  rows: Rows,
  columns: readonly GridColumn[],
  selection: Selection,
  text: string,
): CellEdit[] {
  return cellsOf(rows, columns, selection).map(({ row, column }) => ({ id: row.id, column: column.key, text }));
}

/** The project cells of a selection, range by range; headings and 序号 are left out. */
function cellsOf(
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

function isProjectRow(row: GridRow): row is ProjectRow {
  return row.kind === 'project';
}
