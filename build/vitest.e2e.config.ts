// End-to-end tests: the built page in a real Chromium, two files at a time: while one waits for its page, the other works.
// Each scenario has a program, a folder and a home of its own. Filter by file or by name:
// vitest run -c build/vitest.e2e.config.ts import -t 514
import path from 'node:path';
import { defineConfig } from 'vitest/config';

/** The same folder as in node24.mjs. */
const CACHE = '../node_modules/.cache/xianjie/node';

export default defineConfig({
  root: path.resolve(import.meta.dirname, '..'),
  test: {
    include: ['test/e2e/**/*.e2e.ts'],
    globalSetup: ['build/e2e-setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // Every scenario starts the program: with the compiled sources kept beside the packages in half the time.
    env: { NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? path.resolve(import.meta.dirname, CACHE) },
    // A window under load can miss a click; npm test tells what needed a second try.
    retry: 1,
    testTimeout: 180_000,
    hookTimeout: 60_000,
    // How long a picture on the screen may take to come true on a busy machine; a failure still fails.
    expect: { poll: { timeout: 15_000 } },
  },
});
