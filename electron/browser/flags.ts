// Command line switches for a browser that we start ourselves: no first-run pages, no network of its own.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from './find.ts';

const QUIET = [
  '--no-first-run',
  '--no-default-browser-check',
  '--password-store=basic',
  '--use-mock-keychain',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-sync',
  '--disable-features=Translate,MediaRouter,OptimizationHints',
  '--metrics-recording-only',
  '--no-pings',
  // The workbench never uses the network: the browser can reach this machine and nothing else.
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
];

export function isRoot(): boolean {
  return process.platform !== 'win32' && process.getuid?.() === 0;
}

/** The switches each start has; Chromium refuses to run as root with its sandbox on. */
export function browserFlags(profile: string, asRoot: boolean = isRoot()): string[] {
  return [`--user-data-dir=${profile}`, ...QUIET, ...(asRoot ? ['--no-sandbox', '--test-type'] : [])];
}

/** A new empty folder that this browser may use. */
export function makeWorkFolder(browser: Browser): string {
  const parent = browser.workFolder ?? tmpdir();
  mkdirSync(parent, { recursive: true });
  return mkdtempSync(path.join(parent, 'xianjie-browser-'));
}

/** Removes such a folder; a browser may still be writing in it while it ends, hence the retries. */
export function removeWorkFolder(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  } catch {
    // A leftover in the temp folder is no reason to tell the user that printing failed.
  }
}
