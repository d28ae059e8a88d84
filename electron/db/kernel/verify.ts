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
}

interface LastRow {
  id: string;
  version: number;
  after: string | null;
}

/** The facts that are not what the log wrote last. [] for a sound workbook. */
export function compareWithLog<K extends Kinds>({ db, kinds, stores }: Kernel<K>): FactDifference<K>[] {
  const differences: FactDifference<K>[] = [];
  const last = db.prepare<[string], LastRow>(
    // One entity stands once in a change set; SQLite takes the other columns from the row of the maximum.
    `SELECT entity_id AS id, version, after, max(change_set) FROM change WHERE entity = ? GROUP BY entity_id`,
  );
  for (const name of Object.keys(kinds) as KindName<K>[]) {
    const kind = kinds[name] as Kinds[string];
    const stored = new Map<string, unknown>(stores[name].readAll());
    const note = (id: string, logged: unknown): void => {
      const one = { entity: name, id, stored: stored.get(id) ?? null, logged };
      if (!isDeepStrictEqual(one.stored, one.logged)) differences.push(one as FactDifference<K>);
      stored.delete(id);
    };
    for (const { id, version, after } of last.iterate(name)) {
      note(id, after === null ? null : imageFromLog(kind, version, after));
    }
    for (const id of stored.keys()) note(id, null);
  }
  return differences;
}
