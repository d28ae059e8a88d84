// The period of a notice (公示期): from the day it is put up, that day counted (handbook 3.10: 1月31日至2月6日 are 7 天).

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

/**
 * The last day of a period of `count` days. Work days leave out Saturdays and Sundays alone: public holidays and the
 * days worked in their place are decreed each year and are not known offline. Throws RangeError for no day.
 */
export function lastDay(from: IsoDay, count: number, kind: DayKind): IsoDay {
  let time = dayTime(from);
  if (time === undefined || count < 1) throw new RangeError(`no period: ${from}, ${count}`);
  let left = count;
  for (;;) {
    if (kind === 'days' || !isWeekend(time)) left -= 1;
    if (left === 0) return new Date(time).toISOString().slice(0, 10);
    time += DAY_MS;
  }
}

/** '2025年3月1日' */
export function dayWords(day: IsoDay): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** '2025年3月1日至2025年3月10日（10天）' */
export function periodWords(from: IsoDay, count: number, kind: DayKind): string {
  const unit = kind === 'days' ? '天' : '个工作日';
  return `${dayWords(from)}至${dayWords(lastDay(from, count, kind))}（${count}${unit}）`;
}
