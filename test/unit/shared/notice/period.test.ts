// Days of a notice: the first day counts; work days leave out weekends and what the table of holidays says.

import { describe, expect, it } from 'vitest';
import { holidayLines, parseHolidays } from '#shared/notice/parse-holidays.ts';
import {
  addDays,
  countDays,
  holidaysOf,
  isIsoDay,
  lastDay,
  periodWords,
  yearsWithoutTable,
} from '#shared/notice/period.ts';
import { fc } from '#test/support/fc.ts';

describe('lastDay', () => {
  it.each([
    // 牟定 counts 1月31日 to 2月6日 as 7 days.
    ['2024-01-31', 7, 'days', '2024-02-06'],
    ['2025-03-01', 1, 'days', '2025-03-01'],
    ['2024-02-28', 3, 'days', '2024-03-01'],
    ['2025-12-25', 10, 'days', '2026-01-03'],
    // Monday to Friday of the second week.
    ['2025-03-03', 10, 'workdays', '2025-03-14'],
    // Put up on a Saturday: counted from Monday.
    ['2025-03-01', 1, 'workdays', '2025-03-03'],
    ['2025-03-07', 2, 'workdays', '2025-03-10'],
  ] as const)('%s, %d %s', (from, count, kind, last) => expect(lastDay(from, count, kind)).toBe(last));

  it.each(['2025-02-30', '2025-2-3', '', '20250301'])('%j is no day', (day) => {
    expect(isIsoDay(day)).toBe(false);
    expect(() => lastDay(day, 1, 'days')).toThrow(RangeError);
  });
});

describe('periodWords', () => {
  it('says from, to and how many', () => {
    expect(periodWords('2025-03-01', 10, 'days')).toBe('2025年3月1日至2025年3月10日（10天）');
    expect(periodWords('2025-03-03', 10, 'workdays')).toBe('2025年3月3日至2025年3月14日（10个工作日）');
  });
});

describe('holidays', () => {
  const golden = { year: 2026, off: ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'], work: [] };
  it.each([
    ['without a table', [], '2026-10-09'],
    ['with the week off', [golden], '2026-10-16'],
    ['with a Saturday worked in its place', [{ ...golden, work: ['2026-10-10'] }], '2026-10-15'],
  ])('10 work days from 2026-09-28 %s', (_, tables, last) => {
    const holidays = holidaysOf(tables);
    expect(lastDay('2026-09-28', 10, 'workdays', holidays)).toBe(last);
    expect(countDays('2026-09-28', last, 'workdays', holidays)).toBe(10);
    expect(lastDay('2026-09-28', 10, 'days', holidays)).toBe('2026-10-07');
  });
  it.each([
    ['2024-08-09', 10, '2024-08-18'],
    ['2024-02-19', 10, '2024-02-28'],
    ['2024-01-31', 7, '2024-02-06'],
  ])('%s, %d days', (from, days, to) => {
    expect(lastDay(from, days, 'days')).toBe(to);
    expect(countDays(from, to, 'days')).toBe(days);
  });
  it('counting takes back what lastDay gives, whatever the table', () => {
    const day = fc.integer({ min: 0, max: 400 }).map((at) => addDays('2026-01-01', at));
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 1, max: 60 }),
        fc.uniqueArray(day),
        fc.uniqueArray(day),
        (from, n, off, work) => {
          const holidays = holidaysOf([{ year: 2026, off, work }]);
          const last = lastDay(from, n, 'workdays', holidays);
          expect(countDays(from, last, 'workdays', holidays)).toBe(n);
          expect(countDays(from, addDays(last, -1), 'workdays', holidays)).toBe(n - 1);
        },
      ),
    );
  });
  it('a period backwards has no days; years without a table are named', () => {
    expect(countDays('2026-03-02', '2026-03-01', 'days')).toBe(0);
    expect(yearsWithoutTable('2025-12-30', '2026-01-10', holidaysOf([golden]))).toEqual([2025]);
  });
});

describe('parseHolidays', () => {
  const week = ['2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04', '2026-10-05', '2026-10-06', '2026-10-07'];
  it.each([
    [
      'the sentence of the paper',
      '六、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。',
    ],
    ['two columns', `${week.map((day) => `${day}\t休`).join('\n')}\n2026/9/20\t班\n2026.10.10,上班`],
    ['ranges', '2026年10月1日—10月7日 放假\n9月20日 补班\n10月10日 调休上班'],
  ])('reads %s', (_, text) => {
    expect(parseHolidays(text, 2026)).toEqual({
      tables: [{ year: 2026, off: week, work: ['2026-09-20', '2026-10-10'] }],
      problems: [],
    });
  });
  it('goes over the end of a year', () => {
    expect(parseHolidays('元旦：12月31日至1月2日放假', 2025).tables).toEqual([
      { year: 2025, off: ['2025-12-31'], work: [] },
      { year: 2026, off: ['2026-01-01', '2026-01-02'], work: [] },
    ]);
  });
  it.each([
    ['2026-02-30 休', '没有'],
    ['2026-10-01', '放假（休）还是上班（班）'],
    ['10月7日至1日放假', '止早于起'],
    ['1月1日至12月31日放假', '超过'],
    ['20261001 休', '没有看出'],
  ])('tells what it does not understand: %s', (text, words) => {
    expect(parseHolidays(text, 2026)).toEqual({ tables: [], problems: [expect.stringContaining(words)] });
  });
  it('gives back what was written', () => {
    const table = { year: 2026, off: week, work: ['2026-10-10'] };
    expect(parseHolidays(holidayLines(table), 2000).tables).toEqual([table]);
  });
});
