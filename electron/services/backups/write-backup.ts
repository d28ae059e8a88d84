// Makes one automatic backup, from snapshot to note. It counts as one only after it was read back from the disk: byte for
// byte the snapshot, sound inside, its chain ending where the workbook's does. Runs in a thread of its own.
import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { bytesLike, readSnapshot } from '#electron/db/snapshot.ts';
import { clearDraftsIn, draftPath, moveIntoPlace } from '#electron/files/move-into-place.ts';
import { AppError } from '#shared/values/app-error.ts';
import { examineFile } from '../verify.ts';
import { describeContent } from './content.ts';
import type { BackupLimits } from './rotate.ts';
import {
  type BackupNote,
  freeBackupPath,
  makeBackupFolder,
  rotateBackups,
  type StoredBackup,
  writeNote,
} from './store.ts';

export interface BackupOrder {
  workbook: string;
  /** The folder of all backups. */
  store: string;
  /** In Chinese. */
  reason: string;
  /** ISO time. */
  at: string;
  limits: BackupLimits;
}

export interface BackupTools {
  /** The workbook may be changed from here on: what goes into the backup is taken. */
  onSnapshot?: () => void;
  /** Writes bytes to a new file; a test gives one that does it wrong. */
  write?: (path: string, bytes: Buffer) => void;
}

/**
 * Writes and verifies a backup, then deletes what is no longer kept. Errors (AppError): damaged where the workbook itself is
 * not sound, cannot-write where the copy is not what it should be, disk-full. Nothing is left behind then.
 */
export function writeBackup(order: BackupOrder, { onSnapshot, write = writeFlushed }: BackupTools = {}): StoredBackup {
  const bytes = readSnapshot(order.workbook);
  onSnapshot?.();
  const name = basename(order.workbook);
  const content = contentOf(bytes, name);
  const at = new Date(order.at);
  const path = placeFor(order, at);
  const draft = draftPath(path);
  try {
    clearDraftsIn(dirname(path));
    const written = bytesLike([order.workbook], bytes);
    write(draft, written);
    const sha256 = hashOf(written);
    assertWritten(draft, sha256, content.head, name);
    moveIntoPlace(draft, path);
    const note: BackupNote = { ...content, ...describe(order), bytes: written.length, sha256 };
    writeNote(path, note);
    rotateBackups(dirname(path), at, order.limits);
    return { ...note, path };
  } catch (error) {
    rmSync(draft, { force: true });
    throw inWords(error);
  }
}

function describe({ workbook, at, reason }: BackupOrder): Pick<BackupNote, 'workbook' | 'at' | 'reason'> {
  return { workbook, at, reason };
}

function placeFor({ store, workbook }: BackupOrder, at: Date): string {
  try {
    return freeBackupPath(makeBackupFolder(store, workbook), at);
  } catch (error) {
    throw inWords(error);
  }
}

function contentOf(bytes: Buffer, name: string): ReturnType<typeof describeContent> {
  let db: BetterSqlite3.Database | undefined;
  try {
    db = new BetterSqlite3(bytes);
    return describeContent(db);
  } catch (error) {
    throw new AppError('damaged', `工作簿“${name}”有损坏，没有作自动备份（${(error as Error).message}）。`);
  } finally {
    db?.close();
  }
}

/** Reads the copy back from the disk. A damaged workbook gives no backup: it would push sound ones out. */
function assertWritten(draft: string, sha256: string, head: string, name: string): void {
  if (hashOf(readFileSync(draft)) !== sha256) {
    throw new AppError('cannot-write', '写出的副本与工作簿不一致，没有作为备份留下。请检查磁盘。');
  }
  const examination = examineFile(draft);
  if (examination.problems.length > 0) {
    const [first = ''] = examination.problems;
    throw new AppError('damaged', `工作簿“${name}”有损坏，没有作自动备份：${first}`);
  }
  if (examination.head !== head) throw new AppError('cannot-write', '副本的校验码与工作簿不同，没有作为备份留下。');
}

export function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Writes bytes that are on the disk when it returns. */
export function writeFlushed(path: string, bytes: Buffer): void {
  const file = openSync(path, 'w');
  try {
    for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function inWords(error: unknown): unknown {
  if (error instanceof AppError) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new AppError('disk-full', '磁盘已满，没有作自动备份。请清理磁盘。');
  return new AppError('cannot-write', `没有作自动备份（${message}）。请检查程序数据文件夹的空间和写权限。`);
}
