// What other people's sheets tell of the life of projects: their words, their days, and what of it is new.
import { describe, expect, it } from 'vitest';
import { rankOf } from '#shared/domain/life.ts';
import { readStatus, type StatusCell } from '#shared/life/read-status.ts';
import { freshSteps, type StatusKey, stateOfWord, statusKeyOf, type ToldStep } from '#shared/life/status-columns.ts';
import { wan } from '#shared/values/money.ts';
import { makeEvent } from '#test/support/execution-facts.ts';

describe('words of a state', () => {
  it.each([
    ['规划中', 'stored'],
    ['实施中', 'started'],
    ['已完成', 'finished'],
    ['已终止', 'dropped'],
    ['未开工', 'released'],
    ['前期准备', 'released'],
    ['在建', 'started'],
    ['已 竣工', 'finished'],
    ['完工待验收', 'finished'],
    ['验收合格', 'accepted'],
    ['已移交', 'handed'],
    ['停工', 'paused'],
    ['县已审定', 'approved'],
    ['情况不明', null],
    ['80%', null],
    ['未完成', null],
    ['未验收', 'finished'],
  ])('%s', (word, right) => expect(stateOfWord(word)).toBe(right));
});

describe('headers', () => {
  it.each<[string, StatusKey | undefined]>([
    ['项目状态', 'state'],
    ['基本情况›状态', 'state'],
    ['实际开工时间', 'startedAt'],
    ['计划开工时间', undefined],
    ['拟竣工日期', undefined],
    ['竣工日期', 'finishedAt'],
    ['竣工验收时间', 'acceptedAt'],
    ['验收结论', 'verdict'],
    ['结算价', 'settled'],
    ['审定金额', 'settled'],
    ['审定文号', 'approvedBy'],
    ['资产状态', undefined],
    ['总投资', undefined],
  ])('%s', (header, right) => expect(statusKeyOf(header)).toBe(right));
});

const read = (cells: Partial<Record<StatusKey, string>>, answers: Record<string, string> = {}) =>
  readStatus(
    (key): StatusCell | null => {
      const text = cells[key];
      return text === undefined ? null : { text, isNumber: /^\d+$/.test(text), unit: '万元' };
    },
    '2025-06-30',
    new Map(Object.entries(answers)),
  );
const short = (steps: readonly ToldStep[]) => steps.map(({ kind, to, date }) => [to ?? kind, date]);

describe('a row', () => {
  it.each<[string, Partial<Record<StatusKey, string>>, (string | null)[][]]>([
    ['a state without a day', { state: '已验收' }, [['accepted', null]]],
    [
      'days in any writing',
      { startedAt: '2025.3.1', finishedAt: '45792' },
      [
        ['started', '2025-03-01'],
        ['finished', '2025-05-15'],
      ],
    ],
    ['a state that the days tell already', { state: '已完成', finishedAt: '2025-05-01' }, [['finished', '2025-05-01']]],
    [
      'a state beyond the days',
      { state: '已验收', finishedAt: '2025-05-01' },
      [
        ['finished', '2025-05-01'],
        ['accepted', null],
      ],
    ],
    [
      'an end of another kind',
      { state: '已终止', startedAt: '2024-05-01' },
      [
        ['started', '2024-05-01'],
        ['dropped', '2025-06-30'],
      ],
    ],
    ['dashes say nothing', { state: '—', startedAt: '/', finishedAt: '-', settled: '无' }, []],
  ])('%s', (_name, cells, right) => expect(short(read(cells).steps)).toEqual(right));

  it('a settled price, a verdict, a paper', () => {
    const { steps } = read({ settled: '112.92', verdict: '合格', approvedBy: '县领字〔2024〕9号' });
    expect(
      steps.map(({ to, settledFen, verdict, documentNumber }) => [to, settledFen, verdict, documentNumber]),
    ).toEqual([
      ['approved', null, '', '县领字〔2024〕9号'],
      ['accepted', null, '合格', ''],
      ['settled', wan('112.92'), '', ''],
    ]);
  });

  it('what cannot be is told and left out', () => {
    expect(
      read({ finishedAt: '2025-12-31', startedAt: '三月', settled: '约30' }).faults.map(({ code, level }) => [
        code,
        level,
      ]),
    ).toEqual([
      ['status-day', 'warning'],
      ['status-later', 'info'],
      ['amount-unparsed', 'warning'],
    ]);
    expect(read({ state: '未开工', finishedAt: '2025-05-01' })).toMatchObject({
      steps: [{ to: 'finished' }],
      faults: [{ code: 'status-contrary' }],
    });
  });

  it('a word that nobody knows is asked about, and taken as answered', () => {
    expect(read({ state: '攻坚 阶段' }).unknownWord).toBe('攻坚阶段');
    expect(short(read({ state: '攻坚阶段' }, { 攻坚阶段: 'started' }).steps)).toEqual([['started', null]]);
    expect(read({ state: '攻坚阶段' }, { 攻坚阶段: '' })).toMatchObject({ steps: [], unknownWord: '' });
  });
});

const NEW = { rank: 0, isPaused: false, isDropped: false };

describe('what is new', () => {
  it('what stopped had stopped by the day of the sheet; under way again it goes on', () => {
    const stopped = read({ state: '停工' }).steps;
    expect(short(stopped)).toEqual([['paused', '2025-06-30']]);
    expect(freshSteps(stopped, [], { ...NEW, isPaused: true }, '2025-07-31').fresh).toEqual([]);
    const again = read({ state: '在建' }).steps;
    const known = { rank: rankOf('started'), isPaused: true, isDropped: false };
    expect(short(freshSteps(again, [], known, '2025-07-31').fresh)).toEqual([['resumed', '2025-07-31']]);
  });
  const { steps } = read({ startedAt: '2025-03-01', state: '已完成' });
  it('everything of a project without history', () =>
    expect(freshSteps(steps, [], NEW, '2025-06-30').fresh).toEqual(steps));
  it('nothing of what is there; another day is told, not written over', () => {
    const known = [makeEvent('a', 'started', '2025-03-05'), makeEvent('a', 'finished', '2025-06-01')];
    const { fresh, others } = freshSteps(steps, known, { ...NEW, rank: rankOf('finished') }, '2025-06-30');
    expect([fresh, others.map(({ step, known: before }) => [step.date, before.date])]).toEqual([
      [],
      [['2025-03-01', '2025-03-05']],
    ]);
  });
  it('a bare state says nothing of a project that is farther', () => {
    expect(
      freshSteps(read({ state: '在建' }).steps, [], { ...NEW, rank: rankOf('finished') }, '2025-06-30').fresh,
    ).toEqual([]);
  });
});
