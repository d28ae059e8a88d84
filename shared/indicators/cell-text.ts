// What a cell of a sheet of indicators says, as a person would type it: 85.6% of a cell that is shown so, 18000 without the
// noise of binary fractions.
import type { CellValue } from '../sheet/sheet.ts';
import { decimalText, parseDecimal, roundDecimal } from '../values/decimal.ts';
import { asPercent } from './read-value.ts';

const SIGNIFICANT = 15;

/** The text of a cell; a number in its plain form. `seen` is what stands there for anything else. */
export function indicatorText(value: CellValue | null, seen: string): string {
  if (value?.kind !== 'number') return seen.trim();
  const number = parseDecimal(value.text);
  if (number === undefined) return seen.trim();
  const isShare = (value.format ?? '').includes('%');
  const scaled = isShare ? asPercent(number) : number;
  if (scaled === undefined) return seen.trim();
  const length = String(scaled.digits < 0n ? -scaled.digits : scaled.digits).length;
  const clean = length > SIGNIFICANT ? roundDecimal(scaled, scaled.places - (length - SIGNIFICANT)) : scaled;
  return `${decimalText(clean)}${isShare ? '%' : ''}`;
}
