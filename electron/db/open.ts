// Opening a workbook file: looks before it touches, takes the lock, sets and asserts the pragmas, migrates.
import { closeSync, copyFileSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import BetterSqlite3, { type Database } from 'better-sqlite3';
import { AppError } from '#shared/contract/reply.ts';
import { localMinute } from '#shared/format/local-time.ts';
import { acquireLock, type WorkbookLock } from './lock.ts';
import { isOlder, migrate, newerFormat } from './migrate.ts';
import { APPLICATION_ID } from './migrations/index.ts';

export interface OpenFile {
  db: Database;
  path: string;
  /** Why it cannot be changed, in Chinese; null where it can. */
  readOnly: string | null;
  close(): void;
}

const OLE2_MAGIC = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);
const MINIMUM_SQLITE = [3, 45] as const;

function readHead(path: string): Buffer {
  let descriptor: number;
  try {
    if (statSync(path).isDirectory())
      throw new AppError('not-a-workbook', `“${basename(path)}”是文件夹，不是工作簿。请选择扩展名为 .xianjie 的文件。`);
    descriptor = openSync(path, 'r');
  } catch (error) {
    if (error instanceof AppError) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT')
      throw new AppError('file-missing', `找不到文件“${basename(path)}”。它可能被移动、改名或删除了，请重新选择。`);
    throw new AppError(
      'cannot-read',
      `无法读取文件“${basename(path)}”（${code ?? error}）。请检查是否有读取权限、移动盘是否插好。`,
    );
  }
  try {
    const head = Buffer.alloc(100);
    return head.subarray(0, readSync(descriptor, head, 0, 100, 0));
  } finally {
    closeSync(descriptor);
  }
}

/** Refuses what is no workbook, saying what it is where that can be told. */
function assertWorkbook(path: string): void {
  const head = readHead(path);
  const name = basename(path);
  if (head.length === 0)
    throw new AppError('not-a-workbook', `文件“${name}”是空的，不是工作簿。请选择别的文件，或新建工作簿。`);
  if (head.subarray(0, 16).toString('latin1') !== 'SQLite format 3\0') {
    const isSheet = head.subarray(0, 2).toString('latin1') === 'PK' || head.subarray(0, 4).equals(OLE2_MAGIC);
    throw new AppError(
      'not-a-workbook',
      isSheet
        ? `“${name}”是 Excel 等表格文件，不是工作簿。请先新建或打开工作簿，再用“导入”读入它。`
        : `“${name}”不是衔接规划工作台的工作簿（.xianjie）。请选择别的文件。`,
    );
  }
  if (head.length < 100 || head.readUInt32BE(68) !== APPLICATION_ID) {
    throw new AppError('not-a-workbook', `“${name}”是别的程序的数据库文件，不是衔接规划工作台的工作簿。文件没有改动。`);
  }
}

function damaged(path: string, why: string): AppError {
  return new AppError(
    'damaged',
    `工作簿“${basename(path)}”已损坏，无法打开（${why}）。文件没有改动；请用最近的备份，或从移动盘重新复制一份再试。`,
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
  let reason = options.readOnly ? '以只读方式打开' : null;
  let db: Database | undefined;
  let lock: WorkbookLock | undefined;
  try {
    if (reason === null) reason = writeObstacle(path);
    if (reason === null) {
      const got = acquireLock(path, options.takeOver);
      if ('holder' in got) {
        const { holder } = got;
        throw new AppError(
          'locked',
          `工作簿“${basename(path)}”正在别处打开（${holder.user || '某用户'}，电脑 ${holder.host}，${localMinute(holder.at)}）。` +
            '请先在那边关闭它，或者以只读方式打开。',
          { choices: ['readOnly', 'takeOver'] },
        );
      }
      lock = got;
    }
    db = new BetterSqlite3(path, { readonly: reason !== null, fileMustExist: true });
    setPragmas(db, reason !== null);
    assertHealthy(db, path);
    const newer = newerFormat(db);
    if (newer !== null) {
      db.close();
      lock?.release();
      lock = undefined;
      reason = `这个工作簿由更新版本的程序保存（${newer}），只能查看；请升级程序后再修改`;
      db = new BetterSqlite3(path, { readonly: true });
      setPragmas(db, true);
    } else if (isOlder(db)) {
      if (reason === null) migrate(db, { backup: (from) => copyFileSync(path, backupPath(path, from)) });
      else db = migratedCopy(db);
    }
    const opened = db;
    const held = lock;
    return {
      db: opened,
      path,
      readOnly: reason,
      close: () => {
        opened.close();
        held?.release();
      },
    };
  } catch (error) {
    db?.close();
    lock?.release();
    throw translateOpenError(error, path);
  }
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

function backupPath(path: string, fromVersion: number): string {
  const stem = join(dirname(path), basename(path).replace(/\.xianjie$/i, ''));
  for (let number = 1; ; number += 1) {
    const candidate = `${stem}.升级前v${fromVersion}${number === 1 ? '' : `-${number}`}.xianjie`;
    if (!existsSync(candidate)) return candidate;
  }
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
