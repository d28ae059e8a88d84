// Shares of a whole that add up to exactly 100 %: the largest remainder method.

/**
 * Shares in units of 10^-decimals percent (two decimals: 2717 is 27.17 %). They add up to 100 % where the values are
 * all positive or zero and their sum is not zero; otherwise each share is rounded alone, and all are 0 over a sum of 0.
 */
export function shareOut(values: readonly number[], decimals: number): number[] {
  const whole = 100 * 10 ** decimals;
  const sum = values.reduce((total, value) => total + value, 0);
  if (sum === 0) return values.map(() => 0);
  const exact = values.map((value) => (value / sum) * whole);
  if (values.some((value) => value < 0)) return exact.map((share) => Math.sign(share) * Math.round(Math.abs(share)));
  const shares = exact.map(Math.floor);
  const left = whole - shares.reduce((total, share) => total + share, 0);
  const byRemainder = exact
    .map((share, index) => ({ index, remainder: share - Math.floor(share) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder.slice(0, left)) shares[index] = (shares[index] ?? 0) + 1;
  return shares;
}

/** 2717 with two decimals is '27.17%'. */
export function shareText(share: number, decimals: number): string {
  const digits = String(Math.abs(share)).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  return `${share < 0 ? '-' : ''}${whole}${decimals > 0 ? `.${digits.slice(-decimals)}` : ''}%`;
}
