// Where the content of a workbook lies and how SQLite gets at it: a plain file, which SQLite reads and writes itself, or one
// with a password, whose content is only ever whole in memory.
import { renameSync } from 'node:fs';
import { basename } from 'node:path';
import BetterSqlite3, { type Database } from 'better-sqlite3';
import { AppError } from '#shared/values/app-error.ts';
import { isVaultFile, keyOf } from './cipher/keyring.ts';
import { openVault, readVault, type VaultFile } from './cipher/vault-file.ts';
import { asidePath, hasHotJournal, journalPath, judgeJournal, readPastJournal } from './journal.ts';
import { lockHolder } from './lock.ts';
import { APPLICATION_ID } from './migrations/index.ts';

export interface Medium {
  readonly hasPassword: boolean;
  /** Throws AppError where it cannot be opened; for writing the lock is held. */
  connect(purpose: 'read' | 'write'): Database;
  /** Puts on the disk what changed, where SQLite does not do that itself. Throws the error of the disk. */
  keep(db: Database): void;
  close(): void;
}

/** The medium of a workbook file. `notes` takes what is to be said, in Chinese. Throws AppError password-needed. */
export function mediumOf(path: string, notes: string[]): Medium {
  return isVaultFile(path) ? vaultMedium(path, notes) : plainMedium(path, notes);
}

function plainMedium(path: string, notes: string[]): Medium {
  return {
    hasPassword: false,
    connect(purpose) {
      if (purpose === 'read') return connectReader(path, notes);
      settleJournal(path, notes);
      return connect(path, false);
    },
    keep: () => {},
    close: () => {},
  };
}

const ODD_HEAD = '文件头有一处与应有的不同（程序曾被强行结束，或文件被改过），内容已逐段核对，没有受影响。';

function vaultMedium(path: string, notes: string[]): Medium {
  // Before anything else: without the password nothing is touched.
  keyOf(path);
  let vault: VaultFile | undefined;
  return {
    hasPassword: true,
    connect(purpose) {
      vault?.close();
      vault = undefined;
      if (purpose === 'read') {
        const { plain, isHeadWhole } = readVault(path);
        if (!isHeadWhole) notes.push(ODD_HEAD);
        return openImage(path, plain);
      }
      if (hasHotJournal(path)) notes.push(putJournalAside(path));
      vault = openVault(path);
      if (!vault.isHeadWhole) notes.push(ODD_HEAD);
      return openImage(path, vault.plain);
    },
    keep: (db) => vault?.save(db.serialize()),
    close: () => vault?.close(),
  };
}

/** The content of a file with a password, open in memory; nothing of it goes to the disk. */
function openImage(path: string, plain: Buffer): Database {
  if (plain.length < 100 || plain.readUInt32BE(68) !== APPLICATION_ID) throw damaged(path, '里面不是工作簿');
  const db = new BetterSqlite3(plain);
  setPragmas(db, false);
  db.pragma('temp_store = MEMORY');
  return db;
}

/** The refusal of a damaged file. */
export function damaged(path: string, why: string): AppError {
  return new AppError(
    'damaged',
    `工作簿“${basename(path)}”已损坏，无法打开（${why}）。文件没有改动；请用“恢复”找最近的备份，或把能读的内容整理到副本。`,
    { choices: ['restore'] },
  );
}

const MINIMUM_SQLITE = [3, 45] as const;

/** Sets what every connection needs, and makes sure that it holds. */
export function setPragmas(db: Database, readOnly: boolean): void {
  db.pragma('foreign_keys = ON');
  db.pragma('trusted_schema = OFF');
  db.pragma('busy_timeout = 3000');
  if (!readOnly) {
    db.pragma('journal_mode = DELETE');
    db.pragma('synchronous = EXTRA');
    if (db.pragma('synchronous', { simple: true }) !== 3) throw new Error('synchronous is not EXTRA');
    if (db.pragma('journal_mode', { simple: true }) !== 'delete') throw new Error('journal_mode is not DELETE');
  }
  if (db.pragma('foreign_keys', { simple: true }) !== 1) throw new Error('foreign_keys is off');
  const version = String(db.prepare('SELECT sqlite_version()').pluck().get());
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < MINIMUM_SQLITE[0] || (major === MINIMUM_SQLITE[0] && minor < MINIMUM_SQLITE[1])) {
    throw new Error(`SQLite ${version} is too old`);
  }
}

function connect(path: string, readOnly: boolean): Database {
  const db = new BetterSqlite3(path, { readonly: readOnly, fileMustExist: true });
  setPragmas(db, readOnly);
  return db;
}

const RECOVERED = '上次没有正常退出，没有写完的一步已经撤回；此前保存的每一步都在。';

/** Before a workbook is opened for writing: a journal of its own is left to SQLite, one of another file is put aside. */
function settleJournal(path: string, notes: string[]): void {
  const verdict = judgeJournal(path);
  if (verdict === 'own') notes.push(RECOVERED);
  if (verdict === 'foreign') notes.push(putJournalAside(path));
  if (verdict === 'unclear') throw damaged(path, '旁边有没写完的日志，回放前后都核对不上');
}

/** Moves a journal away from a file that it does not belong to; says where it is now. */
export function putJournalAside(path: string): string {
  const aside = asidePath(path, '旧日志', '.xianjie-journal');
  renameSync(journalPath(path), aside);
  return `旁边有一份不属于这个文件的日志，没有使用，已改名为“${basename(aside)}”。`;
}

/** A reader never plays a journal back: with one beside the file whose writer is gone, it reads a copy in memory. */
function connectReader(path: string, notes: string[]): Database {
  if (!hasHotJournal(path) || lockHolder(path) !== null) return connect(path, true);
  const past = readPastJournal(path);
  if (!past) throw damaged(path, '旁边有没写完的日志，回放前后都核对不上');
  notes.push(past.verdict === 'own' ? RECOVERED : '旁边有一份不属于这个文件的日志，查看时没有使用。');
  const db = new BetterSqlite3(past.bytes);
  setPragmas(db, true);
  return db;
}
