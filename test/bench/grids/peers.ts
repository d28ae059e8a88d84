// Other free grids on pages of their own: fetched into a cache folder of this checkout by exact version, never part of
// the project's packages, built with our bundler and served on the loopback address.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve } from 'node:path';
import { build } from 'vite';

const CACHE = resolve(import.meta.dirname, '../../../.cache/bench-grids');
const PACKAGES = {
  '@glideapps/glide-data-grid': '6.0.3',
  '@revolist/revogrid': '4.28.1',
  'x-data-spreadsheet': '1.1.9',
  // What Glide asks for.
  react: '18.3.1',
  'react-dom': '18.3.1',
  lodash: '4.17.21',
  marked: '4.3.0',
  'react-responsive-carousel': '3.2.23',
};

export const PEERS = [
  { name: 'Glide Data Grid', page: 'glide', ready: 'canvas' },
  { name: 'RevoGrid', page: 'revogrid', ready: '.rgCell' },
  { name: 'x-data-spreadsheet', page: 'x-spreadsheet', ready: 'canvas' },
] as const;
export type Peer = (typeof PEERS)[number];

/** What every page shows. */
export interface Rows {
  columns: { label: string; width: number }[];
  rows: string[][];
}

function install(): void {
  mkdirSync(CACHE, { recursive: true });
  const manifest = JSON.stringify({ private: true, type: 'module', dependencies: PACKAGES }, null, 2);
  const file = join(CACHE, 'package.json');
  if (existsSync(join(CACHE, 'node_modules')) && existsSync(file) && readFileSync(file, 'utf8') === manifest) return;
  writeFileSync(file, manifest);
  const { status } = spawnSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--silent'], {
    cwd: CACHE,
    stdio: 'inherit',
  });
  if (status !== 0)
    throw new Error('the other grids could not be fetched; npm run bench -- grids needs the npm registry once');
}

async function buildPages(): Promise<string> {
  const source = join(CACHE, 'pages');
  cpSync(join(import.meta.dirname, 'pages'), source, { recursive: true });
  const html = readFileSync(join(source, 'index.html'), 'utf8');
  for (const { page } of PEERS) {
    const script = `<script type="module" src="./${page}.js"></script></body>`;
    writeFileSync(join(source, `${page}.html`), html.replace('</body>', script));
  }
  const out = join(CACHE, 'dist');
  await build({
    root: source,
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: out,
      emptyOutDir: true,
      target: 'esnext',
      rolldownOptions: { input: PEERS.map(({ page }) => join(source, `${page}.html`)) },
    },
  });
  return out;
}

const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** Serves the pages and the rows (by name) until closed. */
export async function servePeers(rows: Record<string, () => string>): Promise<{ url: string; close(): void }> {
  install();
  const folder = await buildPages();
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const data = /^\/data\/(\w+)\.json$/.exec(path)?.[1];
    const file = join(folder, path);
    if (data !== undefined && rows[data]) response.setHeader('content-type', 'application/json').end(rows[data]());
    else if (file.startsWith(folder) && existsSync(file)) {
      response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream').end(readFileSync(file));
    } else response.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}
