// Changes a workbook past the program, as another program or a fault of the disk does: its triggers are put aside for the
// time of the change.
import BetterSqlite3, { type Database } from 'better-sqlite3';

/** Runs SQL on a workbook that is not open, with append-only triggers and foreign keys out of the way. */
export function tamper(path: string, sql: string): void {
  const db = new BetterSqlite3(path);
  tamperWith(db, sql);
  db.close();
}

/** The same on a connection. */
export function tamperWith(db: Database, sql: string): void {
  const triggers = db
    .prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    .all();
  db.pragma('foreign_keys = OFF');
  for (const { name } of triggers) db.exec(`DROP TRIGGER "${name}"`);
  db.exec(sql);
  for (const trigger of triggers) db.exec(trigger.sql);
}
