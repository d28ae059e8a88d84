// Every key of the window with what it does, by group: the commands, the grid's own keys, habits of the mouse.

import { keyLabel } from '../../commands/command.ts';
import { GRID_HABITS, GRID_KEYS } from '../projects/key-actions.ts';
import { COMMANDS } from './commands.ts';

export interface Shortcut {
  /** '↑ ↓ ← →', 'Ctrl+Z' */
  keys: string;
  does: string;
}

export interface ShortcutGroup {
  title: string;
  items: Shortcut[];
}

/** In the order of the command list; the grid's own keys after the commands on cells. */
export function shortcutGroups(): ShortcutGroup[] {
  const groups = new Map<string, Shortcut[]>();
  const add = (title: string, item: Shortcut): void => {
    groups.set(title, [...(groups.get(title) ?? []), item]);
  };
  const own = new Set(GRID_KEYS.flatMap(({ keys }) => keys));
  for (const { key, group, label } of COMMANDS) {
    if (key !== undefined && !own.has(key)) add(group, { keys: keyLabel(key), does: label.replace('…', '') });
  }
  for (const { keys, does } of GRID_KEYS) {
    // A second sign for the same key of another keyboard layout is one key to the reader.
    const labels = new Set(keys.map((key) => keyLabel(key).replace('；', ';')));
    add('选择和移动单元格', { keys: [...labels].join('　'), does });
  }
  for (const item of GRID_HABITS) add('修改和鼠标', item);
  return [...groups].map(([title, items]) => ({ title, items }));
}

/** The groups with what holds all the searched words, in key or meaning. */
export function searchShortcuts(groups: readonly ShortcutGroup[], typed: string): ShortcutGroup[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return groups
    .map(({ title, items }) => ({
      title,
      items: items.filter(({ keys, does }) =>
        words.every((word) => `${title} ${keys} ${does}`.toLowerCase().includes(word)),
      ),
    }))
    .filter(({ items }) => items.length > 0);
}
