// The browser finder on machines of all three systems.
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Machine } from '#electron/browser/find.ts';
import { browserAdvice, findBrowser, requireBrowser } from '#electron/browser/find.ts';

function machine(platform: NodeJS.Platform, files: string[], env: NodeJS.ProcessEnv = {}): Machine {
  return {
    platform,
    env,
    home: platform === 'win32' ? 'C:\\Users\\li' : '/home/li',
    isFile: (file) => files.includes(file),
    realPath: (file) => (file === '/usr/bin/confined' ? '/usr/bin/snap' : file),
  };
}

const EDGE = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
const CHROME = 'C:\\Users\\li\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe';
const WINDOWS_ENV = {
  ProgramFiles: 'C:\\Program Files',
  'ProgramFiles(x86)': 'C:\\Program Files (x86)',
  LOCALAPPDATA: 'C:\\Users\\li\\AppData\\Local',
};
const MAC_EDGE = '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge';

describe('findBrowser', () => {
  it.each([
    ['Debian', machine('linux', ['/usr/bin/chromium'], { PATH: '/usr/local/bin:/usr/bin' }), '/usr/bin/chromium'],
    ['a PATH without /usr/bin', machine('linux', ['/usr/bin/chromium'], {}), '/usr/bin/chromium'],
    ['an own folder in PATH', machine('linux', ['/opt/c/chromium'], { PATH: '/opt/c' }), '/opt/c/chromium'],
    [
      'a real Chrome before a Chromium',
      machine('linux', ['/usr/bin/chromium', '/usr/bin/google-chrome'], { PATH: '/usr/bin' }),
      '/usr/bin/google-chrome',
    ],
    ['Windows with Edge only', machine('win32', [EDGE], WINDOWS_ENV), EDGE],
    ['Windows, Chrome of one user', machine('win32', [CHROME], WINDOWS_ENV), CHROME],
    ['macOS', machine('darwin', [MAC_EDGE]), MAC_EDGE],
    ['a named browser', machine('linux', ['/x/y', '/usr/bin/chromium'], { XIANJIE_BROWSER: '/x/y' }), '/x/y'],
    ['CHROME_PATH', machine('linux', ['/x/y', '/usr/bin/chromium'], { CHROME_PATH: '/x/y' }), '/x/y'],
  ])('finds it: %s', (_name, on, expected) => {
    expect(findBrowser(on)?.path).toBe(expected);
  });

  it('gives null where nothing is installed', () => {
    expect(findBrowser(machine('linux', ['/usr/bin/firefox'], { PATH: '/usr/bin' }))).toBeNull();
    expect(findBrowser(machine('win32', [], {}))).toBeNull();
  });

  it('does not pass over a named browser that is not there', () => {
    const on = machine('linux', ['/usr/bin/chromium'], { XIANJIE_BROWSER: '/x/wrong' });
    expect(() => findBrowser(on)).toThrow('环境变量 XIANJIE_BROWSER 指向的浏览器不存在：/x/wrong');
  });

  it.each([
    ['/snap/bin/chromium', '/home/li/snap/chromium/common'],
    ['/usr/bin/confined', '/home/li/snap/chromium/common'],
    ['/usr/bin/chromium', null],
  ])('knows where %s may write', (file, expected) => {
    expect(findBrowser(machine('linux', [file], { CHROME_PATH: file }))?.workFolder).toBe(expected);
  });
});

describe('requireBrowser', () => {
  it.each(['linux', 'win32', 'darwin'] as const)('names what to install on %s', (platform) => {
    const bare = machine(platform, []);
    expect(() => requireBrowser('打印成 PDF', bare)).toThrow(
      expect.objectContaining({
        code: 'printer-missing',
        message: `打印成 PDF需要浏览器，本机没有找到。${browserAdvice(platform)}`,
      }),
    );
    expect(browserAdvice(platform)).toMatch(/Chrome/);
  });
});

describe('on this machine', () => {
  it('finds an absolute path or nothing', () => {
    const found = findBrowser();
    if (found !== null) expect(path.isAbsolute(found.path)).toBe(true);
  });
});
