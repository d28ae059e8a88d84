// How notices stand at a day, what of them changed since, which projects they speak of.

import { describe, expect, it } from 'vitest';
import { isUnanswered, type Objection, POSTING_STAGES } from '#shared/domain/posting.ts';
import { addDays, countDays, NO_HOLIDAYS } from '#shared/notice/period.ts';
import { makeCoverage } from '#shared/postings/coverage.ts';
import { haltedByObjections } from '#shared/postings/halted.ts';
import { changesOf, freezeContent, unhiddenColumns } from '#shared/postings/posted-content.ts';
import { postingState } from '#shared/postings/posting-state.ts';
import { wan } from '#shared/values/money.ts';
import { fc } from '#test/support/fc.ts';
import { makePosting } from '#test/support/posting-facts.ts';
import { makeProject, planWith } from '../../seeds/sample-plan.ts';

const objection = (answeredAt: string | null): Objection => ({
  ...{ date: '2026-03-05', who: '', text: '太远', answer: '', answeredAt },
  effect: answeredAt === null ? null : '维持',
});
const state = (fields: Parameters<typeof makePosting>[2], asOf: string, stage: 'village' | 'stored' = 'village') =>
  postingState(makePosting('p', stage, fields), asOf, NO_HOLIDAYS, stage === 'village' ? 10 : null);

describe('the state of a notice', () => {
  it.each([
    ['before it begins', { from: '2026-03-01' }, '2026-02-28', 'coming'],
    ['on its last day', { from: '2026-03-01' }, '2026-03-10', 'running'],
    ['a day later', { from: '2026-03-01' }, '2026-03-11', 'ended'],
    ['extended', { from: '2026-03-01', to: '2026-03-20' }, '2026-03-11', 'running'],
    ['closed', { from: '2026-03-01', closedAt: '2026-03-11' }, '2026-03-12', 'closed'],
    ['not closed yet on an earlier day', { from: '2026-03-01', closedAt: '2026-03-12' }, '2026-03-11', 'ended'],
    ['taken down', { from: '2026-03-01', withdrawnAt: '2026-03-03' }, '2026-03-12', 'withdrawn'],
    ['without a day', { from: null }, '2026-03-12', 'unknown'],
  ] as const)('%s', (_, fields, asOf, status) => expect(state(fields, asOf).status).toBe(status));

  it('a 公告 stands without end and is never short', () => {
    expect(state({ from: '2026-03-01' }, '2030-01-01', 'stored')).toMatchObject({
      ...{ status: 'standing', to: null, isShort: false, needed: null },
    });
  });

  it.each([
    // 牟定: seven days where ten are asked.
    [{ from: '2024-01-31', to: '2024-02-06' }, 7, true],
    [{ from: '2024-08-09', days: 10 }, 10, false],
    [{ from: '2024-02-19', days: 10 }, 10, false],
    // Ten work days are fourteen days.
    [{ from: '2026-03-02', days: 10, dayKind: 'workdays' }, 10, false],
    // Taken down, or closed, before its end.
    [{ from: '2026-03-01', days: 10, withdrawnAt: '2026-03-04' }, 4, true],
    [{ from: '2026-03-01', days: 10, closedAt: '2026-03-05' }, 5, true],
  ] as const)('%j: %d days, short %s', (fields, days, isShort) => {
    expect(state(fields, '2026-12-31')).toMatchObject({ days, isShort });
  });

  it('objections count from their day; answered ones are none', () => {
    const fields = { from: '2026-03-01', objections: [objection(null), objection('2026-03-07')] };
    expect([state(fields, '2026-03-04').open, state(fields, '2026-03-06').open]).toEqual([0, 1]);
  });

  it('is short exactly where fewer calendar days than needed lie between its ends', () => {
    const day = fc.integer({ min: 0, max: 700 }).map((at) => addDays('2025-01-01', at));
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 40 }), (from, days, needed) => {
        const posting = makePosting('p', 'village', { from, days });
        const { to, isShort } = postingState(posting, from, NO_HOLIDAYS, needed);
        expect(isShort).toBe(countDays(from, to ?? from, 'days') < needed);
      }),
    );
  });
});

describe('what was posted', () => {
  const before = makeProject(
    'a',
    { total: '20' },
    { name: '甲村灌溉渠', person: '王小明', content: '联系人：李大山，修渠' },
  );
  const { reference } = planWith([before]);
  const posted = freezeContent([before], reference, '2026-03-01', { columns: ['name', 'content', 'total', 'person'] });
  const [row] = posted.rows;

  it('hides personal data and stays hidden', () => {
    expect(row?.cells).toEqual(['甲村灌溉渠', '联系人：李**，修渠', '20.00', '王**']);
    expect(unhiddenColumns(posted, row?.cells ?? [])).toEqual([]);
    expect(unhiddenColumns(posted, ['甲村灌溉渠', '', '', '王小明'])).toEqual(['责任人']);
  });

  it('tells what changed since: not the person, and nothing behind a mask', () => {
    const changes = (fields: object) =>
      changesOf(posted, row?.cells ?? [], { ...before, ...fields }, reference).map(({ key }) => key);
    expect(changes({})).toEqual([]);
    expect(changes({ person: '张三' })).toEqual([]);
    expect(changes({ content: '联系人：李大海，修渠' })).toEqual([]);
    expect(changes({ name: '甲村灌溉渠（二期）', content: '修渠' })).toEqual(['name', 'content']);
    expect(changes({ amounts: { ...before.amounts, total: wan('25') } })).toEqual(['total']);
  });
});

describe('which projects a notice speaks of', () => {
  const [a, b] = [
    makeProject('a', {}, { town: '大营街街道', village: '甸苴' }),
    makeProject('b', {}, { town: '研和街道', village: '玉苗' }),
  ];
  it('those it names; else those of its place; one of the county all; a withdrawn one none', () => {
    const coverage = makeCoverage([
      makePosting('1', 'village', { projectIds: ['a'] }),
      makePosting('2', 'village', { place: '玉苗村公开栏' }),
      makePosting('3', 'county'),
      makePosting('4', 'town', { projectIds: ['a'], withdrawnAt: '2026-01-01' }),
    ]);
    const ids = (project: typeof a, stage: 'village' | 'county' | 'town') =>
      coverage.of(project, stage).map(({ id }) => id);
    expect([ids(a, 'village'), ids(b, 'village'), ids(a, 'county'), ids(a, 'town')]).toEqual([['1'], ['2'], ['3'], []]);
  });
});

it('an open objection halts the step that waits for its notice, no other one and no 补录', () => {
  const postings = [makePosting('1', 'village', { projectIds: ['a'], objections: [objection(null)] })];
  const halted = (to: 'declared' | 'checked', isBackfilled = false) => [
    ...haltedByObjections(postings, { kind: 'state', to, isBackfilled }).keys(),
  ];
  expect([halted('declared'), halted('checked'), halted('declared', true)]).toEqual([['a'], [], []]);
  expect(isUnanswered(objection('2026-03-07'))).toBe(false);
});

it('every stage waits for, or is waited for by, steps that exist, and has its own name', () => {
  expect(new Set(POSTING_STAGES.map(({ name }) => name)).size).toBe(POSTING_STAGES.length);
});
