// The remembered place of the window.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserWindow } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isReachable, readWindowState, saveWindowState } from '#electron/desktop/window-state.ts';
import { FakeWindow, resetFake } from '#test/support/fake-electron.ts';

vi.mock('electron', async () => (await import('#test/support/fake-electron.ts')).fakeElectron);

let folder = '';

beforeEach(() => {
  resetFake();
  folder = mkdtempSync(path.join(tmpdir(), 'xianjie-test-desktop-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the place of the window', () => {
  const SCREENS = [{ x: 0, y: 0, width: 1920, height: 1040 }];
  const place = { x: 10, y: 20, width: 1400, height: 800, isMaximized: true };

  it('is remembered', () => {
    const file = path.join(folder, 'window.json');
    const open = new FakeWindow({ webPreferences: {} });
    open.maximize();
    saveWindowState(file, open as unknown as BrowserWindow);
    expect(readWindowState(file)).toEqual(place);
  });

  it.each(['', 'null', '{"x":1}', '{"x":1,"y":1,"width":1,"height":1,"isMaximized":false}'])(
    'is forgotten when it cannot be read: %s',
    (text) => {
      const file = path.join(folder, 'window.json');
      writeFileSync(file, text);
      expect(readWindowState(file)).toBeNull();
      expect(readWindowState(path.join(folder, 'none.json'))).toBeNull();
    },
  );

  it.each([
    [{}, true],
    [{ x: 1900 }, false],
    [{ x: -1350 }, false],
    [{ x: -1300 }, true],
    [{ y: -40 }, false],
    [{ y: 1000 }, false],
  ])('is used only where it can be reached: %j', (change, expected) => {
    expect(isReachable({ ...place, ...change }, SCREENS)).toBe(expected);
  });
});
