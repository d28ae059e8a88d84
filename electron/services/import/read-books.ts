// Reads the chosen files into cells, one after the other, with progress and a way to stop.
import { basename } from 'node:path';
import { ReadError, type ReadErrorCode, readWorkbookFile } from '#electron/excel/read/index.ts';
import { AppError, type ErrorCode } from '#shared/contract/reply.ts';
import type { WorkbookData } from '#shared/import/sheet.ts';

export interface ImportBook {
  path: string;
  name: string;
  /** null where the file could not be read. */
  data: WorkbookData | null;
  /** Why it could not be read; '' where it could. */
  fault: string;
}

/** What stands for one file of 100 in the progress of the reading part. */
export type Progress = (text: string, done: number, total: number) => void;

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
    const report = (share: number): void =>
      onProgress(`正在读取 ${name}`, index * 100 + Math.floor(share * 100), paths.length * 100);
    report(0);
    try {
      const data = await readWorkbookFile(path, {
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
