import { describe, expect, it } from 'vitest';
import { compareLists, pairLists } from '#shared/compare/lists.ts';
import { longestRising } from '#shared/compare/longest-rising.ts';
import { mergeLists } from '#shared/compare/merge.ts';
import { fc } from '#test/support/fc.ts';

interface Item {
  id: string;
  text: number;
}

const idOf = ({ id }: Item): string => id;
const items = (...words: string[]): Item[] =>
  words.map((word) => ({ id: word.charAt(0), text: Number(word.slice(1)) }));
const list = fc.uniqueArray(fc.record({ id: fc.constantFrom(...'abcdefgh'), text: fc.integer({ min: 0, max: 2 }) }), {
  selector: idOf,
});

describe('the difference of two lists', () => {
  it('tells what came, went, changed, and the fewest that moved', () => {
    const difference = compareLists(items('a1', 'b1', 'c1', 'd1', 'e1'), items('e1', 'x1', 'a1', 'c2', 'd1'), idOf);
    expect(difference).toEqual({
      added: items('x1'),
      removed: items('b1'),
      changed: [{ before: items('c1')[0], after: items('c2')[0] }],
      moved: items('e1'),
      unchanged: 3,
    });
  });

  it('orders only those of one group among each other', () => {
    const groupOf = ({ text }: Item): string => String(text);
    expect(compareLists(items('a1', 'b2', 'c1'), items('b2', 'a1', 'c1'), idOf, groupOf).moved).toEqual([]);
    expect(compareLists(items('a1', 'b2', 'c1'), items('c1', 'b2', 'a1'), idOf, groupOf).moved).toHaveLength(1);
  });

  it('adds up, and gives the new list from the old', () => {
    fc.assert(
      fc.property(list, list, (before, after) => {
        const { added, removed, changed, moved, unchanged } = compareLists(before, after, idOf);
        expect(before.length - removed.length + added.length).toBe(after.length);
        expect(changed.length + unchanged).toBe(after.length - added.length);
        const gone = new Set([...removed, ...moved].map(idOf));
        const stay = before.filter((item) => !gone.has(item.id)).map(idOf);
        const elsewhere = new Set([...added, ...moved].map(idOf));
        expect(after.map(idOf).filter((id) => !elsewhere.has(id))).toEqual(stay);
      }),
    );
  });

  it('pairs by the first key, what is left by the next; twins in their order', () => {
    const pairs = pairLists(items('a1', 'b2', 'c2', 'd3'), items('x2', 'a9', 'y2', 'z2'), [
      idOf,
      ({ text }) => `${text}`,
    ]);
    expect(pairs.map(({ before, after }) => `${before?.id ?? '-'}${after?.id ?? '-'}`)).toEqual([
      'bx',
      'aa',
      'cy',
      '-z',
      'd-',
    ]);
  });
});

it('a longest rising part is rising, and none is longer', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(30), { maxLength: 9 }), (numbers) => {
      const kept = [...numbers.keys()].filter((place) => longestRising(numbers).has(place));
      const isRising = (part: number[]): boolean => part.every((n, i) => i === 0 || (part[i - 1] as number) < n);
      expect(isRising(kept.map((place) => numbers[place] as number))).toBe(true);
      const longest = Array.from({ length: 2 ** numbers.length }, (_, bits) =>
        numbers.filter((_number, place) => bits & (1 << place)),
      ).filter(isRising);
      expect(kept.length).toBe(Math.max(...longest.map((part) => part.length)));
    }),
    { numRuns: 50 },
  );
});

describe('merging two versions of a list', () => {
  it('item by item, additions where they were made', () => {
    const merged = mergeLists(items('a1', 'b1', 'c1'), items('a2', 'b1', 'm1', 'c1'), items('t1', 'a1', 'c3'), idOf);
    expect(merged).toEqual({ items: items('t1', 'a2', 'm1', 'c3'), conflicts: [], hasOrderConflict: false });
  });

  it('what one deleted and the other changed is a conflict', () => {
    const { conflicts, items: made } = mergeLists(items('a1', 'b1'), items('b1'), items('a2', 'b1'), idOf);
    expect(conflicts).toEqual([{ id: 'a', path: [], base: items('a1')[0], mine: null, theirs: items('a2')[0] }]);
    expect(made).toEqual(items('b1'));
  });

  it('follows the side that moved something; both is a conflict', () => {
    const base = items('a1', 'b1', 'c1');
    const moved = items('c1', 'a1', 'b1');
    expect(mergeLists(base, base, moved, idOf).items).toEqual(moved);
    expect(mergeLists(base, moved, base, idOf).items).toEqual(moved);
    expect(mergeLists(base, moved, moved, idOf).hasOrderConflict).toBe(false);
    expect(mergeLists(base, moved, items('b1', 'a1', 'c1'), idOf).hasOrderConflict).toBe(true);
  });

  it('holds for any lists: an untouched side gives the other, both sides the same items', () => {
    fc.assert(
      fc.property(list, list, list, (base, mine, theirs) => {
        expect(mergeLists(base, mine, base, idOf)).toEqual({ items: mine, conflicts: [], hasOrderConflict: false });
        expect(mergeLists(base, base, theirs, idOf).items.map(idOf).sort()).toEqual(theirs.map(idOf).sort());
        const [one, other] = [mergeLists(base, mine, theirs, idOf), mergeLists(base, theirs, mine, idOf)];
        expect(one.hasOrderConflict).toBe(other.hasOrderConflict);
        const sides = (c: { id: string; mine: unknown; theirs: unknown }) =>
          `${c.id}${JSON.stringify([c.mine, c.theirs])}`;
        expect(one.conflicts.map(sides).sort()).toEqual(
          other.conflicts.map((c) => sides({ ...c, mine: c.theirs, theirs: c.mine })).sort(),
        );
        const sure = ({ items: made, conflicts }: typeof one) =>
          made
            .filter(({ id }) => !conflicts.some((c) => c.id === id))
            .map(idOf)
            .sort();
        expect(sure(one)).toEqual(sure(other));
      }),
    );
  });
});
