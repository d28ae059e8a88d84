// Days of a notice: the first day counts; work days leave out weekends alone.
import { describe, expect, it } from 'vitest';
import { isIsoDay, lastDay, periodWords } from '#shared/notice/period.ts';

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
