// Formulas that the file holds without their results: what plainly follows from other cells is computed as the
// spreadsheet program would; of the rest only a proposal is made, or nothing. A missing result is never a zero.

import { type CellValue, cellAddress, type SheetCell } from '../sheet/sheet.ts';
import { type SheetView, viewSheet } from '../sheet/sheet-view.ts';
import { decimalText } from '../values/decimal.ts';
import { createCalculation } from './calculate-cells.ts';
import type { FormulaValue } from './formula-value.ts';
import { isWithoutResult } from './odd-cells.ts';
import type { Formula, Sign } from './parse-formula.ts';

export interface ComputedSheet {
  /** The sheet with the computed results in place; the view that was given where there are none. */
  view: SheetView;
  computed: readonly SheetCell[];
  /** Results that are likely but not certain, as decimal texts by address. */
  proposals: ReadonlyMap<string, string>;
}

/** Cells that all formulas of a table may look at together; beyond it they are told as not computed. */
const MOST_LOOKS = 2_000_000;
const PLAIN_CALLS = new Set(['SUM', 'ROUND', 'SUBTOTAL']);

/** Computes formulas without results: `open`, those of a table. `accepted`: proposals that are taken; '*' for all. */
export function computeFormulas(
  view: SheetView,
  open: readonly SheetCell[],
  accepted: ReadonlySet<string>,
): ComputedSheet {
  if (open.length === 0) return { view, computed: [], proposals: new Map() };
  const budget = { looks: MOST_LOOKS };
  const resultOf = createCalculation(view, { isOpen: isWithoutResult, accepts: isPlain, countsTexts: true, budget });
  const computed: SheetCell[] = [];
  const proposals = new Map<string, string>();
  for (const cell of open) {
    const result = contentOf(resultOf(cell));
    if (!result) continue;
    const address = cellAddress(cell.row, cell.column);
    const isTaken = result.isCertain || accepted.has('*') || accepted.has(address);
    if (isTaken) computed.push({ ...cell, value: result.value });
    else proposals.set(address, result.value.text);
  }
  return { view: computed.length === 0 ? view : withCells(view, computed), computed, proposals };
}

/** What stands in a cell with this result; nothing for what is not known, and for a sum of nothing but empty cells. */
function contentOf(result: FormulaValue): { value: CellValue; isCertain: boolean } | undefined {
  if (result.kind === 'content') return { value: result.value, isCertain: true };
  if (result.kind !== 'number' || !result.isFilled) return undefined;
  const { format, isCertain } = result;
  const text = decimalText(result.value);
  return { value: { kind: 'number', text, ...(format === undefined ? {} : { format }) }, isCertain };
}

/** Sums and the like, of which anybody sees where they come from; what a condition chose is left to the user. */
function isPlain(formula: Formula): boolean {
  switch (formula.kind) {
    case 'number':
    case 'cell':
    case 'range':
      return true;
    case 'negative':
    case 'percent':
      return isPlain(formula.of);
    case 'call':
      return PLAIN_CALLS.has(formula.name) && formula.inputs.every(isPlain);
    case 'joined':
      return [formula.first, ...formula.rest.map(({ part }) => part)].every(isPlain) && formula.rest.every(isPlainSign);
    default:
      return false;
  }
}

function isPlainSign({ sign }: { sign: Sign }): boolean {
  return sign === '+' || sign === '-' || sign === '*' || sign === '/';
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
