// The slow work on workbook files that is done in a thread of its own, so that no window waits for it: each with what it
// is told and what it answers.
import BetterSqlite3 from 'better-sqlite3';
import { isOlder, migrate } from '#electron/db/migrate.ts';
import { readSnapshot } from '#electron/db/snapshot.ts';
import { type BackupOrder, writeBackup } from './backups/write-backup.ts';
import { type Examination, examineDatabase } from './verify.ts';

export const FILE_WORK = {
  backup: (order: BackupOrder, onSnapshot: () => void) => writeBackup(order, { onSnapshot }),
  examine: ({ path }: { path: string }) => examineSnapshot(path),
};

export type FileWork = typeof FILE_WORK;
export type WorkName = keyof FileWork;
export type WorkOrder<N extends WorkName> = Parameters<FileWork[N]>[0];
export type WorkAnswer<N extends WorkName> = ReturnType<FileWork[N]>;

export type ThreadAnswer =
  | { type: 'snapshot' }
  | { type: 'done'; value: unknown }
  | { type: 'failed'; code: string | null; message: string };

/** Looks at a workbook that may be open: at its content of one moment, in memory. An older one is looked at upgraded. */
export function examineSnapshot(path: string): Examination {
  const db = new BetterSqlite3(readSnapshot(path));
  try {
    if (isOlder(db)) migrate(db);
    return examineDatabase(db);
  } finally {
    db.close();
  }
}
