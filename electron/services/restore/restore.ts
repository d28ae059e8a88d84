// Restores a backup: as a copy, or to the place of the workbook after what stands there was put aside. Looked at from the
// inside before, and read back after.
import { rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { bytesLike, readSnapshot } from '#electron/db/snapshot.ts';
import { assertWorkbook } from '#electron/db/workbook-head.ts';
import { clearDrafts, draftPath, isSameFile } from '#electron/files/move-into-place.ts';
import { AppError } from '#shared/values/app-error.ts';
import { takePlace, takePlaceKeeping } from '../take-place.ts';
import { examineBytes } from '../verify.ts';

export interface CopyOrder {
  backup: string;
  target: string;
}

/** Writes a backup to a new place. Errors (AppError): damaged with the problems, invalid-input, cannot-write, locked. */
export function restoreCopy({ backup, target }: CopyOrder): { head: string } {
  return writeRestored(backup, target, (draft) => takePlace(draft, target)).restored;
}

/**
 * Puts a backup in the place of the workbook; what stood there lies beside it under the name that is given back (null:
 * nothing stood there), its journal with it. Errors as above.
 */
export function restoreInPlace({ backup, target }: CopyOrder): { head: string; aside: string | null } {
  const { restored, value } = writeRestored(backup, target, (draft) => takePlaceKeeping(draft, target, '恢复前'));
  return { ...restored, aside: value };
}

function writeRestored<T>(
  backup: string,
  target: string,
  place: (draft: string) => T,
): { restored: { head: string }; value: T } {
  if (isSameFile(backup, target)) throw new AppError('invalid-input', '选的备份就是这个文件本身，不用恢复。');
  assertWorkbook(backup);
  const draft = draftPath(target);
  try {
    const bytes = readSnapshot(backup);
    const before = examineBytes(bytes);
    const [first] = before.problems;
    if (first !== undefined) {
      throw new AppError(
        'damaged',
        `“${basename(backup)}”有 ${before.problems.length} 处损坏，没有照它恢复（${first}）。可以把能读的内容整理到副本，或换一份备份。`,
        { problems: before.problems },
      );
    }
    clearDrafts(target);
    writeFileSync(draft, bytesLike(backup, bytes));
    const written = readSnapshot(draft);
    if (!written.equals(bytes) || examineBytes(written).problems.length > 0) {
      throw new AppError('cannot-write', '写出的副本与备份不一致，没有恢复。请检查磁盘后再试。');
    }
    return { restored: { head: before.head }, value: place(draft) };
  } catch (error) {
    rmSync(draft, { force: true });
    if (error instanceof AppError) throw error;
    throw new AppError('cannot-write', `没有恢复成（${(error as Error).message}）。原来的文件没有改动。`);
  }
}
