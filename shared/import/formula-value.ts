// What a formula gives, as far as that can be told, and what arithmetic makes of it: exact numbers, never floats.

import type { CellValue } from '../sheet/sheet.ts';
import { type Decimal, decimalText, ZERO_DECIMAL } from '../values/decimal.ts';

export interface FormulaNumber {
  kind: 'number';
  value: Decimal;
  /** False where a text that looks like a number stands among its cells. */
  isCertain: boolean;
  /** There is a number in it, not only empty cells. */
  isFilled: boolean;
  /** Number format of the cells that it came from, which the result takes over. */
  format: string | undefined;
}

export type FormulaValue =
  | FormulaNumber
  /** A text, a truth or a date as a cell holds it. */
  | { kind: 'content'; value: Extract<CellValue, { kind: 'text' | 'boolean' | 'date' }> }
  /** An empty cell. */
  | { kind: 'blank' }
  /** A number or an error, not known which; surely no text. */
  | { kind: 'some-number' }
  /** Not understood, or a fault among its cells, or a circle. */
  | { kind: 'unknown' };

export const UNKNOWN: FormulaValue = { kind: 'unknown' };
export const SOME_NUMBER: FormulaValue = { kind: 'some-number' };
export const BLANK: FormulaValue = { kind: 'blank' };

export function certainNumber(value: Decimal): FormulaNumber {
  return { kind: 'number', value, isCertain: true, isFilled: true, format: undefined };
}

/** The sum of nothing: 0 to other formulas, no amount by itself. */
export const NOTHING: FormulaNumber = { ...certainNumber(ZERO_DECIMAL), isFilled: false };

export function textValue(text: string): FormulaValue {
  return { kind: 'content', value: { kind: 'text', text } };
}

export function truthValue(isTrue: boolean): FormulaValue {
  return { kind: 'content', value: { kind: 'boolean', text: isTrue ? 'TRUE' : 'FALSE' } };
}

/** The number by a rule that may know no answer: a division by 0. */
export function changeNumber(
  number: FormulaNumber | undefined,
  by: (value: Decimal) => Decimal | undefined,
): FormulaValue {
  const value = number && by(number.value);
  return number && value ? { ...number, value } : SOME_NUMBER;
}

/** Two numbers joined. A number times an empty cell is as empty as that one. */
export function joinNumbers(
  left: FormulaNumber | undefined,
  right: FormulaNumber | undefined,
  by: (a: Decimal, b: Decimal) => Decimal | undefined,
  isSum: boolean,
): FormulaNumber | undefined {
  const value = left && right && by(left.value, right.value);
  if (!left || !right || !value) return undefined;
  return {
    kind: 'number',
    value,
    isCertain: left.isCertain && right.isCertain,
    isFilled: isSum ? left.isFilled || right.isFilled : left.isFilled && right.isFilled,
    format: left.format ?? right.format,
  };
}

/** Whether a condition holds; undefined where that cannot be told. */
export function truthOf(value: FormulaValue): boolean | undefined {
  if (value.kind === 'number') return value.value.digits !== 0n;
  if (value.kind === 'content' && value.value.kind === 'boolean') return value.value.text === 'TRUE';
  return value.kind === 'blank' ? false : undefined;
}

/** What & makes of a value; undefined where that cannot be told. */
export function wordsOf(value: FormulaValue): string | undefined {
  if (value.kind === 'number') return decimalText(value.value);
  if (value.kind === 'blank') return '';
  return value.kind === 'content' && value.value.kind !== 'date' ? value.value.text : undefined;
}
