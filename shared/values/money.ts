// Exact money. An amount is an integer number of 分; 1 万元 = 1,000,000 分, so the six decimals
// that real sheets carry in 万元 survive (handbook 2.5). Rounding happens only on display.

declare const fenBrand: unique symbol;
/** An amount in 分, a safe integer with |x| < 2^51 so that sums of thousands stay exact. */
export type Fen = number & { readonly [fenBrand]: true };

export const FEN_PER_WAN = 1_000_000;
const LIMIT = 2 ** 51;
const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?$/;

/** Brands an integer number of 分; throws RangeError where it is no integer or too large to add exactly. */
export function toFen(value: number): Fen {
  if (!Number.isInteger(value) || Math.abs(value) >= LIMIT) {
    throw new RangeError(`not an exact amount in fen: ${value}`);
  }
  return (value === 0 ? 0 : value) as Fen;
}

export const ZERO = toFen(0);

/** Sum of amounts in 分; throws RangeError past the exact range. */
export function addFen(...amounts: readonly Fen[]): Fen {
  let sum = 0;
  for (const amount of amounts) sum += amount;
  return toFen(sum);
}

/** a - b in 分. */
export function subtractFen(a: Fen, b: Fen): Fen {
  return toFen(a - b);
}

/**
 * Reads a plain decimal (ASCII digits, optional sign and point) scaled by a power of ten into an integer.
 * Returns undefined where the text is no decimal, has more decimals than the scale holds, or is too large.
 */
export function parseScaled(text: string, scaleDigits: number): number | undefined {
  return parseShort(text, scaleDigits) ?? parseAny(text, scaleDigits);
}

const MOST_SHORT = 15;
const POWERS = Array.from({ length: MOST_SHORT + 1 }, (_, exponent) => 10 ** exponent);

/** Nearly all amounts: a few digits, perhaps a point, digits again. Undefined where more has to be looked at. */
function parseShort(text: string, scaleDigits: number): number | undefined {
  let digits = 0;
  let point = -1;
  if (text.length === 0 || text.length > MOST_SHORT) return undefined;
  for (let at = 0; at < text.length; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (digit >= 0 && digit <= 9) digits = digits * 10 + digit;
    else if (digit === -2 && point < 0 && at > 0) point = at;
    else return undefined;
  }
  const places = scaleDigits - (point < 0 ? 0 : text.length - point - 1);
  if (places < 0 || text.length + places > MOST_SHORT) return undefined;
  return digits * (POWERS[places] as number);
}

function parseAny(text: string, scaleDigits: number): number | undefined {
  const match = DECIMAL.exec(text);
  const whole = match?.[2] ?? '';
  const fraction = (match?.[3] ?? '').replace(/(?<!0)0+$/, '');
  if (!match || (whole === '' && (match[3] ?? '') === '') || fraction.length > scaleDigits) return undefined;
  const digits = `${whole}${fraction.padEnd(scaleDigits, '0')}`.replace(/^0+(?=\d)/, '');
  if (digits.length > 16) return undefined;
  const value = Number(digits) * (match[1] === '-' ? -1 : 1);
  return Math.abs(value) < LIMIT ? (value === 0 ? 0 : value) : undefined;
}

/** Parses a plain decimal of 万元 ("664599.38") exactly; undefined where it cannot be held exactly. */
export function parseWan(text: string): Fen | undefined {
  const value = parseScaled(text.trim(), 6);
  return value === undefined ? undefined : toFen(value);
}

/** Like parseWan for texts known to be good (seeds, tests); throws RangeError otherwise. */
export function wan(text: string | number): Fen {
  const fen = parseWan(String(text));
  if (fen === undefined) throw new RangeError(`not an amount in 万元: ${text}`);
  return fen;
}

/** The exact decimal text in 万元 without trailing zeros: 664599380000 -> "664599.38". */
export function wanText(fen: Fen): string {
  return scaledText(fen, 6);
}

/**
 * The exact text of an amount in a unit of 10^places 分, with `decimals` places, or as many as it needs. The amount
 * must have no more than that.
 */
export function scaledText(fen: Fen, places: number, decimals?: number): string {
  const digits = String(Math.abs(fen)).padStart(places + 1, '0');
  const all = digits.slice(digits.length - places);
  const fraction = decimals === undefined ? all.replace(/0+$/, '') : all.slice(0, decimals);
  const whole = digits.slice(0, digits.length - places);
  return `${fen < 0 ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

/** A plain decimal with thousands separators. */
export function groupDigits(digits: string): string {
  return digits.replace(/^-?\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','));
}

/** Units in which amounts can be shown, with the decimals that hold a 分. */
export const DISPLAY_UNITS = { 元: 2, 万元: 6, 亿元: 10 } as const;
export type DisplayUnit = keyof typeof DISPLAY_UNITS;

/** The exact decimal text in a unit without trailing zeros. */
export function unitText(fen: Fen, unit: DisplayUnit): string {
  return scaledText(fen, DISPLAY_UNITS[unit]);
}

/** Display text in a unit: thousands separated, all the decimals it needs, at least two. */
export function formatUnit(fen: Fen, unit: DisplayUnit): string {
  const [whole = '', fraction = ''] = unitText(fen, unit).split('.');
  return groupDigits(`${whole}.${fraction.padEnd(2, '0')}`);
}

/** Rounds to a number of decimals of 万元, half away from zero as Excel does; still in 分. */
export function roundWan(fen: Fen, decimals: number): Fen {
  const unit = 10 ** (6 - decimals);
  const magnitude = Math.floor((Math.abs(fen) + unit / 2) / unit) * unit;
  return toFen(fen < 0 ? -magnitude : magnitude);
}

/** Display text in 万元: rounded to `decimals`, thousands separated where asked. 2 decimals are the house default. */
export function formatWan(fen: Fen, decimals = 2, grouping = true): string {
  const rounded = roundWan(fen, decimals);
  const digits = String(Math.abs(rounded)).padStart(7, '0');
  const whole = digits.slice(0, -6);
  const grouped = grouping ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
  const fraction = digits.slice(-6).slice(0, decimals);
  return `${rounded < 0 ? '-' : ''}${grouped}${decimals > 0 ? `.${fraction}` : ''}`;
}

/** Display text with as many decimals as the amount needs, at least `decimals`: a screen never hides a figure. */
export function formatWanFull(fen: Fen, decimals = 2): string {
  const needed = (wanText(fen).split('.')[1] ?? '').length;
  return formatWan(fen, Math.max(decimals, needed));
}

/** The number of 万元 as a double, for charts and spreadsheet cells only; never for sums. */
export function wanNumber(fen: Fen): number {
  return Number(wanText(fen));
}
