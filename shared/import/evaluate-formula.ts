// What a parsed formula gives from the cells of its sheet, as a spreadsheet program would come to it.

import type { CellValue, SheetCell } from '../sheet/sheet.ts';
import { looksNumericText, type SheetView } from '../sheet/sheet-view.ts';
import {
  addDecimal,
  compareDecimal,
  type Decimal,
  divideDecimal,
  multiplyDecimal,
  negateDecimal,
  parseDecimal,
  powerDecimal,
  ZERO_DECIMAL,
} from '../values/decimal.ts';
import { blankMark } from '../values/fold-text.ts';
import { callFunction } from './formula-functions.ts';
import {
  BLANK,
  certainNumber,
  changeNumber,
  type FormulaNumber,
  type FormulaValue,
  joinNumbers,
  NOTHING,
  SOME_NUMBER,
  textValue,
  truthValue,
  UNKNOWN,
  wordsOf,
} from './formula-value.ts';
import type { Formula, Sign } from './parse-formula.ts';

export interface FormulaCells {
  view: SheetView;
  /** Cells that may still be looked at in ranges; a formula that finds none left is not told. */
  budget: { looks: number };
  /**
   * What was meant is wanted: a text that looks like a number counts, and the result is not certain. False: what the
   * program gives, which passes over such a text in a range.
   */
  countsTexts: boolean;
  /** The result of a formula that is to be worked out itself; undefined where what is stored in the cell counts. */
  resultOf(cell: SheetCell): FormulaValue | undefined;
}

/** Computes a formula. */
export function evaluateFormula(formula: Formula, cells: FormulaCells): FormulaValue {
  switch (formula.kind) {
    case 'number':
      return certainNumber(formula.value);
    case 'text':
      return textValue(formula.text);
    case 'truth':
      return truthValue(formula.isTrue);
    case 'cell':
      return valueInCell(cells.view.cellAt(formula.row, formula.column), cells);
    case 'left-out':
      return BLANK;
    case 'negative':
      return changeNumber(asNumber(evaluateFormula(formula.of, cells), cells), negateDecimal);
    case 'percent':
      return changeNumber(asNumber(evaluateFormula(formula.of, cells), cells), ({ digits, places }) => ({
        digits,
        places: places + 2,
      }));
    case 'call':
      return callFunction(formula, cells);
    case 'joined': {
      let value = evaluateFormula(formula.first, cells);
      for (const { sign, part } of formula.rest) value = join(sign, value, evaluateFormula(part, cells), cells);
      return value;
    }
    default:
      return UNKNOWN;
  }
}

const ARITHMETIC: Partial<Record<Sign, (a: Decimal, b: Decimal) => Decimal | undefined>> = {
  '+': addDecimal,
  '-': (a, b) => addDecimal(a, negateDecimal(b)),
  '*': multiplyDecimal,
  '/': divideDecimal,
  '^': powerDecimal,
};

function join(sign: Sign, left: FormulaValue, right: FormulaValue, cells: FormulaCells): FormulaValue {
  const by = ARITHMETIC[sign];
  if (by) {
    return joinNumbers(asNumber(left, cells), asNumber(right, cells), by, sign === '+' || sign === '-') ?? SOME_NUMBER;
  }
  if (sign !== '&') return compare(sign, left, right);
  const [one, other] = [wordsOf(left), wordsOf(right)];
  return one === undefined || other === undefined ? UNKNOWN : textValue(one + other);
}

/** An empty cell equals 0 and ''; numbers stand before texts. Letters count alike in both cases. */
function compare(sign: Sign, one: FormulaValue, other: FormulaValue): FormulaValue {
  const [left, right] = [comparable(one, other), comparable(other, one)];
  if (left === undefined || right === undefined) return UNKNOWN;
  if (typeof left === 'string' || typeof right === 'string') {
    if (typeof left !== typeof right) return truthValue(holds(sign, typeof left === 'string' ? 1 : -1));
    return truthValue(holds(sign, left < right ? -1 : left > right ? 1 : 0));
  }
  return truthValue(holds(sign, compareDecimal(left, right)));
}

function comparable(value: FormulaValue, beside: FormulaValue): string | Decimal | undefined {
  if (value.kind === 'number') return value.value;
  if (value.kind === 'content') return value.value.kind === 'text' ? value.value.text.toLowerCase() : undefined;
  if (value.kind !== 'blank') return undefined;
  return beside.kind === 'content' ? '' : ZERO_DECIMAL;
}

function holds(sign: Sign, order: number): boolean {
  if (sign === '=') return order === 0;
  if (sign === '<>') return order !== 0;
  return order === 0 ? sign.endsWith('=') : sign.startsWith('<') === order < 0;
}

/** What stands in a cell: the result of its formula, or its own value. */
export function valueInCell(cell: SheetCell | undefined, cells: FormulaCells): FormulaValue {
  if (!cell) return BLANK;
  const { value } = cell;
  const result = cell.formula === undefined ? undefined : cells.resultOf(cell);
  if (result) return result;
  if (value === null) return BLANK;
  if (value.kind === 'error') return UNKNOWN;
  return value.kind === 'number' ? storedNumber(value) : { kind: 'content', value };
}

function storedNumber({ text, format }: Extract<CellValue, { kind: 'number' }>): FormulaValue {
  const value = parseDecimal(text);
  return value ? { ...certainNumber(value), format } : SOME_NUMBER;
}

/** A value as arithmetic takes it; undefined where that is an error or not known. An empty cell is 0. */
export function asNumber(value: FormulaValue, { countsTexts }: FormulaCells): FormulaNumber | undefined {
  if (value.kind === 'number') return value;
  if (value.kind === 'blank') return NOTHING;
  if (value.kind !== 'content' || value.value.kind === 'date') return undefined;
  const { kind, text } = value.value;
  if (kind === 'boolean') return certainNumber({ digits: text === 'TRUE' ? 1n : 0n, places: 0 });
  if (!countsTexts) {
    const decimal = parseDecimal(text.trim());
    return decimal && certainNumber(decimal);
  }
  if (blankMark(text) !== undefined) return { ...NOTHING, isCertain: text.trim() === '' };
  return meantNumber(text);
}

/** A value as SUM and its like take it from a range: words, truths and empty cells are passed over. */
export function asNumberInRange(value: FormulaValue, { countsTexts }: FormulaCells): FormulaNumber | undefined {
  if (value.kind === 'number') return value;
  if (value.kind === 'blank') return NOTHING;
  if (value.kind !== 'content' || value.value.kind === 'date') return undefined;
  const { kind, text } = value.value;
  const isPassedOver = kind === 'boolean' || !countsTexts || !/\d/.test(text.normalize('NFKC'));
  return isPassedOver || blankMark(text) !== undefined ? NOTHING : meantNumber(text);
}

function meantNumber(text: string): FormulaNumber | undefined {
  const decimal = looksNumericText(text) ? parseDecimal(text.normalize('NFKC').replace(/[,\s]/g, '')) : undefined;
  return decimal && { ...certainNumber(decimal), isCertain: false };
}
