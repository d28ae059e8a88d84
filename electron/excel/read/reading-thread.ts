// The threads that read files: one that did its work well waits a few seconds for the next file, because starting a
// thread and warming it up takes longer than reading an ordinary sheet. Threads that failed are never seen again.
import { Worker } from 'node:worker_threads';

interface Waiting {
  worker: Worker;
  heapMegabytes: number;
  timer: NodeJS.Timeout;
}

/** So long an idle thread keeps its memory. */
const WAIT = 5_000;
/** Cells pass through the thread and are gone: more room for young objects would only hold garbage. */
const YOUNG_MEGABYTES = 12;

let waiting: Waiting | null = null;

/** Beside this file in development; the bundle has it as read-worker.js beside the chunk that holds this code. */
function workerUrl(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './read-worker.js', import.meta.url);
}

/** A thread for one file; it keeps the process alive until it is given back or terminated. */
export function takeThread(heapMegabytes: number): Worker {
  if (waiting?.heapMegabytes === heapMegabytes) {
    const { worker } = waiting;
    forget();
    worker.ref();
    return worker;
  }
  return new Worker(workerUrl(), {
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes, maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
  });
}

/** Takes back a thread that has finished its file. One that has read a large file goes: its memory is needed now. */
export function giveBackThread(worker: Worker, heapMegabytes: number, wasLarge: boolean): void {
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
