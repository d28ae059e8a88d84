// Writes a finished file in one step: what stood there before stays whole until the new content is safely on disk.
import { randomBytes } from 'node:crypto';
import { access, constants, open, realpath, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '#shared/values/app-error.ts';

/**
 * Writes beside the target, flushes, renames. On failure nothing is left behind and the old file is untouched.
 * Throws AppError `disk-full` or `cannot-write` with the reason in Chinese.
 */
export async function replaceFile(target: string, bytes: Uint8Array): Promise<void> {
  const real = await realTarget(target);
  const beside = path.join(path.dirname(real), `.xianjie-${randomBytes(6).toString('hex')}.tmp`);
  try {
    const file = await open(beside, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, real);
    await syncFolder(path.dirname(real));
  } catch (error) {
    await rm(beside, { force: true });
    throw writeError(target, error);
  }
}

/** Follows a link, so that the file behind it is replaced; refuses folders and files that may not be written. */
async function realTarget(target: string): Promise<string> {
  try {
    const real = await realpath(target);
    if ((await stat(real)).isDirectory()) throw Object.assign(new Error('is a folder'), { code: 'EISDIR' });
    await access(real, constants.W_OK);
    return real;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return target;
    throw writeError(target, error);
  }
}

/** Makes the rename itself durable where the system allows it (not on Windows). */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch {
    // The content is on disk already; a folder that cannot be flushed is no reason to report a failure.
  }
}

const REASONS: Record<string, string> = {
  ENOENT: '文件夹不存在。请换一个位置。',
  ENOTDIR: '文件夹不存在。请换一个位置。',
  EISDIR: '这是一个文件夹。请换一个文件名。',
  EROFS: '该磁盘是只读的。请换一个位置。',
  ENAMETOOLONG: '文件名太长。请换一个短一些的名字。',
  EACCES: '没有写入权限，或该文件是只读的。请换一个位置或文件名。',
  EBUSY: '该文件正被 Excel、WPS 等程序打开。请先关闭它再试，或换一个文件名。',
  EPERM: '该文件正被 Excel、WPS 等程序打开，或没有写入权限。请先关闭它再试，或换一个文件名。',
};

/** The sentence for a failed write. */
export function writeError(target: string, error: unknown): AppError {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const name = `“${path.basename(target)}”`;
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new AppError('disk-full', `磁盘空间不足，没有写出${name}。请清理磁盘或换一个位置。`);
  }
  return new AppError('cannot-write', `不能写入${name}：${REASONS[code] ?? `系统报告 ${code || String(error)}。`}`);
}
