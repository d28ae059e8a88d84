// Entry of the worker thread that reads files, one at a time. Anything hostile in a file can only harm this thread.
import { basename } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { openSource } from './byte-source.ts';
import { createCellSink } from './cell-sink.ts';
import { startBudget } from './limits.ts';
import type { CellPacket, SheetPacket } from './packet.ts';
import { readContent } from './read-content.ts';
import { nameError } from './read-error.ts';
import type { ReadAnswer, ReadOrder } from './worker-messages.ts';

const port = parentPort;
if (!port) throw new Error('this file runs as a worker thread only');
const send = (answer: ReadAnswer): void => port.postMessage(answer);

/** So many packets may lie between the two threads: else it would be all of a file that is read faster than taken in. */
const MOST_WAITING = 8;

/** Sends what was read, and waits where the other side has not yet taken in what it got before. */
function sendInTurn(taken: Int32Array): (packet: CellPacket | SheetPacket) => void {
  let sent = 0;
  return (packet) => {
    for (let before = Atomics.load(taken, 0); sent - before >= MOST_WAITING; before = Atomics.load(taken, 0)) {
      Atomics.wait(taken, 0, before);
    }
    send(packet);
    sent += 1;
  };
}

port.on('message', async (order: ReadOrder) => {
  try {
    const budget = startBudget(order.limits);
    const sink = createCellSink(budget, sendInTurn(order.taken));
    const source = openSource(order.path, budget);
    try {
      const format = await readContent(source, basename(order.path), sink, budget);
      sink.flush();
      send({ type: 'done', format, notes: sink.notes });
    } finally {
      source.close();
    }
  } catch (error) {
    const { code, reason, cause } = nameError(error, '');
    send({ type: 'failed', code, reason, cause: cause instanceof Error ? (cause.stack ?? cause.message) : '' });
  }
});
