// Bundles the Electron side: main process and reading worker as modules, the sandboxed preload as one CommonJS file.
import { builtinModules } from 'node:module';
import path from 'node:path';
import type { RolldownOptions } from 'rolldown';
import { defineConfig } from 'rolldown';

const project = path.resolve(import.meta.dirname, '..');
const source = (file: string) => path.join(project, 'electron', file);

/** What stays outside: the runtime itself, and the one package with a native file. */
const external = [/^node:/, ...builtinModules, 'electron', /^better-sqlite3(\/.*)?$/];

const common: Pick<RolldownOptions, 'platform' | 'external' | 'transform' | 'resolve' | 'onLog'> = {
  platform: 'node',
  external,
  transform: { target: 'node24' },
  resolve: { alias: { unzipper: path.join(import.meta.dirname, 'absent-module.ts') } },
  onLog(level, log, next) {
    // Otherwise it would become one more outside module, and be missing in the package.
    if (log.code === 'UNRESOLVED_IMPORT') throw new Error(log.message);
    next(level, log);
  },
};

export default defineConfig([
  {
    ...common,
    input: {
      main: source('main.ts'),
      'read-worker': source('excel/read/worker.ts'),
      'file-worker': source('services/file-worker.ts'),
    },
    output: {
      dir: path.join(project, 'dist/electron'),
      format: 'esm',
      entryFileNames: '[name].js',
      // Beside the entries: the reading code finds its worker beside itself, in whatever chunk it lands.
      chunkFileNames: '[name]-[hash].js',
      sourcemap: true,
      cleanDir: true,
    },
  },
  {
    ...common,
    input: source('preload.ts'),
    external: ['electron'],
    output: { file: path.join(project, 'dist/electron/preload.cjs'), format: 'cjs' },
  },
]);
