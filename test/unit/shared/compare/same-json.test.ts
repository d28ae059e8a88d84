// Strict sameness of JSON values, held against Node's own comparison.
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { isSameJson } from '#shared/compare/same-json.ts';
import { fc } from '#test/support/fc.ts';

describe('isSameJson', () => {
  it.each([
    ['keys in another order', { a: 1, b: 2 }, { b: 2, a: 1 }, true],
    ['a missing key is not null', { a: null }, {}, false],
    ['a missing key is not another one', { a: undefined }, { b: undefined }, false],
    ['null is not an object', null, {}, false],
    ['a list is not an object of its places', ['x'], { 0: 'x', length: 1 }, false],
    ['a list in another order', [1, 2], [2, 1], false],
    ['the figure is not its text', { a: 1 }, { a: '1' }, false],
    ['deep inside', { a: [{ b: { c: 1 } }] }, { a: [{ b: { c: 2 } }] }, false],
  ])('%s', (_, a, b, same) => {
    expect(isSameJson(a, b)).toBe(same);
    expect(isSameJson(b, a)).toBe(same);
  });

  it('agrees with Node on any two values', () => {
    const few = fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.parse(JSON.stringify(value).replaceAll('-0', '0')));
    fc.assert(
      fc.property(few, few, (a, b) => {
        expect(isSameJson(a, b)).toBe(isDeepStrictEqual(a, b));
        expect(isSameJson(a, JSON.parse(JSON.stringify(a)))).toBe(true);
      }),
    );
  });
});
