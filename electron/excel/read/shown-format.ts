// A number format worked out from what a cell shows: OpenDocument files keep the text on the screen beside the number, and
// the format itself in styles elsewhere. Needed only where a format scales (250000 shown as 25.0万元) or adds a unit.

/** LibreOffice shows the escape of a Chinese format too: 250!.0万元. */
const SHOWN = /^([+-]?[\d,]+(?:!?\.(\d+))?)\s*(百万元|亿元|千元|万元|元|万|亿)?$/;
const MOST_POWERS = 9;

/** A format code with the same effect; '' where the cell shows its number as it is, or where that cannot be told. */
export function shownFormat(stored: string, shown: string): string {
  const [, digits = '', decimals = '', unit = ''] = SHOWN.exec(shown.trim().replace(/^[¥￥$]\s*/, '')) ?? [];
  if (digits === '') return '';
  const powers = powersBetween(Number(stored), Number(digits.replace(/[,!]/g, '')), decimals.length);
  if (powers === 0 && unit === '') return '';
  return `${powers > 0 ? `0"."${'0'.repeat(powers)}` : '0'}${unit === '' ? '' : `"${unit}"`}`;
}

/** By how many powers of ten the shown number is smaller; 0 where it is the number itself, rounded or not. */
function powersBetween(stored: number, shown: number, decimals: number): number {
  if (shown === 0 || stored === 0) return 0;
  const rounding = 0.5000001 * 10 ** -decimals;
  for (let powers = 0; powers <= MOST_POWERS; powers += 1)
    if (Math.abs(stored / 10 ** powers - shown) <= rounding) return powers;
  return 0;
}
