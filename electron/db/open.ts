// Opening a workbook file: looks before it touches, takes the lock, sets and asserts the pragmas, migrates.
import { closeSync, copyFileSync, openSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import BetterSqlite3, { type Database } from 'better-sqlite3';
import { AppError } from '#shared/values/app-error.ts';
import { localMinute } from '#shared/values/local-time.ts';
import { asidePath } from './journal.ts';
import { acquireLock, type LockHolder, type WorkbookLock } from './lock.ts';
import { damaged, type Medium, mediumOf, setPragmas } from './medium.ts';
import { isOlder, migrate, newerFormat } from './migrate.ts';
import { fileNumber, movedWords } from './moved-file.ts';
import { foreignTriggers } from './schema-check.ts';
import { assertWorkbook } from './workbook-head.ts';

export interface OpenFile {
  db: Database;
  path: string;
  /** Why it cannot be changed, in Chinese; null where it can. Another program may take it over while it is open. */
  readOnly: string | null;
  hasPassword: boolean;
  /** What happened when it was opened, in Chinese: a step that was taken back after a crash. */
  notes: readonly string[];
  /** Throws AppError read-only where another program took the workbook over; before each step that writes. */
  assertOurs(): void;
  /** Puts a finished step on the disk, where SQLite did not do that. Throws the error of the disk; it is only looked at then. */
  keep(): void;
  close(): void;
}

/** An empty workbook of the current schema, in memory: what is to be sealed by a password never lies plain on a disk. */
export function createImage(): Database {
  const db = new BetterSqlite3(':memory:');
  db.pragma('page_size = 4096');
  setPragmas(db, true);
  migrate(db);
  return db;
}

export interface OpenOptions {
  /** Open without the right to change it; takes no lock. */
  readOnly?: boolean;
  /** Take over the lock of another program. */
  takeOver?: boolean;
  /** Whoever opens it looks at all of it: its pages are not looked at twice, and what is damaged does not end the opening. */
  isExamined?: boolean;
}

/**
 * Opens a workbook. Errors (AppError): file-missing, cannot-read, not-a-workbook, damaged, locked.
 * A file of a newer version, or one that cannot be written, opens read-only and says why.
 */
export function openFile(path: string, options: OpenOptions = {}): OpenFile {
  assertWorkbook(path);
  const notes: string[] = [];
  let reason = options.readOnly ? '以只读方式打开' : writeObstacle(path);
  let db: Database | undefined;
  let lock: WorkbookLock | undefined;
  const medium = mediumOf(path, notes);
  try {
    if (reason === null) {
      const got = takeLock(path, options.takeOver);
      if (typeof got === 'string') reason = got;
      else lock = got;
    }
    db = medium.connect(lock ? 'write' : 'read');
    if (!options.isExamined) assertHealthy(db, path);
    const newer = newerFormat(db);
    if (newer !== null) {
      lookOnly(`这个工作簿由更新版本的程序保存（${newer}），只能查看；请升级程序后再修改`);
    } else if (isOlder(db)) {
      if (reason === null) {
        migrate(db, { backup: (from) => backUpBefore(path, from) });
        medium.keep(db);
      } else db = migratedCopy(db);
    }
    const triggers = reason === null ? foreignTriggers(db) : [];
    if (triggers.length > 0) lookOnly(foreignWords(triggers));
    return openedFile(db, path, reason, notes, medium, lock);
  } catch (error) {
    db?.close();
    medium.close();
    lock?.release();
    throw translateOpenError(error, path);
  }

  function lookOnly(why: string): void {
    db?.close();
    reason = why;
    db = medium.connect('read');
    lock?.release();
    lock = undefined;
  }
}

/** Why a workbook with triggers of somebody else's is only looked at: they would change other rows with every edit. */
function foreignWords(triggers: readonly string[]): string {
  const names = triggers.map((name) => `“${name}”`).join('、');
  return `文件里有不是本程序建立的触发器${names}，会在修改时暗中改动别的项目，只能查看；请用“恢复”把它整理到副本，再在副本中修改`;
}

function openedFile(
  db: Database,
  path: string,
  readOnly: string | null,
  notes: readonly string[],
  medium: Medium,
  lock: WorkbookLock | undefined,
): OpenFile {
  // A file with a password is put in place anew with each step; Windows lets nobody put another file in its place.
  const number = medium.hasPassword || process.platform === 'win32' ? null : fileNumber(path);
  const file: OpenFile = {
    db,
    path,
    readOnly,
    hasPassword: medium.hasPassword,
    notes,
    assertOurs() {
      if (file.readOnly !== null) return;
      const moved = movedWords(path, number);
      if (moved !== null) {
        file.readOnly = moved;
        throw new AppError('file-missing', `工作簿“${basename(path)}”的${moved}。这一步没有保存，之前保存的都在。`);
      }
      const holder = lock?.lostTo() ?? null;
      if (holder === null) return;
      const who = `${holder.user || '某用户'}，电脑 ${holder.host}，${localMinute(holder.at)}`;
      file.readOnly = `已被别处接管（${who}），这个窗口只能查看；要继续修改请重新打开`;
      throw new AppError('read-only', `工作簿“${basename(path)}”${file.readOnly}。这一步没有保存，之前保存的都在。`);
    },
    keep() {
      try {
        medium.keep(db);
      } catch (error) {
        // What is in memory is ahead of the file now: only the file counts.
        file.readOnly = '上一步没有写进文件，这个窗口只能查看；请清理磁盘或插好移动盘，再重新打开';
        const { code = '' } = error as NodeJS.ErrnoException;
        if (code === 'ENOSPC' || code === 'EDQUOT')
          throw new AppError('disk-full', '磁盘已满，这一步没有保存，之前保存的都在。请清理磁盘后重新打开工作簿。');
        throw new AppError(
          'cannot-write',
          `写入工作簿失败（${code || String(error)}），这一步没有保存，之前保存的都在。请检查磁盘或移动盘，再重新打开工作簿。`,
        );
      }
    },
    close: () => {
      try {
        if (file.readOnly === null) medium.keep(db);
      } finally {
        db.close();
        medium.close();
        lock?.release();
      }
    },
  };
  return file;
}

/** The lock; or, where there is no room for its file, why the workbook can only be looked at. */
function takeLock(path: string, takeOver: boolean | undefined): WorkbookLock | string {
  try {
    const got = acquireLock(path, takeOver);
    if (!('holder' in got)) return got;
    throw lockedElsewhere(path, got.holder, '请先在那边关闭它，或者以只读方式打开。', ['readOnly', 'takeOver']);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOSPC' || code === 'EDQUOT') return '磁盘已满，只能查看；请清理磁盘后重新打开';
    throw error;
  }
}

/** The refusal for a workbook that is open elsewhere. */
export function lockedElsewhere(path: string, holder: LockHolder, advice: string, choices: string[] = []): AppError {
  return new AppError(
    'locked',
    `工作簿“${basename(path)}”正在别处打开（${holder.user || '某用户'}，电脑 ${holder.host}，${localMinute(holder.at)}）。${advice}`,
    { choices },
  );
}

/** The content of an older workbook in memory, brought to the current schema: a reader leaves the file as it is. */
function migratedCopy(db: Database): Database {
  const copy = new BetterSqlite3(db.serialize());
  db.close();
  setPragmas(copy, true);
  migrate(copy);
  return copy;
}

/** Why a file cannot be written, found out without writing into it. */
function writeObstacle(path: string): string | null {
  for (const target of [path, dirname(path)]) {
    try {
      if (target === path) closeSync(openSync(target, 'r+'));
      else if ((statSync(target).mode & 0o222) === 0) return '所在文件夹是只读的，只能查看；请复制到本机文件夹再修改';
    } catch {
      return '文件是只读的（属性只读、没有写权限或介质写保护），只能查看；请另存一份再修改';
    }
  }
  return (statSync(path).mode & 0o222) === 0 ? '文件是只读的，只能查看；请取消只读属性或另存一份再修改' : null;
}

function assertHealthy(db: Database, path: string): void {
  const result = db.pragma('quick_check(3)') as { quick_check: string }[];
  if (result[0]?.quick_check !== 'ok') throw damaged(path, '内部校验不通过');
}

function backUpBefore(path: string, fromVersion: number): void {
  copyFileSync(path, asidePath(path, `升级前v${fromVersion}`, '.xianjie'));
}

function translateOpenError(error: unknown, path: string): unknown {
  if (error instanceof AppError) return error;
  const code = (error as { code?: string }).code ?? '';
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_ERROR')
    return damaged(path, (error as Error).message);
  if (code.startsWith('SQLITE_BUSY')) {
    return new AppError('locked', `工作簿“${basename(path)}”正被别的程序占用，请稍后再试。`, { choices: ['readOnly'] });
  }
  if (code === 'ENOSPC' || code === 'SQLITE_FULL')
    return new AppError('disk-full', '磁盘已满，请清理后再试。文件没有改动。');
  return error;
}
