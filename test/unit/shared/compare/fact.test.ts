import { describe, expect, it } from 'vitest';
import { applyDifference, differenceOf, isSame, valueAt } from '#shared/compare/fact.ts';

describe('the difference of two facts', () => {
  it('names values by their keys; a list is one value, a missing one is null', () => {
    expect(differenceOf({ a: 1, b: { c: [1] } }, { a: 1, b: { c: [2], d: 0 } })).toEqual([
      { path: ['b', 'c'], before: [1], after: [2] },
      { path: ['b', 'd'], before: undefined, after: 0 },
    ]);
    expect(differenceOf({ a: null }, {})).toEqual([]);
    expect(differenceOf(null, { a: null })).toEqual([{ path: [], before: null, after: { a: null } }]);
    expect(differenceOf(null, null)).toEqual([]);
  });

  it('sees an empty group where there was none', () => {
    const [before, after] = [{ a: null }, { a: {} }];
    expect(applyDifference(before, differenceOf(before, after))).toEqual(after);
  });

  it('keeps keys apart that hold dots, and those that every object has', () => {
    const before = { bySource: { 'fiscal.central': 1, fiscal: 2 } };
    const after = { bySource: { 'fiscal.central': 3, fiscal: 2, constructor: 4 } };
    const difference = differenceOf(before, after);
    expect(difference.map(({ path }) => path)).toEqual([
      ['bySource', 'fiscal.central'],
      ['bySource', 'constructor'],
    ]);
    expect(applyDifference(before, difference)).toEqual(after);
    expect(valueAt(before, ['bySource', 'toString'])).toBeUndefined();
  });

  it('sets values in a copy; undefined takes a key away', () => {
    const before = { a: { b: 1, c: 2 } };
    expect(applyDifference(before, [{ path: ['a', 'b'], after: undefined }])).toEqual({ a: { c: 2 } });
    expect(applyDifference(before, [{ path: ['a', 'd'], after: 3 }])).toEqual({ a: { b: 1, c: 2, d: 3 } });
    expect(before).toEqual({ a: { b: 1, c: 2 } });
  });
});

it('values are the same whatever the order of their keys', () => {
  expect(isSame({ a: 1, b: { c: 2, d: null } }, { b: { c: 2 }, a: 1 })).toBe(true);
  expect(isSame([1, 2], [2, 1])).toBe(false);
  expect(isSame({ a: [] }, { a: {} })).toBe(false);
  expect(isSame({}, { a: 0 })).toBe(false);
  expect(isSame('1', 1)).toBe(false);
});
