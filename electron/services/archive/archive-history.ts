// 归档操作记录: a whole copy of the workbook becomes the archive, then the images of long past steps leave the log. Killed in
// between, the workbook is as it was, with a copy beside it.
import { existsSync, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { archivedThrough } from '#electron/db/kernel/archive.ts';
import type { MethodArgs, MethodOutput } from '#shared/contract/methods.ts';
import { AppError } from '#shared/values/app-error.ts';
import { runInFileThread } from '../file-thread.ts';
import type { Session } from '../session.ts';

/** Archives all steps but the newest `keep`. Errors (AppError): invalid-input where there are none, and those of writing. */
export async function archiveHistory(
  session: Session,
  { keep }: MethodArgs<'history.archive'>,
): Promise<MethodOutput<'history.archive'>> {
  const { db, path } = session.file;
  const newest = db.prepare('SELECT coalesce(max(id), 0) FROM change_set').pluck().get() as number;
  const first = archivedThrough(db) + 1;
  const last = newest - keep;
  if (session.file.readOnly !== null) throw new AppError('read-only', `没有归档：${session.file.readOnly}。`);
  if (last < first) {
    throw new AppError(
      'invalid-input',
      `没有可归档的操作记录：没有归档的共 ${newest - first + 1} 步，最近 ${keep} 步要留着供撤销。`,
    );
  }
  const link = db.prepare<[number], string>('SELECT hash FROM link WHERE change_set = ?').pluck().get(last) ?? '';
  const before = statSync(path).size;
  const target = freeName(path);
  const { bytes, sha256 } = await runInFileThread('archive', { workbook: path, target });
  session.archiveLog({ last, link, file: basename(target), bytes, sha256 });
  return { file: basename(target), folder: dirname(target), first, last, before, after: giveRoomBack(session) };
}

/** 规划.xianjie -> 规划-操作记录档案1.xianjie */
function freeName(path: string): string {
  const ending = extname(path);
  for (let number = 1; ; number += 1) {
    const name = join(dirname(path), `${basename(path, ending)}-操作记录档案${number}${ending || '.xianjie'}`);
    if (!existsSync(name)) return name;
  }
}

/** The size of the file afterwards. Without room for the work it stays as large as it was, and fills up again. */
function giveRoomBack({ file }: Session): number {
  try {
    file.db.exec('VACUUM');
  } catch {
    // The step itself is written; what follows uses the room in the file.
  }
  return statSync(file.path).size;
}
