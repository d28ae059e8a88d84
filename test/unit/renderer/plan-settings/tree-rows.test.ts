// The lines of a tree and where the keys take a thing.
import { expect, it } from 'vitest';
import { placeAfter, treeRows } from '#renderer/features/plan-settings/tree-rows.ts';

const item = (id: string, parent: string | null, name = id) => ({
  id,
  parent,
  name,
  aliases: [],
  scheme: 's',
  ordinal: '',
  lastYear: null,
});
const ITEMS = [
  item('a', null),
  item('a1', 'a'),
  item('a2', 'a', '茶叶'),
  item('a2x', 'a2'),
  item('b', null),
  item('c', null),
];
const ids = (rows: { id: string }[]): string[] => rows.map(({ id }) => id);

it('shows what is open, and with a search all that holds the words and what is over it', () => {
  expect(ids(treeRows(ITEMS, new Set(['a']), ''))).toEqual(['a', 'a1', 'a2', 'b', 'c']);
  expect(ids(treeRows(ITEMS, new Set(), ''))).toEqual(['a', 'b', 'c']);
  expect(ids(treeRows(ITEMS, new Set(), '茶'))).toEqual(['a', 'a2']);
  expect(ids(treeRows(ITEMS, new Set(), '无'))).toEqual([]);
});

it('moves among siblings, into the one before, and out behind the parent', () => {
  expect(placeAfter(ITEMS, 'b', 'up')).toEqual({ parent: null, before: 'a' });
  expect(placeAfter(ITEMS, 'a', 'up')).toBeNull();
  expect(placeAfter(ITEMS, 'a', 'down')).toEqual({ parent: null, before: 'c' });
  expect(placeAfter(ITEMS, 'b', 'down')).toEqual({ parent: null, before: null });
  expect(placeAfter(ITEMS, 'b', 'in')).toEqual({ parent: 'a', before: null });
  expect(placeAfter(ITEMS, 'a2', 'out')).toEqual({ parent: null, before: 'b' });
  expect(placeAfter(ITEMS, 'c', 'out')).toBeNull();
});
