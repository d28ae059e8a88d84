#!/usr/bin/env node
// The command `xianjie`, as npx finds it in a checkout.
import { runWithNode24 } from './node24.mjs';

runWithNode24('electron/cli/main.ts', process.argv.slice(2));
