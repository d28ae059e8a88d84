// Tells whether what was built is still what the sources say: name, size and time of every source file.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

export const project = path.resolve(import.meta.dirname, '..');

/** Something that is built: what it is made from, and where the stamp of the last build is kept. */
export interface Built {
  /** Files and folders, relative to the project. */
  sources: readonly string[];
  /** Relative to the project. */
  stampFile: string;
}

/** The command and the loopback host as they run under Node. */
export const PROGRAM: Built = {
  sources: ['electron', 'seeds', 'shared', 'build/rolldown.config.ts', 'package-lock.json'],
  stampFile: 'dist/node/.stamp',
};

/** All of dist/: page, Electron side, command and host. */
export const EVERYTHING: Built = {
  sources: ['build', 'electron', 'renderer', 'seeds', 'shared', 'package.json', 'package-lock.json'],
  stampFile: 'dist/.stamp',
};

/** Any change, addition or removal of a source gives another stamp. */
export function stampOf({ sources }: Built): string {
  const hash = createHash('sha256');
  const note = (file: string): void => {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  };
  const visit = (folder: string): void => {
    const entries = readdirSync(folder, { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const file = `${folder}/${entry.name}`;
      if (entry.isDirectory()) visit(file);
      else note(file);
    }
  };
  for (const source of sources) {
    const file = path.join(project, source);
    if (statSync(file).isDirectory()) visit(file);
    else note(file);
  }
  return hash.digest('hex');
}

/** Whether the last build was made from the sources as they are. */
export function isFresh(built: Built): boolean {
  const file = path.join(project, built.stampFile);
  return existsSync(file) && readFileSync(file, 'utf8') === stampOf(built);
}
