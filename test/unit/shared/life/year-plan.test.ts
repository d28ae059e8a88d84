// The plan of a year: what is proposed and why, what is listed, which money is whose; a listing never turns a life back.
import { describe, expect, it } from 'vitest';
import { tableCellText } from '#shared/format/table-text.ts';
import { lifeOf, objectionTo } from '#shared/life/state.ts';
import { makeYearPlan, yearMoney } from '#shared/life/year-plan.ts';
import { yearPlanTable } from '#shared/life/year-plan-table.ts';
import { wan } from '#shared/values/money.ts';
import { makeEvent, NOTHING } from '#test/support/execution-facts.ts';
import { makeProject, planWith } from '../../seeds/sample-plan.ts';

const years = (startAt: string, endAt: string) => ({ startAt, endAt });
const data = planWith([
  makeProject('new', { total: '10' }, years('2024', '2024')),
  makeProject('paid', { total: '30', byYear: { '2023': '10', '2024': '20' } }, years('2023', '2024')),
  makeProject('old', { total: '10', byYear: { '2022': '10' } }, years('2022', '2022')),
  makeProject('underway', { total: '10', byYear: { '2022': '10' } }, years('2022', '2022')),
  makeProject('done', { total: '10', byYear: { '2022': '10' } }, years('2022', '2022')),
  makeProject('dropped', { total: '10' }, years('2024', '2024')),
]);
const events = [
  makeEvent('underway', 'started', '2022-05-01'),
  makeEvent('done', 'started', '2022-05-01'),
  makeEvent('done', 'finished', '2022-11-01'),
  makeEvent('dropped', 'dropped', '2023-11-01', { reason: '重复' }),
];
const reasons = (execution = { ...NOTHING, events }, asOf = '2024-06-01') =>
  makeYearPlan(data, execution, 2024, asOf).rows.map(({ project, reason }) => [project.id, reason]);

describe('a proposal', () => {
  it('holds what begins, what has money and what is under way; without facts nothing old is dragged along', () => {
    expect(reasons()).toEqual([
      ['new', '本年开工'],
      ['paid', '本年有投资'],
      ['underway', '续建'],
    ]);
  });

  it('gives way to what is listed, and tells what is not', () => {
    const listed = makeEvent('new', 'planned', '2023-12-20', { planYear: 2024, documentNumber: '县农字〔2023〕9号' });
    const plan = makeYearPlan(data, { ...NOTHING, events: [...events, listed] }, 2024, '2024-06-01');
    expect([plan.isProposal, plan.rows.map(({ project }) => project.id), plan.totalFen]).toEqual([
      false,
      ['new'],
      wan('10'),
    ]);
    expect(plan.unlisted.map(({ project }) => project.id)).toEqual(['paid', 'underway']);
    // Before it was listed there was nothing but the proposal; another year knows nothing of it.
    expect(makeYearPlan(data, { ...NOTHING, events: [listed] }, 2024, '2023-11-01').isProposal).toBe(true);
    expect(makeYearPlan(data, { ...NOTHING, events: [listed] }, 2025, '2024-06-01').isProposal).toBe(true);
  });
});

describe('money of the year', () => {
  const money = (amounts: Parameters<typeof makeProject>[1], fields = {}) => {
    const { totalFen, bySource, openFen } = yearMoney(makeProject('a', amounts, fields), 2024);
    return [totalFen, Object.fromEntries(bySource), openFen];
  };
  const both = years('2023', '2024');
  it.each([
    [
      'cells',
      money({ total: '50', cells: { '2024|fiscal.central': '20', '2023|fiscal.central': '30' } }, both),
      [wan('20'), { 'fiscal.central': wan('20') }, 0],
    ],
    [
      'a margin with fewer cells',
      money({ total: '50', byYear: { '2024': '30' }, cells: { '2024|fiscal.central': '20' } }, both),
      [wan('30'), { 'fiscal.central': wan('20') }, wan('10')],
    ],
    [
      'a margin that is all of it',
      money({ total: '50', byYear: { '2024': '50' }, bySource: { 'fiscal.county': '50' } }, both),
      [wan('50'), { 'fiscal.county': wan('50') }, 0],
    ],
    [
      'a margin that is a part: no source is known',
      money({ total: '50', byYear: { '2024': '20', '2023': '30' }, bySource: { fiscal: '50' } }, both),
      [wan('20'), {}, wan('20')],
    ],
    [
      'one year',
      money({ total: '50', bySource: { fiscal: '50' } }, years('2024', '2024')),
      [wan('50'), { fiscal: wan('50') }, 0],
    ],
    ['several years without figures: not known, not 0', money({ total: '50' }, both), [null, {}, 0]],
  ])('%s', (_name, found, right) => expect(found).toEqual(right));
});

describe('a listing', () => {
  const listing = makeEvent('underway', 'planned', '2023-12-20', { planYear: 2024 });
  it('does not turn the life back, and stands once for a year', () => {
    const life = lifeOf([events[0] as never, listing], [], '2024-06-01');
    expect([life.state, [...life.planYears]]).toEqual(['started', [2024]]);
    expect(objectionTo(life, listing, '2024-06-01')).toBe('已经列入 2024 年度计划');
    expect(objectionTo(life, { ...listing, planYear: 2025 }, '2024-06-01')).toBeNull();
  });
  it('needs the library first', () => {
    expect(objectionTo(lifeOf([], [], '2024-06-01'), listing, '2024-06-01')).toContain('还缺：');
  });
});

it('the table keeps 小计 = 四级 + 其他, and says what stands under 其他', () => {
  const some = planWith([
    makeProject(
      'a',
      { total: '50', bySource: { 'fiscal.central': '30', fiscal: '5', other: '15' } },
      years('2024', '2024'),
    ),
    makeProject('b', { total: '20', byYear: { '2023': '10', '2024': '10' } }, years('2023', '2024')),
    makeProject('c', { total: '9' }, years('2023', '2024')),
  ]);
  const listed = ['a', 'b', 'c'].map((id) =>
    makeEvent(id, 'planned', '2024-01-05', { documentNumber: '县农字〔2024〕1号' }),
  );
  const plan = makeYearPlan(some, { ...NOTHING, events: listed }, 2024, '2024-06-01');
  const { columns, rows, notes } = yearPlanTable(some, plan);
  const of = (key: string) =>
    rows.map(({ cells }) => tableCellText(cells[columns.findIndex((one) => one.key === key)]));
  expect(of('total')).toEqual(['60.00', '50.00', '10.00', '']);
  expect(of('central')).toEqual(['30.00', '30.00', '', '']);
  expect(of('other')).toEqual(['30.00', '20.00', '10.00', '']);
  expect(notes.join('')).toMatch(
    /依据：县农字〔2024〕1号.*没有写明级次的 5\.00 万元.*没有写明资金来源的 10\.00 万元.*1 个项目没有写本年/,
  );
});
