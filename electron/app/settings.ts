// What the program remembers between runs on this machine: recently used workbooks. Never in the workbook itself.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { RecentFile } from '#shared/contract/methods.ts';

export interface Settings {
  recent(): RecentFile[];
  recentPath(id: string): string | undefined;
  remember(path: string): void;
}

const KEPT = 10;

function idOf(path: string): string {
  return createHash('sha256').update(path).digest('base64url').slice(0, 12);
}

/** Settings in a folder of the user's; a file that cannot be read or written never stops the program. */
export function openSettings(folder: string): Settings {
  const file = join(folder, 'recent.json');
  const read = (): string[] => {
    try {
      const paths: unknown = JSON.parse(readFileSync(file, 'utf8'));
      return Array.isArray(paths) ? paths.filter((path) => typeof path === 'string') : [];
    } catch {
      return [];
    }
  };
  return {
    recent: () =>
      read().map((path) => ({
        id: idOf(path),
        name: basename(path),
        folder: dirname(path),
        missing: !existsSync(path),
      })),
    recentPath: (id) => read().find((path) => idOf(path) === id),
    remember(path) {
      try {
        mkdirSync(folder, { recursive: true });
        const paths = [path, ...read().filter((known) => known !== path)].slice(0, KEPT);
        writeFileSync(`${file}.part`, JSON.stringify(paths, null, 2));
        renameSync(`${file}.part`, file);
      } catch {
        // A list of recent files is a convenience: a full or read-only profile must not stop the work.
      }
    },
  };
}
