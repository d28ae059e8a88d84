// Results of formulas as a program stored them that never calculated: XlsxWriter and its kin store 0 and ask for
// calculation on load, xlwt stores an empty text. Such a cell is a formula without result, not a zero and not a blank.
import type { SheetCell, SheetData } from '#shared/import/sheet.ts';
import { type FormulaValue, formulaValue } from './formula-value.ts';

export interface StoredResults {
  /** Every formula cell, in any order. */
  take(cell: SheetCell, sheet: number): void;
  /** Takes away what is no result. `asks`: the file asks for calculation on load. */
  settle(sheets: ReadonlyMap<number, SheetData>, asks: boolean): void;
}

interface Suspect {
  cell: SheetCell;
  sheet: number;
}

/** Cells looked at in all: running sums over long columns would need the square of their length. */
const MOST_STEPS = 5_000_000;
const MOST_DEPTH = 100;
/** Less than Excel shows of any amount: what is left of 0.3-0.1-0.2. */
const NEXT_TO_ZERO = 1e-9;

/**
 * Only two results are ever doubted: the empty text, and, where the file asks for calculation on load, 0. All others
 * were calculated by somebody. What is doubted stays where the formula gives just that from the cells of its sheet
 * (IF(A1>0,"",…), a sum of blanks), and goes where it gives something else: arithmetic gives no text, 3+4 is not 0.
 * Where that cannot be told (other sheets, functions that are not known here), the rest of the book decides: a writer
 * that stored a single other result does calculate, and is believed; one that stored none is not, if it asks for
 * calculation or was just seen to store what is no result. So a real 0 of Excel stays, also beside fullCalcOnLoad.
 */
export function createStoredResults(): StoredResults {
  const empties: Suspect[] = [];
  const zeros: Suspect[] = [];
  let others = 0;

  return { take, settle };

  function take(cell: SheetCell, sheet: number): void {
    const { value } = cell;
    if (value === null) return;
    if (value.kind === 'text' && value.text === '') empties.push({ cell, sheet });
    else if (value.kind === 'number' && value.text === '0') zeros.push({ cell, sheet });
    else others++;
  }

  function settle(sheets: ReadonlyMap<number, SheetData>, asks: boolean): void {
    // The usual book of somebody who calculates: IF(…,"",…) needs no second look.
    const isUsual = others > 0 && !asks;
    const doubted = isUsual ? empties.filter(({ cell }) => !cell.formula?.includes('""')) : [...empties];
    if (asks) doubted.push(...zeros);
    if (doubted.length === 0) return;
    const valueFor = createCalculation(sheets, new Set(doubted.map(({ cell }) => cell)));
    const untold: SheetCell[] = [];
    const wrong: SheetCell[] = [];
    for (const { cell, sheet } of doubted) {
      const verdict = fits(cell, valueFor(cell, sheet));
      if (verdict === undefined) untold.push(cell);
      else if (!verdict) wrong.push(cell);
    }
    if (others === 0 && (asks || wrong.length > 0)) wrong.push(...untold);
    for (const cell of wrong) cell.value = null;
  }
}

/** Whether the stored result is what the formula gives; undefined where that cannot be told. */
function fits(cell: SheetCell, value: FormulaValue): boolean | undefined {
  if (value === undefined) return undefined;
  const isText = cell.value?.kind === 'text';
  // Where a formula points to an empty cell, programs differ.
  if (value === null) return isText ? undefined : true;
  if (isText) return value === '';
  if (typeof value !== 'number') return false;
  return Number.isNaN(value) ? undefined : Math.abs(value) < NEXT_TO_ZERO;
}

/** Values of doubted cells by their formulas, of all others as stored. Each formula is worked out once. */
function createCalculation(sheets: ReadonlyMap<number, SheetData>, doubted: ReadonlySet<SheetCell>) {
  const known = new Map<SheetCell, FormulaValue>();
  const rowsBySheet = new Map<number, Map<number, readonly SheetCell[]>>();
  let steps = 0;
  let depth = 0;
  return calculate;

  function calculate(cell: SheetCell, sheet: number): FormulaValue {
    if (known.has(cell)) return known.get(cell);
    if (depth >= MOST_DEPTH) return undefined;
    // A circle ends here.
    known.set(cell, undefined);
    depth++;
    const rows = rowsOf(sheet);
    const value = formulaValue(cell.formula ?? '', (row, column) => {
      if (++steps > MOST_STEPS) return undefined;
      const other = rows.get(row)?.find((one) => one.column === column);
      if (other === undefined) return null;
      const isOpen = other.formula !== undefined && (other.value === null || doubted.has(other));
      return isOpen ? calculate(other, sheet) : storedValue(other);
    });
    depth--;
    known.set(cell, value);
    return value;
  }

  function rowsOf(sheet: number): Map<number, readonly SheetCell[]> {
    const found = rowsBySheet.get(sheet);
    if (found) return found;
    const rows = new Map((sheets.get(sheet)?.rows ?? []).map((row) => [row.row, row.cells] as const));
    rowsBySheet.set(sheet, rows);
    return rows;
  }
}

function storedValue({ value }: SheetCell): FormulaValue {
  switch (value?.kind) {
    case undefined:
      return null;
    case 'number':
      return Number(value.text);
    case 'text':
      return value.text;
    case 'boolean':
      return value.text === 'TRUE';
    case 'date':
      return Number.NaN;
    default:
      return undefined;
  }
}
