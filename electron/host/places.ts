// The starting points of the in-page file dialog: the user's own folders, then drives and sticks.
import { readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

export interface Place {
  label: string;
  path: string;
}

/** What differs between machines; tests hand in their own. */
export interface PlaceMachine {
  platform: NodeJS.Platform;
  home: string;
  user: string;
  isFolder(folder: string): boolean;
  /** Names in a folder; [] where it cannot be read. */
  names(folder: string): string[];
}

export const placesOfThisMachine: PlaceMachine = {
  platform: process.platform,
  home: homedir(),
  user: path.basename(homedir()),
  isFolder: (folder) => statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false,
  names: (folder) => {
    try {
      return readdirSync(folder);
    } catch {
      return [];
    }
  },
};

/** A Chinese desktop names the folders of the home directory in Chinese. */
const OWN_FOLDERS: readonly (readonly [label: string, names: readonly string[]])[] = [
  ['文档', ['文档', 'Documents']],
  ['桌面', ['桌面', 'Desktop']],
  ['下载', ['下载', 'Downloads']],
];

/** The places that exist on this machine; 文档 first, as that is where a dialog starts. */
export function listPlaces(machine: PlaceMachine = placesOfThisMachine): Place[] {
  const join = machine.platform === 'win32' ? path.win32.join : path.posix.join;
  const own = OWN_FOLDERS.flatMap(([label, names]) => {
    const found = names.map((name) => join(machine.home, name)).find((folder) => machine.isFolder(folder));
    return found === undefined ? [] : [{ label, path: found }];
  });
  return [...own, { label: '主目录', path: machine.home }, ...listDrives(machine)];
}

function listDrives(machine: PlaceMachine): Place[] {
  if (machine.platform === 'win32') {
    // From C on: A and B are diskette drives and make noise when asked.
    return Array.from('CDEFGHIJKLMNOPQRSTUVWXYZ', (letter) => ({ label: `${letter} 盘`, path: `${letter}:\\` })).filter(
      (place) => machine.isFolder(place.path),
    );
  }
  const mounts =
    machine.platform === 'darwin' ? ['/Volumes'] : [`/media/${machine.user}`, `/run/media/${machine.user}`];
  const sticks = mounts.flatMap((mount) => machine.names(mount).map((name) => path.posix.join(mount, name)));
  return [
    ...sticks
      .filter((folder) => machine.isFolder(folder))
      .map((folder) => ({ label: path.posix.basename(folder), path: folder })),
    { label: '整个磁盘', path: '/' },
  ];
}
