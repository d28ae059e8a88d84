// Opens the workbench in a window of its own (no tabs, no address bar) of an installed browser.
import { spawn } from 'node:child_process';
import type { Browser } from './find.ts';
import { browserFlags, makeWorkFolder, removeWorkFolder } from './flags.ts';

export interface AppWindow {
  /** Resolves when the window is gone: true when it was closed, false when the browser could not show it. */
  closed: Promise<boolean>;
  close(): Promise<void>;
}

/** Starts the browser on an address. Its profile is new and is removed when the window is closed. */
export function openAppWindow(url: string, browser: Browser): AppWindow {
  const profile = makeWorkFolder(browser);
  const child = spawn(browser.path, [`--app=${url}`, '--window-size=1366,820', ...browserFlags(profile)], {
    stdio: 'ignore',
  });
  let isClosedByUs = false;
  const closed = new Promise<boolean>((resolve) => {
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0 || isClosedByUs));
  }).finally(() => removeWorkFolder(profile));
  return {
    closed,
    async close() {
      isClosedByUs = true;
      child.kill();
      await closed;
    },
  };
}
