// Gives an order to a thread that works on workbook files. The thread ends with its work.
import { Worker } from 'node:worker_threads';
import { copyKeyring } from '#electron/db/cipher/keyring.ts';
import { AppError, type ErrorCode } from '#shared/values/app-error.ts';
import type { ThreadAnswer, WorkAnswer, WorkName, WorkOrder } from './file-work.ts';

/** Beside this file in development; the bundle has it as file-worker.js beside the chunk that holds this code. */
function workerUrl(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './file-worker.ts' : './file-worker.js', import.meta.url);
}

export interface ThreadOptions {
  /** What the order was about has been read: it may change from here on. */
  onSnapshot?: () => void;
  /** The program may end without waiting for it. */
  isPassing?: boolean;
}

/** Runs one order; rejects with what the work threw. */
export function runInFileThread<N extends WorkName>(
  name: N,
  order: WorkOrder<N>,
  { onSnapshot, isPassing = false }: ThreadOptions = {},
): Promise<WorkAnswer<N>> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerUrl(), { workerData: { name, order, keyring: copyKeyring() } });
    if (isPassing) worker.unref();
    worker.on('message', (answer: ThreadAnswer) => {
      if (answer.type === 'snapshot') onSnapshot?.();
      else if (answer.type === 'done') resolve(answer.value as WorkAnswer<N>);
      else
        reject(
          answer.code === null
            ? new Error(answer.message)
            : new AppError(answer.code as ErrorCode, answer.message, answer.details),
        );
    });
    worker.on('error', reject);
    worker.on('exit', () => reject(new Error('the thread ended without an answer')));
  });
}
