// Copy, paste and clear of the present selection as edits. Categories travel as words and are found again.
import type { CellEdit } from '#shared/contract/methods.ts';
import { cellsOf, copyRange, formatTsv, type PastePlan, parseTsv, planClear, planPaste } from './clipboard.ts';
import type { GridState } from './grid-state.ts';
import { findCategory } from './options.ts';
import type { Selection } from './selection.ts';

/** The text copied last and the same without its heading rows, which pasting back steps over. */
let lastCopy: { text: string; projectsOnly: string } | null = null;

export function copyText(grid: GridState, selection: Selection): string {
  const { rows, columns, reader } = grid.data();
  const text = formatTsv(copyRange(rows, columns, selection, reader));
  const projects = copyRange(rows, columns, selection, reader, true);
  lastCopy = { text, projectsOnly: projects.length > 0 ? formatTsv(projects) : text };
  return text;
}

export function pasteEdits(grid: GridState, selection: Selection, text: string): PastePlan {
  const { rows, columns, reference, plan } = grid.data();
  const own = lastCopy !== null && normalise(lastCopy.text) === normalise(text) ? lastCopy.projectsOnly : text;
  return planPaste(parseTsv(own), rows, columns, selection, (column, cell) =>
    column.kind === 'category' ? (findCategory(reference, plan.scheme, cell) ?? cell) : cell,
  );
}

export function clearEdits(grid: GridState, selection: Selection): CellEdit[] {
  const { rows, columns, reader } = grid.data();
  return planClear(rows, columns, selection, reader);
}

/** One text into every selected cell. */
export function editAll(grid: GridState, selection: Selection, text: string): CellEdit[] {
  const { rows, columns } = grid.data();
  return cellsOf(rows, columns, selection).map(({ row, column }) => ({ id: row.id, column: column.key, text }));
}

/** Programs end clipboard lines differently. */
function normalise(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(/\n$/, '');
}
