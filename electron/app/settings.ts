// What the program remembers between runs on this machine: recently used workbooks, who works here. Never in the
// workbook itself. A file that cannot be read or written never stops the program.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { FoundPlace, RecentFile } from '#shared/contract/methods.ts';
import { foundPlace } from '#shared/contract/shapes.ts';

export interface Settings {
  recent(): RecentFile[];
  recentPath(id: string): string | undefined;
  remember(path: string): void;
  /** Places for which workbooks were made, the last first; as they were then, so that the 地名库 need not be read. */
  recentPlaces(): FoundPlace[];
  rememberPlace(place: FoundPlace): void;
  /** The name under which changes stand in the log (操作人); '' where none was given. */
  author(): string;
  setAuthor(name: string): void;
}

const KEPT = 10;
const KEPT_PLACES = 5;

function idOf(path: string): string {
  return createHash('sha256').update(path).digest('base64url').slice(0, 12);
}

/** One small JSON file: `read` gives null where it is missing or broken, `write` replaces it in one step. */
function keepIn(folder: string, name: string): { read(): unknown; write(value: unknown): void } {
  const file = join(folder, name);
  return {
    read() {
      try {
        return JSON.parse(readFileSync(file, 'utf8'));
      } catch {
        return null;
      }
    },
    write(value) {
      try {
        mkdirSync(folder, { recursive: true });
        writeFileSync(`${file}.part`, JSON.stringify(value, null, 2));
        renameSync(`${file}.part`, file);
      } catch {
        // A convenience: a full or read-only profile must not stop the work.
      }
    },
  };
}

/** Settings in a folder of the user's. */
export function openSettings(folder: string): Settings {
  const recent = keepIn(folder, 'recent.json');
  const places = keepIn(folder, 'recent-places.json');
  const author = keepIn(folder, 'author.json');
  let name: string | null = null;
  const paths = (): string[] => {
    const kept = recent.read();
    return Array.isArray(kept) ? kept.filter((path) => typeof path === 'string') : [];
  };
  const keptPlaces = (): FoundPlace[] => {
    const kept = places.read();
    return Array.isArray(kept) ? kept.flatMap((place) => foundPlace.safeParse(place).data ?? []) : [];
  };
  return {
    recent: () =>
      paths().map((path) => ({
        id: idOf(path),
        name: basename(path),
        folder: dirname(path),
        missing: !existsSync(path),
      })),
    recentPath: (id) => paths().find((path) => idOf(path) === id),
    remember: (path) => recent.write([path, ...paths().filter((known) => known !== path)].slice(0, KEPT)),
    recentPlaces: keptPlaces,
    rememberPlace: (place) =>
      places.write([place, ...keptPlaces().filter(({ code }) => code !== place.code)].slice(0, KEPT_PLACES)),
    author() {
      if (name === null) {
        const kept = author.read();
        name = typeof kept === 'string' ? kept : '';
      }
      return name;
    },
    setAuthor(next) {
      name = next;
      author.write(next);
    },
  };
}
