// Amounts as tables, cards and prints show them: two decimals unless somebody chose otherwise. What is rounded away is
// marked and told, never lost: the exact amount stays beneath.

import { roundToStep } from '../tables/balance.ts';
import type { TableShowing, TableUnit } from '../tables/table-unit.ts';
import { DISPLAY_UNITS, type Fen, formatUnit, groupDigits, scaledText, unitText } from '../values/money.ts';

/** How a table is shown for which nothing was chosen. */
export const USUAL_SHOWING: TableShowing = { unit: '万元', decimals: 2, balance: false };

/** Unit and decimals; null: as many as the amount needs, at least two. */
export interface AmountShowing {
  unit: TableUnit;
  decimals: number | null;
}

/** The amount rounded to what is shown, in 分; half away from zero. */
export function roundShown(fen: Fen, { unit, decimals }: AmountShowing): Fen {
  return decimals === null ? fen : roundToStep(fen, 10 ** Math.max(0, DISPLAY_UNITS[unit] - decimals));
}

/** Display text: 1,234.50. */
export function showAmount(fen: Fen, showing: AmountShowing = USUAL_SHOWING): string {
  const { unit, decimals } = showing;
  if (decimals === null) return formatUnit(fen, unit);
  const places = DISPLAY_UNITS[unit];
  return groupDigits(scaledText(roundShown(fen, showing), places, Math.min(decimals, places)));
}

/** Whether an amount has more decimals than are shown. */
export function hidesDecimals(fen: Fen, showing: AmountShowing = USUAL_SHOWING): boolean {
  return roundShown(fen, showing) !== fen;
}

/** '原数 29.862588 万元'. */
export function exactText(fen: Fen, unit: TableUnit = '万元'): string {
  return `原数 ${groupDigits(unitText(fen, unit))} ${unit}`;
}
