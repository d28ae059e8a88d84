// Moves a finished draft to its final name so that it survives a power cut, and clears away drafts of programs that were
// killed.
import { closeSync, fsyncSync, openSync, readdirSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** The name of a draft beside its target; it names the process that writes it. */
export function draftPath(target: string): string {
  return join(dirname(target), `.${basename(target)}.${process.pid}.part`);
}

/** Flushes a draft, renames it and flushes the folder. */
export function moveIntoPlace(draft: string, target: string): void {
  flush(draft, 'r+');
  renameSync(draft, target);
  try {
    flush(dirname(target), 'r');
  } catch {
    // Some systems cannot flush a folder; the content is on the disk already.
  }
}

function flush(path: string, flags: string): void {
  const descriptor = openSync(path, flags);
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Deletes drafts of a target, and their journals, whose process is gone. */
export function clearDrafts(target: string): void {
  clearDraftsIn(dirname(target), `.${basename(target)}.`);
}

/** Deletes drafts of all targets of a folder whose process is gone; `start` is how their names begin. */
export function clearDraftsIn(folder: string, start = '.'): void {
  for (const name of readdirSync(folder)) {
    const pid = name.startsWith(start)
      ? /(?:^|\.)(\d+)\.part(?:-journal)?$/.exec(name.slice(start.length))?.[1]
      : undefined;
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(folder, name), { force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Whether two paths are one file, however they are spelled. */
export function isSameFile(a: string, b: string): boolean {
  if (a === b) return true;
  try {
    const [left, right] = [statSync(a), statSync(b)];
    return (left.dev === right.dev && left.ino === right.ino && left.ino !== 0) || realpathSync(a) === realpathSync(b);
  } catch {
    return false;
  }
}
