// A journal beside a workbook: what SQLite leaves when a program is killed in the middle of a step, and plays back into
// the file when it is opened next. Played into another file (a backup copied over the workbook) it destroys that file. So
// it is tried on copies first: the copy that is sound, by its pages, its hash chain and its log, tells whose it is.
import { closeSync, copyFileSync, existsSync, mkdtempSync, openSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import BetterSqlite3, { type Database } from 'better-sqlite3';
import { checkChain } from './kernel/chain.ts';
import { openKernel } from './kernel/kind.ts';
import { compareWithLog } from './kernel/verify.ts';
import { KINDS } from './kinds/index.ts';

/**
 * none: nothing to play back. own: it takes the step that was under way back. foreign: it belongs to another file, which
 * stood here before. unclear: neither with it nor without it the workbook is sound.
 */
export type JournalVerdict = 'none' | 'own' | 'foreign' | 'unclear';

const MAGIC = 'd9d505f920a163d7';

export function journalPath(path: string): string {
  return `${path}-journal`;
}

/** Whether a journal lies beside a file that SQLite would play back. */
export function hasHotJournal(path: string): boolean {
  let descriptor: number;
  try {
    descriptor = openSync(journalPath(path), 'r');
  } catch {
    return false;
  }
  try {
    const head = Buffer.alloc(8);
    return readSync(descriptor, head, 0, 8, 0) === 8 && head.toString('hex') === MAGIC;
  } finally {
    closeSync(descriptor);
  }
}

/** Tries the journal on copies. The workbook and its journal are only read. */
export function judgeJournal(path: string): JournalVerdict {
  if (!hasHotJournal(path)) return 'none';
  return onCopies(path, (withJournal, without) => {
    if (isSoundFile(withJournal)) return 'own';
    return isSoundFile(without) ? 'foreign' : 'unclear';
  });
}

/** What a reader sees of a workbook with a journal, as bytes; undefined where neither copy is sound. The file stays as it is. */
export function readPastJournal(path: string): { bytes: Buffer; verdict: JournalVerdict } | undefined {
  return onCopies(path, (withJournal, without) => {
    for (const [copy, verdict] of [
      [withJournal, 'own'],
      [without, 'foreign'],
    ] as const) {
      if (!isSoundFile(copy)) continue;
      const db = new BetterSqlite3(copy, { readonly: true });
      const bytes = db.serialize();
      db.close();
      return { bytes, verdict };
    }
    return undefined;
  });
}

function onCopies<T>(path: string, look: (withJournal: string, without: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'xianjie-journal-'));
  try {
    const withJournal = join(folder, 'with.xianjie');
    const without = join(folder, 'without.xianjie');
    for (const copy of [withJournal, without]) copyFileSync(path, copy);
    copyFileSync(journalPath(path), journalPath(withJournal));
    return look(withJournal, without);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Opening a copy plays its journal back; then its pages, chain and log are held against each other. */
function isSoundFile(path: string): boolean {
  let db: Database | undefined;
  try {
    db = new BetterSqlite3(path, { fileMustExist: true });
    return isSound(db);
  } catch {
    return false;
  } finally {
    db?.close();
  }
}

/** Whether pages, references, chain and facts of a workbook agree; one of before the chain by its pages alone. */
export function isSound(db: Database): boolean {
  const pages = db.pragma('quick_check(1)') as { quick_check: string }[];
  if (pages[0]?.quick_check !== 'ok') return false;
  if ((db.pragma('foreign_key_check') as unknown[]).length > 0) return false;
  const hasChain = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'link'").get() !== undefined;
  return !hasChain || (checkChain(db) === null && compareWithLog(openKernel(db, KINDS)).length === 0);
}

/** A free name beside a file for what is put aside: 红塔区.旧日志.xianjie-journal. */
export function asidePath(path: string, word: string, ending: string): string {
  const stem = join(dirname(path), basename(path).replace(/\.xianjie$/i, ''));
  for (let number = 1; ; number += 1) {
    const candidate = `${stem}.${word}${number === 1 ? '' : `-${number}`}${ending}`;
    if (!existsSync(candidate)) return candidate;
  }
}
