// The functions of formulas that are worked out, and those of which at least the kind of the result is known.

import type { CellRange, SheetCell } from '../sheet/sheet.ts';
import type { SheetRow, SheetView } from '../sheet/sheet-view.ts';
import {
  addDecimal,
  compareDecimal,
  type Decimal,
  decimalText,
  divideDecimal,
  multiplyDecimal,
  negateDecimal,
  roundDecimal,
} from '../values/decimal.ts';
import { asNumber, asNumberInRange, evaluateFormula, type FormulaCells, valueInCell } from './evaluate-formula.ts';
import {
  changeNumber,
  type FormulaNumber,
  type FormulaValue,
  joinNumbers,
  NOTHING,
  SOME_NUMBER,
  truthOf,
  truthValue,
  UNKNOWN,
} from './formula-value.ts';
import type { Formula } from './parse-formula.ts';

type Work = (inputs: readonly Formula[], cells: FormulaCells) => FormulaValue;

const WORKED_OUT: Record<string, Work> = {
  SUM: (inputs, cells) => fold(inputs, cells, addDecimal),
  PRODUCT: (inputs, cells) => fold(inputs, cells, multiplyDecimal),
  MAX: (inputs, cells) => fold(inputs, cells, (a, b) => (compareDecimal(a, b) < 0 ? b : a)),
  MIN: (inputs, cells) => fold(inputs, cells, (a, b) => (compareDecimal(a, b) > 0 ? b : a)),
  AVERAGE: average,
  IF: choose,
  ROUND: round,
  ABS: (inputs, cells) =>
    changeNumber(inputs.length === 1 ? numberOf(inputs[0], cells) : undefined, (value) =>
      value.digits < 0n ? negateDecimal(value) : value,
    ),
  SUBTOTAL: subtotal,
};

/** These give a number or an error, never a text. */
const NUMERIC = new Set(
  'AVERAGEIF,AVERAGEIFS,COUNT,COUNTA,COUNTBLANK,COUNTIF,COUNTIFS,DATE,DATEDIF,DAY,INT,LEN,MATCH,MOD,MONTH,NOW,RANK,ROUNDDOWN,ROUNDUP,ROW,SUMIF,SUMIFS,SUMPRODUCT,TODAY,TRUNC,VALUE,YEAR'.split(
    ',',
  ),
);

export function callFunction({ name, inputs }: Extract<Formula, { kind: 'call' }>, cells: FormulaCells): FormulaValue {
  const work = Object.hasOwn(WORKED_OUT, name) ? WORKED_OUT[name] : undefined;
  return work ? work(inputs, cells) : NUMERIC.has(name) ? SOME_NUMBER : UNKNOWN;
}

function numberOf(input: Formula | undefined, cells: FormulaCells): FormulaNumber | undefined {
  return input && asNumber(evaluateFormula(input, cells), cells);
}

function choose([condition, than, otherwise]: readonly Formula[], cells: FormulaCells): FormulaValue {
  const holds = condition && truthOf(evaluateFormula(condition, cells));
  if (holds === undefined || !than) return UNKNOWN;
  if (holds) return evaluateFormula(than, cells);
  return otherwise ? evaluateFormula(otherwise, cells) : truthValue(false);
}

function round([what, places]: readonly Formula[], cells: FormulaCells): FormulaValue {
  const digits = wholeNumber(places, cells);
  return digits === undefined
    ? SOME_NUMBER
    : changeNumber(numberOf(what, cells), (value) => roundDecimal(value, digits));
}

function average(inputs: readonly Formula[], cells: FormulaCells): FormulaValue {
  let count = 0n;
  const sum = fold(inputs, cells, (a, b) => {
    count += 1n;
    return addDecimal(a, b);
  });
  // The first of them was not added to anything.
  if (sum.kind === 'number' && sum.isFilled) count += 1n;
  return sum.kind === 'number' ? changeNumber(sum, (value) => divideDecimal(value, { digits: count, places: 0 })) : sum;
}

function subtotal([mode, ...ranges]: readonly Formula[], cells: FormulaCells): FormulaValue {
  const sort = wholeNumber(mode, cells);
  if ((sort !== 9 && sort !== 109) || ranges.length === 0) return SOME_NUMBER;
  if (ranges.some(({ kind }) => kind !== 'range' && kind !== 'cell')) return SOME_NUMBER;
  // 9 leaves out what a filter hides and keeps what was hidden by hand; a sheet does not tell which is which.
  const hasHidden = ranges.some((part) => rowsIn(cells.view, rangeOf(part)).some((row) => row.hidden));
  if (sort === 9 && hasHidden) return SOME_NUMBER;
  const isCounted = (cell: SheetCell, row: SheetRow) => !row.hidden && !/\bSUBTOTAL\s*\(/i.test(cell.formula ?? '');
  return fold(ranges, cells, addDecimal, isCounted);
}

function wholeNumber(input: Formula | undefined, cells: FormulaCells): number | undefined {
  const number = numberOf(input, cells);
  const text = number?.isCertain ? decimalText(number.value) : '';
  return /^-?\d{1,3}$/.test(text) ? Number(text) : undefined;
}

/**
 * The numbers of all inputs joined one by one; of none it is the sum of nothing. All cells are looked at also behind one
 * that is not known, so that everything that is missing comes up at once.
 */
function fold(
  inputs: readonly Formula[],
  cells: FormulaCells,
  by: (a: Decimal, b: Decimal) => Decimal | undefined,
  isCounted: (cell: SheetCell, row: SheetRow) => boolean = () => true,
): FormulaValue {
  let result: FormulaNumber | undefined = NOTHING;
  const take = (number: FormulaNumber | undefined): void => {
    if (!number || !result) result = undefined;
    else if (!number.isFilled) result = number.isCertain ? result : { ...result, isCertain: false };
    else
      result = result.isFilled
        ? joinNumbers(result, number, by, true)
        : { ...number, isCertain: number.isCertain && result.isCertain };
  };
  for (const input of inputs) {
    if (input.kind !== 'range' && input.kind !== 'cell') {
      take(numberOf(input, cells));
      continue;
    }
    const { left, right } = rangeOf(input);
    for (const row of rowsIn(cells.view, rangeOf(input))) {
      for (const cell of row.cells) {
        if (cell.column < left) continue;
        if (cell.column > right) break;
        cells.budget.looks -= 1;
        if (cells.budget.looks < 0) return SOME_NUMBER;
        if (isCounted(cell, row)) take(asNumberInRange(valueInCell(cell, cells), cells));
      }
    }
  }
  return result ?? SOME_NUMBER;
}

function rangeOf(formula: Formula): CellRange {
  if (formula.kind === 'range') return formula.range;
  const { row = 0, column = 0 } = formula.kind === 'cell' ? formula : {};
  return { top: row, left: column, bottom: row, right: column };
}

function rowsIn(view: SheetView, { top, bottom }: CellRange): SheetRow[] {
  return view.sheet.rows.slice(view.indexOf(top), view.indexOf(bottom + 1));
}
