// The slow work, mostly on workbook files, that is done in a thread of its own, so that no window waits for it: each with
// what it is told and what it answers.
import { type ArchiveOrder, writeArchiveFile } from './archive/archive-file.ts';
import { type BackupOrder, writeBackup } from './backups/write-backup.ts';
import { type ProofOrder, proveNow } from './proof/prove-now.ts';
import { type ListOrder, listBackups } from './restore/list-backups.ts';
import { type CopyOrder, restoreCopy } from './restore/restore.ts';
import { type SalvageOrder, salvageWorkbook } from './restore/salvage.ts';
import { examineSnapshot } from './verify.ts';

export const FILE_WORK = {
  backup: (order: BackupOrder, onSnapshot: () => void) => writeBackup(order, { onSnapshot }),
  examine: ({ path }: { path: string }) => examineSnapshot(path),
  archive: (order: ArchiveOrder) => writeArchiveFile(order),
  list: (order: ListOrder) => listBackups(order),
  restoreCopy: (order: CopyOrder) => restoreCopy(order),
  salvage: (order: SalvageOrder) => salvageWorkbook(order),
  prove: (order: ProofOrder) => proveNow(order),
};

export type FileWork = typeof FILE_WORK;
export type WorkName = keyof FileWork;
export type WorkOrder<N extends WorkName> = Parameters<FileWork[N]>[0];
export type WorkAnswer<N extends WorkName> = ReturnType<FileWork[N]>;

export type ThreadAnswer =
  | { type: 'snapshot' }
  | { type: 'done'; value: unknown }
  | { type: 'failed'; code: string | null; message: string; details?: unknown };
