// Entry of the worker thread that reads files, one at a time. Anything hostile in a file can only harm this thread.
import { basename } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { createCellSink } from './cell-sink.ts';
import { startBudget } from './limits.ts';
import { loadFile } from './load-file.ts';
import { readContent } from './read-content.ts';
import { nameError } from './read-error.ts';
import type { ReadAnswer, ReadOrder } from './worker-messages.ts';

const port = parentPort;
if (!port) throw new Error('this file runs as a worker thread only');
const send = (answer: ReadAnswer): void => port.postMessage(answer);

port.on('message', async (order: ReadOrder) => {
  try {
    const budget = startBudget(order.limits);
    const sink = createCellSink(budget, send);
    const bytes = loadFile(order.path, budget);
    const format = await readContent(bytes, basename(order.path), sink, budget);
    sink.flush();
    send({ type: 'done', format, notes: sink.notes });
  } catch (error) {
    const { code, reason, cause } = nameError(error, '');
    send({ type: 'failed', code, reason, cause: cause instanceof Error ? (cause.stack ?? cause.message) : '' });
  }
});
