// The day of a row of a journal: with a time of day, or as 3月5日 of the year that the sheet speaks of.
import type { TableReading } from '../import/reading.ts';
import { compactText } from '../values/fold-text.ts';
import { parseDay } from '../values/parse-day.ts';

const TIME =
  /[\sT]\d{1,2}[:：时]\d{1,2}(?:[:：分]\d{1,2}(?:\.\d+)?秒?)?(?:Z|[+-]\d{2}:?\d{2})?$|\s*(?:上午|下午)\d{1,2}[:：].*$/;
const SHORT = /^(\d{1,2})[月\-/](\d{1,2})日?$/;
/** A serial day with its part of the day. */
const SERIAL = /^\d{5}\.\d+$/;

/** ISO day; undefined where none can be told. `asOf` gives the year where neither cell nor title has one. */
export function readJournalDay(text: string, { title }: Pick<TableReading, 'title'>, asOf: string): string | undefined {
  const bare = text.trim();
  const written = SERIAL.test(bare) ? bare.slice(0, 5) : bare.replace(TIME, '');
  const day = parseDay(written, /^\d{5}/.test(written));
  if (day !== undefined) return day;
  const [, month, date] = SHORT.exec(compactText(written)) ?? [];
  if (month === undefined) return undefined;
  const years = new Set([...title.matchAll(/(?<!\d)(20\d{2})\s*年/g)].map(([, year]) => year));
  if (years.size > 1) return undefined;
  const [year] = years;
  if (year !== undefined) return parseDay(`${year}-${month}-${date}`);
  // A day after the sheet's own lies in the year before.
  const own = parseDay(`${asOf.slice(0, 4)}-${month}-${date}`);
  return own !== undefined && own > asOf ? parseDay(`${Number(asOf.slice(0, 4)) - 1}-${month}-${date}`) : own;
}
