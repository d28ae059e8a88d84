// Whether the file of an open workbook is still where it was opened: renamed, moved away or deleted by somebody, it would be
// written on under no name, or not at all. Where it was renamed in its folder its new name is told.
import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** What tells a file from every other on its disk; null for one that is not there. */
export function fileNumber(path: string): string | null {
  try {
    const { dev, ino } = statSync(path, { bigint: true });
    return `${dev}:${ino}`;
  } catch {
    return null;
  }
}

/** Why a file is not the one that was opened, and the way out, without a full stop; null where it is. */
export function movedWords(path: string, number: string | null): string | null {
  const now = fileNumber(path);
  if (now !== null && (number === null || now === number)) return null;
  const name = basename(path);
  const renamed = now === null && number !== null ? nameOf(number, dirname(path)) : undefined;
  if (renamed !== undefined)
    return `文件已被改名为“${renamed}”，这个窗口只能查看；请打开“${renamed}”接着改，或把它改回“${name}”再打开`;
  if (now !== null) return `文件已被换成别的文件（同名），这个窗口只能查看；窗口里的内容请用“另存为”存一份，再接着改`;
  return `文件已被移走或删除（或移动盘已拔出），这个窗口只能查看；找到文件的请重新打开它，找不到的请用“另存为”存一份，再接着改`;
}

/** The name of a file in a folder; undefined where it is not in it, or the folder cannot be read. */
function nameOf(number: string, folder: string): string | undefined {
  try {
    return readdirSync(folder).find((name) => fileNumber(join(folder, name)) === number);
  } catch {
    return undefined;
  }
}
