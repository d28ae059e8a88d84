// When a difference is rounding, and when it is an error.
import { describe, expect, it } from 'vitest';
import { judge, judgeSubtotal, projectPrecision, toleranceFen } from '#shared/checks/tolerance.ts';
import { addFen, wan } from '#shared/values/money.ts';

const verdict = (declared: string, parts: string[]) => {
  const addends = parts.map(wan);
  return judge(wan(declared), addFen(...addends), projectPrecision(wan(declared), addends, 2));
};

describe('judge', () => {
  it.each([
    // Five decimals everywhere: 0.00005 万元 is half a 元, which nobody plans.
    ['100.00010', ['50.00003', '50.00002'], 'rounding'],
    ['100.00005', ['100.00000'], 'rounding'],
    ['100.00021', ['50.00001', '50.00002'], 'different'],
    ['100.01', ['100.00'], 'rounding'],
    ['101', ['100'], 'different'],
    ['100', ['100'], 'equal'],
  ] as const)('%s over %j is %s', (declared, parts, expected) => expect(verdict(declared, [...parts])).toBe(expected));

  it('holds for subtotals of a list alike', () => {
    expect(judgeSubtotal(wan('1.00005'), wan('1'), 6, 3)).toBe('rounding');
    expect(judgeSubtotal(wan('1.0002'), wan('1'), 6, 3)).toBe('different');
  });

  it.each([
    ['a whole figure among decimals is exact', { declared: 0, addends: 2, count: 3 }, 5000 + 3 * 5000],
    ['whole parts of a figure with decimals are exact', { declared: 2, addends: 0, count: 3 }, 5000 + 3 * 5000],
    ['all whole: half a 万元 each', { declared: 0, addends: 0, count: 3 }, 500_000 + 3 * 500_000],
    ['of many parts no more than ten count', { declared: 2, addends: 2, count: 500 }, 5000 + 10 * 5000],
    ['below one 元 all is rounding', { declared: 6, addends: 6, count: 1 }, 99],
  ])('the most that rounding explains: %s', (_, precision, fen) => expect(toleranceFen(precision)).toBe(fen));
});
