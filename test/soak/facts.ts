// All that a workbook holds, as one text: to see whether damage changed any of it.
import BetterSqlite3, { type Database } from 'better-sqlite3';
import { openKernel } from '#electron/db/kernel/kind.ts';
import { KINDS } from '#electron/db/kinds/index.ts';

/** The facts of every kind as they are stored; throws where one cannot be read. */
export function factsOf(db: Database): string {
  const { stores } = openKernel(db, KINDS);
  return JSON.stringify(Object.entries(stores).map(([name, store]) => [name, store.readAll()]));
}

/** Runs `work` on a workbook that lies in memory. */
export function onBytes<T>(bytes: Buffer, work: (db: Database) => T): T {
  const db = new BetterSqlite3(bytes);
  try {
    return work(db);
  } finally {
    db.close();
  }
}
