// Brings a workbook to the current schema: a backup first, then all pending migrations and tables of kinds in one
// transaction, then foreign_key_check, then user_version. A failure leaves the file as it was.
//
//   migrate(db, { backup: () => copyBeside(path) });
import type { Database } from 'better-sqlite3';
import type { Kinds } from './kernel/kind.ts';
import { foreignKind, makeKindTables, pendingKinds } from './kernel/kind-tables.ts';
import { KINDS } from './kinds/index.ts';
import { APPLICATION_ID, CURRENT_VERSION, MIGRATIONS, type Migration } from './migrations/index.ts';

export interface MigrateOptions {
  /** Called once before anything is changed, only where the file holds an older schema. */
  backup?: (fromVersion: number) => void;
  migrations?: readonly Migration[];
  kinds?: Kinds;
}

/** The user_version of a file. */
export function schemaVersion(db: Database): number {
  return db.pragma('user_version', { simple: true }) as number;
}

/** Why a file comes from a newer program, in words; null where it does not. */
export function newerFormat(db: Database, kinds: Kinds = KINDS): string | null {
  const version = schemaVersion(db);
  if (version > CURRENT_VERSION) return `格式 ${version}，本程序支持到 ${CURRENT_VERSION}`;
  const foreign = foreignKind(db, kinds);
  return foreign === null ? null : `其中有本程序不认识的内容“${foreign}”`;
}

/** Whether a file holds an older schema. */
export function isOlder(db: Database, kinds: Kinds = KINDS): boolean {
  return schemaVersion(db) < CURRENT_VERSION || pendingKinds(db, kinds).length > 0;
}

/** Runs pending migrations; throws where one fails or leaves a dangling reference, with nothing changed. */
export function migrate(db: Database, options: MigrateOptions = {}): { from: number; to: number } {
  const { migrations = MIGRATIONS, kinds = KINDS } = options;
  const from = schemaVersion(db);
  const pending = migrations.filter((migration) => migration.version > from);
  const to = pending.at(-1)?.version ?? from;
  if (pending.length === 0 && pendingKinds(db, kinds).length === 0) return { from, to };
  if (from > 0) options.backup?.(from);
  db.pragma('foreign_keys = OFF');
  try {
    db.transaction(() => {
      for (const { sql, run } of pending) {
        db.exec(sql);
        run?.(db);
      }
      makeKindTables(db, pendingKinds(db, kinds));
      const dangling = db.pragma('foreign_key_check') as unknown[];
      if (dangling.length > 0) throw new Error(`foreign_key_check: ${JSON.stringify(dangling.slice(0, 5))}`);
      db.pragma(`application_id = ${APPLICATION_ID}`);
      db.pragma(`user_version = ${to}`);
    }).immediate();
  } finally {
    db.pragma('foreign_keys = ON');
  }
  return { from, to };
}
