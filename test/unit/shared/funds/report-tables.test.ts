// Reports on money: the monthly list with settled prices, the summary of papers, the ledger whose last balance is what is
// still to be paid.

import { describe, expect, it } from 'vitest';
import type { Execution } from '#shared/domain/execution.ts';
import { tableCellText } from '#shared/format/table-text.ts';
import { batchTable } from '#shared/funds/batch-table.ts';
import { progressFigures } from '#shared/funds/figures.ts';
import { groupProgress } from '#shared/funds/group-progress.ts';
import { ledgerTable } from '#shared/funds/ledger-table.ts';
import { monthTable } from '#shared/funds/month-table.ts';
import { progressTable } from '#shared/funds/progress-table.ts';
import type { TableResult } from '#shared/tables/table.ts';
import { wan } from '#shared/values/money.ts';
import { makeBatch, makeEvent, makeLine, makeNote, makePayment, NOTHING } from '#test/support/execution-facts.ts';
import { fc } from '#test/support/fc.ts';
import { makeProject, planWith } from '../../seeds/sample-plan.ts';

const data = planWith([makeProject('a', { total: '100' }), makeProject('b', { total: '50' }), makeProject('c')]);
const execution: Execution = {
  batches: [makeBatch('甲号', '120', { upperNumber: '省1号' }), makeBatch('乙号', '98', { ownDate: '2026-02-01' })],
  lines: [makeLine('甲号', 'a', '80'), makeLine('甲号', 'b', '30'), makeLine('乙号', 'a', '20')],
  payments: [makePayment('a', '2026-05-01', '50'), makePayment('b', '2026-06-01', '30', '甲号')],
  notes: [makeNote('a', '2026-05-01', 60, '55', { text: '主体完工', problem: '雨季' })],
  events: [
    makeEvent('b', 'started', '2026-04-01'),
    makeEvent('b', 'finished', '2026-05-20'),
    makeEvent('b', 'settled', '2026-06-20', { settledFen: wan('28') }),
  ],
};
const figures = progressFigures(data, execution, '2026-06-30');
const column = ({ columns, rows }: TableResult, key: string): string[] =>
  rows.map(({ cells }) => tableCellText(cells[columns.findIndex((one) => one.key === key)]));

describe('the monthly list', () => {
  const table = monthTable(data, execution, figures);
  it('has the columns of the form', () => {
    expect(table.columns.map(({ label }) => label)).toEqual(
      '序号 项目名称 实施地点 资金文号 下达资金 开工时间 形象进度(%) 完成投资 已支付 支付率(%) 结算价 结余 状态 存在问题 备注'.split(
        ' ',
      ),
    );
  });
  it.each([
    ['documents', ['甲号、乙号', '甲号', '']],
    ['settled', ['', '28.00', '28.00']],
    ['surplus', ['', '2.00', '2.00']],
    ['state', ['已开工', '已结算', '']],
    ['startedAt', ['', '2026-04-01', '']],
    ['problem', ['雨季', '', '']],
    ['rate', ['50.00', '100.00', '61.54']],
  ])('%s', (key, right) => expect(column(table, key)).toEqual(right));
  it('tells how many stand in no row', () => expect(table.notes.join()).toContain('另有 1 个项目'));
});

it('待付 is what of the settled price is not paid', () => {
  expect(figures.projects.map(({ dueFen }) => dueFen)).toEqual([wan('50'), 0, 0]);
});

it('the summary of papers adds up, and counts a project of two papers once in all', () => {
  const table = batchTable(data, figures);
  expect([column(table, 'count'), column(table, 'allocated'), column(table, 'paid'), column(table, 'surplus')]).toEqual(
    [
      ['2', '1', '2'],
      ['110.00', '20.00', '130.00'],
      ['60.00', '20.00', '80.00'],
      ['2.00', '0.00', '2.00'],
    ],
  );
  expect(column(table, 'startedRate')).toEqual(['100.00', '100.00', '100.00']);
});

it('towns are ranked, equal ones alike', () => {
  const table = progressTable(data, groupProgress(data, figures, 'town'), 'town', figures.asOf);
  expect(column(table, 'rank')).toEqual(['1', '']);
});

describe('the ledger', () => {
  it('runs to what is not paid', () => {
    const table = ledgerTable(data, execution, execution.batches[0] as never, '2026-06-30');
    expect(column(table, 'words')).toEqual(['下达', '分配', '分配', '支付（自动匹配）', '支付', '合计']);
    expect(column(table, 'balance')).toEqual(['120.00', '120.00', '120.00', '90.00', '60.00', '60.00']);
    expect(ledgerTable(data, execution, execution.batches[0] as never, '2026-05-15').rows).toHaveLength(5);
  });

  it('of all batches agrees with the summary, whatever was paid', () => {
    const payment = fc.record({
      project: fc.constantFrom('a', 'b', 'c'),
      batch: fc.constantFrom(null, '甲号', '乙号'),
      day: fc.constantFrom('2026-05-01', '2026-06-01', '2026-12-01'),
      amount: fc.integer({ min: -50, max: 90 }),
    });
    fc.assert(
      fc.property(fc.array(payment), (payments) => {
        const facts = {
          ...NOTHING,
          batches: execution.batches,
          lines: execution.lines,
          payments: payments.map(({ project, batch, day, amount }) => makePayment(project, day, `${amount}`, batch)),
        };
        const summary = progressFigures(data, facts, '2026-06-30').batches;
        for (const { batch, paidFen } of summary) {
          const { rows } = ledgerTable(data, facts, batch, '2026-06-30');
          const balance = rows.at(-1)?.cells.at(-1);
          expect(balance).toEqual({ kind: 'amount', fen: batch.amountFen - paidFen });
        }
      }),
    );
  });
});
