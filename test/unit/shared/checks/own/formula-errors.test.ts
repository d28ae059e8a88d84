// What is wrong with a formula: where, what stands there, what was expected.

import { describe, expect, it } from 'vitest';
import { completeFormula } from '#shared/checks/own/complete.ts';
import { parseFormula } from '#shared/checks/own/parse-formula.ts';
import { KEYWORDS } from '#shared/checks/own/tokens.ts';
import { vocabularyOf } from '#shared/checks/own/vocabulary.ts';
import { fc } from '#test/support/fc.ts';
import { planWith } from '../../../seeds/sample-plan.ts';

const { plan, reference } = planWith([]);
const vocabulary = vocabularyOf(plan, reference);

function errorOf(formula: string) {
  const parsed = parseFormula(formula, plan, reference);
  if (!('error' in parsed)) throw new Error(`${formula} was understood`);
  return parsed.error;
}

describe('errors of formulas', () => {
  it.each([
    ['', '第 1 个字起应写公式，如：总投资 >= 10。'],
    ['总投资', '第 1 个字“总投资”后面不完整：应写比较符号：=、≠、>、<、>=、<=（或 等于、不超过、不低于…）。'],
    ['总投资 >=', '第 5 个字“>=”后面不完整：应写栏目、资金来源、年度（如 2021年）、数，或 合计(…)、个数、占比。'],
    ['总投資 >= 10', '第 1 个字“总投資”认不出来：没有这个栏目、资金来源、类别或乡镇；是文字请加引号。是否指“总投资”？'],
    [
      '财政衔街资金 > 1',
      '第 1 个字“财政衔街资金”认不出来：没有这个栏目、资金来源、类别或乡镇；是文字请加引号。是否指“财政衔接资金”？',
    ],
    ['总投资 + 受益户数 > 1', '第 7 个字“受益户数”是数（不是金额），“总投资”是金额，不能相加。请改用同一种数。'],
    ['总投资 > 受益户数', '第 7 个字“受益户数”是数（不是金额），“总投资”是金额，不能比较。请改用同一种数。'],
    ['总投资 × 财政衔接资金 > 1', '第 1 个字“总投资 × 财政衔接资金”把金额和金额相乘了，没有意义。请检查。'],
    ['产业类 衔接资金占比 >= 60', '第 15 个字“60”：占比在 0 到 100% 之间，这里应写百分数。是否指“60%”？'],
    ['规划类别 = "种殖业"', '第 8 个字“种殖业”不是本规划的类别。是否指“种植业”？'],
    ['项目名称 > 3', '第 6 个字“>”不应在这里：“项目名称”是文字，后面应写 =、≠、包含、不包含、属于、为空 或 不为空。'],
    [
      '项目名称 + 1 = 3',
      '第 6 个字“+”不应在这里：“项目名称”是文字，后面应写 =、≠、包含、不包含、属于、为空 或 不为空。',
    ],
    ['如果 总投资 > 1', '第 10 个字“1”后面不完整：“如果 …”后面应写“那么 …”。'],
    [
      '每个乡镇 总投资 <= 10',
      '第 6 个字“总投资”是单个项目的内容，在“每个乡镇”的规则里应写成 合计(…)、个数、平均(…) 或 占比。',
    ],
    ['（总投资 + 1 >= 10', '第 13 个字“10”后面不完整：应有右括号“）”。'],
    ['1 = 1', '第 1 个字起的公式里没有栏目，只有数。请写上要审核的栏目。'],
    ['合计(合计(总投资)) > 1', '第 4 个字起：合计、占比、个数里面不能再套合计、占比、个数。'],
    ['项目名称 包含 "园', '第 9 个字的引号没有配对：请在文字后面补上引号。'],
    ['总投资 > 1 2', '第 9 个字“2”不应在这里：公式到这里已经完整；还有条件请用“并且”“或者”连接。'],
  ])('%s', (formula, message) => {
    expect(errorOf(formula).message).toBe(message);
  });

  it('marks the place in the text as it was typed', () => {
    const formula = '如果　总投资＞１０　那么　收益户数＞０';
    const { from, to, suggestion } = errorOf(formula);
    expect(formula.slice(from, to)).toBe('收益户数');
    expect(suggestion).toBe('受益户数');
  });

  it('never fails otherwise, whatever is typed', () => {
    const words = [
      ...KEYWORDS.flatMap(([, ...texts]) => texts),
      ...[...vocabulary.words.keys()].slice(0, 60),
      '10',
      '"新建"',
      '，',
      ' ',
      '？',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 14 }), (parts) => {
        const parsed = parseFormula(parts.join(''), plan, reference);
        if ('error' in parsed) expect(parsed.error.message).toMatch(/^第 \d+ 个字/);
      }),
      { numRuns: 2000 },
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => void parseFormula(text, plan, reference)),
    );
  });
});

describe('completion', () => {
  const texts = (formula: string) =>
    completeFormula(formula, formula.length, vocabulary).options.map(({ text }) => text);

  it('offers what begins as typed, then what holds it', () => {
    expect(texts('总投资=财政')).toEqual(['财政衔接资金']);
    expect(texts('如果规划')).toEqual(['规划类别']);
    expect(texts('总投资 >= 自筹')).toEqual(['县级自筹资金']);
    expect(texts('受益')).toEqual(['受益户数', '受益人数', '受益脱贫户数', '受益脱贫人数', '受益村数']);
    expect(texts('每个')).toContain('每个乡镇');
    expect(texts('202')).toEqual(['2021年', '2022年', '2023年', '2024年', '2025年']);
    expect(texts('总投资')).toEqual([]);
    expect(texts('')).toEqual([]);
    expect(texts('联农带农机制 不为空')).toEqual([]);
  });

  it('names the piece that is replaced', () => {
    expect(completeFormula('总投资=财政+1', 6, vocabulary)).toMatchObject({ from: 4, to: 6 });
  });
});
