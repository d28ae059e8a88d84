// The threads that read files: one that did its work well waits a few seconds for the next file, because starting a
// thread and warming it up takes longer than reading an ordinary file. Threads that failed are never seen again.
import { Worker } from 'node:worker_threads';

interface Waiting {
  worker: Worker;
  heapMegabytes: number;
  timer: NodeJS.Timeout;
}

/** So long an idle thread keeps its memory. */
const WAIT = 5_000;

/** Threads of one kind. */
export interface ReadingThreads {
  /** A thread for one file; it keeps the process alive until it is given back or terminated. */
  take(heapMegabytes: number): Worker;
  /** Takes back a thread that has finished its file. One that has read a large file goes: its memory is needed now. */
  giveBack(worker: Worker, heapMegabytes: number, wasLarge: boolean): void;
}

/** `entry` is the file that such a thread runs, `youngMegabytes` its room for objects that are soon gone. */
export function createReadingThreads(entry: URL, youngMegabytes: number): ReadingThreads {
  let waiting: Waiting | null = null;
  return { take, giveBack };

  function take(heapMegabytes: number): Worker {
    if (waiting?.heapMegabytes === heapMegabytes) {
      const { worker } = waiting;
      forget();
      worker.ref();
      return worker;
    }
    return new Worker(entry, {
      resourceLimits: { maxOldGenerationSizeMb: heapMegabytes, maxYoungGenerationSizeMb: youngMegabytes },
    });
  }

  function giveBack(worker: Worker, heapMegabytes: number, wasLarge: boolean): void {
    if (waiting !== null || wasLarge) {
      void worker.terminate();
      return;
    }
    worker.unref();
    worker.on('error', forget);
    worker.on('exit', forget);
    const timer = setTimeout(() => {
      forget();
      void worker.terminate();
    }, WAIT);
    timer.unref();
    waiting = { worker, heapMegabytes, timer };
  }

  function forget(): void {
    if (waiting === null) return;
    clearTimeout(waiting.timer);
    waiting.worker.off('error', forget);
    waiting.worker.off('exit', forget);
    waiting = null;
  }
}
