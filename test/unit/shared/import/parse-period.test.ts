// 建设年限 in all the styles of handbook 2.5, and those that only look like a period.
import { describe, expect, it } from 'vitest';
import { type DateCell, joinPeriod, type PeriodContext, parsePeriod } from '#shared/import/parse-period.ts';

function show(cell: string | DateCell, context: PeriodContext = {}): string {
  const reading = parsePeriod(cell, context);
  if (reading.kind === 'period') return `${reading.start}..${reading.end}${reading.note ? ' note' : ''}`;
  if (reading.kind === 'blank') return `blank ${reading.mark}`;
  return reading.proposal ? `unreadable ${reading.proposal.start}..${reading.proposal.end}` : 'unreadable';
}

describe('parsePeriod', () => {
  it.each([
    ['2022', '2022..2022'],
    ['2022年', '2022..2022'],
    ['2026年度', '2026..2026'],
    ['2023年全年', '2023..2023'],
    ['2023年底前', '2023..2023'],
    ['2023年上半年', '2023-01..2023-06'],
    ['2023年第四季度', '2023-10..2023-12'],
    ['23年3月至11月', 'unreadable 2023-03..2023-11'],
    ['12个月', 'unreadable'],
    ['２０２２年', '2022..2022'],
    ['2021-2025', '2021..2025'],
    ['2021-2025年', '2021..2025'],
    ['2021～2025年', '2021..2025'],
    ['2021—2025年', '2021..2025'],
    ['2021——2025年', '2021..2025'],
    ['2021年至2025年', '2021..2025'],
    ['2021年-2023年', '2021..2023'],
    ['2024年6月到12月', '2024-06..2024-12'],
    ['2023年1月-12月', '2023-01..2023-12'],
    ['2022年1月至2022年10月', '2022-01..2022-10'],
    ['2024年5月-2025年2月', '2024-05..2025-02'],
    ['2024年6-12月', '2024-06..2024-12'],
    ['2024/03-2024/11', '2024-03..2024-11'],
    ['2024.3-2024.11', '2024-03..2024-11'],
    ['2024.6-12', '2024-06..2024-12'],
    ['2024-03至2024-11', '2024-03..2024-11'],
    ['2024-03-2024-11', '2024-03..2024-11'],
    ['2024-03-01至2024-11-30', '2024-03..2024-11'],
    ['2024-03-01-2024-11-30', '2024-03..2024-11'],
    ['2024.3.1-2024.11.30', '2024-03..2024-11'],
    ['2024年3月1日-2024年11月30日', '2024-03..2024-11'],
    ['202403-202411', '2024-03..2024-11'],
    ['202403', '2024-03..2024-03'],
    ['20240315', '2024-03..2024-03'],
    ['2024年3月', '2024-03..2024-03'],
    ['2024-03', '2024-03..2024-03'],
    ['2024/3/1', '2024-03..2024-03'],
    ['2024年 6 月\n至 12 月', '2024-06..2024-12'],
    ['2021、2022年', '2021..2022 note'],
    ['2024年12月底前完成', '2024-12..2024-12'],
  ])('reads %j', (text, expected) => expect(show(text)).toBe(expected));

  it.each<[string, PeriodContext, string]>([
    ['6月-12月', { year: 2024 }, '2024-06..2024-12 note'],
    ['6-12月', { year: 2024 }, '2024-06..2024-12 note'],
    ['6月-12月', {}, 'unreadable'],
    ['2024.6', { isNumber: true }, '2024-06..2024-06'],
    ['2024.1', { isNumber: true }, 'unreadable 2024-10..2024-10'],
    ['2024.1', {}, '2024-01..2024-01'],
    ['45352', { isNumber: true }, 'unreadable 2024-03..2024-03'],
  ])('reads %j in its context %j', (text, context, expected) => expect(show(text, context)).toBe(expected));

  it.each([
    ['', 'blank '],
    ['—', 'blank —'],
    ['长期', 'unreadable'],
    ['十四五期间', 'unreadable 2021..2025'],
    ['21-25年', 'unreadable 2021..2025'],
    ['2021-25年', 'unreadable 2021..2025'],
    ['2021、2024年', 'unreadable 2021..2024'],
    ['2024年6月到3月', 'unreadable 2024-06..2025-03'],
    ['2024年13月', 'unreadable 2024..2024'],
    ['12个月', 'unreadable'],
    ['2024年雨季前开工', 'unreadable 2024..2024'],
    ['3024', 'unreadable'],
  ])('hands back %j', (text, expected) => expect(show(text)).toBe(expected));

  it.each<[DateCell, string]>([
    [{ date: '2024-06-01' }, '2024-06..2024-06'],
    [{ date: '2024-06-01', format: 'yyyy"年"m"月"' }, '2024-06..2024-06'],
    [{ date: '2024-06-01', format: 'yyyy"年"' }, '2024..2024'],
    [{ date: '2024-01-03', format: 'm"月"d"日"' }, 'unreadable 2024-01..2024-01'],
    [{ date: '2024-01-03', format: 'd-mmm' }, 'unreadable 2024-01..2024-01'],
  ])('reads the date cell %j', (cell, expected) => expect(show(cell)).toBe(expected));

  it('joins a start and an end of their own columns', () => {
    expect(joinPeriod(parsePeriod('2024年3月'), parsePeriod('2024年11月'))).toMatchObject({
      start: '2024-03',
      end: '2024-11',
    });
    expect(joinPeriod(parsePeriod('2024年3月'), parsePeriod(''))).toMatchObject({ start: '2024-03', end: '2024-03' });
    expect(joinPeriod(parsePeriod(''), parsePeriod(''))).toMatchObject({ kind: 'blank' });
    expect(joinPeriod(parsePeriod('2024'), parsePeriod('尽快'))).toMatchObject({ kind: 'unreadable' });
  });
});
