// The archive file of a log: a whole copy of the workbook as it is, read back from the disk and looked at from the inside
// before it counts. It is a workbook itself, marked read-only: every view of the program works on it. Runs in a thread.
import { chmodSync, readFileSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { isSealed, readSnapshot } from '#electron/db/snapshot.ts';
import { clearDrafts, draftPath, moveIntoPlace } from '#electron/files/move-into-place.ts';
import { AppError } from '#shared/values/app-error.ts';
import { hashOf, writeFlushed } from '../backups/write-backup.ts';
import { examineBytes } from '../verify.ts';

export interface ArchiveOrder {
  workbook: string;
  target: string;
}

export interface ArchiveFile {
  bytes: number;
  sha256: string;
}

/** Writes the file. Errors (AppError): invalid-input for one with a password, damaged, disk-full, cannot-write; nothing is left behind then. */
export function writeArchiveFile({ workbook, target }: ArchiveOrder): ArchiveFile {
  if (isSealed(workbook)) {
    throw new AppError(
      'invalid-input',
      '设有密码的工作簿不能归档：档案文件要能单独打开，不受密码保护。要归档请先取消密码，工作簿没有改动。',
    );
  }
  const draft = draftPath(target);
  try {
    const bytes = readSnapshot(workbook);
    const [problem] = examineBytes(bytes).problems;
    if (problem !== undefined) {
      throw new AppError('damaged', `工作簿“${basename(workbook)}”有损坏，没有归档：${problem}`);
    }
    clearDrafts(target);
    writeFlushed(draft, bytes);
    const sha256 = hashOf(bytes);
    if (hashOf(readFileSync(draft)) !== sha256) throw new Error('写出的文件与工作簿不一致');
    chmodSync(draft, 0o444);
    moveIntoPlace(draft, target);
    return { bytes: bytes.length, sha256 };
  } catch (error) {
    rmSync(draft, { force: true });
    if (error instanceof AppError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    const isFull = code === 'ENOSPC' || code === 'EDQUOT';
    throw new AppError(
      isFull ? 'disk-full' : 'cannot-write',
      `${isFull ? '磁盘已满' : `档案文件没有写成（${message}）`}，没有归档，工作簿没有改动。请检查工作簿所在文件夹的空间和写权限。`,
    );
  }
}
