// The rows of the log as they are stored, for hashing: all of it, gone through once.
import type { Database } from 'better-sqlite3';
import type { ChangeSet, LoggedChange } from './log.ts';

/** A change set with its link in the chain; null where it has none. */
export type LinkedSet = ChangeSet & { hash: string | null };

/** All change sets with their links, the oldest first. */
export function linkedSets(db: Database): LinkedSet[] {
  return db
    .prepare<[], LinkedSet>(
      `SELECT c.id, c.at, c.command, c.label, c.author, c.kind, c.target, l.hash
       FROM change_set c LEFT JOIN link l ON l.change_set = c.id ORDER BY c.id`,
    )
    .all();
}

export interface AllChanges {
  /** The changes of a step; asked for in the order of the steps. */
  of(changeSet: number): Iterable<LoggedChange>;
  close(): void;
}

/** All changes of the log, one at a time. */
export function allChanges(db: Database): AllChanges {
  const query = db.prepare(
    'SELECT change_set, entity, entity_id, version, before, after FROM change ORDER BY change_set, seq',
  );
  const rows = query.raw().iterate() as IterableIterator<[changeSet: number, ...LoggedChange]>;
  let next = rows.next();
  return {
    *of(changeSet) {
      for (; !next.done && next.value[0] <= changeSet; next = rows.next()) {
        const [set, entity, id, version, before, after] = next.value;
        if (set === changeSet) yield [entity, id, version, before, after];
      }
    },
    close: () => rows.return?.(),
  };
}
