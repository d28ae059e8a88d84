// Who holds a workbook open for writing: a small lock file beside it, as office programs do. SQLite's own locks protect
// single transactions; this one protects a person from editing the same list in two windows. Reading is always allowed.
import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { basename, dirname, join } from 'node:path';

export interface LockHolder {
  pid: number;
  host: string;
  user: string;
  at: string;
}

export interface WorkbookLock {
  release(): void;
}

function lockPath(path: string): string {
  return join(dirname(path), `.~lock.${basename(path)}#`);
}

function readHolder(path: string): LockHolder | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as LockHolder;
  } catch {
    return null;
  }
}

function isAlive(holder: LockHolder): boolean {
  if (holder.host !== hostname()) return true;
  try {
    process.kill(holder.pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The account on this machine; '' where the system does not say. */
export function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}

/** Takes the lock, or says who holds it. A lock left behind by a program that no longer runs is taken over. */
export function acquireLock(path: string, takeOver = false): WorkbookLock | { holder: LockHolder } {
  const file = lockPath(path);
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      const descriptor = openSync(file, 'wx');
      const holder: LockHolder = {
        pid: process.pid,
        host: hostname(),
        user: accountName(),
        at: new Date().toISOString(),
      };
      writeSync(descriptor, JSON.stringify(holder));
      closeSync(descriptor);
      return { release: () => rmSync(file, { force: true }) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const holder = readHolder(file);
      if (holder && isAlive(holder) && !takeOver) return { holder };
      rmSync(file, { force: true });
    }
  }
  throw new Error(`cannot take the lock ${file}`);
}
