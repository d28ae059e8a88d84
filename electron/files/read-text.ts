// Reads a small text file that a user picked, with a limit and refusals in Chinese.
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { AppError } from '#shared/values/app-error.ts';

/** The text of a UTF-8 file; throws AppError `file-missing`, `cannot-read`, or `too-large` with the given reason. */
export function readTextFile(path: string, { most, tooLarge }: { most: number; tooLarge: string }): string {
  const name = basename(path);
  try {
    if (statSync(path).size > most) throw new AppError('too-large', `“${name}”${tooLarge}。`);
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof AppError) throw error;
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      throw new AppError('file-missing', `找不到文件“${name}”。请检查文件名和路径。`);
    }
    throw new AppError('cannot-read', `不能读取文件“${name}”。请检查它是不是文件、是否有读取权限。`);
  }
}
