// Storage of records and of view states.
import type { Database } from 'better-sqlite3';
import type { RecordKind } from '#shared/records/kinds.ts';
import { type RecordImage, splitRecordKey } from '#shared/records/records.ts';
import type { EntityStore } from './entities.ts';

interface RecordRow {
  kind: RecordKind;
  id: string;
  body: string;
}

function toImage({ kind, id, body }: RecordRow): RecordImage {
  return { kind, id, value: JSON.parse(body) };
}

/** Records under the key `kind:id`, in the order in which they were added. */
export function recordStore(db: Database): EntityStore<RecordImage> {
  const write = (key: string, image: RecordImage | null): void => {
    const { kind, id } = splitRecordKey(key);
    if (image === null) db.prepare('DELETE FROM record WHERE kind = ? AND id = ?').run(kind, id);
    else {
      db.prepare(
        `INSERT INTO record (kind, id, position, body)
         VALUES (?, ?, (SELECT coalesce(max(position), 0) + 1 FROM record), ?)
         ON CONFLICT (kind, id) DO UPDATE SET body = excluded.body`,
      ).run(kind, id, JSON.stringify(image.value));
    }
  };
  return {
    read(key) {
      const { kind, id } = splitRecordKey(key);
      const row = db
        .prepare<[string, string], RecordRow>('SELECT kind, id, body FROM record WHERE kind = ? AND id = ?')
        .get(kind, id);
      return row ? toImage(row) : null;
    },
    write,
    insert: write,
    readAll() {
      return db.prepare<[], RecordRow>('SELECT kind, id, body FROM record ORDER BY position').all().map(toImage);
    },
  };
}

/** What a screen of this workbook looked like when it was left; null where nothing is known. */
export function readViewState(db: Database, key: string): unknown {
  const value = db.prepare('SELECT value FROM view_state WHERE key = ?').pluck().get(key) as string | undefined;
  return value === undefined ? null : JSON.parse(value);
}

/** Remembers a view state; null forgets it. */
export function writeViewState(db: Database, key: string, value: unknown): void {
  if (value === null) db.prepare('DELETE FROM view_state WHERE key = ?').run(key);
  else {
    db.prepare(
      'INSERT INTO view_state (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    ).run(key, JSON.stringify(value));
  }
}
