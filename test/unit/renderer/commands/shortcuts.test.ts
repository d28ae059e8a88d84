// The page of shortcuts holds every key once, in the words of its list, and finds them.
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '#renderer/features/frame/commands.ts';
import { searchShortcuts, shortcutGroups } from '#renderer/features/frame/shortcut-list.ts';
import { GRID_KEYS, keyAction } from '#renderer/features/projects/key-actions.ts';

const groups = shortcutGroups();
const find = (typed: string) => searchShortcuts(groups, typed).flatMap(({ items }) => items);

describe('the page of shortcuts', () => {
  it('names the key of every command', () => {
    const all = groups.flatMap(({ items }) => items);
    expect(all.length).toBeGreaterThan(COMMANDS.filter(({ key }) => key !== undefined).length);
    expect(find('撤销')).toContainEqual({ keys: 'Ctrl+Z', does: '撤销' });
    expect(find('相邻')).toEqual([{ keys: '↑　↓　←　→', does: '移到相邻的单元格' }]);
  });

  it('has each key once', () => {
    const keys = groups.flatMap(({ items }) => items.flatMap((item) => item.keys.split('　')));
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it('searches keys and meanings, all words', () => {
    expect(find('ctrl 全选').map(({ does }) => does)).toEqual(['全选']);
    expect(find('没有的')).toEqual([]);
  });
});

it('no key of the grid stands in its list twice, and each does something', () => {
  const keys = GRID_KEYS.flatMap((item) => item.keys);
  expect(new Set(keys).size).toBe(keys.length);
  for (const { keys: own, action } of GRID_KEYS) for (const key of own) expect(action(key, 20)).toHaveProperty('type');
  const press = { ctrlKey: false, metaKey: false, shiftKey: true, altKey: false };
  expect(keyAction({ ...press, key: 'PageUp' }, 20)).toEqual({ type: 'move', direction: 'up', by: 20, extend: true });
  expect(keyAction({ ...press, key: ' ' }, 20)).toEqual({ type: 'selectWhole', whole: 'rows' });
});
