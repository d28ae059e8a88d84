// The decimal that a number cell shows: sheets store binary doubles and show at most 15 significant digits.

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

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,4})?$/;

/**
 * The exact decimal of a stored number: 3.3000000000000003 is 3.3, 1.23E+17 is 123000000000000000.
 * null when the text is no finite number.
 */
export function sheetNumberText(stored: string): string | null {
  if (isCanonical(stored)) return stored;
  const trimmed = stored.trim();
  if (!NUMBER.test(trimmed)) return null;
  return doubleText(Number(trimmed));
}

/** The same for a double that the file holds in binary. */
export function doubleText(value: number): string | null {
  if (!Number.isFinite(value)) return null;
  return plainDecimal(String(Number(value.toPrecision(15))));
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
