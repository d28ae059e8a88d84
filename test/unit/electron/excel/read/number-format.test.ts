// Which number formats show dates, and which days they show.
import { describe, expect, it } from 'vitest';
import { builtInFormat, formatKind } from '#electron/excel/read/number-format.ts';
import { isoDate, serialDate } from '#electron/excel/read/sheet-date.ts';

describe('formatKind', () => {
  it.each([
    ['yyyy"年"m"月"', 'date'],
    ['yyyy"年"m"月"d"日";@', 'date'],
    ['[$-804]yyyy"年"m"月"d"日"', 'date'],
    ['[DBNum1][$-804]yyyy"年"m"月"', 'date'],
    ['yyyy\\-mm\\-dd', 'date'],
    ['yyyy/m/d h:mm', 'date'],
    ['m"月"d"日"', 'date'],
    ['mmm', 'date'],
    ['e"年"m"月"', 'date'],
    ['d', 'date'],
    ['h:mm AM/PM', 'time'],
    ['上午/下午h"时"mm"分"', 'time'],
    ['mm:ss.0', 'time'],
    ['[h]:mm', 'number'],
    ['0"年"', 'number'],
    ['0"年"m', 'number'],
    ['0.00E+00', 'number'],
    ['#,##0.00_ ;[Red]\\-#,##0.00\\ ', 'number'],
    ['General"万元"', 'number'],
    ['G/通用格式', 'number'],
    ['G/通用格式"元"', 'number'],
    ['"day "0', 'number'],
    ['[Red]0', 'number'],
    ['_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* "-"??_ ;_ @_ ', 'number'],
    ['@', 'number'],
    ['', 'number'],
  ] as const)('%s is a %s', (code, kind) => {
    expect(formatKind(code)).toBe(kind);
  });

  it('knows the dates among the built-in ids of the Chinese edition', () => {
    const ids = Array.from({ length: 60 }, (_, id) => id).filter((id) => formatKind(builtInFormat(id)) === 'date');
    expect(ids).toEqual([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);
    const times = Array.from({ length: 60 }, (_, id) => id).filter((id) => formatKind(builtInFormat(id)) === 'time');
    expect(times).toEqual([18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56]);
  });
});

describe('serialDate', () => {
  it.each([
    [1, false, '1900-01-01'],
    [59, false, '1900-02-28'],
    [60, false, null],
    [61, false, '1900-03-01'],
    [45_000, false, '2023-03-15'],
    [45_000.75, false, '2023-03-15'],
    [45_000.9999999, false, '2023-03-16'],
    [43_538, true, '2023-03-15'],
    [0, true, '1904-01-01'],
    [0, false, null],
    [-1, false, null],
    [2_958_465, false, '9999-12-31'],
    [2_958_466, false, null],
    [Number.NaN, false, null],
  ])('%d (1904: %s) is %s', (serial, epoch1904, iso) => {
    expect(serialDate(serial, epoch1904)).toBe(iso);
  });

  it.each([
    ['2025-03-01', '2025-03-01'],
    ['2025-03-01T00:00:00.000', '2025-03-01'],
    ['2025-02-30', null],
    ['2025-3-1', null],
    ['soon', null],
  ])('ISO %s is %s', (text, iso) => {
    expect(isoDate(text)).toBe(iso);
  });
});
