// Brings a workbook to the current schema: a backup first, then all pending migrations in one transaction,
// then foreign_key_check, then user_version. A failure leaves the file as it was.
//
//   migrate(db, { backup: () => copyBeside(path) });
import type { Database } from 'better-sqlite3';
import { APPLICATION_ID, CURRENT_VERSION, MIGRATIONS, type Migration } from './migrations/index.ts';

export interface MigrateOptions {
  /** Called once before anything is changed, only where the file holds an older schema. */
  backup?: (fromVersion: number) => void;
  migrations?: readonly Migration[];
}

/** The user_version of a file. */
export function schemaVersion(db: Database): number {
  return db.pragma('user_version', { simple: true }) as number;
}

/** Runs pending migrations; throws where one fails or leaves a dangling reference, with nothing changed. */
export function migrate(db: Database, options: MigrateOptions = {}): { from: number; to: number } {
  const migrations = options.migrations ?? MIGRATIONS;
  const from = schemaVersion(db);
  const pending = migrations.filter((migration) => migration.version > from);
  const last = pending.at(-1);
  if (!last) return { from, to: from };
  if (from > 0) options.backup?.(from);
  db.pragma('foreign_keys = OFF');
  try {
    db.transaction(() => {
      for (const migration of pending) db.exec(migration.sql);
      const dangling = db.pragma('foreign_key_check') as unknown[];
      if (dangling.length > 0) throw new Error(`foreign_key_check: ${JSON.stringify(dangling.slice(0, 5))}`);
      db.pragma(`application_id = ${APPLICATION_ID}`);
      db.pragma(`user_version = ${last.version}`);
    }).immediate();
  } finally {
    db.pragma('foreign_keys = ON');
  }
  return { from, to: last.version };
}

export { CURRENT_VERSION };
