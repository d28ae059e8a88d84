// Where the program remembers things, on the three systems.
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findDataFolder } from '#electron/web/data-folder.ts';

describe('findDataFolder', () => {
  it.each([
    ['linux', {}, '/home/li/.config/xianjie-workbench'],
    ['linux', { XDG_CONFIG_HOME: '/c' }, '/c/xianjie-workbench'],
    ['darwin', {}, '/home/li/Library/Application Support/xianjie-workbench'],
    ['win32', { APPDATA: '/roaming' }, '/roaming/xianjie-workbench'],
    ['linux', { XIANJIE_DATA: '/usb/data', XDG_CONFIG_HOME: '/c' }, '/usb/data'],
    ['linux', { XIANJIE_DATA: '' }, '/home/li/.config/xianjie-workbench'],
  ] as const)('%s with %o', (platform, env, expected) => {
    expect(findDataFolder(env, platform, '/home/li')).toBe(path.resolve(expected));
  });
});
