// Formulas that the file holds without their results: what plainly follows from other cells is computed as the
// spreadsheet program would; of the rest only a proposal is made, or nothing. A missing result is never a zero.
import { evaluateFormula, type FormulaCells, type FormulaResult } from './evaluate-formula.ts';
import { parseFormula } from './parse-formula.ts';
import type { FoundTable } from './reading.ts';
import { cellAddress, type SheetCell } from './sheet.ts';
import { type SheetRow, type SheetView, viewSheet } from './sheet-view.ts';

export interface ComputedSheet {
  /** The sheet with the computed results in place; the view that was given where there are none. */
  view: SheetView;
  computed: readonly SheetCell[];
  /** Results that are likely but not certain, as decimal texts by address. */
  proposals: ReadonlyMap<string, string>;
}

/** A chain of formulas longer than this is taken up again from its other end. */
const LONGEST_CHAIN = 400;
/** Cells that all formulas of a table may look at together; beyond it they are told as not computed. */
const MOST_LOOKS = 2_000_000;

/** Computes the formulas without results in the rows of a table. `accepted`: proposals that are taken; '*' for all. */
export function computeFormulas(view: SheetView, table: FoundTable, accepted: ReadonlySet<string>): ComputedSheet {
  const { rows } = view.sheet;
  const open: SheetCell[] = [];
  for (let index = view.indexOf(table.firstRow); index < rows.length; index += 1) {
    const { row, cells } = rows[index] as SheetRow;
    if (row > table.lastRow) break;
    for (const cell of cells) if (isWithoutResult(cell)) open.push(cell);
  }
  if (open.length === 0) return { view, computed: [], proposals: new Map() };
  const resultOf = resultsOf(view);
  // A chain too long for one go is done from above first, then what is left of it from below.
  for (const cell of [...open, ...[...open].reverse()]) resultOf(cell);
  const computed: SheetCell[] = [];
  const proposals = new Map<string, string>();
  for (const cell of open) {
    const result = resultOf(cell);
    const address = cellAddress(cell.row, cell.column);
    const isTaken = result.kind === 'certain' || accepted.has('*') || accepted.has(address);
    if (result.kind === 'unknown' || result.kind === 'empty') continue;
    if (isTaken) computed.push({ ...cell, value: result.value });
    else proposals.set(address, result.value.text);
  }
  return { view: computed.length === 0 ? view : withCells(view, computed), computed, proposals };
}

export function isWithoutResult(cell: SheetCell): boolean {
  return cell.value === null && cell.formula !== undefined;
}

/** The results of cells, each worked out once; a circle has none. */
function resultsOf(view: SheetView): (cell: SheetCell) => FormulaResult {
  const known = new Map<SheetCell, FormulaResult>();
  const unknown: FormulaResult = { kind: 'unknown' };
  let depth = 0;
  let isCut = false;
  const budget = { looks: MOST_LOOKS };
  const cells: FormulaCells = { view, budget, resultOf: (cell) => resultOf(cell) };
  const resultOf = (cell: SheetCell): FormulaResult => {
    const found = known.get(cell);
    if (found) return found;
    if (depth >= LONGEST_CHAIN) {
      isCut = true;
      return unknown;
    }
    known.set(cell, unknown);
    depth += 1;
    const tree = parseFormula(cell.formula ?? '', view.sheet.name);
    const result = tree ? evaluateFormula(tree, cells) : unknown;
    depth -= 1;
    if (isCut) known.delete(cell);
    else known.set(cell, result);
    if (depth === 0) isCut = false;
    return result;
  };
  return resultOf;
}

/** The view of the same sheet with other cells in some places. */
export function withCells(view: SheetView, changed: readonly SheetCell[]): SheetView {
  const byRow = new Map<number, SheetCell[]>();
  for (const cell of changed) {
    const known = byRow.get(cell.row);
    if (known) known.push(cell);
    else byRow.set(cell.row, [cell]);
  }
  const rows = view.sheet.rows.map((row) => {
    const own = byRow.get(row.row);
    return own
      ? { ...row, cells: row.cells.map((cell) => own.find((one) => one.column === cell.column) ?? cell) }
      : row;
  });
  return viewSheet({ ...view.sheet, rows });
}
