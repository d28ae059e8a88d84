// Holds what a workbook stores against what its log says was written last: a value that was changed past the program, or
// by a fault of the disk, stands out with both values.
import { isDeepStrictEqual } from 'node:util';
import type { ImageOf, Kernel, KindName, Kinds } from './kind.ts';
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

interface LastRow {
  id: string;
  version: number;
  after: string | null;
}

/** What one side says of a fact. */
type Side = { image: unknown } | 'unreadable';

/** The facts that are not what the log wrote last. [] for a sound workbook. */
export function compareWithLog<K extends Kinds>({ db, kinds, stores }: Kernel<K>): FactDifference<K>[] {
  const differences: FactDifference<K>[] = [];
  const last = db.prepare<[string], LastRow>(
    // One entity stands once in a change set; SQLite takes the other columns from the row of the maximum.
    `SELECT entity_id AS id, version, after, max(change_set) FROM change WHERE entity = ? GROUP BY entity_id`,
  );
  for (const name of Object.keys(kinds) as KindName<K>[]) {
    const kind = kinds[name] as Kinds[string];
    const rows = last.all(name);
    const stored = readStored(stores[name], rows);
    const note = (id: string, logged: Side): void => {
      const held = stored.get(id) ?? { image: null };
      stored.delete(id);
      if (held !== 'unreadable' && logged !== 'unreadable' && isDeepStrictEqual(held.image, logged.image)) return;
      const unreadable = [
        ...(held === 'unreadable' ? (['stored'] as const) : []),
        ...(logged === 'unreadable' ? (['logged'] as const) : []),
      ];
      const imageOf = (side: Side): unknown => (side === 'unreadable' ? null : side.image);
      const one = { entity: name, id, stored: imageOf(held), logged: imageOf(logged), unreadable };
      differences.push(one as FactDifference<K>);
    };
    for (const row of rows) note(row.id, readLogged(kind, row));
    for (const id of stored.keys()) note(id, { image: null });
  }
  return differences;
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
function readStored(store: Kernel['stores'][string], named: readonly LastRow[]): Map<string, Side> {
  try {
    return new Map((store?.readAll() ?? []).map(([id, image]) => [id, { image }]));
  } catch {
    return new Map(named.map(({ id }) => [id, readOne(store, id)]));
  }
}

function readOne(store: Kernel['stores'][string], id: string): Side {
  try {
    return { image: store?.read(id) ?? null };
  } catch {
    return 'unreadable';
  }
}
