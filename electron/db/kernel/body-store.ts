// Stores whose image is one JSON body under an id, in the order in which they were added. The table of a new kind is made
// by `bodyTable`.
import type { Database } from 'better-sqlite3';
import type { Store } from './kind.ts';
import { prepare } from './prepared.ts';

/** The SQL of a table of bodies, with an index for each named path into the body ('$.year'). */
export function bodyTable(table: string, indexes: Readonly<Record<string, string>> = {}): string {
  const made = Object.entries(indexes).map(
    ([name, path]) => `CREATE INDEX ${table}_by_${name} ON ${table} (body ->> '${path}');`,
  );
  return `CREATE TABLE ${table} (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
CREATE INDEX ${table}_by_position ON ${table} (position);
${made.join('\n')}`;
}

/** A store over such a table. `extra` names further columns that are filled from the image. */
export function bodyStore<Image>(
  db: Database,
  table: string,
  extra: Readonly<Record<string, (image: Image) => unknown>> = {},
): Store<Image> {
  const names = Object.keys(extra);
  const columns = ['id', 'position', 'body', ...names].join(', ');
  const next = `(SELECT coalesce(max(position), 0) + 1 FROM ${table})`;
  const insert = `INSERT INTO ${table} (${columns}) VALUES (?, ${next}, ?${', ?'.repeat(names.length)})`;
  const set = ['body', ...names].map((name) => `${name} = excluded.${name}`).join(', ');
  const values = (id: string, image: Image): unknown[] => [
    id,
    JSON.stringify(image),
    ...names.map((name) => extra[name]?.(image)),
  ];
  const parse = (body: string): Image => JSON.parse(body) as Image;
  return {
    read(id) {
      const row = prepare<[string], { body: string }>(db, `SELECT body FROM ${table} WHERE id = ?`).get(id);
      return row ? parse(row.body) : null;
    },
    write(id, image) {
      if (image === null) prepare(db, `DELETE FROM ${table} WHERE id = ?`).run(id);
      else prepare(db, `${insert} ON CONFLICT (id) DO UPDATE SET ${set}`).run(...values(id, image));
    },
    insert(id, image) {
      prepare(db, insert).run(...values(id, image));
    },
    readTexts() {
      const rows = db.prepare<[], [string, string]>(`SELECT id, body FROM ${table} ORDER BY position`);
      return rows.raw().all() as [string, string][];
    },
    readAll() {
      return db
        .prepare<[], { id: string; body: string }>(`SELECT id, body FROM ${table} ORDER BY position`)
        .all()
        .map(({ id, body }) => [id, parse(body)]);
    },
  };
}
