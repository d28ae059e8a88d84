// Opening a workbook file: looks before it touches, takes the lock, sets and asserts the pragmas, migrates.
import { closeSync, copyFileSync, openSync, renameSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import BetterSqlite3, { type Database } from 'better-sqlite3';
import { AppError } from '#shared/values/app-error.ts';
import { localMinute } from '#shared/values/local-time.ts';
import { asidePath, hasHotJournal, journalPath, judgeJournal, readPastJournal } from './journal.ts';
import { acquireLock, type LockHolder, lockHolder, type WorkbookLock } from './lock.ts';
import { isOlder, migrate, newerFormat } from './migrate.ts';
import { foreignTriggers } from './schema-check.ts';
import { assertWorkbook } from './workbook-head.ts';

export interface OpenFile {
  db: Database;
  path: string;
  /** Why it cannot be changed, in Chinese; null where it can. Another program may take it over while it is open. */
  readOnly: string | null;
  /** What happened when it was opened, in Chinese: a step that was taken back after a crash. */
  notes: readonly string[];
  /** Throws AppError read-only where another program took the workbook over; before each step that writes. */
  assertOurs(): void;
  close(): void;
}

const MINIMUM_SQLITE = [3, 45] as const;

function damaged(path: string, why: string): AppError {
  return new AppError(
    'damaged',
    `工作簿“${basename(path)}”已损坏，无法打开（${why}）。文件没有改动；请用“恢复”找最近的备份，或把能读的内容整理到副本。`,
    { choices: ['restore'] },
  );
}

function setPragmas(db: Database, readOnly: boolean): void {
  db.pragma('foreign_keys = ON');
  db.pragma('trusted_schema = OFF');
  db.pragma('busy_timeout = 3000');
  if (!readOnly) {
    db.pragma('journal_mode = DELETE');
    db.pragma('synchronous = EXTRA');
    if (db.pragma('synchronous', { simple: true }) !== 3) throw new Error('synchronous is not EXTRA');
    if (db.pragma('journal_mode', { simple: true }) !== 'delete') throw new Error('journal_mode is not DELETE');
  }
  if (db.pragma('foreign_keys', { simple: true }) !== 1) throw new Error('foreign_keys is off');
  const version = String(db.prepare('SELECT sqlite_version()').pluck().get());
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < MINIMUM_SQLITE[0] || (major === MINIMUM_SQLITE[0] && minor < MINIMUM_SQLITE[1])) {
    throw new Error(`SQLite ${version} is too old`);
  }
}

/** Makes an empty workbook file of the current schema; the caller has asked about overwriting. */
export function createFile(path: string): Database {
  const db = new BetterSqlite3(path);
  db.pragma('page_size = 4096');
  setPragmas(db, false);
  migrate(db);
  return db;
}

export interface OpenOptions {
  /** Open without the right to change it; takes no lock. */
  readOnly?: boolean;
  /** Take over the lock of another program. */
  takeOver?: boolean;
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
  try {
    if (reason === null) {
      const got = takeLock(path, options.takeOver);
      if (typeof got === 'string') reason = got;
      else lock = got;
    }
    if (lock) settleJournal(path, notes);
    db = reason === null ? connect(path, false) : connectReader(path, notes);
    assertHealthy(db, path);
    const newer = newerFormat(db);
    if (newer !== null) {
      db.close();
      lock?.release();
      lock = undefined;
      reason = `这个工作簿由更新版本的程序保存（${newer}），只能查看；请升级程序后再修改`;
      db = connect(path, true);
    } else if (isOlder(db)) {
      if (reason === null) migrate(db, { backup: (from) => backUpBefore(path, from) });
      else db = migratedCopy(db);
    }
    const triggers = reason === null ? foreignTriggers(db) : [];
    if (triggers.length > 0) {
      db.close();
      lock?.release();
      lock = undefined;
      reason = foreignWords(triggers);
      db = connect(path, true);
    }
    return openedFile(db, path, reason, notes, lock);
  } catch (error) {
    db?.close();
    lock?.release();
    throw translateOpenError(error, path);
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
  lock: WorkbookLock | undefined,
): OpenFile {
  const file: OpenFile = {
    db,
    path,
    readOnly,
    notes,
    assertOurs() {
      if (file.readOnly !== null) return;
      const holder = lock?.lostTo() ?? null;
      if (holder === null) return;
      const who = `${holder.user || '某用户'}，电脑 ${holder.host}，${localMinute(holder.at)}`;
      file.readOnly = `已被别处接管（${who}），这个窗口只能查看；要继续修改请重新打开`;
      throw new AppError('read-only', `工作簿“${basename(path)}”${file.readOnly}。这一步没有保存，之前保存的都在。`);
    },
    close: () => {
      db.close();
      lock?.release();
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

function connect(path: string, readOnly: boolean): Database {
  const db = new BetterSqlite3(path, { readonly: readOnly, fileMustExist: true });
  setPragmas(db, readOnly);
  return db;
}

const RECOVERED = '上次没有正常退出，没有写完的一步已经撤回；此前保存的每一步都在。';

/** Before a workbook is opened for writing: a journal of its own is left to SQLite, one of another file is put aside. */
function settleJournal(path: string, notes: string[]): void {
  const verdict = judgeJournal(path);
  if (verdict === 'own') notes.push(RECOVERED);
  if (verdict === 'foreign') notes.push(putJournalAside(path));
  if (verdict === 'unclear') throw damaged(path, '旁边有没写完的日志，回放前后都核对不上');
}

/** Moves a journal away from a file that it does not belong to; says where it is now. */
export function putJournalAside(path: string): string {
  const aside = asidePath(path, '旧日志', '.xianjie-journal');
  renameSync(journalPath(path), aside);
  return `旁边有一份不属于这个文件的日志，没有使用，已改名为“${basename(aside)}”。`;
}

/** A reader never plays a journal back: with one beside the file whose writer is gone, it reads a copy in memory. */
function connectReader(path: string, notes: string[]): Database {
  if (!hasHotJournal(path) || lockHolder(path) !== null) return connect(path, true);
  const past = readPastJournal(path);
  if (!past) throw damaged(path, '旁边有没写完的日志，回放前后都核对不上');
  notes.push(past.verdict === 'own' ? RECOVERED : '旁边有一份不属于这个文件的日志，查看时没有使用。');
  const db = new BetterSqlite3(past.bytes);
  setPragmas(db, true);
  return db;
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
