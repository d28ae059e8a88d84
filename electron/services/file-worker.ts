// Entry of the thread that works on workbook files: one order, one answer.
import { parentPort, workerData } from 'node:worker_threads';
import { type KeyringCopy, takeKeyring } from '#electron/db/cipher/keyring.ts';
import { AppError } from '#shared/values/app-error.ts';
import { FILE_WORK, type ThreadAnswer, type WorkName } from './file-work.ts';

const port = parentPort;
if (!port) throw new Error('this file runs as a worker thread only');
const send = (answer: ThreadAnswer): void => port.postMessage(answer);

const { name, order, keyring } = workerData as { name: WorkName; order: never; keyring: KeyringCopy };
takeKeyring(keyring);
try {
  const work = FILE_WORK[name] as (order: never, onSnapshot: () => void) => unknown;
  send({ type: 'done', value: work(order, () => send({ type: 'snapshot' })) });
} catch (error) {
  const { code = null, details } = error instanceof AppError ? error : {};
  send({ type: 'failed', code, message: (error as Error).message, details });
}
