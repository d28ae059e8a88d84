// Opens the workbench in a window of its own (no tabs, no address bar) of an installed browser.
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { escapeHtml } from '#shared/values/escape-html.ts';
import type { Browser } from './find.ts';
import { browserFlags, makeWorkFolder, removeWorkFolder } from './flags.ts';

export interface AppWindow {
  /** Resolves when the window is gone: true when it was closed, false when the browser could not show it. */
  closed: Promise<boolean>;
  close(): Promise<void>;
}

/**
 * Starts the browser on an address. Its profile is new and is removed when the window is closed. The address does not
 * stand in its arguments, which everybody on the machine may read: a page that only we can read leads to it.
 */
export function openAppWindow(url: string, browser: Browser): AppWindow {
  const profile = makeWorkFolder(browser);
  const child = spawn(
    browser.path,
    [`--app=${pathToFileURL(writeOpener(profile, url)).href}`, '--window-size=1366,820', ...browserFlags(profile)],
    {
      stdio: 'ignore',
    },
  );
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

/** The page that goes on to `url` at once. */
function writeOpener(folder: string, url: string): string {
  const file = path.join(folder, 'open.html');
  const goOn = `<meta http-equiv="refresh" content="0;url=${escapeHtml(url)}">`;
  writeFileSync(file, `<!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer">${goOn}`, {
    mode: 0o600,
  });
  return file;
}
