// Runs a script of build/ with Node 24: `node build/run.mjs start`.
import { runWithNode24 } from './node24.mjs';

const [name, ...args] = process.argv.slice(2);
runWithNode24(`build/${name}.ts`, args);
