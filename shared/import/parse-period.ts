// Reads 建设年限 in the styles that offices use: 2021 / 2021—2025年 / 2024年6月到12月 / 2024.3-2024.11 / 202403-202411.
import type { Period } from '../domain/periods.ts';
import { blankMark, compactText } from '../values/fold-text.ts';

export type PeriodReading =
  | { kind: 'period'; start: string; end: string; note?: string }
  | { kind: 'blank'; mark: string }
  | { kind: 'unreadable'; reason: string; proposal?: Period };

export interface PeriodContext {
  /** The year that the title speaks of (2024年度), for cells like `6月-12月`. */
  year?: number;
  /** The cell is a number cell, which has lost a trailing zero: 2024.10 is stored as 2024.1. */
  isNumber?: boolean;
}

/** A date cell: ISO text and its number format; a format without a year is how spreadsheets mangle `1-3`. */
export interface DateCell {
  date: string;
  format?: string;
}

const POINT = [
  /^(\d{4})年?度?$/,
  /^(\d{4})年(\d{1,2})月?份?(?:(\d{1,2})[日号]?)?[初中底末]?$/,
  /^(\d{4})[./](\d{1,2})月?(?:[./](\d{1,2})日?)?$/,
  /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/,
  /^(\d{4})(\d{2})(\d{2})?$/,
];
const TAIL = /^(\d{1,2})(?:月份?(?:\d{1,2}[日号]?)?)?[初中底末]?$/;

/** Reads a cell of 建设年限, 开始时间 or 完工时间 (handbook 2.5 and TW13); a single point gives start = end. */
export function parsePeriod(cell: string | DateCell, context: PeriodContext = {}): PeriodReading {
  if (typeof cell !== 'string') return readDateCell(cell);
  const mark = blankMark(cell);
  if (mark !== undefined) return { kind: 'blank', mark };
  const text = compactText(cell)
    .replace(/(\d)(?:00?:00(?::00)?)$/, '$1')
    .replace(/[~—–―─至到]+/g, '>')
    .replace(/-{2,}/g, '>')
    .replace(/->|>-/g, '>')
    .replace(/(?<!期间|止|完成|建成|前)(?:期间|止|完成|建成|前)+$/, '')
    .replace(/^(\d{4}年)(?:全年|[底末内])$/, '$1')
    .replace(/^(\d{4})年(上半年|下半年|第?[一二三四1-4]季度)$/, (_all, year: string, part: string) =>
      withPart(year, part),
    );
  const serial = context.isNumber ? /^(\d{5})(?:\.\d+)?$/.exec(text)?.[1] : undefined;
  if (serial !== undefined) return readSerial(Number(serial));
  const zero = context.isNumber ? /^(\d{4})\.1$/.exec(text)?.[1] : undefined;
  if (zero !== undefined) {
    return unreadable(`数值 ${text} 可能是 1 月，也可能是 10 月（末尾的 0 已丢失）`, {
      start: `${zero}-10`,
      end: `${zero}-10`,
    });
  }
  const single = pointOf(text);
  if (single !== undefined) return checked({ start: single, end: single });
  const list = /^\d{4}年?度?(?:[、,;和及]\d{4}年?度?)+$/.test(text) ? (text.match(/\d{4}/g) ?? []) : [];
  if (list.length > 1) return readYearList(list);
  for (const [left, right] of splits(text)) {
    const found = readPair(left, right, context);
    if (found) return found;
  }
  return explain(text, context);
}

/** A start and an end, each from its own column. */
export function joinPeriod(start: PeriodReading, end: PeriodReading): PeriodReading {
  if (start.kind === 'unreadable') return start;
  if (end.kind === 'unreadable') return end;
  if (start.kind === 'blank') return end.kind === 'blank' ? start : { ...end, note: '没有开工时间' };
  return end.kind === 'blank' ? start : { kind: 'period', start: start.start, end: end.end };
}

function readDateCell(cell: DateCell): PeriodReading {
  const [year = '', month = ''] = cell.date.split('-');
  const at = `${year}-${month}`;
  const format = cell.format?.replace(/"[^"]*"|\[[^[\]]*\]|\\./g, '') ?? 'yyyy-m-d';
  if (!/[yYeE]/.test(format)) {
    return unreadable('日期格式里没有年份，可能是表格软件把“1-3”之类自动改成了日期', { start: at, end: at });
  }
  const point = /[mM]/.test(format) ? at : year;
  return checked({ start: point, end: point });
}

function readSerial(days: number): PeriodReading {
  const at = new Date(Date.UTC(1899, 11, 30 + days)).toISOString().slice(0, 7);
  return unreadable('像是没有设成日期格式的日期序号', { start: at, end: at });
}

function readYearList(years: string[]): PeriodReading {
  const period = { start: years[0] ?? '', end: years[years.length - 1] ?? '' };
  const isRow = years.every((year, index) => index === 0 || Number(year) === Number(years[index - 1]) + 1);
  if (!isRow) return unreadable('列出的年份不相连', period);
  return { kind: 'period', ...period, note: '按起止年份读取' };
}

/** Where the text can be cut into start and end: at an explicit sign, else at the middle one of its hyphens. */
function splits(text: string): [string, string][] {
  const explicit = text.split('>');
  if (explicit.length === 2) return [[explicit[0] ?? '', explicit[1] ?? '']];
  if (explicit.length > 2) return [];
  const parts = text.split('-');
  if (parts.length % 2 !== 0) return [];
  const half = parts.length / 2;
  return [[parts.slice(0, half).join('-'), parts.slice(half).join('-')]];
}

function readPair(left: string, right: string, context: PeriodContext): PeriodReading | undefined {
  const yearless = TAIL.test(left) && /月/.test(left + right) && context.year !== undefined;
  const start = yearless ? withMonth(String(context.year), left) : pointOf(left);
  if (start === undefined) return undefined;
  const end = pointOf(right);
  const note = yearless ? { note: `按标题中的 ${context.year} 年读取` } : {};
  if (end !== undefined) return { ...checked({ start, end }), ...note };
  const year = start.slice(0, 4);
  const month = withMonth(year, right);
  // `2021-25` is a span of years; `2024年6月到12月` and `2024.6-12` stay within the year.
  if (start.length === 4 && /^\d{2}年?$/.test(right)) {
    const full = `${year.slice(0, 2)}${right.slice(0, 2)}`;
    return full > year ? unreadable('年份只写了两位', { start, end: full }) : undefined;
  }
  if (month === undefined || start.length === 4) return undefined;
  if (month < start) {
    const next = `${Number(year) + 1}${month.slice(4)}`;
    return unreadable('止月早于起月，是否跨年？', { start, end: next });
  }
  return { ...checked({ start, end: month }), ...note };
}

const PARTS: readonly [RegExp, string, string][] = [
  [/上半年/, '1', '6'],
  [/下半年/, '7', '12'],
  [/[一1]季/, '1', '3'],
  [/[二2]季/, '4', '6'],
  [/[三3]季/, '7', '9'],
  [/[四4]季/, '10', '12'],
];

/** 2023年上半年 as its months. */
function withPart(year: string, part: string): string {
  const [, start = '1', end = '12'] = PARTS.find(([pattern]) => pattern.test(part)) ?? [];
  return `${year}年${start}月>${end}月`;
}

function withMonth(year: string, tail: string): string | undefined {
  const month = TAIL.exec(tail)?.[1];
  return month === undefined ? undefined : monthPoint(year, month);
}

function pointOf(text: string): string | undefined {
  for (const pattern of POINT) {
    const match = pattern.exec(text);
    const year = match?.[1];
    if (!match || year === undefined || !isYear(year)) continue;
    if (match[2] === undefined) return year;
    const point = monthPoint(year, match[2]);
    if (point !== undefined && (match[3] === undefined || isDay(match[3]))) return point;
  }
  return undefined;
}

function monthPoint(year: string, month: string): string | undefined {
  const value = Number(month);
  return value >= 1 && value <= 12 ? `${year}-${String(value).padStart(2, '0')}` : undefined;
}

function isYear(year: string): boolean {
  return year >= '1950' && year <= '2100';
}

function isDay(day: string): boolean {
  return Number(day) >= 1 && Number(day) <= 31;
}

function checked(period: Period): PeriodReading {
  return isYear(period.start.slice(0, 4)) && isYear(period.end.slice(0, 4))
    ? { kind: 'period', ...period }
    : unreadable('年份不合理');
}

function explain(text: string, context: PeriodContext): PeriodReading {
  const years = text.match(/(?:19|20)\d{2}/g) ?? [];
  const first = years[0];
  const last = years[years.length - 1];
  const isLength = /^(?:工期)?(?:\d{1,4}|[一二三四五六七八九十两半]{1,3})个?(?:年|月|天|日|日历天|工作日)$/.test(text);
  if (isLength) return unreadable('是工期的长短，没有写起止时间');
  if (/^\d{2}年/.test(text)) {
    const whole = parsePeriod(`20${text}`, context);
    if (whole.kind === 'period') return unreadable('年份只写了两位', { start: whole.start, end: whole.end });
  }
  if (/十四五/.test(text)) return unreadable('没有写明年份', { start: '2021', end: '2025' });
  if (/十五五/.test(text)) return unreadable('没有写明年份', { start: '2026', end: '2030' });
  if (first !== undefined && last !== undefined) {
    return unreadable('时间之外还有别的字', first <= last ? { start: first, end: last } : { start: last, end: first });
  }
  if (/月/.test(text)) {
    const year = context.year === undefined ? undefined : String(context.year);
    return unreadable('没有年份', year === undefined ? undefined : { start: year, end: year });
  }
  const short = /^(\d{2})(?:年)?(?:[->](\d{2}))?年?$/.exec(text);
  if (short?.[1] !== undefined) {
    return unreadable('年份只写了两位', { start: `20${short[1]}`, end: `20${short[2] ?? short[1]}` });
  }
  return unreadable('不是年份或起止时间');
}

function unreadable(reason: string, proposal?: Period): PeriodReading {
  return proposal === undefined ? { kind: 'unreadable', reason } : { kind: 'unreadable', reason, proposal };
}
