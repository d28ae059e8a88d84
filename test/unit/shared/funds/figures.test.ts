// 下达、支付、支付率 and their sums, by the worked examples of published notices (SPECS B, goldens).

import { describe, expect, it } from 'vitest';
import type { Execution } from '#shared/domain/execution.ts';
import { progressFigures, rateOf } from '#shared/funds/figures.ts';
import { groupProgress, PROGRESS_DIMENSIONS } from '#shared/funds/group-progress.ts';
import { wan } from '#shared/values/money.ts';
import {
  makeBatch as batch,
  makeLine as line,
  NOTHING,
  makeNote as note,
  makePayment as payment,
} from '#test/support/execution-facts.ts';
import { fc } from '#test/support/fc.ts';
import { makeProject, planWith } from '../../seeds/sample-plan.ts';

const data = planWith([
  makeProject('a', { total: '310' }, { name: '甲', town: '一镇', unit: '农业农村局' }),
  makeProject('b', { total: '30' }, { name: '乙', town: '二镇', unit: '水利局' }),
  makeProject('c', {}, { name: '丙', town: null }),
]);

describe('figures of batches and projects', () => {
  it('one project of two batches: nothing is left of either', () => {
    const execution = {
      ...NOTHING,
      batches: [batch('中央', '212'), batch('结余', '98')],
      lines: [line('中央', 'a', '212'), line('结余', 'a', '98')],
    };
    const { batches, projects } = progressFigures(data, execution, '2026-12-31');
    expect(batches.map(({ unallocatedFen }) => unallocatedFen)).toEqual([0, 0]);
    expect(projects[0]?.releasedFen).toBe(wan('310'));
  });

  it('what is not paid when the day of payment has passed', () => {
    const execution = {
      ...NOTHING,
      batches: [batch('中央', '2581.73', { payBy: '2026-12-10' })],
      lines: [line('中央', 'a', '2581.73')],
      payments: [payment('a', '2026-12-01', '2400'), payment('a', '2026-12-12', '100')],
    };
    const [first] = progressFigures(data, execution, '2026-12-11').projects;
    expect((first?.releasedFen ?? 0) - (first?.paidFen ?? 0)).toBe(wan('181.73'));
  });

  it('a payment without a batch comes from the batches in their order; money that came back leaves the last', () => {
    const execution = {
      ...NOTHING,
      batches: [batch('后', '50', { ownDate: '2026-06-01' }), batch('先', '60', { ownDate: '2026-02-01' })],
      lines: [line('后', 'a', '50'), line('先', 'a', '60')],
      payments: [payment('a', '2026-07-01', '70'), payment('a', '2026-08-01', '-5')],
    };
    const paid = progressFigures(data, execution, '2026-12-31').batches.map(({ batch: { id }, paidFen }) => [
      id,
      paidFen,
    ]);
    expect(paid).toEqual([
      ['后', wan('5')],
      ['先', wan('60')],
    ]);
  });

  it('a day in the past gives what was then', () => {
    const execution = {
      ...NOTHING,
      batches: [batch('一', '60')],
      lines: [line('一', 'a', '60')],
      payments: [payment('a', '2026-05-01', '10'), payment('a', '2026-09-01', '20')],
      notes: [note('a', '2026-05-31', 30, '12'), note('a', '2026-09-30', 100, null)],
    };
    const at = (day: string) => progressFigures(data, execution, day).projects[0];
    expect(at('2026-02-28')).toMatchObject({ releasedFen: 0, paidFen: 0, state: '未下达', percent: null });
    expect(at('2026-04-30')).toMatchObject({ releasedFen: wan('60'), paidFen: 0, state: '已下达' });
    expect(at('2026-06-30')).toMatchObject({ paidFen: wan('10'), percent: 30, doneFen: wan('12'), state: '已开工' });
    expect(at('2026-12-31')).toMatchObject({ paidFen: wan('30'), percent: 100, doneFen: wan('12'), state: '已竣工' });
  });
});

describe('rateOf', () => {
  it.each<[string, string, string | null]>([
    ['39.6', '79.2', '50.00'],
    ['20', '20', '100.00'],
    ['1', '3', '33.33'],
    ['2', '3', '66.67'],
    ['0', '5', '0.00'],
    ['-1', '4', '-25.00'],
    ['5', '0', null],
  ])('%s of %s is %s', (part, whole, rate) => expect(rateOf(wan(part), wan(whole))).toBe(rate));
});

describe('the same sum by every dimension', () => {
  const cents = fc.integer({ min: -9_000_000, max: 90_000_000 });
  const projectId = fc.constantFrom('a', 'b', 'c', 'gone');
  const batchId = fc.constantFrom('一', '二', '三');
  const day = fc.constantFrom('2026-01-31', '2026-05-31', '2026-11-30');
  const execution = fc.record({
    batches: fc.constant([
      batch('一', '100', { direction: '以工代赈' }),
      batch('二', '50', { year: 2025, ownDate: null }),
      batch('三', '-5', { sourceText: '另一笔' }),
    ]),
    lines: fc.array(
      fc.record({
        id: fc.uuid(),
        batchId,
        projectId: fc.constantFrom('a', 'b', 'c', 'gone', 'fee'),
        amountFen: cents,
        date: fc.option(day),
        documentNumber: fc.constant(''),
        note: fc.constant(''),
      }),
    ),
    payments: fc.array(
      fc.record({
        id: fc.uuid(),
        projectId,
        batchId: fc.option(batchId),
        date: day,
        amountFen: cents,
        stage: fc.constant(''),
        payee: fc.constant(''),
        voucher: fc.constant(''),
        note: fc.constant(''),
      }),
    ),
    notes: fc.constant([]),
    events: fc.constant([]),
  });

  it('of plan, released, paid and done', () => {
    fc.assert(
      fc.property(execution, day, (facts, asOf) => {
        const figures = progressFigures(data, facts as unknown as Execution, asOf);
        for (const by of PROGRESS_DIMENSIONS) {
          const { rows, total } = groupProgress(data, figures, by);
          for (const key of ['planFen', 'releasedFen', 'paidFen', 'doneFen'] as const) {
            expect([by, key, rows.reduce<number>((sum, row) => sum + row[key], 0)]).toEqual([by, key, total[key]]);
          }
        }
      }),
    );
  });
});
