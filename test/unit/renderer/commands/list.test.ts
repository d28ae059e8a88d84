// The command list is complete and free of clashes: menus, keys and help are drawn from it.
import { describe, expect, it } from 'vitest';
import { isKey } from '#renderer/commands/command.ts';
import { commandOf } from '#renderer/commands/registry.ts';
import { COMMANDS } from '#renderer/features/frame/commands.ts';
import { MENU_COMMANDS } from '#shared/contract/menu.ts';

describe('COMMANDS', () => {
  it('holds each command of the menu bar with its name and key', () => {
    for (const item of MENU_COMMANDS) {
      expect(commandOf(item.id)).toMatchObject({ label: item.label, group: item.group });
      expect(commandOf(item.id).key).toBe(item.accelerator);
    }
  });

  it('has each id and each key once', () => {
    const ids = COMMANDS.map((command) => command.id);
    expect(new Set(ids).size).toBe(ids.length);
    const keys = COMMANDS.flatMap((command) => command.key ?? []);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('names an unknown command', () => expect(() => commandOf('x.y')).toThrow('x.y'));
});

describe('isKey', () => {
  const press = (key: string, flags: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', boolean>> = {}) => ({
    key,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    altKey: false,
    ...flags,
  });
  it.each([
    ['CmdOrCtrl+Z', press('z', { ctrlKey: true }), true],
    ['CmdOrCtrl+Z', press('z', { metaKey: true }), true],
    ['CmdOrCtrl+Z', press('Z', { ctrlKey: true, shiftKey: true }), false],
    ['CmdOrCtrl+Z', press('z'), false],
    ['F1', press('F1'), true],
    ['Alt+Shift+Up', press('ArrowUp', { altKey: true, shiftKey: true }), true],
    ['Alt+Shift+Left', press('ArrowLeft', { altKey: true, shiftKey: true }), true],
    ['Alt+Shift+2', { ...press('@', { altKey: true, shiftKey: true }), code: 'Digit2' }, true],
    ['CmdOrCtrl+Delete', press('Delete', { ctrlKey: true }), true],
  ])('%s', (key, event, expected) => {
    expect(isKey(key, event)).toBe(expected);
  });
});
