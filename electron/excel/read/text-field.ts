// One field of a text table: plain, in quotes, or as ="…" with which exports keep Excel from changing digits.

export interface FieldScanner {
  /** All that is known of the table from some place on. */
  text: string;
  /** Its character code. */
  readonly delimiter: number;
  /** Behind the field: at a delimiter, a line end or the end of the text. */
  end: number;
  content: string;
  /** The text ended before it was clear where the field ends: with more text it may be another field. */
  isCut: boolean;
  /** A quote that opens nothing: the mark of an inch, or a field that was cut off. */
  isStray: boolean;
}

const QUOTE = 34;
const APOSTROPHE = 39;
const EQUALS = 61;
const CR = 13;
const LF = 10;
/** A cell of Excel holds 32,767 characters: a quote that is not closed by then opens no field. */
const LONGEST = 131_072;

/** Reads the field that begins at `start` into the scanner. */
export function scanField(scanner: FieldScanner, start: number): void {
  const { text } = scanner;
  scanner.isStray = false;
  scanner.isCut = false;
  const first = text.charCodeAt(start);
  if (first === QUOTE) scanQuoted(scanner, start);
  else if (first === EQUALS && text.charCodeAt(start + 1) === QUOTE && scanFormulaText(scanner, start)) return;
  else scanPlain(scanner, start, start);
}

/** To the next delimiter or line end behind `from`. */
function scanPlain(scanner: FieldScanner, start: number, from: number): void {
  const { text, delimiter } = scanner;
  let end = from;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === delimiter || code === LF || code === CR) break;
  }
  scanner.end = end;
  scanner.content = text.slice(start, end);
  // Behind a CR may come the LF that belongs to it.
  if (end >= text.length || (end === text.length - 1 && text.charCodeAt(end) === CR)) scanner.isCut = true;
}

/** From the opening quote; `""` is one quote. What follows the closing quote up to the delimiter is kept as it is. */
function scanQuoted(scanner: FieldScanner, start: number): void {
  const { text } = scanner;
  const close = closingQuote(scanner, start);
  if (close >= 0) {
    const inner = text.slice(start + 1, close);
    scanPlain(scanner, close + 1, close + 1);
    // Nothing but blanks may follow a closing quote; where lines would be swallowed too, the quote opened nothing.
    if (scanner.content.trim() === '' || !/[\r\n]/.test(inner)) {
      const unquoted = inner.includes('"') ? inner.replaceAll('""', '"') : inner;
      scanner.content = scanner.content === '' ? unquoted : unquoted + scanner.content;
      return;
    }
  }
  scanPlain(scanner, start, start);
  scanner.isStray = true;
}

/** `="00123"`: true where it stands alone up to the delimiter, on one line; the scanner then keeps it with its signs. */
function scanFormulaText(scanner: FieldScanner, start: number): boolean {
  const { text } = scanner;
  const close = closingQuote(scanner, start + 1);
  if (close < 0) return false;
  scanPlain(scanner, start, close + 1);
  return text.slice(close + 1, scanner.end).trim() === '' && !/[\r\n]/.test(scanner.content);
}

/** The quote that closes the one at `open`; -1 where there is none near. */
function closingQuote(scanner: FieldScanner, open: number): number {
  const { text } = scanner;
  const limit = open + LONGEST;
  for (let at = text.indexOf('"', open + 1); at >= 0 && at < limit; at = text.indexOf('"', at + 2)) {
    if (text.charCodeAt(at + 1) !== QUOTE) return at;
  }
  if (text.length < limit) scanner.isCut = true;
  return -1;
}

const FORMULA_TEXT = /^[=＝]\s*(?:"((?:[^"]|"")*)"|“([^”]*)”)$/;

/**
 * The signs that keep Excel from changing digits taken off, as Excel shows it: `="a""b"` and `=“a”` are the text between
 * the quotes, `'00123` is 00123; other fields as they are.
 */
export function unwrapText(field: string): string {
  const first = field.charCodeAt(0);
  if (first === APOSTROPHE || first === 0x2018) return /^.[\d.,+-]+\s*$/.test(field) ? field.slice(1) : field;
  if (first !== EQUALS && first !== 0xff1d) return field;
  const match = FORMULA_TEXT.exec(field.trimEnd());
  return match ? (match[1]?.replaceAll('""', '"') ?? match[2] ?? '') : field;
}

/** `=A1`, `=1+2`, `=SUM(A1:A9)`: a formula in a text table, whose result is not in the file. */
export function isFormula(field: string): boolean {
  if (field.charCodeAt(0) !== EQUALS) return false;
  return /^=[-+(]*(?:\$?[A-Z]{1,3}\$?\d|[A-Z.\d]+\(|[\d.]+[-+*/^(])/i.test(field.slice(0, 64).replaceAll(' ', ''));
}
