// Starts the workbench for one end-to-end test: an own host process, an own folder, a fresh page.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';

const project = path.resolve(import.meta.dirname, '../..');

export interface LaunchOptions {
  /** A workbook to start with. */
  workbook?: string;
  viewport?: { width: number; height: number };
}

export interface Workbench {
  page: Page;
  /** What the page's console and the host reported as errors; a scenario fails when it is not empty. */
  faults: string[];
  /** Ends the page and the host process. */
  close(): Promise<void>;
}

/** A new folder for one test: workbooks and exports, and beneath it home and data folder of the program. */
export function makeTestFolder(): string {
  return realpathSync(mkdtempSync(path.join(tmpdir(), 'xianjie-e2e-')));
}

/** Opens the workbench in a new page of the browser; `dir` is from makeTestFolder, and stays. */
export async function launchWorkbench(browser: Browser, dir: string, options: LaunchOptions = {}): Promise<Workbench> {
  const faults: string[] = [];
  const host = await startHostProcess(dir, options.workbook, faults);
  const context = await browser.newContext({
    viewport: options.viewport ?? { width: 1366, height: 768 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // A dialog that still moves loses clicks that are faster than any hand.
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`page: ${error.stack ?? error.message}`));
  await page.goto(host.url);
  return {
    page,
    faults,
    async close() {
      await context.close();
      await host.stop();
    },
  };
}

interface HostProcess {
  url: string;
  stop(): Promise<void>;
}

function startHostProcess(dir: string, workbook: string | undefined, faults: string[]): Promise<HostProcess> {
  const home = path.join(dir, 'home');
  mkdirSync(path.join(home, '文档'), { recursive: true });
  const args = ['--no-window', ...(workbook === undefined ? [] : ['--workbook', workbook])];
  const child = spawn(process.execPath, [path.join(project, 'dist/node/host.js'), ...args], {
    // A home of its own: nothing of the developer's machine in dialogs, recent files and pictures.
    env: { ...process.env, HOME: home, USERPROFILE: home, XIANJIE_DATA: path.join(dir, 'data') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.stderr.on('data', (chunk: Buffer) => faults.push(`host: ${chunk.toString().trim()}`));
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const url = /http:\/\/127\.0\.0\.1:\d+\/#key=\S+/.exec(said)?.[0];
      if (url === undefined) return;
      resolve({
        url,
        stop: () => {
          child.kill('SIGTERM');
          return ended;
        },
      });
    });
    void ended.then(() => reject(new Error(`the host ended: ${said}${faults.join('\n')}`)));
  });
}
