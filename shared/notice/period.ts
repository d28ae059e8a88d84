// The period of a notice (公示期): from the day it is put up, that day counted (handbook 3.10: 1月31日至2月6日 are 7 天).
import type { HolidaysRecord } from '../records/holidays.ts';

export type DayKind = 'days' | 'workdays';

/** A calendar day as 'YYYY-MM-DD'. */
export type IsoDay = string;

const DAY_MS = 86_400_000;

/** Milliseconds of a day at midnight UTC; undefined where there is no such day. */
function dayTime(day: IsoDay): number | undefined {
  const [year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)?.slice(1).map(Number) ?? [];
  if (year === undefined || month === undefined || date === undefined) return undefined;
  const time = Date.UTC(year, month - 1, date);
  const back = new Date(time);
  return back.getUTCMonth() === month - 1 && back.getUTCDate() === date ? time : undefined;
}

export function isIsoDay(text: string): boolean {
  return dayTime(text) !== undefined;
}

function isWeekend(time: number): boolean {
  return [0, 6].includes(new Date(time).getUTCDay());
}

/** Days off and days worked in their place, as 'YYYY-MM-DD', and the years of which they are known. */
export interface Holidays {
  off: ReadonlySet<IsoDay>;
  work: ReadonlySet<IsoDay>;
  years: ReadonlySet<number>;
}

export const NO_HOLIDAYS: Holidays = { off: new Set(), work: new Set(), years: new Set() };

/** The tables of all years together. */
export function holidaysOf(tables: Iterable<HolidaysRecord>): Holidays {
  const off = new Set<IsoDay>();
  const work = new Set<IsoDay>();
  const years = new Set<number>();
  for (const table of tables) {
    years.add(table.year);
    for (const day of table.off) off.add(day);
    for (const day of table.work) work.add(day);
  }
  return { off, work, years };
}

function isoOf(time: number): IsoDay {
  return new Date(time).toISOString().slice(0, 10);
}

function isWorkday(time: number, { off, work }: Holidays): boolean {
  const day = isoOf(time);
  return work.has(day) || (!isWeekend(time) && !off.has(day));
}

/**
 * The last day of a period of `count` days, the first one counted. Work days leave out Saturdays, Sundays and the days
 * off of the holiday table, and count the days worked in their place; without a table of the year weekends alone. Throws
 * RangeError for no day.
 */
export function lastDay(from: IsoDay, count: number, kind: DayKind, holidays: Holidays = NO_HOLIDAYS): IsoDay {
  let time = dayTime(from);
  if (time === undefined || count < 1) throw new RangeError(`no period: ${from}, ${count}`);
  let left = count;
  // A table can call no day a work day for ever: ten times the count and a year is more than any.
  for (let steps = count * 10 + 400; steps > 0; steps -= 1) {
    if (kind === 'days' || isWorkday(time, holidays)) left -= 1;
    if (left === 0) return isoOf(time);
    time += DAY_MS;
  }
  return isoOf(time);
}

/** How many days a period has, both ends counted; 0 where it ends before it begins. Throws RangeError for no day. */
export function countDays(from: IsoDay, to: IsoDay, kind: DayKind, holidays: Holidays = NO_HOLIDAYS): number {
  const [first, last] = [dayTime(from), dayTime(to)];
  if (first === undefined || last === undefined) throw new RangeError(`no period: ${from}, ${to}`);
  if (kind === 'days') return Math.max(0, Math.round((last - first) / DAY_MS) + 1);
  let count = 0;
  for (let time = first; time <= last; time += DAY_MS) if (isWorkday(time, holidays)) count += 1;
  return count;
}

/** The day `count` calendar days later, or earlier where negative. Throws RangeError for no day. */
export function addDays(day: IsoDay, count: number): IsoDay {
  const time = dayTime(day);
  if (time === undefined) throw new RangeError(`no day: ${day}`);
  return isoOf(time + count * DAY_MS);
}

/** Years of a period of work days of which no holiday table is known. */
export function yearsWithoutTable(from: IsoDay, to: IsoDay, { years }: Holidays): number[] {
  const found: number[] = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1)
    if (!years.has(year)) found.push(year);
  return found;
}

/** '2025年3月1日' */
export function dayWords(day: IsoDay): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** '2025年3月1日至2025年3月10日（10天）' */
export function periodWords(from: IsoDay, count: number, kind: DayKind, holidays: Holidays = NO_HOLIDAYS): string {
  return `${dayWords(from)}至${dayWords(lastDay(from, count, kind, holidays))}（${countWords(count, kind)}）`;
}

/** '10天', '10个工作日' */
export function countWords(count: number, kind: DayKind): string {
  return `${count}${kind === 'days' ? '天' : '个工作日'}`;
}
