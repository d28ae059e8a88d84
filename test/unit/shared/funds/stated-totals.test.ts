// Monthly sheets in any order, journals beside them, months sent again corrected: what a sheet states of its day is what is
// known of that day, nothing is counted twice, and what does not fit is told with both figures.

import { describe, expect, it } from 'vitest';
import type { Execution } from '#shared/domain/execution.ts';
import { checkExecution } from '#shared/execution-checks/check-execution.ts';
import { applyMonth } from '#shared/funds/apply-month.ts';
import { readMonth } from '#shared/funds/read-month.ts';
import { paidUntil } from '#shared/funds/stated-totals.ts';
import { readWorkbookNow, tableContext } from '#shared/import/read-workbook.ts';
import { wan } from '#shared/values/money.ts';
import { NOTHING } from '#test/support/execution-facts.ts';
import { fc } from '#test/support/fc.ts';
import { makeProject, planWith } from '../../seeds/sample-plan.ts';
import { makeSheet } from '../import/make-sheet.ts';

const data = planWith([
  makeProject('a', { total: '100' }, { name: '甲村产业园建设', town: '研和街道', village: '甲村' }),
]);

let ids = 0;
const makeId = (): string => {
  ids += 1;
  return `id${ids}`;
};

/** Takes a sheet in; gives the facts after it and the remarks that need a look. */
function take(before: Execution, asOf: string, rows: (string | number)[][], takesFalls = false) {
  const book = { format: 'xlsx' as const, sheets: [makeSheet(rows.map((row) => row.map(String)))], notes: [] };
  const { tables } = readWorkbookNow(book, tableContext(data.plan, data.reference, data.projects), {
    tableChoices: () => ({ kind: 'progress' }),
  });
  const reading = tables[0]?.reading;
  if (!reading) throw new Error('no table');
  const result = readMonth(data, before, reading, { asOf, unit: '万元', pairs: new Map(), takesFalls, columns: [] });
  return {
    now: applyMonth(before, result, 'x.xlsx', makeId),
    codes: result.problems.filter(({ level }) => level !== 'info').map(({ code }) => code),
    messages: result.problems.map(({ message }) => message).join('\n'),
    isNew: result.payments.length + result.changed.length + result.notes.length > 0,
  };
}

type Sheet = [asOf: string, rows: (string | number)[][]];

const total = (asOf: string, said: number): Sheet => [
  asOf,
  [
    ['项目名称', '累计支付'],
    ['甲村产业园建设', said],
  ],
];
const month = (asOf: string, paid: number): Sheet => [
  asOf,
  [
    ['项目名称', '乡镇', '本月支付'],
    ['甲村产业园建设', '研和街道', paid],
  ],
];
const journal = (...rows: [day: string, amount: number, voucher?: string][]): Sheet => [
  '2026-12-31',
  [
    ['支付日期', '项目名称', '支付金额', '凭证号'],
    ...rows.map(([day, amount, voucher = '']) => [day, '甲村产业园建设', amount, voucher]),
  ],
];

const at = ({ payments }: Execution, day: string): number => paidUntil(payments, day);

describe('cumulative sheets', () => {
  it('of an earlier month take what they say out of a later one, whose total stays', () => {
    const later = take(NOTHING, ...total('2026-11-30', 30)).now;
    const { now, messages } = take(later, ...total('2026-10-31', 10));
    expect([at(now, '2026-10-30'), at(now, '2026-10-31'), at(now, '2026-11-30')]).toEqual([0, wan('10'), wan('30')]);
    expect(messages).toContain('1 个项目共 10.00 万元记在 2026-10-31');
  });

  it('give the same in any order, and nothing when they come again', () => {
    const days = ['2026-01-31', '2026-03-31', '2026-04-30', '2026-09-30', '2026-11-30'];
    const sheets = fc
      .array(fc.integer({ min: 0, max: 9 }), { minLength: days.length, maxLength: days.length })
      .map((steps) => steps.map((_, index) => steps.slice(0, index + 1).reduce((sum, step) => sum + step, 0)))
      .map((said) => days.map((day, index) => [day, said[index] ?? 0] as const));
    fc.assert(
      fc.property(sheets, fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }), (said, order) => {
        let now: Execution = NOTHING;
        for (const index of order) now = take(now, ...total(...(said[index] ?? said[0] ?? ['', 0]))).now;
        for (const [day, fen] of said) expect(at(now, day)).toBe(wan(String(fen)));
        for (const one of said) expect(take(now, ...total(...one)).isNew).toBe(false);
        expect(now.payments.every(({ amountFen }) => amountFen > 0)).toBe(true);
      }),
      { numRuns: 12 },
    );
  });

  it('that say more than a later one said are told with both figures, and taken where money came back', () => {
    const later = take(NOTHING, ...total('2026-11-30', 30)).now;
    const refused = take(later, ...total('2026-10-31', 35));
    expect([refused.codes, refused.isNew]).toEqual([['paid-fell'], false]);
    expect(refused.messages).toMatch(/35\.00 万元.*30\.00 万元，少 5\.00 万元/);
    const { now } = take(later, ...total('2026-10-31', 35), true);
    expect([at(now, '2026-10-31'), at(now, '2026-11-30')]).toEqual([wan('35'), wan('30')]);
  });

  it('corrected on the same day keep the totals of later days', () => {
    let now = take(NOTHING, ...total('2026-10-31', 10)).now;
    now = take(now, ...total('2026-11-30', 30)).now;
    now = take(now, ...total('2026-10-31', 12)).now;
    expect([at(now, '2026-10-31'), at(now, '2026-11-30')]).toEqual([wan('12'), wan('30')]);
    now = take(now, ...total('2026-10-31', 9), true).now;
    expect([at(now, '2026-10-31'), at(now, '2026-11-30')]).toEqual([wan('9'), wan('30')]);
    expect(checkExecution(data, now, '2026-12-31').filter(({ rule }) => rule === 'B14')).toEqual([]);
  });

  it('between payments of a journal that make up the later total are refused', () => {
    let now = take(NOTHING, ...journal(['2026-11-05', 30])).now;
    now = take(now, ...total('2026-11-30', 30)).now;
    const { codes, messages, isNew } = take(now, ...total('2026-10-31', 10));
    expect([codes, isNew]).toEqual([['paid-beyond-later'], false]);
    expect(messages).toContain('再记会多出 10.00 万元');
  });
});

describe('a journal beside cumulative sheets', () => {
  it('takes the place of their difference, whichever came first', () => {
    const rows = journal(['2026-03-05', 10, '1'], ['2026-03-20', 6, '2']);
    const first = take(take(NOTHING, ...rows).now, ...total('2026-03-31', 20)).now;
    const after = take(NOTHING, ...total('2026-03-31', 20)).now;
    const { now, codes } = take(after, ...rows);
    expect(codes).toEqual([]);
    for (const one of [first, now])
      expect([at(one, '2026-03-10'), at(one, '2026-03-25'), at(one, '2026-03-31')]).toEqual(
        ['10', '16', '20'].map(wan),
      );
    expect(take(now, ...rows).isNew).toBe(false);
    expect(take(now, ...total('2026-03-31', 20)).isNew).toBe(false);
  });

  it('that says more is read and told with both figures, and 审核 finds it afterwards', () => {
    const before = take(NOTHING, ...total('2026-03-31', 20)).now;
    const { now, codes, messages } = take(before, ...journal(['2026-03-05', 25, '1']));
    expect(codes).toEqual(['journal-over-stated']);
    expect(messages).toContain('已记 25.00 万元，而截至 2026-03-31 的月报累计是 20.00 万元，差 5.00 万元');
    const found = checkExecution(data, now, '2026-12-31').find(({ rule }) => rule === 'B14');
    expect(found?.message).toContain('月报累计支付 20 万元，到那一天已记支付 25 万元，多 5 万元');
    expect(checkExecution(data, now, '2026-03-01').filter(({ rule }) => rule === 'B14')).toEqual([]);
  });

  it('that says more than its month leaves the total of the next month as it was', () => {
    const before = take(take(NOTHING, ...total('2026-03-31', 20)).now, ...total('2026-04-30', 40)).now;
    const { now, codes } = take(before, ...journal(['2026-03-05', 25, '1']));
    expect([codes, at(now, '2026-03-31'), at(now, '2026-04-30')]).toEqual([
      ['journal-over-stated'],
      wan('25'),
      wan('40'),
    ]);
  });

  it('keeps money that came back within the total', () => {
    const before = take(NOTHING, ...total('2026-03-31', 20)).now;
    const { now, codes } = take(before, ...journal(['2026-03-05', 25, '1'], ['2026-03-09', -5, '2']));
    expect([codes, at(now, '2026-03-06'), at(now, '2026-03-31')]).toEqual([[], wan('25'), wan('20')]);
  });

  it('does not count a payment twice of which only one list has the voucher', () => {
    const before = take(NOTHING, ...journal(['2026-03-05', 10, '记-1'])).now;
    const { now, codes } = take(before, ...journal(['2026-03-05', 10]));
    expect([codes, at(now, '2026-12-31')]).toEqual([['payment-same'], wan('10')]);
    expect(at(take(before, ...journal(['2026-03-05', 10, '记-2'])).now, '2026-12-31')).toBe(wan('20'));
  });

  it('reads days with a time, and days without a year', () => {
    const { now, codes } = take(
      NOTHING,
      ...journal(['2026-3-5 10:23:00', 1], ['3月6日', 2], ['46088.6', 4], ['3月32日', 8]),
    );
    expect(now.payments.map(({ date }) => date)).toEqual(['2026-03-05', '2026-03-06', '2026-03-07']);
    expect(codes).toEqual(['date-unparsed']);
  });
});

describe('a month as a whole', () => {
  it('sent again corrected becomes what it says, told with both figures', () => {
    const before = take(NOTHING, ...month('2026-03-31', 10)).now;
    const { now, codes, messages } = take(before, ...month('2026-03-31', 12));
    expect([codes, now.payments.map(({ amountFen }) => amountFen)]).toEqual([['month-corrected'], [wan('12')]]);
    expect(messages).toContain('本月支付 12.00 万元，2026-03 已记 10.00 万元，差 2.00 万元');
    expect(take(now, ...month('2026-03-31', 12)).isNew).toBe(false);
    expect(take(now, ...month('2026-03-31', 8)).codes).toEqual(['paid-fell']);
    expect(at(take(now, ...month('2026-03-31', 8), true).now, '2026-12-31')).toBe(wan('8'));
    expect(at(take(now, ...month('2026-04-30', 12)).now, '2026-12-31')).toBe(wan('24'));
  });

  it('beside its journal or a cumulative sheet is there already', () => {
    const listed = take(NOTHING, ...journal(['2026-03-05', 10])).now;
    expect(take(listed, ...month('2026-03-31', 10)).isNew).toBe(false);
    const stated = take(NOTHING, ...total('2026-03-31', 20)).now;
    expect(take(stated, ...month('2026-03-31', 8)).isNew).toBe(false);
    expect(take(stated, ...month('2026-03-31', 28)).codes).toEqual(['month-over-stated']);
    const whole = take(NOTHING, ...month('2026-03-31', 10)).now;
    expect(at(take(whole, ...journal(['2026-03-05', 10])).now, '2026-12-31')).toBe(wan('10'));
  });
});
