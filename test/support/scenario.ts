// One end-to-end test: `scenario('name', async ({ page, dir }) => ...)`. It gets a fresh workbench, fails on any error
// in the page's console or from the host, and leaves a picture and the errors in test-results/ when it fails.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import type { LaunchOptions } from './launch.ts';
import { launchWorkbench, makeTestFolder } from './launch.ts';

const results = path.resolve(import.meta.dirname, '../../test-results');

let shared: Promise<Browser> | null = null;
/** One browser for all scenarios of a file. */
function sharedBrowser(): Promise<Browser> {
  shared ??= launchBrowser();
  return shared;
}
afterAll(async () => {
  await (await shared)?.close();
});

export interface Scenario {
  page: Page;
  /** An own folder for workbooks and exports. */
  dir: string;
  /** Keeps a picture of the page in test-results/pictures, whatever comes of the test. */
  picture(name: string): Promise<void>;
  /** Ends the program and starts it again on the same machine, as the next morning; gives the new page. */
  restart(options?: LaunchOptions): Promise<Page>;
}

export function scenario(name: string, run: (scenario: Scenario) => Promise<void>, options: LaunchOptions = {}): void {
  test(name, async () => {
    const dir = makeTestFolder();
    try {
      await play(name, dir, run, options);
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  });
}

async function play(
  name: string,
  dir: string,
  run: (scenario: Scenario) => Promise<void>,
  options: LaunchOptions,
): Promise<void> {
  const browser = await sharedBrowser();
  let bench = await launchWorkbench(browser, dir, options);
  try {
    await run({
      dir,
      get page() {
        return bench.page;
      },
      picture: (file) => takePicture(bench.page, path.join(results, 'pictures', file)),
      async restart(again = {}) {
        expect(bench.faults).toEqual([]);
        await bench.close();
        bench = await launchWorkbench(browser, dir, { ...options, ...again });
        return bench.page;
      },
    });
    expect(bench.faults).toEqual([]);
  } catch (error) {
    const file = path.join(results, name.replace(/[^\p{L}\p{N}]+/gu, '-'));
    await takePicture(bench.page, file).catch(() => {});
    writeFileSync(`${file}.txt`, bench.faults.join('\n'));
    throw error;
  } finally {
    await bench.close();
  }
}

async function takePicture(page: Page, file: string): Promise<void> {
  mkdirSync(path.dirname(file), { recursive: true });
  await page.screenshot({ path: `${file}.png` });
}
