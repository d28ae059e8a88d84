// Exact decimal numbers for computing what a formula would give: digits and a count of decimals, never a float.

export interface Decimal {
  digits: bigint;
  /** How many of the digits stand behind the point. */
  places: number;
}

export const ZERO_DECIMAL: Decimal = { digits: 0n, places: 0 };
const PLAIN = /^([+-]?)(\d*)(?:\.(\d*))?$/;
/** More decimals than a spreadsheet holds are noise; longer numbers are none of ours. */
const MOST_DIGITS = 40;
/** Spreadsheets keep 15 significant digits: more than these say nothing in a quotient. */
const SIGNIFICANT = 15;

/** Reads a plain decimal; undefined for other texts and for numbers of more than 40 digits. */
export function parseDecimal(text: string): Decimal | undefined {
  const [, sign, whole = '', fraction = ''] = PLAIN.exec(text) ?? [];
  if (sign === undefined || whole + fraction === '' || whole.length + fraction.length > MOST_DIGITS) return undefined;
  const digits = BigInt(whole + fraction);
  return { digits: sign === '-' ? -digits : digits, places: fraction.length };
}

/** '1350.5', without trailing zeros behind the point. */
export function decimalText({ digits, places }: Decimal): string {
  const all = String(digits < 0n ? -digits : digits).padStart(places + 1, '0');
  const fraction = all.slice(all.length - places).replace(/0+$/, '');
  const text = `${all.slice(0, all.length - places)}${places > 0 && fraction !== '' ? `.${fraction}` : ''}`;
  return digits < 0n && text !== '0' ? `-${text}` : text;
}

function withPlaces({ digits, places }: Decimal, wanted: number): bigint {
  return digits * 10n ** BigInt(wanted - places);
}

export function addDecimal(a: Decimal, b: Decimal): Decimal {
  if (a.places === b.places) return { digits: a.digits + b.digits, places: a.places };
  const places = Math.max(a.places, b.places);
  return { digits: withPlaces(a, places) + withPlaces(b, places), places };
}

export function negateDecimal({ digits, places }: Decimal): Decimal {
  return { digits: -digits, places };
}

/** Below 0 where the first is smaller, 0 where they are equal, above 0 where it is larger. */
export function compareDecimal(a: Decimal, b: Decimal): number {
  const { digits } = addDecimal(a, negateDecimal(b));
  return digits < 0n ? -1 : digits > 0n ? 1 : 0;
}

/** Undefined where the product has more digits than a spreadsheet could hold. */
export function multiplyDecimal(a: Decimal, b: Decimal): Decimal | undefined {
  const digits = a.digits * b.digits;
  return String(digits).length > MOST_DIGITS * 2 ? undefined : shortened({ digits, places: a.places + b.places });
}

/** Whole powers up to 40; undefined for others. */
export function powerDecimal(base: Decimal, { digits, places }: Decimal): Decimal | undefined {
  const power = digits / 10n ** BigInt(places);
  if (power * 10n ** BigInt(places) !== digits || power < 0n || power > BigInt(MOST_DIGITS)) return undefined;
  let result: Decimal | undefined = { digits: 1n, places: 0 };
  for (let count = 0n; result && count < power; count += 1n) result = multiplyDecimal(result, base);
  return result;
}

/** Exact where the quotient ends, else to 15 significant digits as spreadsheets do; undefined for a division by 0. */
export function divideDecimal(a: Decimal, b: Decimal): Decimal | undefined {
  if (b.digits === 0n) return undefined;
  const more = SIGNIFICANT + String(b.digits).length;
  const digits = (a.digits * 10n ** BigInt(more)) / b.digits;
  const quotient = { digits: digits * 10n ** BigInt(b.places), places: a.places + more };
  const length = String(digits < 0n ? -digits : digits).length;
  const isExact = (a.digits * 10n ** BigInt(more)) % b.digits === 0n;
  return shortened(
    isExact ? quotient : roundDecimal(quotient, quotient.places - b.places - Math.max(0, length - SIGNIFICANT)),
  );
}

/** The same number moved by powers of ten: 1350000 by -4 is 135. */
export function shiftDecimal({ digits, places }: Decimal, powers: number): Decimal {
  const moved = places - powers;
  return moved >= 0 ? { digits, places: moved } : { digits: digits * 10n ** BigInt(-moved), places: 0 };
}

/** Half away from zero, as ROUND does; `places` may be negative. */
export function roundDecimal(value: Decimal, places: number): Decimal {
  if (value.places <= places) return value;
  const step = 10n ** BigInt(value.places - places);
  const size = value.digits < 0n ? -value.digits : value.digits;
  const rounded = (size + step / 2n) / step;
  const digits = value.digits < 0n ? -rounded : rounded;
  return places >= 0 ? { digits, places } : { digits: digits * 10n ** BigInt(-places), places: 0 };
}

/** Without zeros at the end, so that long chains of products stay short. */
function shortened({ digits, places }: Decimal): Decimal {
  let [rest, left] = [digits, places];
  while (left > 0 && rest % 10n === 0n) {
    rest /= 10n;
    left -= 1;
  }
  return { digits: rest, places: left };
}
