// Builds dist/: the page with Vite; the Electron side, the command and the loopback host with rolldown. Skipped when
// nothing has changed since.
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RolldownOptions } from 'rolldown';
import { rolldown } from 'rolldown';
import { type BuiltChunk, bundledParts, packagesOf } from './licences.ts';
import { isPacked, packNational } from './pack-places.ts';
import { ELECTRON_SIDE, NODE_SIDE } from './rolldown.config.ts';
import { EVERYTHING, isFresh, PROGRAM, project, stampOf } from './stamp.ts';

/** The list of bundled parts, for 关于. */
const LICENCES = 'dist/licences.json';

export function isBuilt(): boolean {
  return isPacked() && isFresh(PROGRAM) && isFresh(EVERYTHING);
}

/** The chunks that were written. */
async function bundle(config: RolldownOptions): Promise<BuiltChunk[]> {
  const build = await rolldown({ ...config, logLevel: 'warn' });
  const chunks: BuiltChunk[] = [];
  for (const output of [config.output ?? []].flat()) chunks.push(...(await build.write(output)).output);
  await build.close();
  return chunks;
}

/**
 * Builds the command and the host into dist/node where they are out of date. Several may come here at once: each builds
 * its own and moves it into place. Rejects with the bundler's message.
 */
export async function buildProgram(): Promise<void> {
  packNational();
  if (isFresh(PROGRAM)) return;
  const stamp = stampOf(PROGRAM);
  const place = path.join(project, path.dirname(PROGRAM.stampFile));
  const draft = `${place}.${process.pid}`;
  const old = `${draft}.old`;
  await bundle({ ...NODE_SIDE, output: { ...NODE_SIDE.output, dir: draft } });
  await writeHelp(draft);
  writeFileSync(path.join(draft, path.basename(PROGRAM.stampFile)), stamp);
  try {
    renameSync(place, old);
  } catch {
    // There was none, or another build has just moved it away.
  }
  try {
    renameSync(draft, place);
  } catch (error) {
    // Another build was there first, with the same result.
    if (!isFresh(PROGRAM)) throw error;
  }
  for (const folder of [draft, old]) rmSync(folder, { recursive: true, force: true });
}

/** The help texts of the command, for build/help.mjs. */
async function writeHelp(folder: string): Promise<void> {
  const { helpTexts } = (await import(
    pathToFileURL(path.join(folder, 'help.js')).href
  )) as typeof import('#electron/cli/help-texts.ts');
  writeFileSync(path.join(folder, 'help.json'), JSON.stringify(helpTexts()));
}

/** Builds everything. Rejects with the bundler's message. */
export async function buildAll(): Promise<void> {
  // Taken before: a file saved during the build makes the next start build again.
  const stamp = stampOf(EVERYTHING);
  // Under a test runner it says 'test', and React would be built for development.
  process.env.NODE_ENV = 'production';
  await buildProgram();
  // Loaded here: the command builds itself without the page.
  const [{ build }, { default: page }] = await Promise.all([import('vite'), import('./vite.config.ts')]);
  const chunks: BuiltChunk[] = [];
  const built = await build({ ...page, configFile: false, logLevel: 'error' });
  for (const one of [built].flat()) if ('output' in one) chunks.push(...one.output);
  for (const config of ELECTRON_SIDE) chunks.push(...(await bundle(config)));
  const parts = bundledParts(packagesOf(chunks));
  writeFileSync(path.join(project, LICENCES), `${JSON.stringify({ parts })}\n`);
  mkdirSync(path.join(project, 'dist'), { recursive: true });
  writeFileSync(path.join(project, EVERYTHING.stampFile), stamp);
}

if (import.meta.main) await buildAll();
