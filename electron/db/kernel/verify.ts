// Holds what a workbook stores against what its log says was written last: a value that was changed past the program, or
// by a fault of the disk, stands out with both values.
import type { Database } from 'better-sqlite3';
import { isSameJson } from '#shared/compare/same-json.ts';
import { type ImageOf, imageVersion, type Kernel, type KindName, type Kinds, type Store } from './kind.ts';
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

/** What a table holds of a fact; `json` where it is kept as such and is not taken apart yet. */
type Held = { image: unknown } | { json: string } | 'unreadable';

/** The facts that are not what the log wrote last. [] for a sound workbook. */
export function compareWithLog<K extends Kinds>({ db, kinds, stores }: Kernel<K>): FactDifference<K>[] {
  const names = Object.keys(kinds) as KindName<K>[];
  const stored = new Map<string, Map<string, Held>>(names.map((name) => [name, readStored(db, name, stores[name])]));
  const differences = new Map<string, FactDifference<K>[]>(names.map((name) => [name, []]));
  const note = (name: string, id: string, held: Held, logged: Side): void => {
    const found = takeApart(held);
    if (found !== 'unreadable' && logged !== 'unreadable' && isSameJson(found.image, logged.image)) return;
    const unreadable = [
      ...(found === 'unreadable' ? (['stored'] as const) : []),
      ...(logged === 'unreadable' ? (['logged'] as const) : []),
    ];
    const imageOf = (side: Side): unknown => (side === 'unreadable' ? null : side.image);
    const one = { entity: name, id, stored: imageOf(found), logged: imageOf(logged), unreadable };
    differences.get(name)?.push(one as FactDifference<K>);
  };
  for (const row of lastRows(db)) {
    const kind = kinds[row.entity];
    if (!kind) continue;
    const ofKind = stored.get(row.entity);
    const held = ofKind?.get(row.id) ?? { image: null };
    ofKind?.delete(row.id);
    // What is the same letter by letter is not taken apart.
    const isSame = held !== 'unreadable' && 'json' in held && held.json === row.after;
    if (!isSame || row.version !== imageVersion(kind)) note(row.entity, row.id, held, readLogged(kind, row));
  }
  for (const name of names) {
    for (const [id, held] of stored.get(name) ?? []) note(name, id, held, { image: null });
  }
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

/** What one side says of a fact. */
type Side = { image: unknown } | 'unreadable';

function takeApart(held: Held): Side {
  if (held === 'unreadable' || 'image' in held) return held;
  try {
    return { image: JSON.parse(held.json) };
  } catch {
    return 'unreadable';
  }
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
function readStored(db: Database, name: string, store: Store<unknown>): Map<string, Held> {
  try {
    const texts = store.readTexts?.();
    return texts
      ? new Map(texts.map(([id, json]) => [id, { json }]))
      : new Map(store.readAll().map(([id, image]) => [id, { image }]));
  } catch {
    const named = db.prepare<[string], string>('SELECT DISTINCT entity_id FROM change WHERE entity = ?').pluck();
    return new Map(named.all(name).map((id) => [id, readOne(store, id)]));
  }
}

function readOne(store: Store<unknown>, id: string): Held {
  try {
    return { image: store.read(id) };
  } catch {
    return 'unreadable';
  }
}
