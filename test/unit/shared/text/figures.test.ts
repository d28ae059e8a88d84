// Shares, trend words and numbers in text, by examples.

import { describe, expect, it } from 'vitest';
import { amountText } from '#shared/text/field-value.ts';
import { findNumbers } from '#shared/text/numbers.ts';
import { shareOut, shareText } from '#shared/text/shares.ts';
import { findTrendClaims, type Trend, trendOf } from '#shared/text/trend.ts';
import { wan } from '#shared/values/money.ts';
import { fc } from '#test/support/fc.ts';

describe('shareOut', () => {
  it('adds up to 100 % whatever the values', () => {
    const values = fc.array(fc.nat(2 ** 40), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(values, fc.nat(4), (parts, decimals) => {
        fc.pre(parts.some((part) => part > 0));
        const sum = shareOut(parts, decimals).reduce((total, share) => total + share, 0);
        expect(sum).toBe(100 * 10 ** decimals);
      }),
    );
  });

  it('gives what is left to the largest remainders', () => {
    expect(shareOut([1, 1, 1], 2)).toEqual([3334, 3333, 3333]);
    expect(shareOut([0, 0], 2)).toEqual([0, 0]);
    expect(shareOut([3, -1], 0)).toEqual([150, -50]);
  });

  it('is written with its decimals', () => {
    expect([shareText(2717, 2), shareText(5, 2), shareText(100, 0), shareText(-50, 1)]).toEqual([
      '27.17%',
      '0.05%',
      '100%',
      '-5.0%',
    ]);
  });
});

describe('trendOf', () => {
  const examples: [number[], Trend | undefined][] = [
    [[1], undefined],
    [[2, 2, 2], 'flat'],
    [[1, 2, 3], 'up'],
    [[3, 2, 1], 'down'],
    [[1, 1, 2], 'mostly-up'],
    [[3, 3, 1], 'mostly-down'],
    [[1, 3, 2], 'peak'],
    [[1, 3, 3, 2], 'peak'],
    [[3, 1, 2], 'trough'],
    [[91733.83, 213074.54, 124120.23, 222393.47, 13247.61], 'waves'],
    [[165, 162, 83, 56, 48], 'down'],
  ];
  it.each(examples)('%j', (values, expected) => {
    expect(trendOf(values)).toBe(expected);
  });

  it('knows the claims of a text', () => {
    expect(findTrendClaims('投资先增后减，项目逐年递减').map(({ raw, allowed }) => [raw, allowed])).toEqual([
      ['先增后减', ['peak']],
      ['逐年递减', ['down']],
    ]);
  });
});

describe('amountText', () => {
  it.each([
    ['664599.38', '万元', undefined, '664599.38'],
    ['664599.38', '亿元', undefined, '66.46'],
    ['664599.38', '亿元', 4, '66.4599'],
    ['0.5', '万元', 0, '1'],
    ['-0.004', '万元', 2, '0.00'],
    ['-1.5', '万元', undefined, '-1.5'],
    ['35.41', '元', undefined, '354100'],
    ['35.41', '元', 2, '354100.00'],
  ] as const)('%s in %s with %s decimals', (amount, unit, decimals, expected) => {
    expect(amountText(wan(amount), unit, decimals)).toBe(expected);
  });
});

describe('findNumbers', () => {
  const wanValue = (text: string): number => wan(text);
  const examples: [string, [string, string, number][]][] = [
    [
      '共514个，投资66.46亿元。',
      [
        ['514个', 'count', 514],
        ['66.46亿元', 'amount', wanValue('664600')],
      ],
    ],
    ['总投资664,599.38万元', [['664,599.38万元', 'amount', wanValue('664599.38')]]],
    [
      '投资１２．５万元、补助3000元',
      [
        ['１２．５万元', 'amount', wanValue('12.5')],
        ['3000元', 'amount', wanValue('0.3')],
      ],
    ],
    ['占60.67%', [['60.67%', 'percent', 60_670_000]]],
    ['2021年4月，11个乡镇、16个贫困村，表4-1，图5-2', []],
    ['亩均500元/亩', []],
    ['4 项目资金', []],
    ['实施12项', [['12项', 'count', 12]]],
  ];
  it.each(examples)('%s', (text, expected) => {
    expect(findNumbers(text).map(({ raw, kind, value }) => [raw, kind, value])).toEqual(expected);
    for (const { start, end, raw } of findNumbers(text)) expect(text.slice(start, end)).toBe(raw);
  });
});
