// Sets, changes or takes away the password of a workbook that is not open: the content goes to a new file, which is read
// back and looked at before it takes the place of the old one.
import { rmSync, writeFileSync } from 'node:fs';
import { makeKey } from '#electron/db/cipher/keyring.ts';
import { sealWhole } from '#electron/db/cipher/vault-image.ts';
import { readSnapshot } from '#electron/db/snapshot.ts';
import { clearDrafts, draftPath } from '#electron/files/move-into-place.ts';
import { writeError } from '#electron/files/replace-file.ts';
import { AppError } from '#shared/values/app-error.ts';
import { takePlace } from './take-place.ts';
import { examineFile } from './verify.ts';

/** Shorter ones are found by trying. */
const LEAST = 8;
/** Nobody types more. */
const MOST = 200;

/** null takes it away. Errors (AppError): invalid-input for a short one, damaged, locked, disk-full, cannot-write; the file is as it was then. */
export function setPassword(path: string, password: string | null): void {
  if (password !== null && password.trim().length < LEAST)
    throw new AppError('invalid-input', `密码太短：有 ${password.length} 个字符，至少要 ${LEAST} 个。密码没有改动。`);
  if (password !== null && password.length > MOST)
    throw new AppError('invalid-input', `密码太长：有 ${password.length} 个字符，最多 ${MOST} 个。密码没有改动。`);
  const draft = draftPath(path);
  try {
    clearDrafts(path);
    const plain = readSnapshot(path);
    writeFileSync(draft, password === null ? plain : sealWhole(makeKey(password), plain).bytes);
    const { problems } = examineFile(draft);
    const [first] = problems;
    if (first !== undefined)
      throw new AppError('damaged', `工作簿有 ${problems.length} 处问题，密码没有改动（${first}）。请先恢复或整理它。`);
    if (!readSnapshot(draft).equals(plain))
      throw new AppError('cannot-write', '写出的文件读回来不一致，密码没有改动。请检查磁盘。');
    takePlace(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error instanceof AppError ? error : writeError(path, error);
  }
}
