// Brings a file into memory, with the reasons why that may fail in the words of people who use Excel.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import type { ReadBudget } from './limits.ts';
import { fileTooLarge } from './read-content.ts';
import { notAWorkbook, ReadError } from './read-error.ts';

export function loadFile(path: string, budget: ReadBudget): Buffer {
  if (basename(path).startsWith('~$')) throw notAWorkbook('这是 Excel 打开文件时留下的临时文件，不是表格本身');
  let descriptor: number;
  try {
    descriptor = openSync(path, 'r');
  } catch (error) {
    throw cannotOpen(error);
  }
  try {
    const stat = fstatSync(descriptor);
    if (stat.isDirectory()) throw new ReadError('cannot-read', '这是文件夹，不是文件。请选择其中的表格文件。');
    if (stat.size > budget.fileBytes) throw fileTooLarge(budget);
    const bytes = Buffer.allocUnsafe(stat.size);
    let filled = 0;
    while (filled < bytes.length) {
      const count = readSync(descriptor, bytes, filled, bytes.length - filled, filled);
      if (count === 0) break;
      filled += count;
    }
    return bytes.subarray(0, filled);
  } catch (error) {
    throw error instanceof ReadError ? error : cannotOpen(error);
  } finally {
    closeSync(descriptor);
  }
}

function cannotOpen(error: unknown): ReadError {
  const reason = REASONS[(error as NodeJS.ErrnoException).code ?? ''] ?? '文件打不开。请检查磁盘或 U 盘后再试。';
  return new ReadError('cannot-read', reason, '', error);
}

const LOCKED = '文件打不开，可能正被 Excel 或 WPS 占用。请关闭后再试。';
const REASONS: Record<string, string> = {
  ENOENT: '找不到文件，可能已被移动、改名或删除。请重新选择。',
  EACCES: '没有读取这个文件的权限，或文件正被 Excel、WPS 占用。请关闭后再试，或复制到自己的文件夹。',
  EPERM: LOCKED,
  EBUSY: LOCKED,
  EISDIR: '这是文件夹，不是文件。请选择其中的表格文件。',
  EIO: '读取磁盘出错。请检查 U 盘或移动硬盘是否插好。',
};
