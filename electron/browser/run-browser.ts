// Runs an installed browser once, without a window, on a page of ours.
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { AppError } from '#shared/values/app-error.ts';
import type { Browser } from './find.ts';
import { browserFlags, makeWorkFolder, removeWorkFolder } from './flags.ts';

/** A very long annex takes seconds; minutes mean that the browser hangs. */
const PATIENCE_MS = 180_000;

export interface BrowserRun {
  /** A folder that the browser may write to; gone after the run. */
  work: string;
  stdout: string;
  /** What the browser said, for the details of an error. */
  said: string;
}

/**
 * Loads `html` with the given switches and hands the finished run to `use`.
 * Throws AppError `printer-missing` where the browser cannot be started, `internal` where it hangs.
 */
export async function runBrowser<T>(
  browser: Browser,
  html: string,
  switches: (work: string) => string[],
  use: (run: BrowserRun) => T | Promise<T>,
  timeoutMs = PATIENCE_MS,
): Promise<T> {
  const work = makeWorkFolder(browser);
  try {
    const page = path.join(work, 'page.html');
    writeFileSync(page, html);
    const args = ['--headless', '--disable-gpu', ...browserFlags(path.join(work, 'profile')), ...switches(work)];
    const output = await start(browser.path, [...args, pathToFileURL(page).href], timeoutMs);
    return await use({ work, ...output });
  } finally {
    removeWorkFolder(work);
  }
}

function start(program: string, args: string[], timeoutMs: number): Promise<Omit<BrowserRun, 'work'>> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const stdout: Buffer[] = [];
    let said = '';
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new AppError('internal', `打印用的浏览器 ${Math.round(timeoutMs / 1000)} 秒内没有完成，已停止。`));
    }, timeoutMs);
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4000);
    });
    child.once('error', (error) => {
      clearTimeout(timer);
      reject(new AppError('printer-missing', `浏览器无法启动：${program}（${error.message}）。`));
    });
    child.once('close', () => {
      clearTimeout(timer);
      resolve({ stdout: Buffer.concat(stdout).toString(), said });
    });
  });
}
