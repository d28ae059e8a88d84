// Where each system keeps its fonts, and the files in there.
import { readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

/** The folders of the system and of this person; not all need be there. */
export function fontFolders(
  platform: NodeJS.Platform = process.platform,
  env = process.env,
  home = homedir(),
): string[] {
  if (platform === 'win32') {
    const system = path.win32.join(env.SystemRoot ?? 'C:\\Windows', 'Fonts');
    return env.LOCALAPPDATA === undefined
      ? [system]
      : [system, path.win32.join(env.LOCALAPPDATA, 'Microsoft\\Windows\\Fonts')];
  }
  if (platform === 'darwin') return ['/System/Library/Fonts', '/Library/Fonts', path.posix.join(home, 'Library/Fonts')];
  const data = env.XDG_DATA_HOME || path.posix.join(home, '.local/share');
  return [
    '/usr/share/fonts',
    '/usr/local/share/fonts',
    path.posix.join(data, 'fonts'),
    path.posix.join(home, '.fonts'),
  ];
}

const ENDINGS = new Set(['.ttf', '.ttc', '.otf', '.otc']);

/** All font files in a folder and below it, in the order of their names. */
export function fontFiles(folder: string): string[] {
  let entries: ReturnType<typeof listFolder>;
  try {
    entries = listFolder(folder);
  } catch {
    return [];
  }
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) return fontFiles(file);
      return ENDINGS.has(path.extname(entry.name).toLowerCase()) ? [file] : [];
    });
}

const listFolder = (folder: string) => readdirSync(folder, { withFileTypes: true });
