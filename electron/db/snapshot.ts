// The whole of a workbook as bytes, taken in one moment: while a program has it open, and past a journal that a killed
// program left. The file is only read.
import { existsSync, readFileSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';
import { isVaultFile, keyOf } from './cipher/keyring.ts';
import { readVault } from './cipher/vault-file.ts';
import { sealWhole } from './cipher/vault-image.ts';
import { hasHotJournal, readPastJournal } from './journal.ts';
import { lockHolder } from './lock.ts';

/** So long a snapshot waits for a step that is being written. */
const PATIENCE_MS = 10_000;

/**
 * Whether a file that this program may have open is one with a password. SQLite is asked first: on Unix, to open and close a
 * file past it takes all locks of the program off that file, those of a step that is being written among them.
 */
export function isSealed(path: string): boolean {
  return !isDatabase(path) && isVaultFile(path);
}

function isDatabase(path: string): boolean {
  let db: BetterSqlite3.Database | undefined;
  try {
    db = new BetterSqlite3(path, { readonly: true, fileMustExist: true, timeout: PATIENCE_MS });
    db.prepare('SELECT 1 FROM sqlite_master LIMIT 1').get();
    return true;
  } catch (error) {
    return !/^SQLITE_(?:NOTADB|CANTOPEN)/.test((error as { code?: string }).code ?? '');
  } finally {
    db?.close();
  }
}

/**
 * The content of a workbook between two steps. Throws the error of SQLite or of the disk; AppError password-needed or damaged
 * for one with a password.
 */
export function readSnapshot(path: string): Buffer {
  if (isSealed(path)) return readVault(path).plain;
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

/**
 * What to write for a copy with this content: under the password of the first of these files that is there and has one, so
 * that neither a copy nor what takes the place of a file is open to more people than it was. Throws AppError password-needed.
 */
export function bytesLike(paths: readonly string[], plain: Buffer): Buffer {
  const like = paths.find((path) => existsSync(path) && isVaultFile(path));
  return like === undefined ? plain : sealWhole(keyOf(like), plain).bytes;
}
