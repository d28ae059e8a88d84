#!/usr/bin/env node
// The command `xianjie`, as npx finds it in a checkout.
import { runHereOrWithNode24 } from './node24.mjs';

await runHereOrWithNode24('electron/cli/main.ts', process.argv.slice(2));
