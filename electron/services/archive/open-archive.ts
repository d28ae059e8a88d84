// Reading in the archives of a log: they lie beside the workbook under the name that the log says.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import BetterSqlite3, { type Database } from 'better-sqlite3';
import { type LogArchive, readArchives } from '#electron/db/kernel/archive.ts';
import { openKernel } from '#electron/db/kernel/kind.ts';
import { KINDS, type WorkbookKernel } from '#electron/db/kinds/index.ts';
import { AppError } from '#shared/values/app-error.ts';
import { hashOf } from '../backups/write-backup.ts';
import type { Session } from '../session.ts';

/** The archive that holds a step; undefined where the workbook itself does. */
export function archiveOfStep({ file }: Session, step: number): LogArchive | undefined {
  return readArchives(file.db).find(({ first, last }) => first <= step && step <= last);
}

/** Where an archive lies. Throws not-found where it is not there, or is another file. */
export function archivePath({ file }: Session, archive: LogArchive): string {
  const path = join(dirname(file.path), archive.file);
  if (isFile(path) && statSync(path).size === archive.bytes) return path;
  const steps = `第 ${archive.first}—${archive.last} 步的内容在操作记录档案“${archive.file}”里`;
  const where = existsSync(path) ? '工作簿旁边的同名文件或文件夹不是它' : '它不在工作簿旁边';
  throw new AppError('not-found', `${steps}，${where}。请把档案放回“${basename(file.path)}”所在的文件夹再看。`);
}

/** Reads in an archive. Errors (AppError): not-found. */
export function readInArchive<T>(session: Session, archive: LogArchive, read: (kernel: WorkbookKernel) => T): T {
  const db = new BetterSqlite3(archivePath(session, archive), { readonly: true, fileMustExist: true });
  try {
    return read(openKernel(db, KINDS));
  } finally {
    db.close();
  }
}

/** A folder may bear the name as well. */
function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

function elsewhere({ file, first, last }: LogArchive, what: string): string {
  return `第 ${first}—${last} 步操作的内容在操作记录档案“${file}”里，它不在工作簿旁边${what}；移动、拷贝、备份工作簿时请一并带上。`;
}

/** What to say when a workbook is opened without its archives beside it, as a copy of it is. */
export function missingArchives(db: Database, folder: string): string[] {
  return readArchives(db)
    .filter(({ file }) => !isFile(join(folder, file)))
    .map((archive) => elsewhere(archive, '，那些步骤现在看不到'));
}

/** What is to be said of the archives of a workbook: those that were changed, and (`notes`) those that are elsewhere. */
export function examineArchives(db: Database, folder: string): { problems: string[]; notes: string[] } {
  const found: { problems: string[]; notes: string[] } = { problems: [], notes: [] };
  for (const archive of readArchives(db)) {
    const { file, first, last, sha256 } = archive;
    const path = join(folder, file);
    if (!isFile(path)) {
      found.notes.push(elsewhere(archive, '，没有核对'));
    } else if (hashOf(readFileSync(path)) === sha256) {
      found.notes.push(`操作记录档案“${file}”（第 ${first}—${last} 步）与归档时一致。`);
    } else {
      found.problems.push(
        `操作记录档案“${file}”（第 ${first}—${last} 步）与归档时不同，写成以后被改动过或已损坏。工作簿本身不受影响；请找回归档时的那一份放回原处`,
      );
    }
  }
  return found;
}
