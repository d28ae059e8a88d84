// Exact fractions: what own rules calculate with, so that 60% of a sum is compared without a rounding.

/** n / d with d > 0, in lowest terms. */
export interface Ratio {
  readonly n: bigint;
  readonly d: bigint;
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** n / d; throws RangeError for d = 0. */
export function ratio(n: bigint, d = 1n): Ratio {
  if (d === 1n) return { n, d };
  if (d === 0n) throw new RangeError('division by zero');
  const sign = d < 0n ? -1n : 1n;
  const common = gcd(n, d * sign) || 1n;
  return { n: (n * sign) / common, d: (d * sign) / common };
}

/** A whole number such as an amount in 分 or a count. */
export function wholeRatio(value: number): Ratio {
  return { n: BigInt(value), d: 1n };
}

/** Reads a plain decimal; undefined where the text is none. */
export function parseRatio(text: string): Ratio | undefined {
  const match = /^(\d+)(?:\.(\d*))?$/.exec(text);
  if (!match) return undefined;
  const fraction = match[2] ?? '';
  return ratio(BigInt(`${match[1]}${fraction}`), 10n ** BigInt(fraction.length));
}

export function addRatio(a: Ratio, b: Ratio): Ratio {
  return a.d === 1n && b.d === 1n ? { n: a.n + b.n, d: 1n } : ratio(a.n * b.d + b.n * a.d, a.d * b.d);
}

export function negateRatio({ n, d }: Ratio): Ratio {
  return { n: -n, d };
}

export function subtractRatio(a: Ratio, b: Ratio): Ratio {
  return addRatio(a, negateRatio(b));
}

export function multiplyRatio(a: Ratio, b: Ratio): Ratio {
  return ratio(a.n * b.n, a.d * b.d);
}

/** a / b; null where b is zero. */
export function divideRatio(a: Ratio, b: Ratio): Ratio | null {
  return b.n === 0n ? null : ratio(a.n * b.d, a.d * b.n);
}

/** Negative, 0 or positive as a is less than, equal to or more than b. */
export function compareRatio(a: Ratio, b: Ratio): number {
  const [left, right] = [a.n * b.d, b.n * a.d];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The decimal text with at most `decimals` places, rounded half away from zero, without trailing zeros. */
export function ratioText({ n, d }: Ratio, decimals: number): string {
  const scale = 10n ** BigInt(decimals);
  const size = n < 0n ? -n : n;
  const digits = String((2n * size * scale + d) / (2n * d)).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, '');
  const text = fraction === '' ? whole : `${whole}.${fraction}`;
  return n < 0n && /[1-9]/.test(text) ? `-${text}` : text;
}
