// The one write path. All user data changes inside commit(): one SQLite transaction, one row in change_set, one row in
// change for each entity touched, with its image before and after, and one link of the hash chain. Undo, redo, audit
// trail, 已保存 and the freshness of what is on the screen all read that log.
import type { Database } from 'better-sqlite3';
import { addLink } from './chain.ts';
import { type ImageOf, imageVersion, type Kernel, type KindName, type Kinds } from './kind.ts';
import type { Change, ChangeSet, LoggedChange } from './log.ts';
import { prepare } from './prepared.ts';
import { type ProvenanceWriter, writeProvenance } from './provenance.ts';
import { translateWriteError } from './write-error.ts';

export interface Committed<T, K extends Kinds = Kinds> {
  value: T;
  /** null where nothing changed: no change set is written then. */
  changeSet: ChangeSet | null;
  changes: readonly Change<K>[];
}

export interface Transaction<K extends Kinds = Kinds> {
  /** The image of an entity as it stands in this transaction. */
  read<Name extends KindName<K>>(entity: Name, id: string): ImageOf<K, Name> | null;
  /** Sets an entity; null deletes it. */
  put<Name extends KindName<K>>(entity: Name, id: string, image: ImageOf<K, Name> | null): void;
  /** Adds an entity under a fresh id; quicker than put, which looks for the image from before. */
  add<Name extends KindName<K>>(entity: Name, id: string, image: ImageOf<K, Name>): void;
  /** Where values come from: append-only, written with the change and part of its link in the chain, never undone. */
  provenance: ProvenanceWriter;
  /** For what is nobody's data (remembered layouts) and is written with the change. */
  db: Database;
}

/** What every commit writes with. */
export interface Writer<K extends Kinds = Kinds> {
  kernel: Kernel<K>;
  author: () => string;
  /** Throws where the file is no longer ours to write; asked inside the transaction, when no other can write. */
  assertOurs?: () => void;
  /** Puts the finished step on the disk where SQLite does not; what it throws is the failure of the step. */
  keep?: () => void;
  /** Images that are in memory anyway, just as they are in the file; undefined: read them. */
  known?: <Name extends KindName<K>>(entity: Name, id: string) => ImageOf<K, Name> | undefined;
}

export interface CommitOptions {
  kind?: ChangeSet['kind'];
  target?: number;
}

/**
 * Runs `work` as one undo step. Throws what `work` throws, with nothing written; SQLite errors come as AppError
 * disk-full, read-only, cannot-write or locked.
 */
export function commit<T, K extends Kinds>(
  { kernel, author, assertOurs, keep, known: inMemory }: Writer<K>,
  command: string,
  label: string | ((value: T) => string),
  work: (tx: Transaction<K>) => T,
  options: CommitOptions = {},
): Committed<T, K> {
  const { db, stores } = kernel;
  const touched = new Map<string, Change<K>>();
  const provenance = writeProvenance(db);
  const note = (change: Change<K>, fresh: () => Change<K>['before']): void => {
    const key = `${change.entity}:${change.id}`;
    const known = touched.get(key);
    if (known) known.after = change.after;
    else touched.set(key, { ...change, before: fresh() });
  };
  const tx: Transaction<K> = {
    db,
    provenance: provenance.writer,
    read: (entity, id) => stores[entity].read(id),
    put(entity, id, image) {
      note({ entity, id, before: null, after: image }, () => inMemory?.(entity, id) ?? stores[entity].read(id));
      stores[entity].write(id, image);
    },
    add(entity, id, image) {
      note({ entity, id, before: null, after: image }, () => null);
      stores[entity].insert(id, image);
    },
  };
  try {
    const committed = db
      .transaction((): Committed<T, K> => {
        assertOurs?.();
        const value = work(tx);
        const entries = [...touched.values()].map(toEntry).filter(({ before, after }) => before !== after);
        const changes = entries.map(({ change }) => change);
        // A step that only kept provenance is in the log and its chain; there is nothing in it to take back.
        const isStep = changes.length > 0 || !provenance.isEmpty() || (options.kind ?? 'do') !== 'do';
        if (!isStep) {
          return { value, changeSet: null, changes };
        }
        const changeSet = writeChangeSet(db, {
          at: new Date().toISOString(),
          command,
          author: author(),
          label: typeof label === 'string' ? label : label(value),
          kind: options.kind ?? (changes.length > 0 ? 'do' : 'base'),
          target: options.target ?? null,
        });
        const rows = entries.map((entry) => toRow(kernel, entry));
        writeChanges(db, changeSet.id, rows);
        addLink(db, changeSet, rows, provenance.finish(changeSet.id));
        return { value, changeSet, changes };
      })
      .immediate();
    if (committed.changeSet !== null) keep?.();
    return committed;
  } catch (error) {
    throw translateWriteError(error);
  }
}

/** A change with its images as they go into the log; equal texts mean that nothing changed. */
interface LogEntry<K extends Kinds> {
  change: Change<K>;
  before: string | null;
  after: string | null;
}

function toEntry<K extends Kinds>(change: Change<K>): LogEntry<K> {
  const json = (image: unknown): string | null => (image === null ? null : JSON.stringify(image));
  return { change, before: json(change.before), after: json(change.after) };
}

function toRow<K extends Kinds>({ kinds }: Kernel<K>, { change, before, after }: LogEntry<K>): LoggedChange {
  return [change.entity, change.id, imageVersion(kinds[change.entity] as Kinds[string]), before, after];
}

function writeChangeSet(db: Database, values: Omit<ChangeSet, 'id'>): ChangeSet {
  const { lastInsertRowid } = prepare(
    db,
    `INSERT INTO change_set (at, command, label, author, kind, target)
     VALUES (@at, @command, @label, @author, @kind, @target)`,
  ).run(values);
  return { id: Number(lastInsertRowid), ...values };
}

function writeChanges(db: Database, changeSet: number, rows: readonly LoggedChange[]): void {
  const insert = prepare(
    db,
    `INSERT INTO change (change_set, seq, entity, entity_id, version, before, after) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  rows.forEach((row, index) => {
    insert.run(changeSet, index + 1, ...row);
  });
}
