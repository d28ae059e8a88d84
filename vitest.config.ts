// Unit and integration tests; the end-to-end tests have their own runner (test/e2e).
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Tests of pure functions share no state: one worker runs many of their files, and loads what they have in common once. */
const PURE = ['shared', 'seeds', 'renderer'].map((folder) => `test/unit/${folder}/**/*.test.{ts,tsx}`);

export default defineConfig({
  test: {
    globalSetup: ['build/program-setup.ts'],
    pool: 'forks',
    // All processors: Vitest would leave one idle, which of two is half.
    maxWorkers: availableParallelism(),
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A test that waits for other processes can miss its time on a busy machine; npm test tells what needed a second try.
    retry: 1,
    projects: [
      { extends: true, test: { name: 'pure', include: PURE, isolate: false } },
      {
        extends: true,
        test: {
          name: 'whole',
          include: ['test/unit/**/*.test.{ts,tsx}', 'test/integration/**/*.test.ts'],
          exclude: PURE,
        },
      },
    ],
  },
});
