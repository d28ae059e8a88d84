import { describe, expect, it } from 'vitest';
import { addFen, formatWan, formatWanFull, parseWan, roundWan, toFen, wan, wanText } from '#shared/values/money.ts';
import { fc } from '#test/support/fc.ts';

describe('parseWan and wanText', () => {
  it.each([
    ['664599.38', 664599380000],
    ['0', 0],
    ['-0.000001', -1],
    ['29.862588', 29862588],
    ['.5', 500000],
    ['7.', 7000000],
    ['+3.10', 3100000],
    ['000012', 12000000],
    ['2251799813.685247', 2251799813685247],
  ])('%s 万元 is %d 分', (text, fen) => expect(parseWan(text)).toBe(fen));

  it.each(['', '.', '-', '1.0000001', '1e3', '１２', '1,2', 'NaN', '2251799813.685248', '99999999999999999'])(
    'refuses %j',
    (text) => expect(parseWan(text)).toBeUndefined(),
  );

  it('gives back what it read, without trailing zeros', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(2 ** 50), max: 2 ** 50 }), (fen) => {
        expect(parseWan(wanText(toFen(fen)))).toBe(fen === 0 ? 0 : fen);
        expect(wanText(toFen(fen))).not.toMatch(/\.\d*0$/);
      }),
    );
  });
});

describe('display', () => {
  it.each([
    ['0.005', '0.01'],
    ['-0.005', '-0.01'],
    ['0.004999', '0.00'],
    ['1234567.895', '1,234,567.90'],
    ['-0.001', '0.00'],
    ['999.999', '1,000.00'],
  ])('%s shows as %s, half away from zero', (text, shown) => expect(formatWan(wan(text))).toBe(shown));

  it('shows as many decimals as the figure has where nothing may be hidden', () => {
    expect(formatWanFull(wan('29.862588'))).toBe('29.862588');
    expect(formatWanFull(wan('20'))).toBe('20.00');
  });

  it('rounds to whole 万元', () => expect(wanText(roundWan(wan('-664599.5'), 0))).toBe('-664600'));
});

it('refuses sums past the exact range instead of rounding them', () => {
  const large = toFen(2 ** 51 - 1);
  expect(() => addFen(large, toFen(1))).toThrow(RangeError);
  expect(() => toFen(0.5)).toThrow(RangeError);
  expect(Object.is(toFen(-0), 0)).toBe(true);
});
