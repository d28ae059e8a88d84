// Tests of a copy of the sources with a fault in it (test/mutate): as always, but nothing is built from it.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import usual from '../vitest.config.ts';

export default defineConfig({
  ...usual,
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: { ...usual.test, globalSetup: [] },
});
