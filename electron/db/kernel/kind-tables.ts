// The tables of kinds: made and changed by the steps that each kind declares, the count of which the file remembers.
import type { Database } from 'better-sqlite3';
import { ARCHIVE_ENTITY } from './archive.ts';
import type { Kinds } from './kind.ts';

/** Versions of the tables of kinds in a file. */
function versionsIn(db: Database): Map<string, number> {
  const hasTable = db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'kind'").get() !== undefined;
  if (!hasTable) return new Map();
  return new Map(db.prepare<[], [string, number]>('SELECT name, version FROM kind').raw().all() as [string, number][]);
}

/** The kinds whose tables a file lacks, or holds in an older version. */
export function pendingKinds(
  db: Database,
  kinds: Kinds,
): { name: string; steps: readonly string[]; version: number }[] {
  const versions = versionsIn(db);
  return Object.entries(kinds).flatMap(([name, { tables }]) => {
    const steps = tables.slice(versions.get(name) ?? 0);
    return steps.length === 0 ? [] : [{ name, steps, version: tables.length }];
  });
}

/** Marks that are no kind, but keep programs that do not know them from writing into the file. */
const MARKS: readonly string[] = [ARCHIVE_ENTITY];

/** Leaves such a mark: to a program that does not know it the file is of a newer one. */
export function foreignMark(db: Database, name: string): void {
  db.prepare('INSERT INTO kind (name, version) VALUES (?, 1) ON CONFLICT (name) DO NOTHING').run(name);
}

/** A kind of the file that this program does not know, or knows only in an older version: a newer program wrote it. */
export function foreignKind(db: Database, kinds: Kinds): string | null {
  for (const [name, version] of versionsIn(db)) {
    if (version > (kinds[name]?.tables.length ?? (MARKS.includes(name) ? 1 : 0))) return name;
  }
  return null;
}

/** Runs the steps of pending kinds; within the transaction of a migration. */
export function makeKindTables(db: Database, pending: ReturnType<typeof pendingKinds>): void {
  const note = db.prepare(
    'INSERT INTO kind (name, version) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET version = excluded.version',
  );
  for (const { name, steps, version } of pending) {
    for (const step of steps) db.exec(step);
    note.run(name, version);
  }
}
