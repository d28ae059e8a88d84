// Who holds a workbook open for writing: a small lock file beside it, as office programs do. SQLite's own locks protect
// single transactions; this one protects a person from editing the same list in two windows. Reading is always allowed.
// The file is only looked at and changed under a guard that one process at a time can have, and appears whole.
import { randomUUID } from 'node:crypto';
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname, uptime, userInfo } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { underGuard } from './guard-file.ts';

export interface LockHolder {
  /** Names this claim: who takes the lock over writes another. Locks of 0.1.0 have none. */
  token?: string;
  pid: number;
  host: string;
  user: string;
  at: string;
  /** When the process started, where the system tells: a number that is used again is another process. */
  started?: string | null;
}

export interface WorkbookLock {
  /** Who took it over since; null while it is still ours. A lock file that somebody deleted is put back. */
  lostTo(): LockHolder | null;
  /** Gives the lock back; one that was taken over stays with its new holder. */
  release(): void;
}

function lockPath(path: string): string {
  return join(dirname(path), `.~lock.${basename(path)}#`);
}

type Found = LockHolder | 'none' | 'unreadable';

function readHolder(file: string): Found {
  try {
    const holder = JSON.parse(readFileSync(file, 'utf8')) as LockHolder;
    return typeof holder?.pid === 'number' && typeof holder.host === 'string' ? holder : 'unreadable';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'none' : 'unreadable';
  }
}

/** Start of a process as the kernel counts it; null where the system does not tell. */
function startOf(pid: number | 'self'): string | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ');
    return fields?.[19] ?? null;
  } catch {
    return null;
  }
}

/** A clock that was set may be off by some minutes. */
const CLOCK_SLACK_MS = 5 * 60_000;

function isAlive(holder: LockHolder): boolean {
  if (holder.host !== hostname()) return true;
  const bootAt = Date.now() - uptime() * 1000;
  if (Date.parse(holder.at) < bootAt - CLOCK_SLACK_MS) return false;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return !holder.started || startOf(holder.pid) === holder.started;
}

/** The account on this machine; '' where the system does not say. */
export function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}

/** A program of 0.1.0 makes its lock file empty and fills it then: one this young may still be filled. */
const FILLING_MS = 2000;

function isYoung(file: string): boolean {
  try {
    return Date.now() - statSync(file).mtimeMs < FILLING_MS;
  } catch {
    return false;
  }
}

const UNKNOWN_HOLDER = (): LockHolder => ({ pid: 0, host: hostname(), user: '', at: new Date().toISOString() });

/** Who holds a workbook open for writing; null where nobody does, or only a program that no longer runs. */
export function lockHolder(path: string): LockHolder | null {
  const file = lockPath(path);
  const found = readHolder(file);
  if (found === 'none') return null;
  if (found === 'unreadable') return isYoung(file) ? UNKNOWN_HOLDER() : null;
  return isAlive(found) ? found : null;
}

/** Takes the lock, or says who holds it. A lock left behind by a program that no longer runs is taken over. */
export function acquireLock(path: string, takeOver = false): WorkbookLock | { holder: LockHolder } {
  const file = lockPath(path);
  const mine: LockHolder = {
    token: randomUUID(),
    pid: process.pid,
    host: hostname(),
    user: accountName(),
    at: new Date().toISOString(),
    started: startOf('self'),
  };
  return underGuard(file, () => {
    const holder = lockHolder(path);
    if (holder && !takeOver) return { holder };
    writeWhole(file, mine);
    return heldLock(file, mine);
  });
}

function writeWhole(file: string, holder: LockHolder): void {
  const beside = `${file}${holder.token}`;
  try {
    writeFileSync(beside, JSON.stringify(holder), { flag: 'wx' });
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

function heldLock(file: string, mine: LockHolder): WorkbookLock {
  const isMine = (found: Found): boolean => typeof found === 'object' && found.token === mine.token;
  return {
    lostTo() {
      const found = readHolder(file);
      if (isMine(found)) return null;
      return underGuard(file, () => {
        const now = readHolder(file);
        if (now === 'none') {
          writeWhole(file, mine);
          return null;
        }
        if (isMine(now)) return null;
        return now === 'unreadable' ? UNKNOWN_HOLDER() : now;
      });
    },
    release() {
      underGuard(file, () => {
        if (isMine(readHolder(file))) rmSync(file, { force: true });
      });
    },
  };
}
