// The lock around the desktop shell: windows, navigation, permissions, network, protocol, callers.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserWindow, Session, WebContents } from 'electron';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { answerAppRequest, isAppUrl } from '#electron/desktop/app-protocol.ts';
import { isTrusted } from '#electron/desktop/ipc.ts';
import { lockContents, lockSession } from '#electron/desktop/security.ts';
import { windowOptions } from '#electron/desktop/window.ts';
import { pagePolicy } from '#electron/web/policy.ts';
import { FakeContents, FakeFrame, FakeSession, FakeWindow, resetFake } from '#test/support/fake-electron.ts';

vi.mock('electron', async () => (await import('#test/support/fake-electron.ts')).fakeElectron);

beforeEach(resetFake);

describe('the window', () => {
  it('is sandboxed, isolated, without Node, with web security', () => {
    const { webPreferences } = windowOptions({ preload: '/p/preload.cjs', stateFile: '/nowhere/window.json' });
    expect(webPreferences).toEqual({
      preload: '/p/preload.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
    });
  });
});

describe('a page', () => {
  function locked(): FakeContents {
    const contents = new FakeContents();
    lockContents(contents as unknown as WebContents);
    return contents;
  }

  function isStopped(name: string, url: string): boolean {
    const preventDefault = vi.fn();
    locked().emit(name, { url, preventDefault });
    return preventDefault.mock.calls.length > 0;
  }

  it.each([
    ['app://bundle/index.html', false],
    ['about:srcdoc', false],
    ['app://other/index.html', true],
    ['app://bundle.evil/index.html', true],
    ['https://example.com/', true],
    ['file:///etc/passwd', true],
    ['data:text/html,x', true],
    ['javascript:alert(1)', true],
  ])('that wants to go to %s', (url, expected) => {
    expect(isStopped('will-frame-navigate', url)).toBe(expected);
  });

  it('cannot be redirected, embed or open anything', () => {
    expect(isStopped('will-redirect', 'app://bundle/index.html')).toBe(true);
    expect(isStopped('will-attach-webview', '')).toBe(true);
    for (const url of ['https://example.com/', 'app://bundle/index.html', 'about:blank']) {
      expect(locked().openHandler?.({ url })).toEqual({ action: 'deny' });
    }
  });
});

describe('a session', () => {
  const session = new FakeSession();
  lockSession(session as unknown as Session);

  /** What the session answers, asked and checked: both must agree. */
  function isAllowed(permission: string, requestingUrl: string, isMainFrame: boolean): boolean {
    const answer = vi.fn();
    session.requestHandler?.(null, permission, answer, { requestingUrl, isMainFrame });
    const isChecked = session.checkHandler?.(null, permission, requestingUrl, { requestingUrl, isMainFrame });
    expect(answer.mock.calls).toEqual([[isChecked]]);
    return isChecked === true;
  }

  it.each(['geolocation', 'media', 'notifications', 'fullscreen', 'openExternal', 'fileSystem', 'midi', 'unknown'])(
    'refuses %s to our own page',
    (permission) => {
      expect(isAllowed(permission, 'app://bundle/index.html', true)).toBe(false);
      expect(session.deviceHandler?.()).toBe(false);
    },
  );

  it.each([
    ['our page', 'app://bundle/index.html', true, true],
    ['a frame in it', 'app://bundle/index.html', false, false],
    ['another page', 'https://example.com/', true, false],
  ])('gives the clipboard to our own page only: %s', (_name, url, isMainFrame, expected) => {
    expect(isAllowed('clipboard-read', url, isMainFrame)).toBe(expected);
    expect(isAllowed('clipboard-sanitized-write', url, isMainFrame)).toBe(expected);
  });

  it.each([
    ['https://example.com/x', true],
    ['http://127.0.0.1/', true],
    ['WSS://example.com/', true],
    ['ftp://example.com/', true],
    ['app://bundle/index.html', false],
    ['blob:app://bundle/1', false],
    ['file:///tmp/page.html', false],
  ])('lets %s through: cancel %s', (url, cancel) => {
    const answer = vi.fn();
    session.beforeRequest?.({ url }, answer);
    expect(answer.mock.calls).toEqual([[{ cancel }]]);
  });
});

describe('isAppUrl', () => {
  it.each([
    ['app://bundle/index.html', true],
    ['app://bundle/assets/a.js?x#y', true],
    ['APP://bundle/index.html', true],
    ['app://bundle@evil/index.html', false],
    ['app://evil/bundle', false],
    ['app:bundle', false],
    ['https://bundle/index.html', false],
    ['null', false],
    ['', false],
  ])('%s: %s', (url, expected) => {
    expect(isAppUrl(url)).toBe(expected);
  });
});

describe('a caller', () => {
  function call(change: (window: FakeWindow, frame: FakeFrame) => FakeFrame | null): boolean {
    const window = new FakeWindow({ webPreferences: {} });
    const frame = change(window, window.webContents.mainFrame);
    return isTrusted({ senderFrame: frame } as never, window as unknown as BrowserWindow);
  }

  it('is trusted when it is our page in the main frame', () => {
    expect(call((_window, frame) => frame)).toBe(true);
  });

  it.each<[string, (window: FakeWindow, frame: FakeFrame) => FakeFrame | null]>([
    ['a frame within the page', () => new FakeFrame()],
    ['a frame that is gone', () => null],
    ['another page in the window', (_window, frame) => Object.assign(frame, { url: 'https://example.com/' })],
    [
      'a window that is closed',
      (window, frame) => Object.assign(frame, { gone: Object.assign(window, { isGone: true }) }),
    ],
  ])('is refused: %s', (_name, change) => {
    expect(call(change)).toBe(false);
  });

  it('is refused when there is no window', () => {
    expect(isTrusted({ senderFrame: new FakeFrame() } as never, null)).toBe(false);
  });
});

describe('the app:// protocol', () => {
  let folder = '';
  let root = '';
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'xianjie-test-protocol-'));
    root = path.join(folder, 'renderer');
    mkdirSync(root);
    writeFileSync(path.join(root, 'index.html'), '<p>工作台 %STYLE-NONCE%</p>');
    writeFileSync(path.join(folder, 'secret.js'), 'secret');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const get = (url: string, method = 'GET') => answerAppRequest({ url, method }, root);

  it('gives the page with the policy', async () => {
    const answer = await get('app://bundle/index.html');
    expect(answer.status).toBe(200);
    const nonce = /工作台 (\S+)</.exec(await answer.text())?.[1] ?? '';
    expect(nonce).toHaveLength(24);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('content-security-policy')).toBe(pagePolicy(nonce));
  });

  it.each([
    ['app://bundle/../secret.js', 404],
    ['app://bundle/%2e%2e/secret.js', 404],
    ['app://bundle/..%2fsecret.js', 404],
    ['app://bundle/..%5csecret.js', 404],
    ['app://bundle//../secret.js', 404],
    ['app://bundle/none.js', 404],
    ['app://bundle/', 404],
    ['app://other/index.html', 403],
    ['file:///etc/passwd', 403],
  ])('refuses %s', async (url, status) => {
    const answer = await get(url);
    expect(answer.status).toBe(status);
    expect(await answer.text()).toBe('');
  });

  it('only reads', async () => {
    expect((await get('app://bundle/index.html', 'POST')).status).toBe(403);
  });
});
