// Reads the chosen files into cells, one after the other, with progress and a way to stop.
import { basename } from 'node:path';
import { ReadError, type ReadErrorCode } from '#electron/excel/read/index.ts';
import { readOrTakeOver } from '#electron/excel/read/read-ahead.ts';
import type { WorkbookData } from '#shared/sheet/sheet.ts';
import { AppError, type ErrorCode } from '#shared/values/app-error.ts';

export interface ImportBook {
  path: string;
  name: string;
  /** null where the file could not be read. */
  data: WorkbookData | null;
  /** Why it could not be read; '' where it could. */
  fault: string;
}

/** `share` of all the files, 0 to 1. */
export type Progress = (text: string, share: number) => void;

const CODES: Partial<Record<ReadErrorCode, ErrorCode>> = { cancelled: 'cancelled' };

/** Reads files; one that cannot be read is named, the others go on. Throws AppError cancelled. */
export async function readBooks(
  paths: readonly string[],
  signal: AbortSignal,
  onProgress: Progress,
): Promise<ImportBook[]> {
  const books: ImportBook[] = [];
  for (const [index, path] of paths.entries()) {
    const name = basename(path);
    const report = (share: number): void => onProgress(`正在读取 ${name}`, (index + Math.min(1, share)) / paths.length);
    report(0);
    try {
      const data = await readOrTakeOver(path, {
        signal,
        onProgress: (done, total) => report(total > 0 ? done / total : 0),
      });
      books.push({ path, name, data, fault: '' });
    } catch (error) {
      if (error instanceof ReadError && CODES[error.code] === 'cancelled') throw cancelled();
      if (!(error instanceof ReadError)) throw error;
      books.push({ path, name, data: null, fault: error.message });
    }
  }
  return books;
}

export function cancelled(): AppError {
  return new AppError('cancelled', '已取消，没有导入任何内容。');
}
