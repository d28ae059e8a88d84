// A file that is read before anybody asked for it: the command line knows its file long before the program is loaded,
// and reading goes on in a thread of its own.
import { resolve } from 'node:path';
import type { WorkbookData } from '#shared/sheet/sheet.ts';
import { type ReadOptions, readWorkbookFile } from './index.ts';

interface Ahead {
  path: string;
  book: Promise<WorkbookData>;
  stop: AbortController;
  onProgress: ReadOptions['onProgress'];
}

let ahead: Ahead | null = null;

/** Starts reading a file; `stopReadingAhead` must follow, because the thread keeps the process alive. */
export function readAhead(path: string): void {
  stopReadingAhead();
  const stop = new AbortController();
  const onProgress = (done: number, total: number): void => started.onProgress?.(done, total);
  const book = readWorkbookFile(path, { signal: stop.signal, onProgress });
  // Whoever takes the book hears of a fault; where nobody does, it is nobody's business.
  book.catch(() => {});
  const started: Ahead = { path: resolve(path), book, stop, onProgress: undefined };
  ahead = started;
}

/** Like readWorkbookFile, and takes over the reading where it is under way. */
export function readOrTakeOver(path: string, options: ReadOptions): Promise<WorkbookData> {
  if (ahead?.path !== resolve(path)) return readWorkbookFile(path, options);
  const { book, stop } = ahead;
  ahead.onProgress = options.onProgress;
  ahead = null;
  if (options.signal?.aborted) stop.abort();
  options.signal?.addEventListener('abort', () => stop.abort(), { once: true });
  return book;
}

/** Ends a reading that nobody took. */
export function stopReadingAhead(): void {
  ahead?.stop.abort();
  ahead = null;
}
