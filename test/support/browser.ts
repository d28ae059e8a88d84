// The Chromium that the end-to-end tests drive: the installed one, started as the tests need it.
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';
import { requireBrowser } from '#electron/browser/find.ts';
import { isRoot } from '#electron/browser/flags.ts';

/** Starts the browser; the caller closes it. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: requireBrowser('端到端测试').path,
    args: [...(isRoot() ? ['--no-sandbox'] : []), '--lang=zh-CN'],
    // Hidden scrollbars make the grid cut off its last row and its right columns.
    ignoreDefaultArgs: ['--hide-scrollbars'],
  });
}
