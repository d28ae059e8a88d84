// Holds what a workbook stores against what its log says was written last: a value that was changed past the program, or
// by a fault of the disk, stands out with both values.
import type { Database } from 'better-sqlite3';
import { isSameJson } from '#shared/compare/same-json.ts';
import type { ImageOf, Kernel, KindName, Kinds, Store } from './kind.ts';
import { imageFromLog } from './log.ts';

export interface FactDifference<K extends Kinds = Kinds, Name extends KindName<K> = KindName<K>> {
  entity: Name;
  id: string;
  /** What the table holds; null: it is missing there. */
  stored: ImageOf<K, Name> | null;
  /** What the log says; null: it should not be there. */
  logged: ImageOf<K, Name> | null;
  /** The sides that are there and cannot be read; they are null above. */
  unreadable: readonly ('stored' | 'logged')[];
}

/** What the log wrote last of a fact. */
interface LastRow {
  entity: string;
  id: string;
  version: number;
  after: string | null;
}

/** What one side says of a fact. */
type Side = { image: unknown } | 'unreadable';

/** The facts that are not what the log wrote last. [] for a sound workbook. */
export function compareWithLog<K extends Kinds>({ db, kinds, stores }: Kernel<K>): FactDifference<K>[] {
  const names = Object.keys(kinds) as KindName<K>[];
  const stored = new Map<string, Map<string, Side>>(names.map((name) => [name, readStored(db, name, stores[name])]));
  const differences = new Map<string, FactDifference<K>[]>(names.map((name) => [name, []]));
  const note = (name: string, id: string, logged: Side): void => {
    const held = stored.get(name)?.get(id) ?? { image: null };
    stored.get(name)?.delete(id);
    if (held !== 'unreadable' && logged !== 'unreadable' && isSameJson(held.image, logged.image)) return;
    const unreadable = [
      ...(held === 'unreadable' ? (['stored'] as const) : []),
      ...(logged === 'unreadable' ? (['logged'] as const) : []),
    ];
    const imageOf = (side: Side): unknown => (side === 'unreadable' ? null : side.image);
    const one = { entity: name, id, stored: imageOf(held), logged: imageOf(logged), unreadable };
    differences.get(name)?.push(one as FactDifference<K>);
  };
  for (const row of lastRows(db)) {
    const kind = kinds[row.entity];
    if (kind) note(row.entity, row.id, readLogged(kind, row));
  }
  for (const name of names) for (const id of stored.get(name)?.keys() ?? []) note(name, id, { image: null });
  return [...differences.values()].flat();
}

/** One at a time. The index alone says which rows of the log are the last ones; only those are read. */
function lastRows(db: Database): IterableIterator<LastRow> {
  const query = db.prepare<[], LastRow>(
    `SELECT c.entity, c.entity_id AS id, c.version, c.after
     FROM (SELECT entity_id, entity, max(change_set) AS change_set FROM change GROUP BY entity_id, entity)
     JOIN change c USING (entity_id, entity, change_set)`,
  );
  return query.iterate();
}

function readLogged(kind: Kinds[string], { version, after }: LastRow): Side {
  if (after === null) return { image: null };
  try {
    return { image: imageFromLog(kind, version, after) };
  } catch {
    return 'unreadable';
  }
}

/** All facts of a store. Where one of them cannot be read they are read one by one, as far as the log names them. */
function readStored(db: Database, name: string, store: Store<unknown>): Map<string, Side> {
  try {
    return new Map(store.readAll().map(([id, image]) => [id, { image }]));
  } catch {
    const named = db.prepare<[string], string>('SELECT DISTINCT entity_id FROM change WHERE entity = ?').pluck();
    return new Map(named.all(name).map((id) => [id, readOne(store, id)]));
  }
}

function readOne(store: Store<unknown>, id: string): Side {
  try {
    return { image: store.read(id) };
  } catch {
    return 'unreadable';
  }
}
