// Workbooks of earlier programs: the rows of a workbook that 0.1.0 wrote (an import, edits, an undo, a matrix cell, a
// deletion, an explanation), in the schema of that day or of one before.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { APPLICATION_ID, MIGRATIONS } from '#electron/db/migrations/index.ts';

const ROWS = readFileSync(join(import.meta.dirname, '../fixtures/workbook-0.1.0.sql'), 'utf8');

/** What takes a workbook of 0.1.0 (version 3) back to an earlier one. */
const BACK: Readonly<Record<1 | 3, string>> = {
  1: `DROP TABLE record; DROP TABLE view_state; DROP INDEX change_by_entity;
      ALTER TABLE change_set DROP COLUMN author;`,
  3: '',
};

/** Writes such a workbook into a folder; gives its path. */
export function makeOlderWorkbook(folder: string, version: 1 | 3): string {
  const path = join(folder, `${randomUUID()}.xianjie`);
  const db = new BetterSqlite3(path);
  db.pragma('foreign_keys = OFF');
  for (const { sql } of MIGRATIONS.slice(0, 3)) db.exec(sql);
  db.exec(ROWS);
  db.exec(BACK[version]);
  db.pragma(`application_id = ${APPLICATION_ID}`);
  db.pragma(`user_version = ${version}`);
  db.close();
  return path;
}
