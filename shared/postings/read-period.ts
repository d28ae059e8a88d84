// A period of a notice as registers write it: 2026年3月1日至3月10日, 2026.3.1-2026.3.10, 10天, 7个工作日.
import { compactText } from '../values/fold-text.ts';
import { parseDay } from '../values/parse-day.ts';

export interface PeriodReading {
  from: string | null;
  to: string | null;
  days: number | null;
  isWorkdays: boolean;
}

const BETWEEN = /^(.*?\d日?)(?:起?至|到|~|—+|–|-{1,2}(?=\d{4}|\d{1,2}月))(.+)$/;
const DOTTED = /^(\d{4}[./-]\d{1,2}[./-]\d{1,2})[-—–~至到]+(\d{4}[./-]\d{1,2}[./-]\d{1,2}|\d{1,2}[./]\d{1,2})$/;
const COUNT = /(\d{1,3})(?:个)?(工作日|日历日|自然日|天)/;
const LONGEST = 365;

/** A day in its own words, or of the year and month of another (3月10日, 10日, 3.10). */
function dayLike(text: string, first: string | undefined): string | undefined {
  const whole = parseDay(text);
  if (whole !== undefined || first === undefined) return whole;
  const [, month = first.slice(5, 7), day] = /^(?:(\d{1,2})[月./-])?(\d{1,2})日?$/.exec(text) ?? [];
  if (day === undefined) return undefined;
  const inYear = (year: number): string | undefined => parseDay(`${year}-${month}-${day}`);
  const year = Number(first.slice(0, 4));
  const read = inYear(year);
  // 12月28日至1月6日 goes into the next year.
  return read !== undefined && read < first && Number(month) < Number(first.slice(5, 7)) ? inYear(year + 1) : read;
}

/** undefined for a text that is none; `isNumber`: the cell is a number, maybe a day or a count of days. */
export function readPeriod(text: string, isNumber = false): PeriodReading | undefined {
  const compact = compactText(text).replace(/^自|[。,，;；]$/g, '');
  const counted = COUNT.exec(compact);
  const days = counted?.[1] === undefined ? null : inRange(Number(counted[1]));
  const isWorkdays = counted?.[2] === '工作日';
  const bare = compact.replace(/[(（][^()（）]*[)）]/g, '').replace(/[(（].*$/, '');
  const [, firstText = '', lastText = ''] = DOTTED.exec(bare) ?? BETWEEN.exec(bare) ?? [];
  const from = parseDay(firstText);
  if (firstText !== '') {
    const to = dayLike(lastText, from);
    if (from !== undefined && to !== undefined) return { from, to, days, isWorkdays };
    if (from !== undefined && days !== null) return { from, to: null, days, isWorkdays };
    return undefined;
  }
  const single = parseDay(bare.replace(/[起,，;；].*$/, ''), isNumber);
  if (single !== undefined) return { from: single, to: null, days, isWorkdays };
  const [, alone] = /^(\d{1,3})日?$/.exec(bare) ?? [];
  if (alone !== undefined) {
    const count = inRange(Number(alone));
    return count === null ? undefined : { from: null, to: null, days: count, isWorkdays: false };
  }
  return days !== null ? { from: null, to: null, days, isWorkdays } : undefined;
}

function inRange(count: number): number | null {
  return count >= 1 && count <= LONGEST ? count : null;
}
