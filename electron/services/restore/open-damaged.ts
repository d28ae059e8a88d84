// Opens what is left of a workbook, on a copy in memory, and reads from it row by row what can still be read.
import BetterSqlite3, { type Database } from 'better-sqlite3';
import { createImage } from '#electron/db/open.ts';
import { AppError } from '#shared/values/app-error.ts';

/** A copy of the bytes as a database. Throws AppError damaged where not even its tables can be found. */
export function openDamaged(bytes: Buffer): Database {
  const db = tryOpen(bytes) ?? tryOpen(withFirstPage(bytes));
  if (!db) throw new AppError('damaged', '文件损坏得太厉害，连数据表的目录也读不出来。请用最近的备份。');
  db.pragma('foreign_keys = OFF');
  return db;
}

function tryOpen(bytes: Buffer): Database | null {
  let db: Database | undefined;
  try {
    db = new BetterSqlite3(bytes);
    const tables = db.prepare("SELECT name FROM sqlite_schema WHERE name IN ('project', 'change')").pluck().all();
    if (tables.length > 0) return db;
  } catch {
    // Told by the caller.
  }
  db?.close();
  return null;
}

const PAGE_BYTES = 4096;
/** Where the header counts the pages of the file. */
const PAGE_COUNT_AT = 28;

/** The bytes with the first page of a new workbook: tables of a workbook that was never upgraded lie where they lie there. */
function withFirstPage(bytes: Buffer): Buffer {
  const fresh = createImage();
  try {
    const copy = Buffer.from(bytes);
    fresh.serialize().copy(copy, 0, 0, PAGE_BYTES);
    copy.writeUInt32BE(Math.floor(bytes.length / PAGE_BYTES), PAGE_COUNT_AT);
    return copy;
  } finally {
    fresh.close();
  }
}

export interface ReadRows<Row> {
  rows: Row[];
  /** Whether some could not be read. */
  isIncomplete: boolean;
}

/** All rows of a table with row ids; where a page is damaged those of the other pages. */
export function readRows<Row>(db: Database, table: string, columns: string): ReadRows<Row> {
  try {
    return { rows: db.prepare<[], Row>(`SELECT ${columns} FROM ${table} ORDER BY rowid`).all(), isIncomplete: false };
  } catch {
    return { rows: readOneByOne<Row>(db, table, columns), isIncomplete: true };
  }
}

/** A row takes at least so many bytes of the file: more row ids than that are not looked for. */
const ROW_BYTES = 16;

function readOneByOne<Row>(db: Database, table: string, columns: string): Row[] {
  const attempt = <T>(work: () => T): T | undefined => {
    try {
      return work();
    } catch {
      return undefined;
    }
  };
  const most = attempt(() => (db.pragma('page_count', { simple: true }) as number) * (PAGE_BYTES / ROW_BYTES)) ?? 0;
  const last = attempt(() => db.prepare<[], number | null>(`SELECT max(rowid) FROM ${table}`).pluck().get()) ?? most;
  const one = attempt(() => db.prepare<[number], Row>(`SELECT ${columns} FROM ${table} WHERE rowid = ?`));
  if (!one) return [];
  const rows: Row[] = [];
  for (let id = 1; id <= Math.min(last, most); id += 1) {
    const row = attempt(() => one.get(id));
    if (row !== undefined) rows.push(row);
  }
  return rows;
}
