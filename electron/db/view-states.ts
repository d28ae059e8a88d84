// What screens looked like when they were left: nobody's data, so it has no log.
import type { Database } from 'better-sqlite3';
import { prepare } from './kernel/prepared.ts';

/** What a screen of this workbook looked like when it was left; null where nothing is known. */
export function readViewState(db: Database, key: string): unknown {
  const row = prepare<[string], { value: string }>(db, 'SELECT value FROM view_state WHERE key = ?').get(key);
  return row === undefined ? null : JSON.parse(row.value);
}

/** Remembers a view state; null forgets it. */
export function writeViewState(db: Database, key: string, value: unknown): void {
  if (value === null) prepare(db, 'DELETE FROM view_state WHERE key = ?').run(key);
  else {
    prepare(
      db,
      'INSERT INTO view_state (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    ).run(key, JSON.stringify(value));
  }
}
