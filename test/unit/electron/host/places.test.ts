// The starting points of the file dialog, and the file manager's command, on the three systems.
import { describe, expect, it } from 'vitest';
import type { PlaceMachine } from '#electron/host/places.ts';
import { listPlaces } from '#electron/host/places.ts';
import { revealCommand } from '#electron/host/reveal.ts';

function machine(platform: NodeJS.Platform, home: string, folders: string[]): PlaceMachine {
  return {
    platform,
    home,
    user: 'li',
    isFolder: (folder) => folders.includes(folder),
    names: (folder) =>
      folders.filter((other) => other.startsWith(`${folder}/`)).map((other) => other.slice(folder.length + 1)),
  };
}

describe('listPlaces', () => {
  it.each([
    [
      'a Chinese Linux desktop with a stick',
      machine('linux', '/home/li', ['/home/li/文档', '/home/li/桌面', '/media/li/U盘']),
      ['文档 /home/li/文档', '桌面 /home/li/桌面', '主目录 /home/li', 'U盘 /media/li/U盘', '整个磁盘 /'],
    ],
    ['a bare server', machine('linux', '/root', []), ['主目录 /root', '整个磁盘 /']],
    [
      'Windows',
      machine('win32', 'C:\\Users\\li', ['C:\\Users\\li\\Documents', 'C:\\', 'E:\\']),
      ['文档 C:\\Users\\li\\Documents', '主目录 C:\\Users\\li', 'C 盘 C:\\', 'E 盘 E:\\'],
    ],
    [
      'macOS',
      machine('darwin', '/Users/li', ['/Users/li/Desktop', '/Volumes/KINGSTON']),
      ['桌面 /Users/li/Desktop', '主目录 /Users/li', 'KINGSTON /Volumes/KINGSTON', '整个磁盘 /'],
    ],
  ])('%s', (_name, on, expected) => {
    expect(listPlaces(on).map((place) => `${place.label} ${place.path}`)).toEqual(expected);
  });
});

describe('revealCommand', () => {
  it.each([
    ['win32', 'C:\\a b\\甲.xlsx', ['explorer.exe', ['/select,C:\\a b\\甲.xlsx']]],
    ['darwin', '/a b/甲.xlsx', ['open', ['-R', '/a b/甲.xlsx']]],
    ['linux', '/a b/甲.xlsx', ['xdg-open', ['/a b']]],
  ] as const)('%s', (platform, file, expected) => {
    expect(revealCommand(file, platform)).toEqual(expected);
  });
});
