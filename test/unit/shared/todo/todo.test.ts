// 待办 counted from facts: deadlines of papers and of the year, what waits, months without a report; nothing where nothing is.
import { describe, expect, it } from 'vitest';
import { INITIAL_SETTINGS } from '#shared/checks/rule-settings.ts';
import type { Execution } from '#shared/domain/execution.ts';
import type { Posting } from '#shared/domain/posting.ts';
import { addDays, NO_HOLIDAYS } from '#shared/notice/period.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import type { TodoSettings } from '#shared/records/todo-settings.ts';
import { findTodo } from '#shared/todo/find-todo.ts';
import { dayOfYear, todoSettingsOf } from '#shared/todo/year-days.ts';
import { wan } from '#shared/values/money.ts';
import { makeBatch, makeEvent, makeLine, NOTHING } from '#test/support/execution-facts.ts';
import { fc } from '#test/support/fc.ts';
import { makePosting } from '#test/support/posting-facts.ts';
import { makeProject, planWith } from '../../seeds/sample-plan.ts';

const data = planWith(['a', 'b', 'c'].map((id) => makeProject(id, { total: '100' }, { name: `项目${id}` })));

function todo(asOf: string, part: Partial<Execution>, postings: Posting[] = [], plan: PlanData = data) {
  const execution = { ...NOTHING, ...part };
  const facts = { data: plan, execution, postings, holidays: NO_HOLIDAYS, settings: INITIAL_SETTINGS, asOf };
  return findTodo(facts, execution);
}
const texts = (...args: Parameters<typeof todo>): string[] => todo(...args).map(({ text }) => text);
const payment = (projectId: string, date: string, amount: string) => ({
  ...{ id: `${projectId}${date}`, projectId, batchId: 'x', date, amountFen: wan(amount), stage: '', payee: '' },
  ...{ voucher: '', note: '' },
});

it('says nothing of a workbook in which nothing is carried out', () => {
  expect(todo('2026-12-01', {})).toEqual([]);
});

describe('deadlines', () => {
  const money = (payBy: string | null): Partial<Execution> => ({
    batches: [makeBatch('x', '300', { ownDate: '2026-03-01', payBy })],
    lines: [makeLine('x', 'a', '100', { date: '2026-03-01' }), makeLine('x', 'b', '200', { date: '2026-03-01' })],
    payments: [payment('a', '2026-05-01', '100'), payment('b', '2026-05-01', '50.5')],
  });
  const paying = (asOf: string, payBy: string | null): string[] =>
    texts(asOf, money(payBy)).filter((text) => text.includes('支付截止'));
  it('of a paper: counted in projects and money, late after its day', () => {
    expect(paying('2026-11-30', '2026-12-10')).toEqual(['“x”支付截止（12月10日）还有 10 天：未付 1 个、149.50 万元']);
    expect(paying('2026-12-10', '2026-12-10')).toEqual(['“x”支付截止（12月10日）就在今天：未付 1 个、149.50 万元']);
    expect(paying('2026-12-11', '2026-12-10')).toEqual(['“x”支付截止（12月10日）已过：未付 1 个、149.50 万元']);
  });
  it('of the year where the paper names none, and not before its time', () => {
    expect(paying('2026-12-01', null)).toEqual(['支付截止（12月10日）还有 9 天：未付 1 个、149.50 万元']);
    expect(paying('2026-11-01', null)).toEqual([]);
  });
  it('as the planner set them', () => {
    const settings: TodoSettings = { leadDays: 90, days: { pay: { day: '11-20', isOn: true } } };
    const plan = { ...data, records: { 'todo-settings': new Map([['todo', settings]]) } };
    expect(texts('2026-11-01', money(null), [], plan)).toContain(
      '支付截止（11月20日）还有 19 天：未付 1 个、149.50 万元',
    );
    const off = { ...settings, days: { pay: { day: '11-20', isOn: false } } };
    const without = { ...data, records: { 'todo-settings': new Map([['todo', off]]) } };
    expect(texts('2026-11-01', money(null), [], without).join()).not.toContain('支付截止');
  });
  it('a day that the year does not have is none', () => {
    const settings = todoSettingsOf({ leadDays: 30, days: { pay: { day: '02-29', isOn: true } } });
    expect([dayOfYear(settings, 'pay', '2026'), dayOfYear(settings, 'pay', '2028')]).toEqual([null, '2028-02-29']);
  });
  it('leads to the projects it speaks of', () => {
    const [item] = todo('2026-12-01', money('2026-12-10')).filter(({ id }) => id === 'batch-x-pay');
    expect(item?.target).toMatchObject({ page: 'projects', ids: ['b'] });
  });
});

describe('work', () => {
  it('what waits for whom, what was sent back, what lies in the library', () => {
    const events = [
      makeEvent('a', 'declared', '2026-10-01'),
      makeEvent('b', 'returned', '2026-10-02', { to: 'draft', dueDate: '2026-10-20' }),
      makeEvent('c', 'stored', '2024-01-10'),
    ];
    expect(texts('2026-11-01', { events })).toEqual([
      '退回期限已过、没有重报 1 个项目',
      '村已申报、待乡审核 1 个项目',
      '已入库两年未实施（仍在“已入库”到“已下达”） 1 个项目',
    ]);
  });
  it('months in which nothing was paid or reported', () => {
    const events = [makeEvent('a', 'started', '2026-02-10')];
    const execution = { events, payments: [payment('a', '2026-04-15', '1')] };
    expect(texts('2026-06-10', execution)).toContain('3月、5月没有支付和进度记录（已下达、在建 1 个项目）');
  });
});

describe('notices', () => {
  it('that ended, that are objected to, papers not told of', () => {
    const objection = { date: '2026-03-05', who: '', text: '太远', answer: '', answeredAt: null, effect: null };
    const postings = [
      makePosting('1', 'village', { from: '2026-03-01', projectIds: ['a'] }),
      makePosting('2', 'village', { from: '2026-03-01', projectIds: ['b'], objections: [objection] }),
    ];
    const execution = { batches: [makeBatch('x', '100')], lines: [makeLine('x', 'a', '100', { date: '2026-03-01' })] };
    expect(texts('2026-04-01', execution, postings)).toEqual(
      expect.arrayContaining([
        '公示异议没有处理 1 条',
        '公示到期待办结 1 条',
        '“x”下达已过 7 天，没有公告的项目：乡镇 1 个、村 1 个',
      ]),
    );
  });
});

it('what stands later in time never takes a late item away unless something was done', () => {
  const lines = [makeLine('x', 'a', '100', { date: '2026-03-01' })];
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 250 }), fc.integer({ min: 0, max: 100 }), (at, more) => {
      const batches = [makeBatch('x', '100', { ownDate: '2026-03-01', payBy: '2026-04-10' })];
      const late = (asOf: string) =>
        todo(asOf, { batches, lines }).some(({ id, isLate }) => id === 'batch-x-pay' && isLate);
      const day = addDays('2026-03-02', at);
      expect(!late(day) || late(addDays(day, more))).toBe(true);
    }),
  );
});
