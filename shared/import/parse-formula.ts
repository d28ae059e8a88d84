// The plain part of the formula language, as a tree: cells, ranges, numbers, + - * /, brackets, and calls of functions.
// Everything else — names, other sheets, texts, comparisons — is not understood, and the whole formula with it.
import { type Decimal, parseDecimal } from './decimal.ts';
import { type CellRange, columnNumber } from './sheet.ts';

export type Formula =
  | { kind: 'number'; value: Decimal }
  | { kind: 'cell'; row: number; column: number }
  | { kind: 'range'; range: CellRange }
  | { kind: 'call'; name: string; inputs: Formula[] }
  | { kind: 'negative' | 'percent'; of: Formula }
  | { kind: '+' | '-' | '*' | '/'; left: Formula; right: Formula };

const NUMBER = String.raw`(\d+(?:\.\d*)?|\.\d+)`;
const SHEET = String.raw`(?:'([^']*)'|([\p{L}_][\p{L}\d_.]*))(!)`;
const WORDS = String.raw`([A-Z]{1,3}\d{1,7}(?![\w(.]))|([A-Z][A-Z\d.]*)(?=\s*\()`;
const TOKEN = new RegExp(`\\s*(?:${NUMBER}|${SHEET}|${WORDS}|([-+*/(),:%]))`, 'uy');
const MOST_LETTERS = 4000;
/** Brackets within brackets. */
const DEEPEST = 40;

/** The tree of a formula without '='; undefined where it holds anything else. `sheet`: the name of its own sheet. */
export function parseFormula(text: string, sheet: string): Formula | undefined {
  if (text.length > MOST_LETTERS) return undefined;
  const tokens = tokensOf(text.replace(/\$/g, '').replace(/^\s*[=+]+/, ''), sheet);
  if (!tokens) return undefined;
  const reader = { tokens, at: 0, depth: 0 };
  const tree = readSum(reader);
  return reader.at === tokens.length ? tree : undefined;
}

interface Reader {
  tokens: readonly string[];
  at: number;
  depth: number;
}

function tokensOf(text: string, sheet: string): string[] | undefined {
  const tokens: string[] = [];
  const upper = text.trim().toUpperCase();
  for (TOKEN.lastIndex = 0; TOKEN.lastIndex < upper.length; ) {
    const match = TOKEN.exec(upper);
    if (!match) return undefined;
    const [, number, quoted, named, bang, cell, call, sign] = match;
    // Its own sheet may be named; another one is out of sight here.
    if (bang === undefined) tokens.push((number ?? cell ?? call ?? sign) as string);
    else if ((quoted ?? named) !== sheet.toUpperCase()) return undefined;
  }
  return tokens;
}

function take(reader: Reader, ...wanted: string[]): string | undefined {
  const token = reader.tokens[reader.at];
  if (token === undefined || !wanted.includes(token)) return undefined;
  reader.at += 1;
  return token;
}

function readSum(reader: Reader): Formula | undefined {
  let left = readProduct(reader);
  for (let sign = take(reader, '+', '-'); left && sign; sign = take(reader, '+', '-')) {
    const right = readProduct(reader);
    left = right && { kind: sign as '+' | '-', left, right };
  }
  return left;
}

function readProduct(reader: Reader): Formula | undefined {
  let left = readPart(reader);
  for (let sign = take(reader, '*', '/'); left && sign; sign = take(reader, '*', '/')) {
    const right = readPart(reader);
    left = right && { kind: sign as '*' | '/', left, right };
  }
  return left;
}

function readPart(reader: Reader): Formula | undefined {
  if (take(reader, '+')) return readPart(reader);
  if (take(reader, '-')) {
    const of = readPart(reader);
    return of && { kind: 'negative', of };
  }
  let part = readAtom(reader);
  while (part && take(reader, '%')) part = { kind: 'percent', of: part };
  return part;
}

function readAtom(reader: Reader): Formula | undefined {
  const token = reader.tokens[reader.at];
  if (token === undefined) return undefined;
  reader.at += 1;
  if (token === '(') return readBracket(reader);
  if (/^[\d.]/.test(token)) {
    const value = parseDecimal(token);
    return value && { kind: 'number', value };
  }
  const cell = placeOf(token);
  if (!cell) return reader.tokens[reader.at] === '(' ? readCall(reader, token) : undefined;
  if (!take(reader, ':')) return { kind: 'cell', ...cell };
  const other = placeOf(reader.tokens[reader.at] ?? '');
  if (!other) return undefined;
  reader.at += 1;
  const [top, bottom] = [Math.min(cell.row, other.row), Math.max(cell.row, other.row)];
  const [left, right] = [Math.min(cell.column, other.column), Math.max(cell.column, other.column)];
  return { kind: 'range', range: { top, left, bottom, right } };
}

function readBracket(reader: Reader): Formula | undefined {
  reader.depth += 1;
  const inside = reader.depth > DEEPEST ? undefined : readSum(reader);
  reader.depth -= 1;
  return inside && take(reader, ')') ? inside : undefined;
}

function readCall(reader: Reader, name: string): Formula | undefined {
  take(reader, '(');
  reader.depth += 1;
  const inputs: Formula[] = [];
  do {
    const input = reader.depth > DEEPEST ? undefined : readSum(reader);
    if (!input) return undefined;
    inputs.push(input);
  } while (take(reader, ','));
  reader.depth -= 1;
  return take(reader, ')') ? { kind: 'call', name, inputs } : undefined;
}

function placeOf(token: string): { row: number; column: number } | undefined {
  const [, letters, digits] = /^([A-Z]{1,3})(\d{1,7})$/.exec(token) ?? [];
  return letters === undefined ? undefined : { row: Number(digits), column: columnNumber(letters) };
}
