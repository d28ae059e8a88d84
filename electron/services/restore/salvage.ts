// 整理到副本: saves what can be saved of a workbook into a new file. Where only values were changed past the program they
// are put right in a copy; where pages or the log are damaged a new workbook is made of what can be read. The damaged file
// is only read.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { isVaultFile, keyOf } from '#electron/db/cipher/keyring.ts';
import { salvageVault } from '#electron/db/cipher/vault-file.ts';
import { accountName } from '#electron/db/lock.ts';
import { isOlder, migrate } from '#electron/db/migrate.ts';
import { bytesLike, readSnapshot } from '#electron/db/snapshot.ts';
import { clearDrafts, draftPath, isSameFile } from '#electron/files/move-into-place.ts';
import type { SalvageItem, SalvageReport } from '#shared/domain/salvage.ts';
import { AppError } from '#shared/values/app-error.ts';
import { describeContent } from '../backups/content.ts';
import { takePlace } from '../take-place.ts';
import { examineFile } from '../verify.ts';
import { mendCopy } from './mend-copy.ts';
import { openDamaged } from './open-damaged.ts';
import { rebuildWorkbook } from './rebuild.ts';

export interface SalvageOrder {
  /** The damaged workbook. */
  source: string;
  /** The new file; what stands there is replaced only at the end. */
  target: string;
  author?: string;
}

/** Errors (AppError): invalid-input for the same file, damaged where nothing is left, cannot-write, locked. */
export function salvageWorkbook({ source, target, author = accountName() }: SalvageOrder): SalvageReport {
  if (isSameFile(source, target)) {
    throw new AppError('invalid-input', '整理只写到副本，不能写回损坏的文件。请换一个文件名。');
  }
  const draft = draftPath(target);
  try {
    clearDrafts(target);
    const { bytes, cut } = readSnapshotOrBytes(source);
    // All in memory: of a workbook with a password nothing may lie plain beside it, however this ends.
    const mended = mend(bytes);
    const made = mended ?? rebuild(bytes, `从损坏的工作簿“${basename(source)}”整理`, author);
    const { items, notes } = made;
    writeFileSync(draft, bytesLike([source, target], made.bytes));
    const { problems } = examineFile(draft);
    if (problems.length > 0) throw new AppError('damaged', `整理出来的副本仍不完好，没有留下：${problems[0]}`);
    const content = contentOf(made.bytes);
    takePlace(draft, target);
    const way = mended === null ? 'rebuilt' : items.length + notes.length + cut.length === 0 ? 'sound' : 'mended';
    return { way, projects: content.projects, totalFen: content.totalFen, items, notes: [...cut, ...notes] };
  } catch (error) {
    rmSync(draft, { force: true });
    if (error instanceof AppError) throw error;
    throw new AppError('cannot-write', `没有整理成（${(error as Error).message}）。损坏的文件没有改动。`);
  }
}

/** `cut`: what to say where the end could not be read. */
function readSnapshotOrBytes(source: string): { bytes: Buffer; cut: string[] } {
  const isSealed = isVaultFile(source);
  // Without its password nothing of it can be read.
  if (isSealed) keyOf(source);
  try {
    return { bytes: readSnapshot(source), cut: [] };
  } catch {
    if (!isSealed) return { bytes: readFileSync(source), cut: [] };
    return {
      bytes: salvageVault(source),
      cut: ['最后一段读不出来，只整理到最后一个完好的步骤；以后的修改请照日志或备份补上。'],
    };
  }
}

interface Salvaged {
  bytes: Buffer;
  items: SalvageItem[];
  notes: string[];
}

/** null: the damage goes deeper than single values. */
function mend(bytes: Buffer): Salvaged | null {
  let db: BetterSqlite3.Database | undefined;
  try {
    db = new BetterSqlite3(bytes);
    if (isOlder(db)) migrate(db);
    const mended = mendCopy(db);
    return mended && { ...mended, bytes: db.serialize() };
  } catch {
    return null;
  } finally {
    db?.close();
  }
}

function rebuild(bytes: Buffer, label: string, author: string): Salvaged {
  const damaged = openDamaged(bytes);
  try {
    return rebuildWorkbook(damaged, label, author);
  } finally {
    damaged.close();
  }
}

function contentOf(bytes: Buffer): ReturnType<typeof describeContent> {
  const db = new BetterSqlite3(bytes, { readonly: true });
  try {
    return describeContent(db);
  } finally {
    db.close();
  }
}
