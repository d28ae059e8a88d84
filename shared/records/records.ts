// Records (附加记录): what planners keep in a workbook besides projects, each a small JSON value under a kind and an id.
// Types alone come from kinds.ts: a schema of a kind may stand in a file that reads records.
import type { RecordKind, RecordValue } from './kinds.ts';

/** One record as it is stored and logged. */
export interface RecordImage<K extends RecordKind = RecordKind> {
  kind: K;
  id: string;
  value: RecordValue<K>;
}

/** All records of a workbook; a kind without records may be missing. The map of a kind stays the same object until one of them changes. */
export type Records = { readonly [K in RecordKind]?: ReadonlyMap<string, RecordValue<K>> };

/** The records of a kind by id, in the order in which they were added. */
export function recordsOf<K extends RecordKind>(records: Records, kind: K): ReadonlyMap<string, RecordValue<K>> {
  return (records[kind] ?? NONE) as ReadonlyMap<string, RecordValue<K>>;
}
const NONE: ReadonlyMap<string, unknown> = new Map();

/** Groups stored records by kind; with `kinds` only those of some. */
export function groupRecords(images: Iterable<RecordImage>, kinds?: ReadonlySet<RecordKind>): Records {
  const groups: Partial<Record<RecordKind, Map<string, unknown>>> = {};
  for (const { kind, id, value } of images) {
    if (kinds && !kinds.has(kind)) continue;
    groups[kind] ??= new Map();
    groups[kind].set(id, value);
  }
  return groups as Records;
}

/** Takes the id that the log uses apart. */
export function splitRecordKey(key: string): { kind: RecordKind; id: string } {
  const at = key.indexOf(':');
  return { kind: key.slice(0, at) as RecordKind, id: key.slice(at + 1) };
}

/** The id under which the log knows a record: kinds have no colon. */
export function recordKey(kind: RecordKind, id: string): string {
  return `${kind}:${id}`;
}
