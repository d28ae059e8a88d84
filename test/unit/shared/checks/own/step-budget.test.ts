// A rule that would be too much to calculate ends and says so; the others, and the plan, are checked as ever.
import { describe, expect, it } from 'vitest';
import { checkOwnRules, tryOwnRule } from '#shared/checks/own/check-own.ts';
import { addRatio, negateRatio, ratio } from '#shared/checks/own/ratio.ts';
import { makeRatioSum } from '#shared/checks/own/ratio-sum.ts';
import { STEP_LIMITS, stepsOf } from '#shared/checks/own/step-budget.ts';
import { ownRuleSchema } from '#shared/records/own-rule.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { makeProject, planWith } from '../../../seeds/sample-plan.ts';

const projects = Array.from({ length: 30 }, (_, at) =>
  makeProject(
    `p${at}`,
    { total: String(at + 1), bySource: { fiscal: '1' } },
    { name: `项目${at}`, content: '路'.repeat(50) },
  ),
);
const plan = planWith(projects);

/** Every way in which a formula makes work. */
const FORMULAS = [
  '总投资 >= 10',
  '总投资 + 总投资 + 总投资 > 财政衔接资金 * 2',
  '如果 建设内容 包含 “路”，那么 总投资 > 5',
  '合计(财政衔接资金 / 总投资) > 1',
  '每个乡镇 最大(总投资) > 1',
  '每个乡镇 个数 > 1',
];
const rule = (formula: string) => ownRuleSchema.parse({ name: '规则', formula });

function withRules(formulas: readonly string[], data: PlanData = plan): PlanData {
  const rules = new Map(formulas.map((formula, at) => [`Z0${at + 1}`, rule(formula)]));
  return { ...data, records: { ...data.records, 'own-rule': rules } };
}

describe('a budget of steps', () => {
  it.each(FORMULAS)('%s: ends with a sentence where it is used up, and runs where it is not', (formula) => {
    const tight = tryOwnRule('Z01', rule(formula), plan, { ofRule: 20, ofRun: 20 });
    expect(tight).toMatchObject({ from: 0, to: formula.length, message: expect.stringContaining('要算的太多') });
    const free = tryOwnRule('Z01', rule(formula), plan);
    expect('findings' in free && free.checked).toBeGreaterThan(0);
  });

  it('grows with the list and the formula, so that a usual rule on the largest list stays far below it', () => {
    const steps = (formula: string, count: number): number => {
      const data = planWith(projects.slice(0, count));
      for (let most = 1; ; most += 1)
        if ('findings' in tryOwnRule('Z01', rule(formula), data, { ofRule: most, ofRun: most })) return most;
    };
    expect(steps('总投资 >= 1', 20)).toBe(2 * steps('总投资 >= 1', 10));
    expect((steps('合计(财政衔接资金) >= 合计(总投资) * 60%', 10) / 10) * 60_000).toBeLessThan(STEP_LIMITS.ofRule / 10);
  });

  it('one rule that takes too much is told; the rules beside it give what they give alone', () => {
    const [cheap = '', dear = ''] = ['总投资 >= 10', '总投资 + 总投资 + 总投资 + 总投资 + 总投资 > 0'];
    const alone = checkOwnRules(withRules([cheap])).map(({ message }) => message);
    const limits = { ofRule: 150, ofRun: 1_000 };
    const all = checkOwnRules(withRules([cheap, dear]), limits);
    expect(all.slice(0, -1).map(({ message }) => message)).toEqual(alone);
    expect(all.at(-1)).toMatchObject({
      rule: 'Z02',
      message: expect.stringContaining('没有执行，对现有的项目要算的太多'),
    });
  });

  it('is not tried again for the same list, but for a shorter one; a rule held up by others is tried again', () => {
    const dear = '总投资 + 总投资 + 总投资 + 总投资 + 总投资 > 0';
    const data = withRules([dear, '总投资 >= 10']);
    const told = (count: number, ofRun: number): string[] => {
      const limits = { ofRule: 150, ofRun };
      const found = checkOwnRules({ ...data, projects: data.projects.slice(0, count) }, limits);
      return found.filter(({ message }) => message.includes('要算的太多')).map(({ rule: id }) => id);
    };
    expect(told(30, 160)).toEqual(['Z01', 'Z02']);
    // The first one is known to be too much and takes nothing: now there is room for the second.
    expect(told(30, 160)).toEqual(['Z01']);
    expect(told(3, 160)).toEqual([]);
  });
});

describe('stepsOf', () => {
  it('makes long fractions dear', () => {
    const of = (bits: number): number => stepsOf(ratio(1n, (1n << BigInt(bits)) + 1n));
    expect([stepsOf(null), of(8), of(63)]).toEqual([1, 1, 1]);
    expect(of(2_000)).toBeGreaterThan(90 * of(200));
  });
});

describe('a sum of fractions', () => {
  it('is exact, whatever is added and taken away again', () => {
    const sum = makeRatioSum({ spend: () => undefined });
    const fractions = Array.from({ length: 40 }, (_, at) => ratio(BigInt(at * at - 300), BigInt((at % 13) + 1)));
    let expected = ratio(0n);
    for (const one of fractions) {
      sum.add(one, 1);
      expected = addRatio(expected, one);
      expect(sum.value()).toEqual(expected);
    }
    for (const one of fractions.slice(5)) {
      sum.add(one, -1);
      expected = addRatio(expected, negateRatio(one));
      expect(sum.value()).toEqual(expected);
    }
    for (const one of fractions.slice(0, 5)) sum.add(one, -1);
    expect(sum.value()).toEqual(ratio(0n));
  });

  it('counts its steps before it makes them', () => {
    let spent = 0;
    const sum = makeRatioSum({ spend: (steps) => (spent += steps) });
    for (const d of [3n, 5n, 7n, 11n]) sum.add(ratio(1n, d), 1);
    const before = spent;
    expect(sum.value()).toEqual(ratio(886n, 1155n));
    expect(spent - before).toBe(6);
    sum.value();
    expect(spent - before).toBe(6);
  });
});
