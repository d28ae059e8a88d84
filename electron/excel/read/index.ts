// The door of the reading side: any spreadsheet file in, cells with addresses out; everything risky stays in a worker.
import { basename } from 'node:path';
import type { WorkbookData } from '#shared/sheet/sheet.ts';
import { createAssembler } from './assemble.ts';
import { DEFAULT_READ_LIMITS, type ReadLimits, startBudget } from './limits.ts';
import { nameError, ReadError, tooLarge, tooSlow } from './read-error.ts';
import { giveBackThread, takeThread } from './reading-thread.ts';
import type { ReadAnswer, ReadOrder } from './worker-messages.ts';

export { DEFAULT_READ_LIMITS, type ReadLimits } from './limits.ts';
export { ReadError, type ReadErrorCode } from './read-error.ts';

/** Bytes of content after which the thread is not kept for the next file. */
const LARGE = 64 * 1024 * 1024;

export interface ReadOptions {
  signal?: AbortSignal;
  /** Bytes done and in all, some hundred times a second at most. */
  onProgress?: (done: number, total: number) => void;
  limits?: Partial<ReadLimits>;
}

/** Reads a spreadsheet file of any supported kind in a worker thread. Rejects with ReadError only. */
export async function readWorkbookFile(path: string, options: ReadOptions = {}): Promise<WorkbookData> {
  const limits = { ...DEFAULT_READ_LIMITS, ...options.limits };
  try {
    return await runWorker({ path, limits, taken: new Int32Array(new SharedArrayBuffer(4)) }, options);
  } catch (error) {
    throw nameError(error, basename(path));
  }
}

/** The same for bytes, in the calling thread: for tests and small jobs. No protection but the limits themselves. */
export async function readWorkbookBytes(
  bytes: Uint8Array,
  name: string,
  limits: Partial<ReadLimits> = {},
): Promise<WorkbookData> {
  // Brought in only here: all other callers leave the readers of the formats to the thread.
  const [{ createCellSink }, { readContent }, { sourceOfBytes }] = await Promise.all([
    import('./cell-sink.ts'),
    import('./read-content.ts'),
    import('./byte-source.ts'),
  ]);
  try {
    const budget = startBudget(limits);
    const assembler = createAssembler(budget);
    const sink = createCellSink(budget, assembler.take);
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const format = await readContent(sourceOfBytes(buffer), name, sink, budget);
    sink.flush();
    return finishBook(assembler.finish(), format, sink.notes);
  } catch (error) {
    throw nameError(error, name);
  }
}

function finishBook(
  { sheets, notes }: { sheets: WorkbookData['sheets']; notes: string[] },
  format: WorkbookData['format'],
  readerNotes: string[],
): WorkbookData {
  if (sheets.every((sheet) => sheet.rows.length === 0)) {
    const found =
      sheets.length === 0 && readerNotes.length > 0
        ? `文件里没有可读的表：${readerNotes.join('')}`
        : '文件里没有任何内容。';
    throw new ReadError('empty', `${found}请检查是否选错了文件，或重新向报送单位索取。`);
  }
  return { format, sheets, notes: [...readerNotes, ...notes] };
}

function runWorker(order: ReadOrder, options: ReadOptions): Promise<WorkbookData> {
  const { limits } = order;
  return new Promise((resolve, reject) => {
    if (options.signal?.aborted) {
      reject(cancelled());
      return;
    }
    const worker = takeThread(limits.heapMegabytes);
    const assembler = createAssembler(limits);
    const timer = setTimeout(() => fail(tooSlow(limits.milliseconds)), limits.milliseconds);
    const onAbort = () => fail(cancelled());
    let settled = false;
    let total = 0;

    worker.on('message', onMessage);
    worker.on('error', onError);
    worker.on('exit', onExit);
    options.signal?.addEventListener('abort', onAbort);
    worker.postMessage(order);

    function onMessage(answer: ReadAnswer): void {
      if (settled) return;
      try {
        if (answer.type === 'failed') {
          const { code, reason, cause } = answer;
          fail(new ReadError(code, reason, '', cause === '' ? undefined : cause));
        } else if (answer.type === 'done') {
          const book = finishBook(assembler.finish(), answer.format, answer.notes);
          settle();
          giveBackThread(worker, limits.heapMegabytes, total > LARGE);
          resolve(book);
        } else {
          assembler.take(answer);
          Atomics.add(order.taken, 0, 1);
          Atomics.notify(order.taken, 0);
          if (answer.type !== 'cells') return;
          total = answer.total;
          options.onProgress?.(answer.done, answer.total);
        }
      } catch (error) {
        fail(error);
      }
    }

    function onError(error: NodeJS.ErrnoException): void {
      fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooLarge('内容展开后超过读取所允许的内存') : error);
    }

    function onExit(): void {
      fail(
        new ReadError(
          'cannot-read',
          '读取时程序意外中断，文件没有读完。请再试一次；仍不行时，用 Excel 或 WPS 另存为 .xlsx 后再导入。',
        ),
      );
    }

    function settle(): void {
      settled = true;
      clearTimeout(timer);
      options.signal?.removeEventListener('abort', onAbort);
      worker.off('message', onMessage);
      worker.off('error', onError);
      worker.off('exit', onExit);
    }

    /** A thread that failed is not used again; the caller hears of it once the thread is gone. */
    function fail(error: unknown): void {
      if (settled) return;
      settle();
      worker.on('error', () => {});
      worker.terminate().finally(() => reject(error));
    }
  });
}

function cancelled(): ReadError {
  return new ReadError('cancelled', '已取消读取，没有导入任何内容。');
}
