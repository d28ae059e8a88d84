// Entry of the worker thread that reads drafts, one at a time. Anything hostile in a file can only harm this thread.
import { parentPort } from 'node:worker_threads';
import { openSource } from '#electron/excel/read/byte-source.ts';
import { startBudget } from '#electron/excel/read/limits.ts';
import { draftError } from './draft-error.ts';
import type { DraftAnswer, DraftOrder } from './draft-order.ts';
import { readDraftContent } from './read-content.ts';

const port = parentPort;
if (!port) throw new Error('this file runs as a worker thread only');
const send = (answer: DraftAnswer): void => port.postMessage(answer);

port.on('message', async ({ source, name, limits }: DraftOrder) => {
  try {
    const bytes = typeof source === 'string' ? readWhole(source, limits) : Buffer.from(source);
    send({ type: 'done', draft: await readDraftContent(bytes, name, limits), bytes: bytes.length });
  } catch (error) {
    const { code, message } = draftError(error, name);
    send({ type: 'failed', code, message });
  }
});

function readWhole(path: string, limits: DraftOrder['limits']): Buffer {
  const source = openSource(path, startBudget(limits));
  try {
    return source.read(0, source.size);
  } finally {
    source.close();
  }
}
