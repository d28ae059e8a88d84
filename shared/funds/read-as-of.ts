// The day up to which a money sheet speaks, as its lines say it: 截至, a month, a span of months, a quarter, 填报时间.
import { compactText } from '../values/fold-text.ts';
import { lastDayOf, parseDay } from '../values/parse-day.ts';

export type AsOfReading =
  | { kind: 'day'; day: string }
  /** A day or month is written, but not one that can be told. */
  | { kind: 'unreadable'; text: string }
  | { kind: 'none' };

export interface AsOfWords {
  /** Title, lines above the table, name of the sheet. */
  titles: readonly string[];
  /** Cells of the header: they give a day only where they name its year or say 截至. */
  headers: readonly string[];
}

const YEAR = '(?<!\\d)(20\\d{2})(?:年度?|[./-])';
const TO = '(?:-|—|–|~|～|至|到)+';
const MONTH = '(1[0-2]|0?[1-9])';
/** 2026年3月1日, 2026-03-01, and the end of 2026年3月1日至3月31日. */
const DAY = new RegExp(
  `(?<!\\d)(20\\d{2})(?:年(\\d{1,2})月(\\d{1,2})日?|([./-])(\\d{1,2})\\4(\\d{1,2}))(?!\\d)(?:${TO}(?:(20\\d{2})年)?(?:(\\d{1,2})月)?(\\d{1,2})日)?`,
);
/** 3月31日 of a year named elsewhere. */
const SHORT_DAY = /(?<!\d)(\d{1,2})月(\d{1,2})日/;
const SPAN = new RegExp(`${YEAR}?${MONTH}月?份?${TO}(?:${YEAR})?${MONTH}月`);
const POINT_SPAN = new RegExp(`${YEAR}${MONTH}${TO}${MONTH}(?![\\d日号年])`);
const OF_MONTH = new RegExp(`(?:${YEAR})?(?<!\\d)${MONTH}月(?!\\d)`);
const POINT_MONTH = new RegExp(`${YEAR}${MONTH}(?![\\d./-])`);
const QUARTER = new RegExp(`(?:${YEAR})?第?([一二三四1-4])季度`);
const HALF = new RegExp(`(?:${YEAR})?上半年`);
const ANY_YEAR = /(?<!\d)(20\d{2})(?:年|[./])/;
const FILLED = /(?:填[报表写]|制表|报[送出表]|上报|编制|统计)(?:时间|日期|日)[：:]?/;
const UNTIL = /截[至止](?:到|时间|日期|日)?[：:]?/;
const YEAR_END = /(?<!\d)(20\d{2})年(?:底|末)/;
const HINT = /.{0,6}\d{1,2}月.{0,4}|.{0,6}[一二三四五六七八九十]月.{0,4}|.{0,4}季度|.{0,4}半年/;
const NUMERALS: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4 };

const endOf = (year: string | undefined, month: string | number): string | undefined =>
  year === undefined ? undefined : lastDayOf(Number(year), Number(month));

/** The day of one text; undefined where it has none. `year` is that of the other lines. */
function dayIn(text: string, year: string | undefined): string | undefined {
  const day = DAY.exec(text);
  if (day) {
    const [, from = '', month = day[5] ?? '', first = day[6] ?? ''] = day;
    const [toYear = from, toMonth = month, last = first] = day.slice(7);
    return parseDay(`${toYear}-${toMonth}-${last}`);
  }
  const own = ANY_YEAR.exec(text)?.[1] ?? year;
  const short = SHORT_DAY.exec(text);
  if (short) return own === undefined ? undefined : parseDay(`${own}-${short[1]}-${short[2]}`);
  const span = SPAN.exec(text);
  if (span) return endOf(span[3] ?? span[1] ?? own, span[4] ?? '');
  const points = POINT_SPAN.exec(text);
  if (points) return endOf(points[1], points[3] ?? '');
  const month = OF_MONTH.exec(text);
  if (month) return endOf(month[1] ?? own, month[2] ?? '');
  const point = POINT_MONTH.exec(text);
  if (point) return endOf(point[1], point[2] ?? '');
  const quarter = QUARTER.exec(text);
  if (quarter) return endOf(quarter[1] ?? own, 3 * (NUMERALS[quarter[2] ?? ''] ?? Number(quarter[2])));
  return HALF.test(text) ? endOf(own, 6) : undefined;
}

/**
 * Reads it: 截至 on any line goes before other days, a title before the day of filling in, other header cells last. Months,
 * spans, quarters give their last day. A year that only another line names counts, where there is just one.
 */
export function readAsOf({ titles, headers }: AsOfWords): AsOfReading {
  const lines = titles.map(compactText);
  const cells = headers.map(compactText);
  const years = new Set(lines.flatMap((line) => [...line.matchAll(/(?<!\d)(20\d{2})年/g)].map(([, year]) => year)));
  const year = years.size === 1 ? [...years][0] : undefined;
  const untilOf = (texts: readonly string[]): string[] =>
    texts.filter((text) => UNTIL.test(text)).map((text) => text.slice(text.search(UNTIL)));
  const isFilled = (line: string): boolean => FILLED.test(line);
  const beforeFilled = lines.map((line) => (isFilled(line) ? line.slice(0, line.search(FILLED)) : line));
  const filled = lines.filter(isFilled).map((line) => line.slice(line.search(FILLED)));
  for (const text of untilOf(lines)) {
    const day = dayIn(text, year) ?? endOf(YEAR_END.exec(text)?.[1], 12);
    if (day !== undefined) return { kind: 'day', day };
    // 截至目前 names no day; 截至2026年2月30日 does, and a wrong one.
    if (/\d/.test(text)) return { kind: 'unreadable', text: text.slice(0, 20) };
  }
  const firstOf = (texts: readonly string[]): string | undefined =>
    texts.map((text) => dayIn(text, year)).find((day) => day !== undefined);
  // 截至2025年12月 累计 beside what this month brought: the later day is the sheet's.
  const columns = untilOf(cells).flatMap((text) => dayIn(text, undefined) ?? []);
  const said = [...columns, firstOf(beforeFilled) ?? ''].sort().at(-1);
  const day = said || firstOf(filled) || cells.map((text) => dayIn(text, undefined)).find(Boolean);
  if (day) return { kind: 'day', day };
  const hint = lines.map((line) => (isFilled(line) && /\d/.test(line) ? line : HINT.exec(line)?.[0])).find(Boolean);
  return hint === undefined ? { kind: 'none' } : { kind: 'unreadable', text: hint.slice(0, 20) };
}
