// The bytes of a file, read where they are wanted: a text table need not lie in memory as a whole.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import type { ReadBudget } from './limits.ts';
import { fileTooLarge, notAWorkbook, ReadError } from './read-error.ts';

export interface ByteSource {
  readonly size: number;
  /** The bytes from `from` to before `to`, fewer where the file ends sooner. */
  read(from: number, to: number): Buffer;
}

/** Bytes that are in memory already. */
export function sourceOfBytes(bytes: Buffer): ByteSource {
  return { size: bytes.length, read: (from, to) => bytes.subarray(from, to) };
}

/** Opens a file. Why that may fail is said in the words of people who use Excel (ReadError). */
export function openSource(path: string, budget: ReadBudget): ByteSource & { close(): void } {
  if (basename(path).startsWith('~$')) throw notAWorkbook('这是 Excel 打开文件时留下的临时文件，不是表格本身');
  const descriptor = inWords(() => openSync(path, 'r'));
  const close = (): void => closeSync(descriptor);
  try {
    const stat = inWords(() => fstatSync(descriptor));
    if (stat.isDirectory()) throw new ReadError('cannot-read', '这是文件夹，不是文件。请选择其中的表格文件。');
    if (stat.size > budget.fileBytes) throw fileTooLarge(budget);
    return { size: stat.size, read: (from, to) => readRange(descriptor, from, Math.min(to, stat.size)), close };
  } catch (error) {
    close();
    throw error;
  }
}

function readRange(descriptor: number, from: number, to: number): Buffer {
  const bytes = Buffer.allocUnsafe(Math.max(0, to - from));
  let filled = 0;
  while (filled < bytes.length) {
    const count = inWords(() => readSync(descriptor, bytes, filled, bytes.length - filled, from + filled));
    if (count === 0) break;
    filled += count;
  }
  return bytes.subarray(0, filled);
}

function inWords<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const reason = REASONS[(error as NodeJS.ErrnoException).code ?? ''] ?? '文件打不开。请检查磁盘或 U 盘后再试。';
    throw new ReadError('cannot-read', reason, '', error);
  }
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
