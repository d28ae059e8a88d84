// Reads a table of holidays as planners have it: two columns 日期 and 休/班, or the sentences of the yearly paper
// (“国庆节：10月1日至7日放假调休，共7天。9月20日、10月10日上班。”), pasted as text.
import { foldText } from '../values/fold-text.ts';
import { addDays, isIsoDay } from './period.ts';

export interface HolidayReading {
  /** Years in order; days sorted. */
  tables: { year: number; off: string[]; work: string[] }[];
  /** Lines that were not understood, with what is wrong, in Chinese. */
  problems: string[];
}

const OFF = '放假|休息|调休(?!上班)|公休|假期|[休假]';
const WORK = '调休上班|正常上班|补班|上班|工作日|班';
/** A range as in 10月1日（周四）至7日（周三）, a day, or what is done on the days before. */
const TOKEN = new RegExp(
  String.raw`(?:(\d{4})[年./-])?(\d{1,2})[月./-](\d{1,2})(?:日|号)?(?:\([^()]*\))?` +
    String.raw`(?:(?:至|到|-{1,2}|—{1,2}|~)(?:(\d{4})[年./-])?(?:(\d{1,2})[月./-])?(\d{1,2})(?:日|号)?(?!\d|月|年)(?:\([^()]*\))?)?` +
    `|(?<work>${WORK})|(?<off>${OFF})`,
  'gu',
);
const LONGEST = 40;

/** `year`: of days that name none. */
export function parseHolidays(text: string, year: number): HolidayReading {
  const off = new Set<string>();
  const work = new Set<string>();
  const problems: string[] = [];
  text.split(/\r?\n/).forEach((raw, index) => {
    const line = foldText(raw)
      .replace(/[ \t,;]+/g, ' ')
      .replace(/[–―—]+/g, '-');
    if (line === '') return;
    const tell = (words: string): void => {
      problems.push(`第 ${index + 1} 行“${raw.trim().slice(0, LONGEST)}”：${words}`);
    };
    let open: string[] = [];
    let found = 0;
    for (const match of line.matchAll(TOKEN)) {
      const { work: isWork, off: isOff } = match.groups ?? {};
      if (isWork !== undefined || isOff !== undefined) {
        // 放假调休 is one word of two: what is left over speaks of no day.
        for (const day of open) (isWork === undefined ? off : work).add(day);
        open = [];
        continue;
      }
      found += 1;
      const days = daysOf(match, year);
      if (typeof days === 'string') tell(days);
      else open.push(...days);
    }
    if (found === 0) {
      // A heading or a greeting has no day in it.
      if (/\d/.test(line)) tell('没有看出是哪一天');
    } else if (open.length > 0) tell('没有写明是放假（休）还是上班（班）');
  });
  for (const day of work) {
    if (off.has(day)) {
      problems.push(`${day} 又是放假又是上班，按上班记，请核对`);
      off.delete(day);
    }
  }
  const years = [...new Set([...off, ...work].map((day) => Number(day.slice(0, 4))))].sort();
  const ofYear = (days: ReadonlySet<string>, wanted: number): string[] =>
    [...days].filter((day) => Number(day.slice(0, 4)) === wanted).sort();
  return { tables: years.map((one) => ({ year: one, off: ofYear(off, one), work: ofYear(work, one) })), problems };
}

/** The days that a token names; a sentence where there are no such days. */
function daysOf(match: RegExpMatchArray, usual: number): string[] | string {
  const [whole, firstYear, firstMonth = '', firstDay = '', lastYear, lastMonth, lastDay] = match;
  const iso = (year: number, month: string, day: string): string =>
    `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const from = iso(Number(firstYear ?? usual), firstMonth, firstDay);
  if (!isIsoDay(from)) return `没有“${whole}”这一天`;
  if (lastDay === undefined) return [from];
  let year = Number(lastYear ?? from.slice(0, 4));
  // 12月31日至1月2日 goes into the next year.
  if (lastYear === undefined && Number(lastMonth ?? firstMonth) < Number(firstMonth)) year += 1;
  const to = iso(year, lastMonth ?? firstMonth, lastDay);
  if (!isIsoDay(to)) return `没有“${whole}”这一天`;
  if (to < from) return `“${whole}”的止早于起`;
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    days.push(day);
    if (days.length > LONGEST) return `“${whole}”超过 ${LONGEST} 天，请核对`;
  }
  return days;
}

/** The same as text, one day a line, as it is read again. */
export function holidayLines({ off, work }: { off: readonly string[]; work: readonly string[] }): string {
  return [...off.map((day) => `${day}\t休`), ...work.map((day) => `${day}\t班`)].sort().join('\n');
}
