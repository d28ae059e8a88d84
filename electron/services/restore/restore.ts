// Restores a backup: as a copy, or to the place of the workbook after what stands there was put aside. Looked at from the
// inside before, and read back after.
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { isVaultFile, keyOf } from '#electron/db/cipher/keyring.ts';
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

/** Writes a backup to a new place, under the password that the backup has. Errors (AppError): damaged with the problems, invalid-input, cannot-write, locked. */
export function restoreCopy({ backup, target }: CopyOrder): { head: string } {
  return writeRestored({ backup, target }, [backup, target], (draft) => takePlace(draft, target)).restored;
}

/**
 * Puts a backup in the place of the workbook; what stood there lies beside it under the name that is given back (null:
 * nothing stood there), its journal with it. The password of what stood there stays. Errors as above, and password-needed.
 */
export function restoreInPlace({ backup, target }: CopyOrder): { head: string; aside: string | null } {
  const place = (draft: string): string | null => takePlaceKeeping(draft, target, '恢复前');
  const { restored, value } = writeRestored({ backup, target }, passwordsInPlace(backup, target), place);
  return { ...restored, aside: value };
}

/** Whose password what takes the place of a workbook gets. Throws AppError password-needed, damaged. */
function passwordsInPlace(backup: string, target: string): string[] {
  if (!existsSync(target) || !isVaultFile(target)) return [backup];
  try {
    keyOf(target);
    return [target];
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'damaged')) throw error;
    if (isVaultFile(backup)) return [backup];
    throw new AppError(
      'damaged',
      `“${basename(target)}”设有密码，但文件头已损坏，密码取不出来；这份备份没有密码，恢复到原位置就成了没有密码的文件，所以没有恢复。请另存为副本，再给副本设置密码。`,
    );
  }
}

function writeRestored<T>(
  { backup, target }: CopyOrder,
  like: readonly string[],
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
    writeFileSync(draft, bytesLike(like, bytes));
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
