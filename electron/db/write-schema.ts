// Writes electron/db/schema.sql, the current schema for reading; a test compares the two. Run: npm run schema
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { migrate } from './migrate.ts';

/** The schema that all migrations together make, as SQL text. */
export function currentSchema(): string {
  const db = new BetterSqlite3(':memory:');
  migrate(db);
  const rows = db
    .prepare<[], { sql: string }>(
      "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type = 'trigger', type = 'index', name",
    )
    .all();
  const version = db.pragma('user_version', { simple: true });
  db.close();
  return `-- Generated from electron/db/migrations by \`npm run schema\`; user_version ${version}. Do not edit.\n\n${rows.map((row) => `${row.sql};`).join('\n\n')}\n`;
}

if (import.meta.main) writeFileSync(join(import.meta.dirname, 'schema.sql'), currentSchema());
