// Writes a finished file in one step: the target holds the old content or the new, never half of it.
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { AppError } from '#shared/contract/reply.ts';

/** Beside the target first, then renamed. Throws AppError `disk-full` or `cannot-write`. */
export function writeWhole(target: string, bytes: Uint8Array): void {
  const beside = `${target}.${process.pid}.tmp`;
  try {
    writeFileSync(beside, bytes);
    renameSync(beside, target);
  } catch (error) {
    rmSync(beside, { force: true });
    throw writeError(target, error);
  }
}

function writeError(target: string, error: unknown): AppError {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOSPC') return new AppError('disk-full', `磁盘已满，没有写出 ${target}。`);
  const why = code === 'ENOENT' ? '文件夹不存在' : '文件正被别的程序打开，或没有写入权限';
  return new AppError('cannot-write', `不能写入 ${target}：${why}。请换一个位置，或关闭该文件后再试。`);
}
