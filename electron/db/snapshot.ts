// The whole of a workbook as bytes, taken in one moment: while a program has it open, and past a journal that a killed
// program left. The file is only read.
import { readFileSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';
import { hasHotJournal, readPastJournal } from './journal.ts';
import { lockHolder } from './lock.ts';

/** So long a snapshot waits for a step that is being written. */
const PATIENCE_MS = 10_000;

/** The bytes of a workbook between two steps. Throws the error of SQLite or of the disk. */
export function readSnapshot(path: string): Buffer {
  if (hasHotJournal(path) && lockHolder(path) === null) {
    // Neither copy sound: the bytes as they lie there, for whoever wants to save what can be saved.
    return readPastJournal(path)?.bytes ?? readFileSync(path);
  }
  const db = new BetterSqlite3(path, { readonly: true, fileMustExist: true, timeout: PATIENCE_MS });
  try {
    return db.serialize();
  } finally {
    db.close();
  }
}
