// What a formula gives, as far as that can be told from the cells of its own sheet: enough to see that a stored result is
// none. Never shown to anybody and never imported.
import { type CellRange, columnNumber } from '#shared/import/sheet.ts';

/** null: an empty cell; NaN: some number, not known which; undefined: cannot be told, or an error. */
export type FormulaValue = number | string | boolean | null | undefined;
/** The content of a cell by row and column. */
export type ValueAt = (row: number, column: number) => FormulaValue;

type Operand = FormulaValue | CellRange;

const MOST_DEPTH = 60;
const MOST_CELLS = 20_000;
const TOKENS =
  /\s+|(\d+\.?\d*(?:E[+-]?\d+)?|\.\d+)|"((?:[^"]|"")*)"|((?:'(?:[^']|'')*'|[\p{L}_][\p{L}\d_.]*)!\$?[A-Z]{1,3}\$?\d*(?::\$?[A-Z]{1,3}\$?\d*)?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}(?![\p{L}\d_(])|R(?:\[-?\d+\]|\d+)?C(?:\[-?\d+\]|\d+)?(?![\p{L}\d_([]))|\$?([A-Z]{1,3})\$?(\d{1,7})(?![\p{L}\d_.(])|([\p{L}_][\p{L}\d_.]*)\(|(TRUE|FALSE)(?![\p{L}\d_.])|([\p{L}_][\p{L}\d_.]*)|(<>|<=|>=|[-+*/^&=<>%(),:])/uy;

type Token =
  | { kind: 'value'; value: FormulaValue }
  | { kind: 'cell'; row: number; column: number }
  | { kind: 'call'; name: string }
  | { kind: 'sign'; sign: string };

class Unreadable extends Error {}

/** The value of a formula without '='; undefined for all that this does not know. */
export function formulaValue(formula: string, valueAt: ValueAt, mostDepth = MOST_DEPTH): FormulaValue {
  try {
    return evaluate(tokensOf(formula), valueAt, mostDepth);
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

function tokensOf(formula: string): Token[] {
  const text = formula.toUpperCase();
  const tokens: Token[] = [];
  TOKENS.lastIndex = 0;
  while (TOKENS.lastIndex < text.length) {
    const at = TOKENS.lastIndex;
    const match = TOKENS.exec(text);
    if (!match) throw new Unreadable();
    const [, number, , elsewhere, letters, digits, call, truth, name, sign] = match;
    // Texts keep their case.
    const string = match[2] === undefined ? undefined : formula.slice(at + 1, TOKENS.lastIndex - 1);
    if (number !== undefined) tokens.push({ kind: 'value', value: Number(number) });
    else if (string !== undefined) tokens.push({ kind: 'value', value: string.replaceAll('""', '"') });
    else if (elsewhere !== undefined || name !== undefined) tokens.push({ kind: 'value', value: undefined });
    else if (letters !== undefined) tokens.push({ kind: 'cell', row: Number(digits), column: columnNumber(letters) });
    else if (call !== undefined) tokens.push({ kind: 'call', name: call });
    else if (truth !== undefined) tokens.push({ kind: 'value', value: truth === 'TRUE' });
    else if (sign !== undefined) tokens.push({ kind: 'sign', sign });
  }
  return tokens;
}

/** Operators from the weakest to the strongest. */
const LEVELS: readonly (readonly string[])[] = [
  ['=', '<>', '<', '<=', '>', '>='],
  ['&'],
  ['+', '-'],
  ['*', '/'],
  ['^'],
];

function evaluate(tokens: readonly Token[], valueAt: ValueAt, mostDepth: number): FormulaValue {
  let at = 0;
  let depth = 0;
  const value = scalar(binary(0));
  if (at < tokens.length) throw new Unreadable();
  return value;

  function takeSign(...signs: string[]): string | undefined {
    const token = tokens[at];
    if (token?.kind !== 'sign' || !signs.includes(token.sign)) return undefined;
    at++;
    return token.sign;
  }

  function binary(level: number): Operand {
    const signs = LEVELS[level];
    if (!signs) return unary();
    let left = binary(level + 1);
    for (let sign = takeSign(...signs); sign !== undefined; sign = takeSign(...signs))
      left = combine(sign, scalar(left), scalar(binary(level + 1)));
    return left;
  }

  function unary(): Operand {
    const sign = takeSign('+', '-');
    if (sign !== undefined) {
      if (++depth > mostDepth) throw new Unreadable();
      const operand = unary();
      depth--;
      return sign === '+' ? operand : -numberOf(scalar(operand));
    }
    let value = primary();
    while (takeSign('%') !== undefined) value = numberOf(scalar(value)) / 100;
    return value;
  }

  function primary(): Operand {
    const token = tokens[at++];
    if (token?.kind === 'value') return token.value;
    if (token?.kind === 'cell') return range(token);
    if (token === undefined || (token.kind === 'sign' && token.sign !== '(') || ++depth > mostDepth)
      throw new Unreadable();
    const list = [argument()];
    while (token.kind === 'call' && takeSign(',') !== undefined) list.push(argument());
    if (takeSign(')') === undefined) throw new Unreadable();
    depth--;
    return token.kind === 'call' ? call(token.name, list) : (list[0] as Operand);
  }

  /** An argument may be left out: IF(A1,,1). */
  function argument(): Operand {
    const token = tokens[at];
    return token?.kind === 'sign' && [',', ')'].includes(token.sign) ? null : binary(0);
  }

  function range(first: { row: number; column: number }): CellRange {
    const colon = takeSign(':');
    const last = colon === undefined ? { kind: 'cell' as const, ...first } : tokens[at++];
    if (last?.kind !== 'cell') throw new Unreadable();
    return {
      top: Math.min(first.row, last.row),
      bottom: Math.max(first.row, last.row),
      left: Math.min(first.column, last.column),
      right: Math.max(first.column, last.column),
    };
  }

  function scalar(operand: Operand): FormulaValue {
    if (operand === null || typeof operand !== 'object') return operand;
    const isCell = operand.top === operand.bottom && operand.left === operand.right;
    return isCell ? valueAt(operand.top, operand.left) : undefined;
  }

  function call(name: string, list: readonly Operand[]): FormulaValue {
    const words = list.map(scalar);
    if (name === 'IF') {
      const condition = truthOf(words[0]);
      return condition === undefined ? undefined : condition ? words[1] : words.length > 2 ? words[2] : false;
    }
    const count = COUNTED[name];
    if (count) return count(list.flatMap(numbersOf));
    if (name === 'ROUND') return roundTo(numberOf(words[0]), numberOf(words[1]));
    if (name === 'ABS') return Math.abs(numberOf(words[0]));
    return NUMERIC.has(name) ? Number.NaN : undefined;
  }

  /** The numbers among the cells of a range, or the one number that an argument is. */
  function numbersOf(operand: Operand): number[] {
    if (operand === null || typeof operand !== 'object') return [numberOf(operand)];
    const { top, left, bottom, right } = operand;
    if ((bottom - top + 1) * (right - left + 1) > MOST_CELLS) return [Number.NaN];
    const numbers: number[] = [];
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) {
        const value = valueAt(row, column);
        if (value === undefined) numbers.push(Number.NaN);
        else if (typeof value === 'number') numbers.push(value);
      }
    }
    return numbers;
  }
}

const COUNTED: Record<string, (numbers: number[]) => number> = {
  SUM: (numbers) => numbers.reduce((sum, one) => sum + one, 0),
  PRODUCT: (numbers) => numbers.reduce((product, one) => product * one, numbers.length === 0 ? 0 : 1),
  MAX: (numbers) => numbers.reduce((most, one) => Math.max(most, one), numbers[0] ?? 0),
  MIN: (numbers) => numbers.reduce((least, one) => Math.min(least, one), numbers[0] ?? 0),
  AVERAGE: (numbers) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length,
};

/** These give a number or an error, never a text. */
const NUMERIC = new Set(
  'AVERAGEIF,AVERAGEIFS,COUNT,COUNTA,COUNTBLANK,COUNTIF,COUNTIFS,DATE,DATEDIF,DAY,INT,LEN,MATCH,MOD,MONTH,NOW,RANK,ROUNDDOWN,ROUNDUP,ROW,SUBTOTAL,SUMIF,SUMIFS,SUMPRODUCT,TODAY,TRUNC,VALUE,YEAR'.split(
    ',',
  ),
);

function roundTo(value: number, digits: number): number {
  const scale = 10 ** digits;
  return Math.round(value * scale) / scale;
}

/** What arithmetic makes of a value; NaN where it cannot be told. */
function numberOf(value: FormulaValue): number {
  if (typeof value === 'string') return value.trim() === '' ? Number.NaN : Number(value);
  return value === undefined ? Number.NaN : Number(value);
}

function truthOf(value: FormulaValue): boolean | undefined {
  if (typeof value === 'string' || value === undefined || Number.isNaN(value)) return undefined;
  return Boolean(value);
}

function combine(sign: string, left: FormulaValue, right: FormulaValue): FormulaValue {
  switch (sign) {
    case '+':
      return numberOf(left) + numberOf(right);
    case '-':
      return numberOf(left) - numberOf(right);
    case '*':
      return numberOf(left) * numberOf(right);
    case '/':
      return numberOf(right) === 0 ? Number.NaN : numberOf(left) / numberOf(right);
    case '^':
      return numberOf(left) ** numberOf(right);
    case '&':
      return isUnsure(left) || isUnsure(right) ? undefined : `${left ?? ''}${right ?? ''}`;
    default:
      return compare(sign, left, right);
  }
}

function isUnsure(value: FormulaValue): boolean {
  return value === undefined || Number.isNaN(value);
}

/** An empty cell equals 0 and ''; numbers stand before texts. Letters count alike in both cases. */
function compare(sign: string, one: FormulaValue, other: FormulaValue): boolean | undefined {
  if (isUnsure(one) || isUnsure(other) || typeof one === 'boolean' || typeof other === 'boolean') return undefined;
  const blank = (value: FormulaValue) => (typeof value === 'string' ? '' : 0);
  const left = one === null ? blank(other) : typeof one === 'string' ? one.toLowerCase() : (one as number);
  const right = other === null ? blank(one) : typeof other === 'string' ? other.toLowerCase() : (other as number);
  if (typeof left !== typeof right) {
    if (sign === '=' || sign === '<>') return sign === '<>';
    return sign.startsWith('<') === (typeof left === 'number');
  }
  const order = left < right ? -1 : left > right ? 1 : 0;
  if (sign === '=') return order === 0;
  if (sign === '<>') return order !== 0;
  if (order === 0) return sign.endsWith('=');
  return sign.startsWith('<') === order < 0;
}
