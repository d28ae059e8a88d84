// Packs the program for Linux around a stand-in for Electron and looks at what is in it: all that is needed, and
// nothing of the loopback host, the tests or the sources.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { builtinModules, createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildAll, isBuilt } from '../../build/build.ts';
import type { BuilderConfig } from '../../build/check-builder-config.ts';
import { checkBuilderConfig, readBuilderConfig } from '../../build/check-builder-config.ts';
import { writeFakeElectron } from '../../build/fake-electron-dist.ts';
import type { BundledPart } from '../../build/licences.ts';
import { project } from '../../build/stamp.ts';

const require = createRequire(import.meta.url);
const asar = require('@electron/asar') as {
  listPackage(archive: string, options: { isPack: boolean }): string[];
  extractAll(archive: string, folder: string): void;
  extractFile(archive: string, file: string): Buffer;
};

interface PlatformConfig extends BuilderConfig {
  files: string[];
}
const config = readBuilderConfig(path.join(project, 'electron-builder.yml')) as BuilderConfig & {
  win: PlatformConfig;
  linux: PlatformConfig;
};

describe('electron-builder.yml', () => {
  it("passes electron-builder's own schema", async () => {
    await checkBuilderConfig(config);
  });

  it('would be refused with a word that does not exist', async () => {
    await expect(checkBuilderConfig({ ...config, asarr: true })).rejects.toThrow('asarr');
  });

  it('packs the same for Windows and Linux but for the compiled module', () => {
    const common = (files: string[]) => files.filter((file) => !file.includes('prebuilds'));
    expect(common(config.win.files)).toEqual(common(config.linux.files));
    // Without a list of its own a platform would take in the whole repository.
    expect(config.files).toBeUndefined();
  });

  it('makes what was promised', () => {
    expect(config.appId).toBe('cn.xianjie.workbench');
    expect(config.win.target).toEqual([
      { target: 'nsis', arch: ['x64'] },
      { target: 'zip', arch: ['x64'] },
    ]);
    expect(config.linux.target).toEqual([
      { target: 'deb', arch: ['x64', 'arm64'] },
      { target: 'AppImage', arch: ['x64', 'arm64'] },
    ]);
    expect(config.nsis).toMatchObject({ perMachine: false });
    expect(config.fileAssociations).toMatchObject([{ ext: 'xianjie' }]);
  });
});

describe('the packed program', () => {
  let folder = '';
  let app = '';
  let files: string[] = [];

  beforeAll(async () => {
    if (!isBuilt()) await buildAll();
    folder = mkdtempSync(path.join(tmpdir(), 'xianjie-test-package-'));
    const manifest = readFileSync(path.join(project, 'node_modules/electron/package.json'), 'utf8');
    writeFakeElectron(path.join(folder, 'electron'), (JSON.parse(manifest) as { version: string }).version);
    const builder = path.join(project, 'node_modules/electron-builder/cli.js');
    const settings = [`-c.electronDist=${folder}/electron`, `-c.directories.output=${folder}/out`];
    execFileSync(process.execPath, [builder, '--linux', 'dir', '--x64', ...settings], { cwd: project, stdio: 'pipe' });
    app = path.join(folder, 'out/linux-unpacked');
    files = asar.listPackage(path.join(app, 'resources/app.asar'), { isPack: false });
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function read(file: string): string {
    return asar.extractFile(path.join(app, 'resources/app.asar'), file.slice(1)).toString();
  }

  it('holds main process, preload, reading worker and page', () => {
    expect(files).toEqual(
      expect.arrayContaining([
        '/package.json',
        '/dist/electron/main.js',
        '/dist/electron/preload.cjs',
        '/dist/electron/read-worker.js',
        '/dist/renderer/index.html',
      ]),
    );
    const page = read('/dist/renderer/index.html');
    const loaded = [...page.matchAll(/(?:src|href)="\.\/([^"]+)"/g)].map((match) => `/dist/renderer/${match[1]}`);
    expect(loaded.length).toBeGreaterThan(0);
    expect(files).toEqual(expect.arrayContaining(loaded));
  });

  it('needs no module but better-sqlite3, which is there, compiled, for this system only', () => {
    const modules = files.filter((file) => /^\/node_modules\/[^/]+$/.test(file));
    expect(modules).toEqual(['/node_modules/better-sqlite3']);
    const compiled = files.filter((file) => file.endsWith('.node'));
    expect(compiled).toEqual(['/node_modules/better-sqlite3/prebuilds/linux-x64.node']);
    const unpacked = 'resources/app.asar.unpacked/node_modules/better-sqlite3/prebuilds/linux-x64.node';
    expect(existsSync(path.join(app, unpacked))).toBe(true);
    const scripts = files.filter((file) => /^\/dist\/electron\/.*\.c?js$/.test(file)).map(read);
    const outside = scripts.flatMap((text) => [
      ...text.matchAll(/^(?:import|export) [^"\n]*?"([^"\n]+)"/gm),
      ...text.matchAll(/\brequire\w*\("([^"\n]+)"\)/g),
    ]);
    const names = new Set(outside.map((match) => match[1] ?? '').filter((name) => !name.startsWith('./')));
    const known = new Set(['better-sqlite3', 'electron', ...builtinModules]);
    expect([...names].filter((name) => !known.has(name.replace(/^node:/, '')))).toEqual([]);
    expect(names).toContain('better-sqlite3');
  });

  it('holds nothing of the loopback host, of tests, sources or maps', () => {
    const strange = files.filter((file) =>
      /host|\.map$|\.tsx?$|^\/(test|build|seeds|shared|renderer|electron)\b/.test(file),
    );
    expect(strange).toEqual([]);
    // Words that only stand in electron/host and renderer/host.
    const words = ['file-dialog-name', 'xianjie-session', 'xianjie-browser-', '/wire'];
    const inHost = ['electron/host', 'electron/browser', 'renderer/host', 'shared/contract/host-wire.ts'];
    const grep = (word: string) => execFileSync('grep', ['-rl', word, ...inHost], { cwd: project }).toString();
    for (const word of words) expect(grep(word)).not.toBe('');
    for (const file of files.filter((name) => /^\/dist\/.*\.(c?js|html|css)$/.test(name))) {
      const text = read(file);
      for (const word of words) expect(text.includes(word), `${word} in ${file}`).toBe(false);
    }
  });

  it('works as packed, up to Electron itself: opens, reads with its worker, writes', () => {
    const unpacked = path.join(folder, 'unpacked');
    // The real Electron reads what lies unpacked as if it were inside.
    asar.extractAll(path.join(app, 'resources/app.asar'), unpacked);
    const electron = path.join(unpacked, 'node_modules/electron');
    mkdirSync(electron);
    writeFileSync(path.join(electron, 'package.json'), '{"type":"module","exports":"./index.js"}');
    const standIn = pathToFileURL(path.join(project, 'test/support/bundle-electron.ts')).href;
    writeFileSync(path.join(electron, 'index.js'), `export * from ${JSON.stringify(standIn)};`);
    const output = execFileSync(process.execPath, [path.join(unpacked, 'dist/electron/main.js')], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        BUNDLE_DATA: path.join(folder, 'data'),
        BUNDLE_WORK: folder,
        BUNDLE_SHEET: path.join(project, 'test/fixtures/hongta-annex-514.xlsx'),
      },
    });
    expect(JSON.parse(output.toString())).toEqual({ projectCount: 514, written: '乙.xlsx' });
    expect(readFileSync(path.join(folder, '乙.xlsx')).subarray(0, 2).toString()).toBe('PK');
  });

  it('brings the places of the country beside the archive, within the promised size', () => {
    const places = statSync(path.join(app, 'resources/app.asar.unpacked/dist/places/places.bin'));
    expect(places.size).toBeGreaterThan(1_000_000);
    expect(places.size).toBeLessThan(8_000_000);
    expect(files.filter((file) => file.startsWith('/dist/places/'))).toEqual(['/dist/places/places.bin']);
  });

  it('names every part that it holds, with its licence', () => {
    const { parts } = JSON.parse(read('/dist/licences.json')) as { parts: BundledPart[] };
    const names = parts.map(({ name }) => name);
    for (const name of ['react', 'antd', 'ag-grid-community', 'exceljs', 'docx', 'zod', 'better-sqlite3', 'electron'])
      expect(names).toContain(name);
    for (const name of ['vitest', 'ws', 'typescript', 'playwright-core']) expect(names).not.toContain(name);
    for (const { name, version, licence, text } of parts) {
      expect(version, name).toMatch(/^\d/);
      expect(licence, name).toMatch(/MIT|ISC|Apache-2\.0|BSD|BlueOak|0BSD/);
      expect(text.length, name).toBeGreaterThan(5);
    }
  });

  it('has its fuses set', async () => {
    const fuses = await getCurrentFuseWire(path.join(app, 'xianjie-workbench'));
    const isOn = (fuse: FuseV1Options) => fuses[fuse] === FuseState.ENABLE;
    expect({
      runAsNode: isOn(FuseV1Options.RunAsNode),
      cookies: isOn(FuseV1Options.EnableCookieEncryption),
      nodeOptions: isOn(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
      inspect: isOn(FuseV1Options.EnableNodeCliInspectArguments),
      integrity: isOn(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
      onlyAsar: isOn(FuseV1Options.OnlyLoadAppFromAsar),
      snapshot: isOn(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot),
      fileProtocol: isOn(FuseV1Options.GrantFileProtocolExtraPrivileges),
    }).toEqual({
      runAsNode: false,
      cookies: true,
      nodeOptions: false,
      inspect: false,
      integrity: true,
      onlyAsar: true,
      snapshot: false,
      fileProtocol: false,
    });
  });

  it('brings the Chinese texts of Chromium', () => {
    expect(existsSync(path.join(app, 'locales/zh-CN.pak'))).toBe(true);
    expect(existsSync(path.join(app, 'locales/fr.pak'))).toBe(false);
  });
});
