// The decimal that a number cell shows: sheets store binary doubles and show at most 15 significant digits. Whole numbers
// with more (codes of 18 digits) keep all that the file holds, and it is told where a double may have cost the last ones.

/** Canonical decimals of up to 15 digits pass unchanged: no exponent, sign only '-', no needless zeros. */
function isCanonical(text: string): boolean {
  const length = text.length;
  if (length === 0 || length > 17) return false;
  let i = text.charCodeAt(0) === 45 ? 1 : 0;
  const first = text.charCodeAt(i);
  if (first === 48 && length > i + 1 && text.charCodeAt(i + 1) !== 46) return false;
  let digits = 0;
  let point = -1;
  for (; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) digits++;
    else if (code === 46 && point < 0 && digits > 0) point = i;
    else return false;
  }
  if (digits === 0 || digits > 15) return false;
  if (point >= 0) return text.charCodeAt(length - 1) !== 48 && point < length - 1;
  return text !== '-0';
}

const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,4})?$/;

const LONG_WHOLE = /^(?=[+-]?\d+$)([+-]?)0*(\d{16,})$/;
const SCIENTIFIC = /^-?[1-9](?:\.\d{1,17})?e\+?0*(?:1[5-9]|20)$/i;
/** Digits that every program keeps. */
export const SURE_DIGITS = 15;

/**
 * The exact decimal of a stored number: 3.3000000000000003 is 3.3, 1.23E+17 is 123000000000000000, and a whole number
 * written out stays as it is. null when the text is no finite number.
 */
export function sheetNumberText(stored: string): string | null {
  if (isCanonical(stored)) return stored;
  const trimmed = stored.trim();
  const long = LONG_WHOLE.exec(trimmed);
  if (long) return Number.isFinite(Number(trimmed)) ? `${long[1] === '-' ? '-' : ''}${long[2]}` : null;
  if (!NUMBER.test(trimmed)) return null;
  const value = Number(trimmed);
  // A double has several spellings of 17 digits: the one of the file is kept.
  const isSpelled = isLongWhole(value) && value < 1e21 && SCIENTIFIC.test(trimmed);
  return isSpelled ? plainDecimal(trimmed.toLowerCase()) : doubleText(value);
}

/** The same for a double that the file holds in binary. A whole number has all digits that the double knows. */
export function doubleText(value: number): string | null {
  if (!Number.isFinite(value)) return null;
  return plainDecimal(String(isLongWhole(value) ? value : Number(value.toPrecision(15))));
}

function isLongWhole(value: number): boolean {
  return Math.abs(value) >= 10 ** SURE_DIGITS && Number.isInteger(value);
}

/**
 * How sure the last digits of a whole number with more than 15 are, by its decimal and whether the file writes that out:
 * 'kept': they are what was entered; 'lost': a double that more than one number rounds to; 'maybe': just as a program
 * writes it that has only a double, or that takes 15 digits and fills up with zeros as Excel does.
 */
export function lastDigits(text: string, isWrittenOut: boolean): 'kept' | 'maybe' | 'lost' {
  const digits = text.startsWith('-') ? text.slice(1) : text;
  if (digits.length <= SURE_DIGITS || digits.includes('.')) return 'kept';
  const isFilledUp = /^0*$/.test(digits.slice(SURE_DIGITS));
  if (Number.isSafeInteger(Number(digits))) return isFilledUp ? 'maybe' : 'kept';
  if (!isWrittenOut) return 'lost';
  return isFilledUp || plainDecimal(String(Number(digits))) === digits ? 'maybe' : 'kept';
}

function plainDecimal(text: string): string {
  const at = text.indexOf('e');
  if (at < 0) return text === '-0' ? '0' : text;
  const exponent = Number(text.slice(at + 1));
  const negative = text.startsWith('-');
  const [whole = '', fraction = ''] = text.slice(negative ? 1 : 0, at).split('.');
  const digits = whole + fraction;
  const point = whole.length + exponent;
  const plain =
    point <= 0
      ? `0.${'0'.repeat(-point)}${digits}`
      : `${digits.slice(0, point).padEnd(point, '0')}${point < digits.length ? `.${digits.slice(point)}` : ''}`;
  return negative ? `-${plain}` : plain;
}
