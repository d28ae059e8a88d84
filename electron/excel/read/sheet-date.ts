// Serial day numbers of sheets as calendar dates.

const DAY = 86_400_000;
/** 31 December 9999, the last day Excel knows. */
const LAST_SERIAL = 2_958_465;
/** Excel rounds to the second: 45000.9999999 is the next day. */
const HALF_SECOND = 0.5 / 86_400;

/**
 * ISO date of a serial day; the time of day is dropped. null where Excel shows no date either: negative, zero, the
 * 29 February 1900 that never was, beyond 9999. `epoch1904`: books from old Macs count from 1904-01-01.
 */
export function serialDate(serial: number, epoch1904: boolean): string | null {
  const day = Math.floor(serial + HALF_SECOND) + (epoch1904 ? 1462 : 0);
  if (!(day >= 1) || day > LAST_SERIAL || day === 60) return null;
  // 1900 counts one day too many from March on.
  return isoDay(day < 60 ? day : day - 1);
}

/** Days already written out; the same few thousand days come again and again. */
const known = new Map<number, string>();

function isoDay(offset: number): string {
  const found = known.get(offset);
  if (found !== undefined) return found;
  if (known.size >= 20_000) known.clear();
  const iso = new Date(Date.UTC(1899, 11, 31) + offset * DAY).toISOString().slice(0, 10);
  known.set(offset, iso);
  return iso;
}

/** The date part of an ISO date or date-time (cells of type "d", OpenDocument dates); null when it is no real date. */
export function isoDate(text: string): string | null {
  const match = /^\s*(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/.exec(text);
  if (!match) return null;
  const iso = `${match[1]}-${match[2]}-${match[3]}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso ? null : iso;
}
