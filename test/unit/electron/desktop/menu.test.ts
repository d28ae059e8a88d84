// The native menu: the shared command list, in Chinese.
import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { menuTemplate } from '#electron/desktop/menu.ts';
import { MENU_COMMANDS } from '#shared/contract/menu.ts';

vi.mock('electron', async () => (await import('#test/support/fake-electron.ts')).fakeElectron);

describe('the menu', () => {
  function itemsOf(template: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
    return template.flatMap((group) => group.submenu as MenuItemConstructorOptions[]);
  }
  const items = (isDevelopment: boolean) => itemsOf(menuTemplate(() => {}, isDevelopment));

  it('shows each command of the list once, with its key left to the page', () => {
    const own = items(false).filter((item) => item.id !== undefined);
    expect(own.map((item) => item.id)).toEqual(MENU_COMMANDS.map((command) => command.id));
    expect(own.every((item) => item.registerAccelerator === false)).toBe(true);
    expect(new Set(own.map((item) => item.id)).size).toBe(own.length);
    const keys = own.map((item) => item.accelerator).filter((key) => key !== undefined);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('is Chinese throughout', () => {
    for (const group of menuTemplate(() => {}, true)) expect(group.label).toMatch(/\p{Script=Han}/u);
    for (const item of items(true)) if (item.type !== 'separator') expect(item.label).toMatch(/\p{Script=Han}/u);
  });

  it('has developer tools in development only', () => {
    expect(items(true).some((item) => item.role === 'toggleDevTools')).toBe(true);
    expect(items(false).some((item) => item.role === 'toggleDevTools' || item.role === 'reload')).toBe(false);
  });

  it('tells which command was chosen', () => {
    const chosen: string[] = [];
    const template = menuTemplate((command) => chosen.push(command), false);
    const open = itemsOf(template).find((item) => item.id === 'file.open');
    open?.click?.({} as never, undefined, {} as never);
    expect(chosen).toEqual(['file.open']);
  });
});
