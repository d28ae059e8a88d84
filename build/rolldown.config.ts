// What is bundled. The Electron side: main process and workers as modules, the sandboxed preload as one CommonJS file.
// The Node side: the command and the loopback host, with the same workers.
import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import type { OutputOptions, Plugin, RolldownOptions } from 'rolldown';

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

/** The cutter of fonts lies beside the code that loads it. */
const harfbuzz: Plugin = {
  name: 'harfbuzz',
  buildStart() {
    const fileName = 'harfbuzz-subset.wasm';
    const source = readFileSync(path.join(project, 'node_modules/harfbuzzjs/dist', fileName));
    this.emitFile({ type: 'asset', fileName, source });
  },
};

/** Threads are started from the file beside the code that starts them. */
const WORKERS = {
  'read-worker': source('excel/read/worker.ts'),
  'draft-worker': source('draft/draft-worker.ts'),
  'file-worker': source('services/file-worker.ts'),
};

const modules = (folder: string): OutputOptions => ({
  dir: path.join(project, folder),
  format: 'esm',
  entryFileNames: '[name].js',
  // Beside the entries: the reading code finds its worker beside itself, in whatever chunk it lands.
  chunkFileNames: '[name]-[hash].js',
  sourcemap: true,
  cleanDir: true,
});

export const ELECTRON_SIDE: readonly RolldownOptions[] = [
  {
    ...common,
    plugins: [harfbuzz],
    input: { main: source('main.ts'), ...WORKERS },
    output: modules('dist/electron'),
  },
  {
    ...common,
    input: source('preload.ts'),
    external: ['electron'],
    output: { file: path.join(project, 'dist/electron/preload.cjs'), format: 'cjs' },
  },
];

export const NODE_SIDE: RolldownOptions & { output: OutputOptions } = {
  ...common,
  // Old parts of exceljs warn about themselves wherever they do not lie among the packages.
  external: [...external, 'exceljs'],
  plugins: [harfbuzz],
  input: { cli: source('cli/main.ts'), help: source('cli/help-texts.ts'), host: source('host/main.ts'), ...WORKERS },
  output: modules('dist/node'),
};
