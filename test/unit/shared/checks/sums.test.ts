// When sums agree, differ by rounding, or are wrong, and what is suspected where they are wrong.
import { describe, expect, it } from 'vitest';
import { ordinalNumber } from '#shared/checks/ordinal.ts';
import { suspectOf } from '#shared/checks/suspects.ts';
import { decimalsOfFen, judge, projectPrecision, toleranceFen } from '#shared/checks/tolerance.ts';
import { wan, wanText } from '#shared/values/money.ts';

it.each([
  ['0', 0],
  ['330', 0],
  ['19.65', 2],
  ['137640.5', 1],
  ['29.862588', 6],
])('%s 万元 needs %i decimals', (text, decimals) => {
  expect(decimalsOfFen(wan(text))).toBe(decimals);
});

describe('tolerance', () => {
  it.each([
    // declared decimals, addend decimals, addends -> 万元
    [2, 2, 1, '0.01'],
    [2, 2, 7, '0.04'],
    [1, 2, 6, '0.08'],
    [0, 0, 5, '3'],
    [0, 2, 5, '0.03'],
    [2, 0, 5, '0.03'],
    [2, 4, 3, '0.00515'],
    [2, 2, 332, '0.055'],
  ])('declared %i, addends %i decimals, %i of them: %s', (declared, addends, count, expected) => {
    expect(wanText(toleranceFen({ declared, addends, count }))).toBe(expected);
  });

  it.each([
    // total, parts, verdict
    ['100', ['60', '40'], 'equal'],
    ['100.01', ['60', '40'], 'rounding'],
    ['100.1', ['60', '40'], 'different'],
    ['206.7', ['173'], 'different'],
    ['30862.61', ['1839.2229', '26045.534', '2977.8578'], 'rounding'],
    ['100', ['99'], 'different'],
  ])('total %s of parts %j is %s', (total, parts, verdict) => {
    const fens = parts.map(wan);
    const sum = wan(wanText(fens.reduce((a, b) => wan(wanText((a + b) as typeof a)))));
    expect(judge(wan(total), sum, projectPrecision(wan(total), fens, 2))).toBe(verdict);
  });
});

describe('suspects', () => {
  const parts = (...texts: string[]) => texts.map((text, index) => ({ label: `行${index + 1}`, fen: wan(text) }));
  it.each([
    // declared, sum, parts, rule, words
    ['418659.38', '418689.38', ['343133.25', '30', '75526.13'], 'T05', '“行2” 30，疑漏计'],
    ['130', '100', ['70', '30'], 'T06', '疑重复计该项'],
    ['200', '100', ['70', '20', '10'], 'T06', '2 倍'],
    ['12.5', '125', ['100', '25'], 'T06', '10 倍'],
    ['4563', '4653', ['4000', '653'], 'T06', '数字颠倒'],
    ['10000000', '1000', ['400', '600'], 'T06', '元与万元'],
  ])('%s for %s of %j: %s', (declared, sum, texts, rule, words) => {
    const suspect = suspectOf(wan(declared), wan(sum), parts(...texts));
    expect(suspect?.rule).toBe(rule);
    expect(suspect?.text).toContain(words);
  });

  it('says nothing where nothing stands out, and does not choose between equal rows', () => {
    expect(suspectOf(wan('97'), wan('100'), parts('60', '40'))).toBeUndefined();
    expect(suspectOf(wan('70'), wan('100'), parts('30', '30', '40'))).toBeUndefined();
  });
});

it.each([
  ['一', 1],
  ['（三）', 3],
  ['（十二）', 12],
  ['二十', 20],
  ['4.', 4],
  ['', undefined],
  ['甲', undefined],
])('ordinal %s is %s', (text, value) => {
  expect(ordinalNumber(text)).toBe(value);
});
