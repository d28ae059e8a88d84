#!/usr/bin/env node
// The command `xianjie`, as npx finds it in a checkout.
import { statSync } from 'node:fs';
import { printHelp } from './help.mjs';

/** Bytes from which an imported file is a long list: some 15,000 rows of 45 columns. */
const LARGE = 4 * 1024 * 1024;

const args = process.argv.slice(2);
const isLargeImport =
  args[0] === 'import' && args.slice(2).some((file) => (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LARGE);

// Node keeps up to 100 MB for objects that were just made. The cells of a long list stay, so that room only adds to the
// peak: 60,000 rows need 100 MB less with a smaller one. A short list starts sooner without a process of its own.
if (!printHelp(args)) {
  const { runHereOrWithNode24 } = await import('./node24.mjs');
  await runHereOrWithNode24('build/xianjie.ts', args, isLargeImport ? ['--max-semi-space-size=16'] : []);
}
