// One order to a reading thread: its answers, the time it may take, cancelling, and what its death means.
import type { ReadLimits } from './limits.ts';
import { ReadError, tooLarge, tooSlow } from './read-error.ts';
import type { ReadingThreads } from './reading-thread.ts';

export interface ThreadRun<Answer, Result> {
  signal: AbortSignal | undefined;
  limits: Pick<ReadLimits, 'heapMegabytes' | 'milliseconds'>;
  /** Called for each answer; ends the run by `finish`, or by throwing. */
  take(answer: Answer, finish: (result: Result, wasLarge: boolean) => void): void;
}

/** Resolves with what `take` finishes with. Rejects with what it throws, or with ReadError. */
export function runInThread<Answer, Result>(
  threads: ReadingThreads,
  order: unknown,
  { signal, limits, take }: ThreadRun<Answer, Result>,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(cancelled());
      return;
    }
    const worker = threads.take(limits.heapMegabytes);
    const timer = setTimeout(() => fail(tooSlow(limits.milliseconds)), limits.milliseconds);
    const onAbort = () => fail(cancelled());
    let settled = false;

    worker.on('message', onMessage);
    worker.on('error', onError);
    worker.on('exit', onExit);
    signal?.addEventListener('abort', onAbort);
    worker.postMessage(order);

    function onMessage(answer: Answer): void {
      if (settled) return;
      try {
        take(answer, finish);
      } catch (error) {
        fail(error);
      }
    }

    function finish(result: Result, wasLarge: boolean): void {
      settle();
      threads.giveBack(worker, limits.heapMegabytes, wasLarge);
      resolve(result);
    }

    function onError(error: NodeJS.ErrnoException): void {
      fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooLarge('内容展开后超过读取所允许的内存') : error);
    }

    function onExit(): void {
      fail(
        new ReadError(
          'cannot-read',
          '读取时程序意外中断，文件没有读完。请再试一次；仍不行时，用 Office 或 WPS 另存后再选。',
        ),
      );
    }

    function settle(): void {
      settled = true;
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
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
