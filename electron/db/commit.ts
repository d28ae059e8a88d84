// The one write path. All user data changes inside commit(): one SQLite transaction, one row in change_set, one row in
// change for each entity touched, with its image before and after. Undo, redo, audit trail, 已保存 and the freshness
// of what is on the screen all read that log. Undo is a new change set, so it survives a restart.
import type { Database } from 'better-sqlite3';
import { AppError } from '#shared/contract/reply.ts';
import type { EntityImages, EntityName, EntityStores } from './entities.ts';

export interface ChangeSet {
  id: number;
  at: string;
  command: string;
  label: string;
  /** Who did it: the name set in the program, else the account on the machine. */
  author: string;
  kind: 'base' | 'do' | 'undo' | 'redo';
  target: number | null;
}

/** One entity of a change set. */
export interface Change<Name extends EntityName = EntityName> {
  entity: Name;
  id: string;
  before: EntityImages[Name] | null;
  after: EntityImages[Name] | null;
}

export interface Committed<T> {
  value: T;
  /** null where nothing changed: no change set is written then. */
  changeSet: ChangeSet | null;
  changes: readonly Change[];
}

export interface Transaction {
  /** The image of an entity as it stands in this transaction. */
  read<Name extends EntityName>(entity: Name, id: string): EntityImages[Name] | null;
  /** Sets an entity; null deletes it. */
  put<Name extends EntityName>(entity: Name, id: string, image: EntityImages[Name] | null): void;
  /** Adds an entity under a fresh id; quicker than put, which looks for the image from before. */
  add<Name extends EntityName>(entity: Name, id: string, image: EntityImages[Name]): void;
  /** For append-only side tables (provenance, import batches) that are written with the change but never undone. */
  db: Database;
}

/** What every commit writes with. */
export interface Writer {
  db: Database;
  stores: EntityStores;
  author: () => string;
  /** Images that are in memory anyway, just as they are in the file; undefined: read them. */
  known?: <Name extends EntityName>(entity: Name, id: string) => EntityImages[Name] | undefined;
}

export interface CommitOptions {
  kind?: ChangeSet['kind'];
  target?: number;
}

/**
 * Runs `work` as one undo step. Throws what `work` throws, with nothing written; SQLite errors come as AppError
 * disk-full or cannot-write.
 */
export function commit<T>(
  { db, stores, author, known: inMemory }: Writer,
  command: string,
  label: string | ((value: T) => string),
  work: (tx: Transaction) => T,
  options: CommitOptions = {},
): Committed<T> {
  const touched = new Map<string, Change>();
  const imageOf = <Name extends EntityName>(entity: Name, id: string): EntityImages[Name] | null =>
    inMemory?.(entity, id) ?? stores[entity].read(id);
  const tx: Transaction = {
    db,
    read: (entity, id) => stores[entity].read(id),
    put(entity, id, image) {
      const key = `${entity}:${id}`;
      const known = touched.get(key);
      if (known) known.after = image;
      else touched.set(key, { entity, id, before: imageOf(entity, id), after: image });
      stores[entity].write(id, image);
    },
    add(entity, id, image) {
      const key = `${entity}:${id}`;
      const known = touched.get(key);
      if (known) known.after = image;
      else touched.set(key, { entity, id, before: null, after: image });
      stores[entity].insert(id, image);
    },
  };
  try {
    return db
      .transaction((): Committed<T> => {
        const value = work(tx);
        const entries = [...touched.values()].map(toEntry).filter(({ before, after }) => before !== after);
        const changes = entries.map(({ change }) => change);
        if (changes.length === 0 && options.kind !== 'base') return { value, changeSet: null, changes };
        const changeSet = writeChangeSet(db, {
          at: new Date().toISOString(),
          command,
          author: author(),
          label: typeof label === 'string' ? label : label(value),
          kind: options.kind ?? 'do',
          target: options.target ?? null,
        });
        writeChanges(db, changeSet.id, entries);
        return { value, changeSet, changes };
      })
      .immediate();
  } catch (error) {
    throw translateWriteError(error);
  }
}

/** A change with its images as they go into the log; equal texts mean that nothing changed. */
interface LogEntry {
  change: Change;
  before: string | null;
  after: string | null;
}

function toEntry(change: Change): LogEntry {
  const json = (image: unknown): string | null => (image === null ? null : JSON.stringify(image));
  return { change, before: json(change.before), after: json(change.after) };
}

function writeChangeSet(db: Database, values: Omit<ChangeSet, 'id'>): ChangeSet {
  const { lastInsertRowid } = db
    .prepare(`INSERT INTO change_set (at, command, label, author, kind, target)
       VALUES (@at, @command, @label, @author, @kind, @target)`)
    .run(values);
  return { id: Number(lastInsertRowid), ...values };
}

function writeChanges(db: Database, changeSet: number, entries: readonly LogEntry[]): void {
  const insert = db.prepare(
    'INSERT INTO change (change_set, seq, entity, entity_id, before, after) VALUES (?, ?, ?, ?, ?, ?)',
  );
  entries.forEach(({ change, before, after }, index) => {
    insert.run(changeSet, index + 1, change.entity, change.id, before, after);
  });
}

/** The changes of a change set in the order in which they were made. */
export function readChanges(db: Database, changeSet: number, limit = -1): Change[] {
  return db
    .prepare<[number, number], { entity: EntityName; entity_id: string; before: string | null; after: string | null }>(
      'SELECT entity, entity_id, before, after FROM change WHERE change_set = ? ORDER BY seq LIMIT ?',
    )
    .all(changeSet, limit)
    .map((row) => ({
      entity: row.entity,
      id: row.entity_id,
      before: row.before === null ? null : JSON.parse(row.before),
      after: row.after === null ? null : JSON.parse(row.after),
    }));
}

function translateWriteError(error: unknown): unknown {
  const code = (error as { code?: string }).code ?? '';
  if (code === 'SQLITE_FULL')
    return new AppError('disk-full', '磁盘已满，这一步没有保存。请清理磁盘后再做一次；之前保存的内容都在。');
  if (code.startsWith('SQLITE_READONLY')) {
    return new AppError(
      'read-only',
      '工作簿现在不能写入（只读或介质写保护），这一步没有保存。请另存一份到可写的文件夹再修改。',
    );
  }
  if (code.startsWith('SQLITE_IOERR') || code.startsWith('SQLITE_CANTOPEN')) {
    return new AppError(
      'cannot-write',
      '写入工作簿失败，移动盘可能已拔出，这一步没有保存。请插好移动盘后重新打开工作簿。',
    );
  }
  if (code.startsWith('SQLITE_BUSY')) {
    return new AppError('locked', '工作簿正被别的程序占用，这一步没有保存。请稍后再试。');
  }
  return error;
}
