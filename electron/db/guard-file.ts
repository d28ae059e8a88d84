// A guard that one process at a time can have, for the few milliseconds of a decision: a file that is made exclusively.
import { closeSync, linkSync, openSync, renameSync, rmSync, statSync } from 'node:fs';

const WAIT_MS = 5;
const PATIENCE_MS = 5000;
/** A guard this old was left behind by a program that was killed while it had it. */
const STALE_MS = 3000;

/** Runs `decide` while no other process runs one for the same file. Throws where the guard cannot be had. */
export function underGuard<T>(file: string, decide: () => T): T {
  const guard = `${file}guard`;
  const until = Date.now() + PATIENCE_MS;
  while (!make(guard)) {
    removeStale(guard);
    if (Date.now() > until) throw new Error(`cannot get the guard ${guard}`);
    pause(WAIT_MS);
  }
  try {
    return decide();
  } finally {
    rmSync(guard, { force: true });
  }
}

function make(guard: string): boolean {
  try {
    closeSync(openSync(guard, 'wx'));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Only one of several processes can move a stale guard away; a fresh one that was caught by mistake is put back. */
function removeStale(guard: string): void {
  const isStale = (file: string): boolean => Date.now() - statSync(file).mtimeMs >= STALE_MS;
  try {
    if (!isStale(guard)) return;
    const aside = `${guard}.${process.pid}`;
    renameSync(guard, aside);
    if (!isStale(aside)) linkSync(aside, guard);
    rmSync(aside, { force: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'EEXIST') throw error;
  }
}

function pause(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
