// 审核 of carrying the plan out, by published cases: each finding with both values and their difference; a county that
// begins in the middle of a year is not walled in.
import { describe, expect, it } from 'vitest';
import { RULE_BY_ID } from '#shared/checks/rules.ts';
import type { Execution } from '#shared/domain/execution.ts';
import { checkExecution } from '#shared/execution-checks/check-execution.ts';
import { parseNode } from '#shared/funds/time-node.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { wan } from '#shared/values/money.ts';
import { makeBatch, makeEvent, makeLine, makeNote, makePayment, NOTHING } from '#test/support/execution-facts.ts';
import { makeProject, planWith } from '../seeds/sample-plan.ts';

const whole = { startAt: '2026', endAt: '2026' };
const data = planWith([
  makeProject('a', { total: '100' }, whole),
  makeProject('b', { total: '50' }, whole),
  makeProject('c', { total: '20' }, whole),
]);
const find = (facts: Partial<Execution>, asOf: string, plan: PlanData = data) =>
  checkExecution(plan, { ...NOTHING, ...facts }, asOf);
const of = (rule: string, facts: Partial<Execution>, asOf: string, plan: PlanData = data) =>
  find(facts, asOf, plan).filter((one) => one.rule === rule);
const withSetting = (rule: string, values: Record<string, unknown>): PlanData => ({
  ...data,
  records: { 'rule-settings': new Map([[rule, { rule, isOn: true, values } as never]]) },
});

describe('published cases', () => {
  it('支付 20 万元，结算价 19.1266 万元: 0.8734 too much (B04)', () => {
    const facts = {
      batches: [makeBatch('委', '20')],
      lines: [makeLine('委', 'a', '20')],
      payments: [makePayment('a', '2026-07-31', '20')],
      events: [makeEvent('a', 'settled', '2026-07-20', { settledFen: wan('19.1266') })],
    };
    expect(of('B04', facts, '2026-08-01')).toMatchObject([
      { level: 'warning', left: '20', right: '19.1266', difference: '0.8734', projectId: 'a' },
    ]);
    expect(of('B03', facts, '2026-08-01')).toEqual([]);
  });

  it('the paper says 12-10: on 12-11 181.73 is not paid (B09)', () => {
    const facts = {
      batches: [makeBatch('忠委农办〔2025〕28号', '2581.73', { payBy: '2025-12-10', ownDate: '2025-10-01' })],
      lines: [makeLine('忠委农办〔2025〕28号', 'a', '2581.73')],
      payments: [makePayment('a', '2025-12-01', '2400')],
    };
    const [found] = of('B09', facts, '2025-12-11');
    expect(found?.message).toContain('12月10日支付截止已过：未支付 181.73 万元');
    expect([found?.left, found?.right]).toEqual(['2400', '2581.73']);
    expect(of('B09', facts, '2025-12-10')).toEqual([]);
  });

  it('one project paid by two papers is within both (B01, B03)', () => {
    const facts = {
      batches: [makeBatch('浙财农〔2023〕11号', '212'), makeBatch('结余', '98')],
      lines: [makeLine('浙财农〔2023〕11号', 'a', '212'), makeLine('结余', 'a', '98')],
      payments: [makePayment('a', '2026-05-01', '310')],
    };
    expect(find(facts, '2026-03-20').filter(({ rule }) => rule === 'B01' || rule === 'B03')).toEqual([]);
  });
});

describe('a county in the middle of its year', () => {
  it('hears once of missing papers and missing history, never project by project, and never as an error', () => {
    const ids = ['a', 'b', 'c'];
    const facts = {
      batches: [makeBatch('甲', '30')],
      lines: ids.map((id) => makeLine('甲', id, '10')),
      payments: ids.map((id) => makePayment(id, '2026-05-01', '5')),
    };
    const found = find(facts, '2026-05-15');
    expect(found.map(({ rule, level }) => [rule, level])).toEqual([['P01', 'warning']]);
    expect(found[0]?.message).toContain('3 个项目下达了资金，没有入库等办理记录');
    const paidOnly = find({ payments: facts.payments }, '2026-05-15');
    expect(paidOnly.map(({ rule, level, left }) => [rule, level, left])).toEqual([['B03', 'warning', '15']]);
  });

  it('without any fact nothing is said', () => expect(find({}, '2030-01-01')).toEqual([]));
});

describe('batches', () => {
  it('taken back money is no overdrawn batch', () => {
    const facts = { batches: [makeBatch('收', '-10', { kind: '收回' })], lines: [makeLine('收', 'a', '-10')] };
    expect(of('B01', facts, '2026-12-31')).toEqual([]);
    expect(of('B02', facts, '2026-12-31')).toEqual([]);
  });

  it('one of several overdrawn is told as 提示 while the project as a whole is right', () => {
    const facts = {
      batches: [makeBatch('甲', '10'), makeBatch('乙', '10')],
      lines: [makeLine('甲', 'a', '10'), makeLine('乙', 'a', '10')],
      payments: [makePayment('a', '2026-05-01', '15', '甲')],
    };
    expect(of('B03', facts, '2026-06-01').map(({ level, difference }) => [level, difference])).toEqual([
      ['warning', '5'],
    ]);
  });

  it('fees by level: 1 % of the central money, others only where a limit is set', () => {
    const facts = (source: string) => ({
      batches: [makeBatch('甲', '100', { fundSourceId: source })],
      lines: [makeLine('甲', 'fee', '2')],
    });
    expect(of('B08', facts('fiscal.central'), '2026-03-02')).toHaveLength(1);
    expect(of('B08', facts('fiscal.province'), '2026-03-02')).toEqual([]);
    expect(of('B08', facts('fiscal.province'), '2026-03-02', withSetting('B08', { other: 1 }))).toHaveLength(1);
  });

  it('sources: finer ones count under what the plan names; the plan stays as it is', () => {
    const plan = planWith([makeProject('a', { total: '60', cells: { '2026|fiscal': '60' } }, whole)]);
    const facts = (amount: string) => ({
      batches: [makeBatch('甲', '100', { fundSourceId: 'fiscal.central' })],
      lines: [makeLine('甲', 'a', amount)],
    });
    expect(of('B05', facts('60'), '2026-06-30', plan)).toEqual([]);
    expect(of('B05', facts('40'), '2026-06-30', plan)).toEqual([]);
    expect(of('B05', facts('40'), '2026-12-31', plan)[0]).toMatchObject({ left: '40', right: '60', difference: '-20' });
    expect(of('B05', facts('75'), '2026-06-30', plan)[0]).toMatchObject({ left: '75', right: '60', difference: '15' });
  });
});

describe('nodes that an office sets', () => {
  const facts = {
    batches: [makeBatch('甲', '100')],
    lines: [makeLine('甲', 'a', '100')],
    payments: [makePayment('a', '2026-08-01', '50'), makePayment('a', '2026-10-15', '40')],
  };
  it('are judged at their day, not by what was paid later', () => {
    const plan = withSetting('B09', { nodes: ['9-30 支付率 75%'] });
    expect(of('B09', facts, '2026-09-30', plan)).toEqual([]);
    expect(of('B09', facts, '2026-11-30', plan)[0]).toMatchObject({ left: '50.00%', right: '75%' });
    expect(of('B09', facts, '2026-11-30', withSetting('B09', { nodes: ['9月30日支付率50%'] }))).toEqual([]);
  });
  it('give way to the day that the paper itself sets', () => {
    const own = { ...facts, batches: [makeBatch('甲', '100', { payBy: '2026-12-20' })] };
    expect(of('B09', own, '2026-11-30', withSetting('B09', { nodes: ['9-30 支付率 75%'] }))).toEqual([]);
  });
  it('that cannot be read are told', () => {
    expect(of('B09', facts, '2026-11-30', withSetting('B09', { nodes: ['国庆前付完'] }))[0]?.message).toContain(
      '读不懂',
    );
  });
  it.each([
    ['9-30 支付率 75%', { month: '09', day: '30', kind: '支付率', percent: 75 }],
    ['4月1日前开工率达到100%', { month: '04', day: '01', kind: '开工率', percent: 100 }],
    ['2-30 支付率 75%', null],
    ['12-10 支付率 120%', null],
    ['12-10 完成率 20%', null],
  ])('%s', (text, right) => expect(parseNode(text)).toEqual(right));
});

describe('lives', () => {
  it.each<[string, string, ReturnType<typeof makeEvent>[], string, string[]]>([
    [
      'accepted before finished',
      'L03',
      [makeEvent('a', 'finished', '2026-09-01'), makeEvent('a', 'accepted', '2026-08-01')],
      '2026-10-01',
      ['warning'],
    ],
    ['a typing error in the year', 'L02', [makeEvent('a', 'stored', '2036-01-01')], '2026-10-01', ['error']],
    ['tomorrow is no error', 'L02', [makeEvent('a', 'stored', '2026-10-02')], '2026-10-01', []],
    [
      'an unknown day disturbs no order',
      'L03',
      [makeEvent('a', 'started', null), makeEvent('a', 'finished', '2026-01-01')],
      '2026-10-01',
      [],
    ],
    [
      'a listing for the year of one under way',
      'L02',
      [makeEvent('a', 'started', '2026-02-01'), makeEvent('a', 'planned', '2026-03-01', { planYear: 2026 })],
      '2026-10-01',
      [],
    ],
    [
      'dropped and still planned',
      'P01',
      [
        makeEvent('a', 'stored', '2026-01-01'),
        makeEvent('a', 'planned', '2026-02-01'),
        makeEvent('a', 'dropped', '2026-03-01'),
      ],
      '2026-10-01',
      ['error'],
    ],
    [
      'begun with 补录, no word of the library',
      'P01',
      [makeEvent('a', 'started', '2026-02-01', { isBackfilled: true })],
      '2026-10-01',
      [],
    ],
    ['stored for 730 days', 'P09', [makeEvent('a', 'stored', '2024-10-01')], '2026-10-01', ['warning']],
    ['stored for 729 days', 'P09', [makeEvent('a', 'stored', '2024-10-02')], '2026-10-01', []],
  ])('%s', (_name, rule, events, asOf, levels) =>
    expect(of(rule, { events }, asOf).map(({ level }) => level)).toEqual(levels),
  );

  it('work counts as begun even where nobody recorded it (L04)', () => {
    const facts = { batches: [makeBatch('甲', '10')], lines: [makeLine('甲', 'a', '10')] };
    expect(of('L04', facts, '2026-06-01')).toHaveLength(1);
    expect(of('L04', { ...facts, notes: [makeNote('a', '2026-05-01', 10, null)] }, '2026-06-01')).toEqual([]);
    expect(of('L04', { ...facts, batches: [makeBatch('甲', '10', { startBy: '2026-09-01' })] }, '2026-06-01')).toEqual(
      [],
    );
  });

  it('a paper of the past is judged by its own day', () => {
    const facts = { batches: [makeBatch('甲', '10')], lines: [makeLine('甲', 'a', '20')] };
    expect(of('B01', facts, '2026-02-01')).toEqual([]);
    expect(of('B01', facts, '2026-04-01')).toHaveLength(1);
  });
});

it('every finding is of a rule of the catalogue, in a whole sentence', () => {
  const found = find(
    {
      batches: [makeBatch('甲', '10', { startBy: '2026-04-01', finishBy: '2026-05-01', payBy: '2026-06-01' })],
      lines: [makeLine('甲', 'a', '20')],
      payments: [makePayment('a', '2026-01-01', '30')],
      events: [makeEvent('a', 'returned', '2026-01-01', { to: 'declared', dueDate: '2026-02-01' })],
    },
    '2027-12-31',
  );
  expect(new Set(found.map(({ rule }) => rule))).toEqual(new Set(['B01', 'B03', 'B09', 'B11', 'P01', 'L05', 'L08']));
  for (const { rule, message } of found) {
    expect(RULE_BY_ID.has(rule)).toBe(true);
    expect(message).toMatch(/^\S.*。$/u);
    expect(message).not.toMatch(/undefined|null|NaN|。。/);
  }
  expect(new Set(found.map(({ key }) => key)).size).toBe(found.length);
});
