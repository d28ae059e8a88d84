// Finds the backups of a workbook — the automatic ones, and files beside it that are earlier states of it — and says of
// each what is in it, what changed since, and whether it is sound. Runs in a thread: every file is read.
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import BetterSqlite3, { type Database } from 'better-sqlite3';
import { isOlder, migrate } from '#electron/db/migrate.ts';
import { readSnapshot } from '#electron/db/snapshot.ts';
import { isSameFile } from '#electron/files/move-into-place.ts';
import type { BackupRow } from '#shared/domain/backup-row.ts';
import { AppError } from '#shared/values/app-error.ts';
import { describeContent } from '../backups/content.ts';
import {
  allBackupFolders,
  backupFolderOf,
  filesOf,
  readBackupFolder,
  readNote,
  type StoredBackup,
} from '../backups/store.ts';
import { hashOf } from '../backups/write-backup.ts';
import { examineBytes } from '../verify.ts';
import { changesSince } from './changes-since.ts';

export interface ListOrder {
  /** The folder of automatic backups. */
  store: string;
  /** The workbook whose backups are wanted; null: those of all workbooks. */
  workbook: string | null;
  /** Also this file itself, and all workbook files of its folder, whatever they are. */
  withFolder: boolean;
}

export interface FoundBackup extends BackupRow {
  path: string;
}

/** As many files beside a workbook are looked at. */
const MOST_FILES = 200;

/** The newest first. Files that cannot be read are listed as damaged. */
export function listBackups({ store, workbook, withFolder }: ListOrder): FoundBackup[] {
  const current = workbook === null ? null : openCurrent(workbook);
  try {
    const root = current ? describeContent(current).root : '';
    const rows = pathsFor(store, workbook, root, withFolder).map((path) => describeBackup(path, workbook, current));
    const isWanted = (row: FoundBackup & { root: string }): boolean =>
      withFolder || readNote(row.path) !== null || (row.root !== '' && row.root === root);
    return rows
      .filter(isWanted)
      .map(({ root: _, ...row }) => row)
      .sort((a, b) => (a.at < b.at ? 1 : -1));
  } finally {
    current?.close();
  }
}

/** The workbook as it is now; null where it cannot be read. */
function openCurrent(workbook: string): Database | null {
  try {
    const db = new BetterSqlite3(readSnapshot(workbook));
    if (isOlder(db)) migrate(db);
    describeContent(db);
    return db;
  } catch {
    return null;
  }
}

function pathsFor(store: string, workbook: string | null, root: string, withFolder: boolean): string[] {
  const all = allBackupFolders(store).flatMap(readBackupFolder);
  if (workbook === null) return all.map(({ path }) => path);
  const own = backupFolderOf(store, workbook);
  const isOwn = (backup: StoredBackup): boolean =>
    dirname(backup.path) === own || (root !== '' && backup.root === root) || isSameFile(backup.workbook, workbook);
  const beside = filesOf(dirname(workbook)).slice(0, MOST_FILES);
  const paths = [...all.filter(isOwn).map(({ path }) => path), ...beside];
  return [...new Set(paths)].filter((path) => withFolder || !isSameFile(path, workbook));
}

/** Its note where the file is still what was verified, else what the file itself says. */
function describeBackup(
  path: string,
  workbook: string | null,
  current: Database | null,
): FoundBackup & { root: string } {
  const note = readNote(path);
  const row = {
    path,
    id: createHash('sha256').update(path).digest('base64url').slice(0, 16),
    name: basename(path),
    folder: dirname(path),
    workbook: note ? basename(note.workbook) : workbook === null ? '' : basename(workbook),
    at: note?.at ?? modifiedAt(path),
    reason: note?.reason ?? '文件',
    bytes: note?.bytes ?? sizeOf(path),
  };
  const unread = {
    projects: null,
    totalFen: null,
    since: null,
    state: 'damaged' as const,
    head: '',
    root: note?.root ?? '',
  };
  try {
    const bytes = readFileSync(path);
    const isAsVerified = note !== null && hashOf(bytes) === note.sha256;
    const content = isAsVerified ? note : contentOf(readSnapshot(path));
    const problems = isAsVerified ? [] : examineBytes(readSnapshot(path)).problems;
    return {
      ...row,
      projects: content.projects,
      totalFen: content.totalFen,
      since: current === null ? null : changesSince(current, content),
      state: problems.length === 0 ? 'sound' : 'damaged',
      problems,
      head: content.head,
      root: content.root,
    };
  } catch (error) {
    if (error instanceof AppError && error.code === 'password-needed')
      return { ...row, ...unread, state: 'locked', problems: [] };
    return { ...row, ...unread, problems: [`读不出来（${(error as Error).message}）`] };
  }
}

function contentOf(bytes: Buffer): ReturnType<typeof describeContent> {
  const db = new BetterSqlite3(bytes);
  try {
    return describeContent(db);
  } finally {
    db.close();
  }
}

function modifiedAt(path: string): string {
  try {
    return statSync(path).mtime.toISOString();
  } catch {
    return new Date(0).toISOString();
  }
}

function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
}
