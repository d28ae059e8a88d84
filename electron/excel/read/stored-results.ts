// Results of formulas as a program stored them that never calculated: XlsxWriter and its kin store 0 and ask for
// calculation on load, xlwt stores an empty text. Such a cell is a formula without result, not a zero and not a blank.
import { createCalculation } from '#shared/import/calculate-cells.ts';
import { type FormulaValue, UNKNOWN } from '#shared/import/formula-value.ts';
import type { SheetCell, SheetData } from '#shared/sheet/sheet.ts';
import { viewSheet } from '#shared/sheet/sheet-view.ts';
import { decimalText } from '#shared/values/decimal.ts';

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
const MOST_LOOKS = 2_000_000;
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
    const valueFor = createCalculations(sheets, new Set(doubted.map(({ cell }) => cell)));
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
function fits({ value: stored }: SheetCell, value: FormulaValue): boolean | undefined {
  const isText = stored?.kind === 'text';
  switch (value.kind) {
    case 'unknown':
      return undefined;
    case 'blank':
      // Where a formula points to an empty cell, programs differ.
      return isText ? undefined : true;
    case 'content':
      if (value.value.kind === 'date') return isText ? false : undefined;
      return isText && value.value.kind === 'text' && value.value.text === '';
    case 'number':
      return !isText && Math.abs(Number(decimalText(value.value))) < NEXT_TO_ZERO;
    case 'some-number':
      return isText ? false : undefined;
  }
}

/** Values of doubted cells by their formulas, of all others as stored. */
function createCalculations(sheets: ReadonlyMap<number, SheetData>, doubted: ReadonlySet<SheetCell>) {
  const budget = { looks: MOST_LOOKS };
  const isOpen = (cell: SheetCell): boolean => cell.value === null || doubted.has(cell);
  const calculations = new Map<number, (cell: SheetCell) => FormulaValue>();
  return (cell: SheetCell, sheet: number): FormulaValue => {
    const data = sheets.get(sheet);
    if (!data) return UNKNOWN;
    const calculate =
      calculations.get(sheet) ?? createCalculation(viewSheet(data), { isOpen, countsTexts: false, budget });
    calculations.set(sheet, calculate);
    return calculate(cell);
  };
}
