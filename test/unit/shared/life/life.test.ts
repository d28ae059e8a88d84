// The life of projects: the worked example of eight, steps that are refused with what is missing, days in the past.

import { describe, expect, it } from 'vitest';
import type { Execution } from '#shared/domain/execution.ts';
import { LIFE_STATES, type LifeEvent } from '#shared/domain/life.ts';
import { makeBoard } from '#shared/life/board.ts';
import { contradictedBy, lifeOf, objectionTo } from '#shared/life/state.ts';
import { wan } from '#shared/values/money.ts';
import { makeEvent as event, makeLine, makeNote, makePayment } from '#test/support/execution-facts.ts';
import { fc } from '#test/support/fc.ts';
import { makeProject, planWith } from '../../seeds/sample-plan.ts';

const line = makeLine('x', 'P2', '10', { date: '2026-04-01' });
const data = planWith(['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8'].map((id) => makeProject(id, { total: '10' })));
const EVENTS: LifeEvent[] = [
  event('P1', 'stored', '2025-12-20'),
  event('P2', 'stored', '2025-12-20'),
  event('P3', 'started', '2026-03-01'),
  event('P4', 'started', '2025-09-01'),
  event('P5', 'started', '2026-02-01'),
  event('P5', 'finished', '2026-08-01'),
  event('P6', 'started', '2025-04-01'),
  event('P6', 'finished', '2025-12-01'),
  event('P6', 'accepted', '2026-01-10'),
  event('P7', 'stored', '2024-12-20'),
  event('P7', 'dropped', '2026-05-01'),
  event('P8', 'checked', '2026-10-01'),
];
const execution = { lines: [line], events: EVENTS };
const counts = (asOf: string) => {
  const { summary } = makeBoard(data, execution, asOf, null);
  const { total, open, stored, building, finished, dropped, startedThisYear, finishedThisYear } = summary;
  return [total, open, stored, building, finished, dropped, startedThisYear, finishedThisYear].map(
    ({ count }) => count,
  );
};

describe('the board', () => {
  it('of the worked example', () => {
    expect(counts('2026-11-30')).toEqual([8, 1, 2, 2, 2, 1, 2, 1]);
    const { states } = makeBoard(data, execution, '2026-11-30', null);
    expect(states.filter(({ count }) => count > 0).map(({ id, count, totalFen }) => [id, count, totalFen])).toEqual([
      ['checked', 1, wan('10')],
      ['stored', 1, wan('10')],
      ['released', 1, wan('10')],
      ['started', 2, wan('20')],
      ['finished', 1, wan('10')],
      ['accepted', 1, wan('10')],
      ['dropped', 1, wan('10')],
    ]);
  });

  it('of a day in the past', () => {
    expect(counts('2025-12-31')).toEqual([8, 3, 3, 1, 1, 0, 2, 1]);
  });

  it('a pause of the same day, or of no day, comes after the step', () => {
    for (const day of ['2026-03-01', null]) {
      const events = [event('P1', 'paused', day), event('P1', 'started', day)];
      expect(lifeOf(events, [], '2026-11-30')).toMatchObject({ state: 'started', isPaused: true });
    }
  });

  it('what has no day counts in stocks, not in flows', () => {
    const events = [event('P1', 'started', null), event('P1', 'finished', null)];
    const { summary } = makeBoard(data, { lines: [], events }, '2026-11-30', null);
    expect([summary.finished.count, summary.startedThisYear.count, summary.finishedThisYear.count]).toEqual([1, 0, 0]);
  });

  it('every project is in one stock, whatever happens (L01), and classes add up', () => {
    const step = fc.record({
      projectId: fc.constantFrom('P1', 'P2', 'P3'),
      step: fc.constantFrom(
        ...LIFE_STATES.map(({ id }) => id),
        'dropped' as const,
        'paused' as const,
        'resumed' as const,
      ),
      date: fc.option(fc.constantFrom('2025-03-01', '2026-03-01', '2027-03-01')),
    });
    fc.assert(
      fc.property(fc.array(step), fc.constantFrom('2025-06-30', '2026-06-30'), (steps, asOf) => {
        const events = steps.map(({ projectId, step: what, date }) => event(projectId, what, date));
        const { summary, rows, states } = makeBoard(data, { lines: [line], events }, asOf, 'town');
        const { total, open, stored, building, finished, dropped } = summary;
        expect([open, stored, building, finished, dropped].reduce((sum, one) => sum + one.count, 0)).toBe(total.count);
        expect(states.reduce((sum, one) => sum + one.count, 0)).toBe(total.count);
        expect(rows.reduce((sum, row) => sum + row.stored.totalFen, 0)).toBe(stored.totalFen);
      }),
    );
  });
});

describe('what stands against a step', () => {
  const objection = (events: LifeEvent[], step: LifeEvent): string | null =>
    objectionTo(lifeOf(events, [], '2026-11-30'), step, '2026-11-30');
  const checked = [event('a', 'declared', '2026-08-01'), event('a', 'checked', '2026-09-01')];

  it('names the steps that are missing, and lets 补录 pass', () => {
    const step = event('a', 'started', '2026-10-01');
    expect(objection(checked, step)).toBe(
      '现在是“乡已审核”，到“已开工”还缺：县已审定、已入库、已下达；以前办过的请用“补录”',
    );
    expect(objection(checked, { ...step, isBackfilled: true })).toBeNull();
  });

  it('passes over what may be left out', () => {
    expect(objection(checked, event('a', 'approved', '2026-10-01'))).toBeNull();
  });

  it.each<[string, LifeEvent[], LifeEvent, string]>([
    ['the same once more', checked, event('a', 'checked', '2026-10-01'), '已经是“乡已审核”'],
    ['a way back', checked, event('a', 'declared', '2026-10-01'), '要退回请用“退回”'],
    ['a day that has not come', checked, event('a', 'approved', '2026-12-05'), '还没有到'],
    ['a drop without a reason', checked, event('a', 'dropped', '2026-10-01'), '写明原因'],
    [
      'a step of a dropped one',
      [...checked, event('a', 'dropped', '2026-09-02')],
      event('a', 'approved', '2026-10-01'),
      '先重新入库',
    ],
    ['an end without a pause', checked, event('a', 'resumed', '2026-10-01'), '没有暂缓'],
  ])('refuses %s', (_name, events, step, words) => expect(objection(events, step)).toContain(words));

  it('a dropped project may be stored again, and counts once', () => {
    const events = [...checked, event('a', 'dropped', '2026-09-02')];
    const again = event('a', 'stored', '2026-10-01');
    expect(objection(events, again)).toBeNull();
    expect(lifeOf([...events, again], [], '2026-11-30')).toMatchObject({ state: 'stored', isDropped: false });
  });

  it('returned: one level back until it is answered', () => {
    const back: LifeEvent = {
      ...event('a', 'dropped', '2026-09-10'),
      kind: 'returned',
      to: 'declared',
      reason: '资料不全',
    };
    expect(objection(checked, back)).toBeNull();
    const life = lifeOf([...checked, back], [], '2026-11-30');
    expect([life.state, life.returned?.reason]).toEqual(['declared', '资料不全']);
    expect(lifeOf([...checked, back, event('a', 'checked', '2026-10-01')], [], '2026-11-30').returned).toBeNull();
  });
});

describe('sent back on the day on which it was handed up', () => {
  const day = '2026-03-01';
  const back = { ...event('p', 'returned', day), to: 'declared' as const };

  it('is read as it was recorded', () => {
    const up = [event('p', 'declared', day), event('p', 'checked', day)];
    expect(lifeOf([...up, back], [], day)).toMatchObject({ state: 'declared', returned: back });
    expect(lifeOf([...up, back, event('p', 'checked', day)], [], day)).toMatchObject({
      ...{ state: 'checked', returned: null },
    });
  });

  it('can be without a step, once', () => {
    const step = { ...back, to: 'draft' as const };
    expect(objectionTo(lifeOf([], [], day), step, day)).toBeNull();
    expect(objectionTo(lifeOf([step], [], day), step, day)).toContain('不能退回');
  });
});
describe('money and work without steps', () => {
  const board = (execution: Partial<Execution>) =>
    makeBoard(data, { lines: [], events: [], ...execution }, '2026-11-30', null);

  it('show a project to be under way as 进度 does, without a day, and say so', () => {
    const [id = ''] = data.projects.map((project) => project.id);
    const paid = board({ payments: [makePayment(id, '2026-05-01', '10')] });
    expect([paid.summary.building.count, paid.summary.startedThisYear.count, paid.unrecorded]).toEqual([1, 0, 1]);
    const done = board({ notes: [makeNote(id, '2026-05-01', 100, null)] });
    expect([done.summary.finished.count, done.unrecorded]).toEqual([1, 1]);
    const known = board({
      payments: [makePayment(id, '2026-05-01', '10')],
      events: [event(id, 'started', '2026-04-01')],
    });
    expect([known.summary.building.count, known.summary.startedThisYear.count, known.unrecorded]).toEqual([1, 1, 0]);
  });

  it('after 退回 what came later is to be done again, money from before does not undo it', () => {
    const [id = ''] = data.projects.map((project) => project.id);
    const { summary } = board({
      lines: [makeLine('x', id, '10', { date: '2026-03-01' })],
      events: [
        event(id, 'started', '2026-03-10'),
        event(id, 'returned', '2026-06-01', { to: 'declared', reason: '用地' }),
      ],
    });
    expect([summary.open.count - (data.projects.length - 1), summary.startedThisYear.count]).toEqual([1, 0]);
  });
});

it('a day that contradicts another step is found both ways', () => {
  const events = [event('a', 'started', '2026-05-01'), event('a', 'accepted', '2026-09-01')];
  const against = (to: 'finished' | 'started' | 'planned', date: string | null) =>
    contradictedBy(events, { kind: 'state', to, date })?.to ?? null;
  expect([
    against('finished', '2026-03-01'),
    against('finished', '2026-10-01'),
    against('finished', '2026-06-01'),
  ]).toEqual(['started', 'accepted', null]);
  expect([against('planned', '2026-03-01'), against('finished', null)]).toEqual([null, null]);
});
