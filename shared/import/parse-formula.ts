// The formula language as a tree: cells, ranges, numbers, texts, operators, brackets, calls of functions. What is out of
// sight (other sheets, names, whole columns) has its place in the tree; what cannot be read at all makes no tree.

import { type CellRange, columnNumber } from '../sheet/sheet.ts';
import { type Decimal, parseDecimal, shiftDecimal } from '../values/decimal.ts';
import { tokensOf } from './formula-tokens.ts';

export type Formula =
  | { kind: 'number'; value: Decimal }
  | { kind: 'text'; text: string }
  | { kind: 'truth'; isTrue: boolean }
  | { kind: 'cell'; row: number; column: number }
  | { kind: 'range'; range: CellRange }
  /** Another sheet, a name, a whole column. */
  | { kind: 'elsewhere' }
  /** An argument that is left out: IF(A1,,1). */
  | { kind: 'left-out' }
  | { kind: 'call'; name: string; inputs: Formula[] }
  | { kind: 'negative' | 'percent'; of: Formula }
  /** Operators of one strength from left to right; flat, so that a sum of hundreds of cells is no deep tree. */
  | { kind: 'joined'; first: Formula; rest: { sign: Sign; part: Formula }[] };

/** Operators from the weakest to the strongest. */
const LEVELS = [['=', '<>', '<', '<=', '>', '>='], ['&'], ['+', '-'], ['*', '/'], ['^']] as const;
export type Sign = (typeof LEVELS)[number][number];

/** As long as a formula of Excel may be. */
const MOST_LETTERS = 8192;
/** Brackets within brackets, as many as Excel takes. */
const DEEPEST = 64;
const PERCENT_SIGNS = 4;
const LARGEST_POWER = 30;

/** The tree of a formula without '='; undefined where it cannot be read. `sheet`: the name of its own sheet. */
export function parseFormula(text: string, sheet: string): Formula | undefined {
  const tokens = text.length > MOST_LETTERS ? undefined : tokensOf(text.replace(/^\s*=+/, ''), sheet);
  if (!tokens) return undefined;
  let at = 0;
  let depth = 0;
  const tree = readLevel(0);
  return at === tokens.length ? tree : undefined;

  function takeSign(...wanted: readonly string[]): string | undefined {
    const token = tokens?.[at];
    if (token?.kind !== 'sign' || !wanted.includes(token.text)) return undefined;
    at += 1;
    return token.text;
  }

  function readLevel(level: number): Formula | undefined {
    const signs = LEVELS[level];
    if (!signs) return readSigned();
    const first = readLevel(level + 1);
    const rest: { sign: Sign; part: Formula }[] = [];
    for (let sign = first && takeSign(...signs); sign !== undefined; sign = takeSign(...signs)) {
      const part = readLevel(level + 1);
      if (!part) return undefined;
      rest.push({ sign: sign as Sign, part });
    }
    return first && rest.length > 0 ? { kind: 'joined', first, rest } : first;
  }

  /** -A1, +A1, A1%: a minus is stronger than ^, as in spreadsheets. */
  function readSigned(): Formula | undefined {
    let isNegative = false;
    for (let sign = takeSign('+', '-'); sign; sign = takeSign('+', '-')) isNegative = isNegative !== (sign === '-');
    let part = readAtom();
    for (let count = 0; part && takeSign('%'); count += 1)
      part = count < PERCENT_SIGNS ? { kind: 'percent', of: part } : undefined;
    return part && isNegative ? { kind: 'negative', of: part } : part;
  }

  function readAtom(): Formula | undefined {
    const token = tokens?.[at];
    at += 1;
    switch (token?.kind) {
      case 'number':
        return numberOf(token.text);
      case 'text':
        return { kind: 'text', text: token.text };
      case 'truth':
        return { kind: 'truth', isTrue: token.text === 'TRUE' };
      case 'cell':
        return readRange(token.text);
      case 'sheet':
        return readElsewhere();
      case 'elsewhere':
        return { kind: 'elsewhere' };
      case 'call':
        return readCall(token.text);
      default:
        return token?.text === '(' ? readBracket() : undefined;
    }
  }

  function readRange(first: string): Formula | undefined {
    const cell = placeOf(first);
    if (!takeSign(':')) return { kind: 'cell', ...cell };
    const token = tokens?.[at];
    if (token?.kind !== 'cell') return undefined;
    at += 1;
    const other = placeOf(token.text);
    const [top, bottom] = [Math.min(cell.row, other.row), Math.max(cell.row, other.row)];
    const [left, right] = [Math.min(cell.column, other.column), Math.max(cell.column, other.column)];
    return { kind: 'range', range: { top, left, bottom, right } };
  }

  /** What stands behind the name of another sheet. */
  function readElsewhere(): Formula | undefined {
    const token = tokens?.[at];
    if (token?.kind !== 'cell' && token?.kind !== 'elsewhere') return undefined;
    return readAtom() && { kind: 'elsewhere' };
  }

  function readBracket(): Formula | undefined {
    depth += 1;
    const inside = depth > DEEPEST ? undefined : readLevel(0);
    depth -= 1;
    return inside && takeSign(')') ? inside : undefined;
  }

  function readCall(name: string): Formula | undefined {
    depth += 1;
    const inputs: Formula[] = [];
    do {
      const input = depth > DEEPEST ? undefined : readInput();
      if (!input) return undefined;
      inputs.push(input);
    } while (takeSign(','));
    depth -= 1;
    return takeSign(')') ? { kind: 'call', name, inputs } : undefined;
  }

  function readInput(): Formula | undefined {
    const token = tokens?.[at];
    return token?.text === ',' || token?.text === ')' ? { kind: 'left-out' } : readLevel(0);
  }
}

/** 1.5, .5, 1E-3. */
function numberOf(text: string): Formula | undefined {
  const [plain = '', power = '0'] = text.split('E');
  const value = parseDecimal(plain);
  if (!value || Math.abs(Number(power)) > LARGEST_POWER) return undefined;
  return { kind: 'number', value: shiftDecimal(value, Number(power)) };
}

function placeOf(cell: string): { row: number; column: number } {
  const [letters = ''] = /^[A-Z]+/.exec(cell) ?? [];
  return { row: Number(cell.slice(letters.length)), column: columnNumber(letters) };
}
