// Finding and fetching Electron: without network in every case, by a mirror that is not there.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findElectron, obtainElectron } from '../../../build/electron-binary.ts';

let folder = '';
let asked: string[] = [];
let status = 404;
const mirror = createServer((request, response) => {
  asked.push(`${request.method} ${request.url}`);
  response.writeHead(status).end();
});
let ELECTRON_MIRROR = '';
const PROGRAM = process.platform === 'win32' ? 'electron.exe' : 'electron';

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'xianjie-test-electron-'));
  mkdirSync(path.join(folder, 'node_modules/electron'), { recursive: true });
  writeFileSync(path.join(folder, 'node_modules/electron/package.json'), '{"version":"1.2.3"}');
  asked = [];
  status = 404;
  await new Promise<void>((resolve) => mirror.listen(0, '127.0.0.1', resolve));
  ELECTRON_MIRROR = `http://127.0.0.1:${(mirror.address() as AddressInfo).port}/`;
});
afterEach(async () => {
  await new Promise((resolve) => mirror.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

/** An installer in place of electron's own: writes the program, or fails. */
function writeInstaller(code: string): void {
  writeFileSync(path.join(folder, 'node_modules/electron/install.js'), code);
}
const said: string[] = [];
const obtain = (env: NodeJS.ProcessEnv = {}) =>
  obtainElectron({ project: folder, env: { ELECTRON_MIRROR, ...env }, say: (line) => said.push(line) });

describe.skipIf(process.platform === 'darwin')('Electron', () => {
  it('is where npm puts it, or where the variable says', async () => {
    const dist = path.join(folder, 'node_modules/electron/dist');
    expect(findElectron({ project: folder, env: {} })).toBeNull();
    mkdirSync(dist);
    writeFileSync(path.join(dist, PROGRAM), '');
    expect(findElectron({ project: folder, env: {} })).toBe(path.join(dist, PROGRAM));
    expect(await obtain()).toBe(path.join(dist, PROGRAM));
    expect(findElectron({ project: '/nowhere', env: { ELECTRON_OVERRIDE_DIST_PATH: dist } })).toBe(
      path.join(dist, PROGRAM),
    );
    expect(asked).toEqual([]);
  });

  it('is not fetched when the variable names a wrong place', async () => {
    expect(await obtain({ ELECTRON_OVERRIDE_DIST_PATH: path.join(folder, 'none') })).toBeNull();
    expect(asked).toEqual([]);
  });

  it('is asked for once a day where it cannot be had, sooner from another mirror', async () => {
    expect(await obtain()).toBeNull();
    expect(await obtain()).toBeNull();
    expect(asked).toEqual([`HEAD /v1.2.3/electron-v1.2.3-${process.platform}-${process.arch}.zip`]);
    expect(await obtain({ ELECTRON_MIRROR: `${ELECTRON_MIRROR}other/` })).toBeNull();
    expect(asked).toHaveLength(2);
    const note = path.join(folder, 'node_modules/.cache/xianjie/electron-failed.json');
    writeFileSync(note, JSON.stringify({ at: Date.now() - 25 * 3600 * 1000, mirror: ELECTRON_MIRROR }));
    expect(await obtain()).toBeNull();
    expect(asked).toHaveLength(3);
  });

  it('is fetched where the mirror has it, and the user is told', async () => {
    status = 200;
    said.length = 0;
    writeInstaller(`
      const fs = require('node:fs');
      fs.mkdirSync(__dirname + '/dist');
      fs.writeFileSync(__dirname + '/dist/${PROGRAM}', '');
    `);
    expect(await obtain()).toBe(path.join(folder, 'node_modules/electron/dist', PROGRAM));
    expect(said).toEqual([expect.stringContaining('正在下载 Electron')]);
    expect(existsSync(path.join(folder, 'node_modules/.cache/xianjie/electron-failed.json'))).toBe(false);
  });

  it('is given up when fetching fails', async () => {
    status = 200;
    writeInstaller('process.exit(1)');
    expect(await obtain()).toBeNull();
    expect(existsSync(path.join(folder, 'node_modules/.cache/xianjie/electron-failed.json'))).toBe(true);
  });
});
