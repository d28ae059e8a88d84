// 检查文件 of a workbook that need not be open: as it lies on the disk, without reading the plan in first — what is damaged
// is told, where opening would only be refused.
import { dirname } from 'node:path';
import type { Database } from 'better-sqlite3';
import { openFile } from '#electron/db/open.ts';
import type { MethodArgs, MethodOutput } from '#shared/contract/methods.ts';
import { examineArchives } from './archive/open-archive.ts';
import { findState } from './state-code.ts';
import { examineDatabase } from './verify.ts';

/** All that can be said of a workbook from the inside, the archives beside it included. */
export function verifyWorkbook(db: Database, path: string): MethodOutput<'workbook.verify'> {
  const { problems, damage, head } = examineDatabase(db);
  const archives = archivesBeside(db, path);
  const all = [...problems, ...archives.problems];
  return { ok: all.length === 0, problems: all, damage, notes: archives.notes, head };
}

/** In a damaged log nothing may be readable of its archives; the log itself is among the problems then. */
function archivesBeside(db: Database, path: string): ReturnType<typeof examineArchives> {
  try {
    return examineArchives(db, dirname(path));
  } catch {
    return { problems: ['操作记录读不出来，不知道有没有归档'], notes: [] };
  }
}

/**
 * The same for a file; `code` also asks which of its states a 校验码 belongs to. Errors (AppError): those of opening it for
 * reading, invalid-input for what is no code.
 */
export function verifyFile(
  path: string,
  { code }: Pick<MethodArgs<'workbook.verifyFile'>, 'code'>,
): MethodOutput<'workbook.verifyFile'> {
  const { db, notes, close } = openFile(path, { readOnly: true, isExamined: true });
  try {
    const state = code === undefined ? null : findState(db, code);
    const found = verifyWorkbook(db, path);
    return { ...found, notes: [...notes, ...found.notes], state };
  } finally {
    close();
  }
}
