// The door of the reading side: any spreadsheet file in, cells with addresses out; everything risky stays in a worker.
import { basename } from 'node:path';
import type { WorkbookData } from '#shared/sheet/sheet.ts';
import { createAssembler } from './assemble.ts';
import { DEFAULT_READ_LIMITS, type ReadLimits, startBudget } from './limits.ts';
import { nameError, ReadError } from './read-error.ts';
import { createReadingThreads } from './reading-thread.ts';
import { runInThread } from './run-in-thread.ts';
import type { ReadAnswer, ReadOrder } from './worker-messages.ts';

export { DEFAULT_READ_LIMITS, type ReadLimits } from './limits.ts';
export { ReadError, type ReadErrorCode } from './read-error.ts';

/** Bytes of content after which the thread is not kept for the next file. */
const LARGE = 64 * 1024 * 1024;
/** Cells pass through the thread and are gone: more room for young objects would only hold garbage. */
const YOUNG_MEGABYTES = 12;

/** Beside this file in development; the bundle has it as read-worker.js beside the chunk that holds this code. */
const threads = createReadingThreads(
  new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './read-worker.js', import.meta.url),
  YOUNG_MEGABYTES,
);

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

function runWorker(order: ReadOrder, { signal, onProgress }: ReadOptions): Promise<WorkbookData> {
  const { limits } = order;
  const assembler = createAssembler(limits);
  let total = 0;
  return runInThread<ReadAnswer, WorkbookData>(threads, order, {
    signal,
    limits,
    take(answer, finish) {
      if (answer.type === 'failed') {
        const { code, reason, cause } = answer;
        throw new ReadError(code, reason, '', cause === '' ? undefined : cause);
      }
      if (answer.type === 'done') {
        finish(finishBook(assembler.finish(), answer.format, answer.notes), total > LARGE);
        return;
      }
      assembler.take(answer);
      Atomics.add(order.taken, 0, 1);
      Atomics.notify(order.taken, 0);
      if (answer.type !== 'cells') return;
      total = answer.total;
      onProgress?.(answer.done, answer.total);
    },
  });
}
