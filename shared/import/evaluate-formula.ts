// What a parsed formula gives: exact sums, differences, products, quotients, ROUND and SUBTOTAL over cells of the sheet,
// where a spreadsheet program would come to the same; `likely` where a text that looks like a number stands among them.
import {
  addDecimal,
  type Decimal,
  decimalText,
  divideDecimal,
  multiplyDecimal,
  negateDecimal,
  parseDecimal,
  roundDecimal,
  ZERO_DECIMAL,
} from './decimal.ts';
import { blankMark } from './fold-text.ts';
import type { Formula } from './parse-formula.ts';
import type { CellRange, CellValue, SheetCell } from './sheet.ts';
import { cellIn, looksNumeric, type SheetRow, type SheetView } from './sheet-view.ts';

export type FormulaResult =
  | { kind: 'certain' | 'likely'; value: CellValue }
  /** Adds up nothing but empty cells: 0 to other formulas, no amount by itself. */
  | { kind: 'empty' }
  /** Not understood, a fault among its cells, or a circle. */
  | { kind: 'unknown' };

export interface FormulaCells {
  view: SheetView;
  /** Cells that may still be looked at; a formula that finds none left is not computed. */
  budget: { looks: number };
  /** The result of a formula cell without a stored one. */
  resultOf(cell: SheetCell): FormulaResult;
}

interface Amount {
  value: Decimal;
  isCertain: boolean;
  /** There is a number in it, not only empty cells. */
  isFilled: boolean;
  /** Number format of the cells that it came from, which the result takes over. */
  format: string | undefined;
}

const UNKNOWN: FormulaResult = { kind: 'unknown' };

/** Computes a formula. */
export function evaluateFormula(formula: Formula, cells: FormulaCells): FormulaResult {
  // =B2 alone brings over whatever stands there, words too.
  if (formula.kind === 'cell') {
    const { row, column } = formula;
    const value = valueAt(cells, cells.view.cellAt(row, column));
    if (value === undefined) return UNKNOWN;
    if (value.kind !== 'certain' || value.value.kind !== 'number') return value;
  }
  const amount = amountOf(formula, cells);
  if (!amount) return UNKNOWN;
  if (!amount.isFilled) return { kind: 'empty' };
  const text = decimalText(amount.value);
  const { format } = amount;
  const value: CellValue = { kind: 'number', text, ...(format === undefined ? {} : { format }) };
  return { kind: amount.isCertain ? 'certain' : 'likely', value };
}

function amountOf(formula: Formula, cells: FormulaCells): Amount | undefined {
  switch (formula.kind) {
    case 'number':
      return plain(formula.value);
    case 'cell':
      return amountAt(cells.view.cellAt(formula.row, formula.column), cells);
    case 'range':
      return undefined;
    case 'negative':
      return change(amountOf(formula.of, cells), negateDecimal);
    case 'percent':
      return change(amountOf(formula.of, cells), ({ digits, places }) => ({ digits, places: places + 2 }));
    case 'call':
      return callOf(formula, cells);
    default:
      return joinOf(formula.kind, amountOf(formula.left, cells), amountOf(formula.right, cells));
  }
}

function plain(value: Decimal): Amount {
  return { value, isCertain: true, isFilled: true, format: undefined };
}

const NOTHING: Amount = { ...plain(ZERO_DECIMAL), isFilled: false };

function change(amount: Amount | undefined, by: (value: Decimal) => Decimal | undefined): Amount | undefined {
  const value = amount && by(amount.value);
  return amount && value && { ...amount, value };
}

const JOIN: Record<'+' | '-' | '*' | '/', (a: Decimal, b: Decimal) => Decimal | undefined> = {
  '+': addDecimal,
  '-': (a, b) => addDecimal(a, negateDecimal(b)),
  '*': multiplyDecimal,
  '/': divideDecimal,
};

function joinOf(sign: '+' | '-' | '*' | '/', left: Amount | undefined, right: Amount | undefined): Amount | undefined {
  const value = left && right && JOIN[sign](left.value, right.value);
  if (!left || !right || !value) return undefined;
  return {
    value,
    isCertain: left.isCertain && right.isCertain,
    // A number times an empty cell is as empty as that one.
    isFilled: sign === '+' || sign === '-' ? left.isFilled || right.isFilled : left.isFilled && right.isFilled,
    format: left.format ?? right.format,
  };
}

function callOf({ name, inputs }: Extract<Formula, { kind: 'call' }>, cells: FormulaCells): Amount | undefined {
  const [first, second] = inputs;
  if (name === 'SUM') return sumOf(inputs, cells, () => true);
  if (name === 'ROUND' && first && second && inputs.length === 2) {
    const places = wholeNumber(second, cells);
    return places === undefined ? undefined : change(amountOf(first, cells), (value) => roundDecimal(value, places));
  }
  if (name !== 'SUBTOTAL' || !first || inputs.length < 2) return undefined;
  const mode = wholeNumber(first, cells);
  const ranges = inputs.slice(1);
  if ((mode !== 9 && mode !== 109) || ranges.some(({ kind }) => kind !== 'range' && kind !== 'cell')) return undefined;
  // 9 leaves out what a filter hides and keeps what was hidden by hand; a sheet does not tell which is which.
  const hasHidden = ranges.some((part) => rowsIn(cells.view, rangeOf(part)).some((row) => row.hidden));
  if (mode === 9 && hasHidden) return undefined;
  return sumOf(ranges, cells, (cell, row) => !row.hidden && !/\bSUBTOTAL\s*\(/i.test(cell.formula ?? ''));
}

function wholeNumber(formula: Formula, cells: FormulaCells): number | undefined {
  const amount = amountOf(formula, cells);
  const text = amount?.isCertain ? decimalText(amount.value) : '';
  return /^-?\d{1,3}$/.test(text) ? Number(text) : undefined;
}

function rangeOf(formula: Formula): CellRange {
  if (formula.kind === 'range') return formula.range;
  const { row = 0, column = 0 } = formula.kind === 'cell' ? formula : {};
  return { top: row, left: column, bottom: row, right: column };
}

function rowsIn(view: SheetView, { top, bottom }: CellRange): SheetRow[] {
  return view.sheet.rows.slice(view.indexOf(top), view.indexOf(bottom + 1));
}

function sumOf(
  inputs: readonly Formula[],
  cells: FormulaCells,
  isCounted: (cell: SheetCell, row: SheetRow) => boolean,
): Amount | undefined {
  let sum = NOTHING;
  for (const input of inputs) {
    if (input.kind !== 'range' && input.kind !== 'cell') {
      const part = joinOf('+', sum, amountOf(input, cells));
      if (!part) return undefined;
      sum = part;
      continue;
    }
    const range = rangeOf(input);
    for (const row of rowsIn(cells.view, range)) {
      for (let column = range.left; column <= range.right; column += 1) {
        cells.budget.looks -= 1;
        if (cells.budget.looks < 0) return undefined;
        const cell = cellIn(row, column);
        if (!cell || !isCounted(cell, row)) continue;
        const part = joinOf('+', sum, amountAt(cell, cells, true));
        if (!part) return undefined;
        sum = part;
      }
    }
  }
  return sum;
}

/** What stands in a cell: its own value, or the result of its formula; undefined for a fault or an empty cell. */
function valueAt(cells: FormulaCells, cell: SheetCell | undefined): FormulaResult | undefined {
  if (!cell) return undefined;
  if (cell.value === null) return cell.formula === undefined ? undefined : cells.resultOf(cell);
  return cell.value.kind === 'error' ? UNKNOWN : { kind: 'certain', value: cell.value };
}

/**
 * A cell as a number. An empty one is 0. Words are passed over in a range, as the program does; a text that holds
 * figures is counted, but then the result is not certain: the program would leave it out.
 */
function amountAt(cell: SheetCell | undefined, cells: FormulaCells, inRange = false): Amount | undefined {
  const found = valueAt(cells, cell);
  if (!found || found.kind === 'empty') return NOTHING;
  if (found.kind === 'unknown') return undefined;
  const { value } = found;
  if (value.kind === 'number') {
    const decimal = parseDecimal(value.text);
    return decimal && { ...plain(decimal), isCertain: found.kind === 'certain', format: value.format };
  }
  if (value.kind !== 'text') return undefined;
  if (blankMark(value.text) !== undefined || (inRange && !/\d/.test(value.text.normalize('NFKC'))))
    return { ...NOTHING, isCertain: inRange || value.text.trim() === '' };
  const decimal = looksNumeric(cell) ? parseDecimal(value.text.normalize('NFKC').replace(/[,\s]/g, '')) : undefined;
  return decimal && { ...plain(decimal), isCertain: false };
}
