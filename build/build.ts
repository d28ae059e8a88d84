// Builds dist/: the page with Vite, the Electron side with rolldown. Skipped when nothing has changed since.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { rolldown } from 'rolldown';
import { build } from 'vite';
import { isPacked, packNational } from './pack-places.ts';
import rolldownConfig from './rolldown.config.ts';
import viteConfig from './vite.config.ts';

export const project = path.resolve(import.meta.dirname, '..');

const SOURCES = ['build', 'electron', 'renderer', 'seeds', 'shared', 'package.json', 'package-lock.json'];
const STAMP = path.join(project, 'dist/.stamp');

/** Name, size and time of every source file: any change, addition or removal gives another stamp. */
function stampOfSources(): string {
  const hash = createHash('sha256');
  const visit = (file: string): void => {
    const stat = statSync(file);
    if (stat.isDirectory()) for (const name of readdirSync(file).sort()) visit(path.join(file, name));
    else hash.update(`${path.relative(project, file)} ${stat.size} ${stat.mtimeMs}\n`);
  };
  for (const source of SOURCES) visit(path.join(project, source));
  return hash.digest('hex');
}

export function isBuilt(): boolean {
  return isPacked() && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stampOfSources();
}

/** Builds everything. Rejects with the bundler's message. */
export async function buildAll(): Promise<void> {
  // Taken before: a file saved during the build makes the next start build again.
  const stamp = stampOfSources();
  // Under a test runner it says 'test', and React would be built for development.
  process.env.NODE_ENV = 'production';
  packNational();
  await build({ ...viteConfig, configFile: false, logLevel: 'error' });
  for (const config of rolldownConfig) {
    const bundle = await rolldown({ ...config, logLevel: 'warn' });
    for (const output of [config.output ?? []].flat()) await bundle.write(output);
    await bundle.close();
  }
  mkdirSync(path.dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, stamp);
}

if (import.meta.main) await buildAll();
