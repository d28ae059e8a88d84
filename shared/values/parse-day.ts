// Reads a day as people write it: 2026年11月30日, 2026.11.30, 20261130; of a month alone its last day.
import { compactText } from './fold-text.ts';

const DAY = /^(\d{4})(?:年|[./-])(\d{1,2})(?:月|[./-])(\d{1,2})日?$/;
const MONTH = /^(\d{4})(?:年|[./-])(\d{1,2})月?(?:份|底|末)?$/;
const DIGITS = /^(\d{4})(\d{2})(\d{2})$/;
/** Days since 1899-12-30, as spreadsheets count: 1990 to 2099. */
const SERIAL = /^(3[3-9]\d{3}|[4-6]\d{4}|7[0-2]\d{3})(?:\.0+)?$/;
const MS_PER_DAY = 86_400_000;

/** The last day of a month (1 to 12). */
export function lastDayOf(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** ISO day; undefined for a text that is no day (also 2026-02-30). `isNumber`: the cell is a number, maybe a serial one. */
export function parseDay(text: string, isNumber = false): string | undefined {
  const compact = compactText(text).replace(/(?:T|\s)?0?0:00(?::00)?(?:\.0+)?Z?$/, '');
  const serial = isNumber ? SERIAL.exec(compact)?.[1] : undefined;
  if (serial !== undefined)
    return new Date(Date.UTC(1899, 11, 30) + Number(serial) * MS_PER_DAY).toISOString().slice(0, 10);
  const [, year = '', month = '', day = ''] = DAY.exec(compact) ?? DIGITS.exec(compact) ?? [];
  if (year !== '') {
    const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
    return at.getUTCMonth() === Number(month) - 1 && at.getUTCDate() === Number(day)
      ? at.toISOString().slice(0, 10)
      : undefined;
  }
  const [, ofYear = '', ofMonth = ''] = MONTH.exec(compact) ?? [];
  const number = Number(ofMonth);
  return ofYear !== '' && number >= 1 && number <= 12 ? lastDayOf(Number(ofYear), number) : undefined;
}
