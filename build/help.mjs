// `xianjie --help`: the texts that the build wrote, printed without starting the program. Plain JavaScript for any Node.
import { readdirSync, readFileSync, statSync, writeSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('..', import.meta.url));
const TEXTS = path.join(project, 'dist/node/help.json');
/** What help is written from. */
const SOURCES = path.join(project, 'electron/cli');
const WORDS = ['--help', '-h', 'help'];

/** The command that help is asked for, '' for all; null for anything else. */
function askedFor(args) {
  const [first, second, ...more] = args;
  if (more.length > 0) return null;
  if (WORDS.includes(first)) return second ?? '';
  return second === '--help' ? first : null;
}

/** True where the help was printed; false: the program itself has to answer. */
export function printHelp(args) {
  const name = askedFor(args);
  if (name === null) return false;
  try {
    const written = statSync(TEXTS).mtimeMs;
    const isNewer = (file) => statSync(path.join(SOURCES, file)).mtimeMs > written;
    if (readdirSync(SOURCES).some(isNewer)) return false;
    const { overall, commands } = JSON.parse(readFileSync(TEXTS, 'utf8'));
    const text = name === '' ? overall : Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (text === undefined) return false;
    // A reader that goes away ends the output.
    writeSync(1, text);
  } catch (error) {
    if (error.code !== 'EPIPE') return false;
  }
  return true;
}
