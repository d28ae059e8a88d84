// Scores of performance goals: the golden of a self-evaluation, reverse indicators, weights, and what must not score.
import { describe, expect, it } from 'vitest';
import { readDeadline } from '#shared/goals/read-deadline.ts';
import { scoreGoal } from '#shared/goals/score-goal.ts';
import { scoreIndicator } from '#shared/goals/score-indicator.ts';
import { type Goal, type GoalIndicator, NO_GOAL_MONEY } from '#shared/records/goal.ts';
import { decimalText } from '#shared/values/decimal.ts';
import { wan } from '#shared/values/money.ts';

function indicator(part: Partial<GoalIndicator>): GoalIndicator {
  return {
    ...{ level: '产出', kind: '数量', name: '硬化道路', target: '≥2.6公里', isCore: false, weight: null },
    ...{ origin: 'typed', midway: '', actual: '2.6', reason: '说明' },
    ...part,
  };
}

function goal(indicators: GoalIndicator[]): Goal {
  return {
    ...{ projectId: 'p', year: 2025, annualGoal: '', annualResult: '', executionReason: '' },
    ...NO_GOAL_MONEY,
    indicators,
  };
}

const MONEY = { budgetFen: wan('117.98'), spentFen: wan('112.92') };
const NO_MONEY = { budgetFen: null, spentFen: null };

const GOLDEN = [
  indicator({ weight: 15 }),
  indicator({ kind: '质量', name: '验收合格率', target: '=100%', actual: '100%', weight: 10 }),
  indicator({ kind: '时效', name: '完成及时率', target: '100%', actual: '80%', weight: 10 }),
  indicator({ kind: '成本', name: '总投资', target: '≤45万元', actual: '50万元', weight: 15 }),
  indicator({ level: '效益', kind: '社会效益', name: '受益人口', target: '≥500人', actual: '420人', weight: 30 }),
  indicator({ level: '满意度', kind: '服务对象满意度', name: '满意度', target: '≥95%', actual: '93%', weight: 10 }),
];

describe('a self-evaluation', () => {
  it('of the golden comes to 91.06 优', () => {
    const { parts, score, grade, problems } = scoreGoal(goal(GOLDEN), MONEY);
    expect(parts.map(({ score: one }) => one)).toEqual(['15', '10', '8', '13.5', '25.2', '9.79', '9.57']);
    expect([score, grade, problems]).toEqual(['91.06', '优', []]);
  });

  it('needs no typed weights: levels share 100, indicators share their level', () => {
    const plain = GOLDEN.map((one) => ({ ...one, weight: null }));
    const { parts, score } = scoreGoal(goal(plain), MONEY);
    expect(parts.map(({ weight }) => weight)).toEqual(['12.5', '12.5', '12.5', '12.5', '30', '10', '10']);
    expect(Number(score)).toBeCloseTo(12.5 + 12.5 + 10 + 11.25 + 25.2 + 9.79 + 9.57, 2);
    // Without satisfaction and money, 80 become 100.
    const less = scoreGoal(goal(plain.slice(0, 5)), NO_MONEY).parts.map(({ weight }) => Number(weight));
    expect(less.reduce((sum, one) => sum + one, 0)).toBeCloseTo(100, 9);
    expect(less.at(-1)).toBe(37.5);
    const three = scoreGoal(goal(plain.slice(0, 3)), NO_MONEY).parts.map(({ weight }) => weight);
    expect(three).toEqual(['33.33', '33.33', '33.34']);
  });

  it('whose weights are not 100 is told with both values', () => {
    const wrong = GOLDEN.map((one, at) => (at === 0 ? { ...one, weight: 20 } : one));
    expect(scoreGoal(goal(wrong), MONEY).problems).toEqual([
      { level: 'error', message: '分值合计 105，不是 100，差 5。请改正各指标的分值。' },
    ]);
    // Without money its 10 go to the others.
    const { parts, problems } = scoreGoal(goal(GOLDEN), NO_MONEY);
    expect(problems).toEqual([]);
    expect(parts.map(({ weight }) => weight)).toEqual(['16.67', '11.11', '11.11', '16.67', '33.33', '11.11']);
  });

  it('with an open part has no score, which is not 0', () => {
    const { score, grade, problems } = scoreGoal(
      goal(GOLDEN.map((one, at) => (at === 4 ? { ...one, actual: '' } : one))),
      MONEY,
    );
    expect([score, grade]).toEqual([null, null]);
    expect(problems).toEqual([{ level: 'warning', message: '“受益人口”没有填完成值，没有计分。' }]);
    expect(scoreGoal(goal([]), MONEY).score).toBeNull();
  });
});

describe('an indicator', () => {
  const ten = { digits: 10n, places: 0 };
  const score = (part: Partial<GoalIndicator>): string | null => {
    const scored = scoreIndicator(indicator(part), ten);
    return scored.kind === 'score' ? decimalText(scored.score) : null;
  };
  it.each([
    ['≥2.6公里', '2600米', '数量', '10'],
    ['≥2.6公里', '1300米', '数量', '5'],
    ['≥2.6公里', '3亩', '数量', null],
    ['<=475元/亩', '500元/亩', '成本', '9.5'],
    ['475元/亩', '400元/亩', '成本', '10'],
    ['≤45万元', '0', '成本', '10'],
    ['=3个', '4个', '数量', '0'],
    ['=100%', '96%', '质量', '9.6'],
    ['≥**株', '30株', '数量', null],
    ['≥95%', '约90%', '满意度', null],
    ['≥95%', '-', '满意度', null],
    ['2024年12月底前', '2024年11月', '时效', '10'],
    ['2024年12月底前', '2025-01-05', '时效', '0'],
    ['2024年12月底前', '达成', '时效', '10'],
    ['有效改善', '部分达成预期指标', '经济效益', '8'],
    ['有效改善', '有效改善', '经济效益', '10'],
    ['有效改善', '未达成', '经济效益', '0'],
    ['有效改善', '还行', '经济效益', null],
    ['≥0', '0', '数量', '10'],
  ])('%s, %s (%s) scores %s of 10', (target, actual, kind, wanted) => {
    expect(score({ target, actual, kind })).toBe(wanted);
  });

  it('far above its target was set low', () => {
    const far = scoreGoal(goal([indicator({ actual: '4', reason: '' })]), NO_MONEY).problems;
    expect(far.map(({ level }) => level)).toEqual(['info']);
    expect(scoreGoal(goal([indicator({ actual: '3.38', reason: '' })]), NO_MONEY).problems).toEqual([]);
  });
});

describe('a deadline', () => {
  it.each([
    ['2024年12月底前', '2024-12-31'],
    ['2024年2月', '2024-02-29'],
    ['2024-11-30', '2024-11-30'],
    ['2024年底', '2024-12-31'],
    ['2024', null],
    ['2024年13月', null],
    ['100公里', null],
  ])('%s is %s', (text, day) => {
    expect(readDeadline(text)).toBe(day);
  });
});
