// The app window of an installed browser: its switches, its profile, and how its end is told. With a script as browser.
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openAppWindow } from '#electron/browser/app-window.ts';
import type { Browser } from '#electron/browser/find.ts';
import { browserFlags } from '#electron/browser/flags.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'xianjie-test-window-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function fakeBrowser(script: string): Browser {
  const file = path.join(folder, 'browser.sh');
  writeFileSync(
    file,
    `#!/bin/sh\nfor a; do echo "$a"; done > ${folder}/args\nfor a; do case "$a" in --app=file://*) cp "\${a#--app=file://}" ${folder}/opener; ls -l "\${a#--app=file://}" > ${folder}/mode;; esac; done\n${script}\n`,
  );
  chmodSync(file, 0o755);
  return { path: file, workFolder: path.join(folder, 'work') };
}
const leftovers = () => readdirSync(path.join(folder, 'work'));

describe.skipIf(process.platform === 'win32')('openAppWindow', () => {
  it('opens the address in a window without tabs, with a profile of its own that goes away', async () => {
    const window = openAppWindow('http://127.0.0.1:1/#key=k', fakeBrowser('exit 0'));
    expect(await window.closed).toBe(true);
    const args = readFileSync(path.join(folder, 'args'), 'utf8').split('\n');
    // The key stands in a page that only we can read, not among the arguments.
    expect(args.join()).not.toContain('key=');
    expect(readFileSync(path.join(folder, 'opener'), 'utf8')).toContain('content="0;url=http://127.0.0.1:1/#key=k"');
    expect(readFileSync(path.join(folder, 'mode'), 'utf8')).toMatch(/^-rw-------/);
    expect(args.find((arg) => arg.startsWith('--user-data-dir='))).toContain(
      path.join(folder, 'work/xianjie-browser-'),
    );
    expect(leftovers()).toEqual([]);
  });

  it('tells when the browser could not open it', async () => {
    expect(await openAppWindow('http://127.0.0.1:1/', fakeBrowser('exit 1')).closed).toBe(false);
    const missing = { path: path.join(folder, 'none'), workFolder: path.join(folder, 'work') };
    expect(await openAppWindow('http://127.0.0.1:1/', missing).closed).toBe(false);
    expect(leftovers()).toEqual([]);
  });

  it('ends with us', async () => {
    const window = openAppWindow('http://127.0.0.1:1/', fakeBrowser('exec sleep 60'));
    await expect.poll(() => existsSync(path.join(folder, 'args'))).toBe(true);
    await window.close();
    expect(await window.closed).toBe(true);
    expect(leftovers()).toEqual([]);
  });
});

describe('browserFlags', () => {
  it.each([
    [true, true],
    [false, false],
  ])('gives the sandbox up only as root: %s', (asRoot, expected) => {
    expect(browserFlags('/p', asRoot).includes('--no-sandbox')).toBe(expected);
  });

  it('keeps the browser off the network', () => {
    expect(browserFlags('/p', false)).toContain('--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1');
  });
});
