import { describe, expect, it } from 'vitest';
import { differingPaths, leavesOf, takeBack, withValue } from '#shared/compare/leaves.ts';
import { fc } from '#test/support/fc.ts';

const fact = fc.record({
  name: fc.string(),
  year: fc.option(fc.integer()),
  amounts: fc.record({
    total: fc.option(fc.integer()),
    bySource: fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.integer()),
  }),
  aliases: fc.array(fc.string()),
});

describe('values of a fact', () => {
  it('are named by path; a list is one value', () => {
    expect([...leavesOf({ a: 1, b: { c: [1, 2], d: null } })]).toEqual([
      ['a', 1],
      ['b.c', [1, 2]],
      ['b.d', null],
    ]);
    expect(differingPaths({ a: 1, b: { c: [1] } }, { a: 1, b: { c: [2], d: 0 } })).toEqual(['b.c', 'b.d']);
    expect(differingPaths({ a: null }, {})).toEqual([]);
    expect(differingPaths(null, { a: null })).toEqual(['']);
  });

  it('are set in a copy', () => {
    const before = { a: { b: 1, c: 2 } };
    expect(withValue(before, 'a.b', undefined)).toEqual({ a: { c: 2 } });
    expect(withValue(before, 'a.d', 3)).toEqual({ a: { b: 1, c: 2, d: 3 } });
    expect(before).toEqual({ a: { b: 1, c: 2 } });
  });
});

describe('taking a change back', () => {
  it('gives what was before where nothing came later', () => {
    fc.assert(
      fc.property(fact, fact, (before, after) => {
        const result = takeBack(before, after, after);
        expect('fact' in result && differingPaths(result.fact, before)).toEqual([]);
      }),
    );
  });

  it('keeps later changes of other values, and names the value that was changed again', () => {
    const before = { name: '甲', unit: '乙', note: '丙' };
    const after = { ...before, name: '丁' };
    expect(takeBack(before, after, { ...after, note: '后来' })).toEqual({ fact: { ...before, note: '后来' } });
    expect(takeBack(before, after, { ...after, name: '后来' })).toEqual({ conflict: 'name' });
  });
});
