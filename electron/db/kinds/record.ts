// 附加记录: the small things planners keep beside the projects, of several kinds of their own (shared/records/kinds.ts).
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { RECORD_KINDS, type RecordKind, recordKind, recordTitle } from '#shared/records/kinds.ts';
import { groupRecords, type RecordImage, type Records, recordKey, splitRecordKey } from '#shared/records/records.ts';
import { kind, type SliceBefore, type Store } from '../kernel/kind.ts';
import { prepare } from '../kernel/prepared.ts';
import { factWords } from './fact-words.ts';

interface RecordRow {
  kind: RecordKind;
  id: string;
  body: string;
}

function toImage({ kind, id, body }: RecordRow): RecordImage {
  return { kind, id, value: JSON.parse(body) };
}

const NEXT = '(SELECT coalesce(max(position), 0) + 1 FROM record)';
const INSERT = `INSERT INTO record (kind, id, position, body) VALUES (?, ?, ${NEXT}, ?)`;

/** Records under the key `kind:id`, in the order in which they were added. */
function recordStore(db: Database): Store<RecordImage> {
  return {
    read(key) {
      const { kind, id } = splitRecordKey(key);
      const row = prepare<[string, string], RecordRow>(
        db,
        'SELECT kind, id, body FROM record WHERE kind = ? AND id = ?',
      ).get(kind, id);
      return row ? toImage(row) : null;
    },
    write(key, image) {
      const { kind, id } = splitRecordKey(key);
      if (image === null) prepare(db, 'DELETE FROM record WHERE kind = ? AND id = ?').run(kind, id);
      else {
        prepare(db, `${INSERT} ON CONFLICT (kind, id) DO UPDATE SET body = excluded.body`).run(
          kind,
          id,
          JSON.stringify(image.value),
        );
      }
    },
    insert(key, image) {
      const { kind, id } = splitRecordKey(key);
      prepare(db, INSERT).run(kind, id, JSON.stringify(image.value));
    },
    readAll() {
      return db
        .prepare<[], RecordRow>('SELECT kind, id, body FROM record ORDER BY position')
        .all()
        .map((row) => [recordKey(row.kind, row.id), toImage(row)]);
    },
  };
}

/** Records by kind; the map of a kind in which nothing changed stays the same object. */
function recordSlice(images: ReadonlyMap<string, RecordImage>, before: SliceBefore<Records> | null): Records {
  if (before === null) return groupRecords(images.values());
  const kinds = new Set([...before.changed].map((key) => splitRecordKey(key).kind));
  const kept = Object.entries(before.slice).filter(([kind]) => !kinds.has(kind as RecordKind));
  return { ...Object.fromEntries(kept), ...groupRecords(images.values(), kinds) };
}

const schema = z
  .object({ kind: recordKind, id: z.string(), value: z.unknown() })
  .superRefine(({ kind, value }, context) => {
    const parsed = RECORD_KINDS[kind].schema.safeParse(value);
    for (const issue of parsed.error?.issues ?? []) {
      context.addIssue({ code: 'custom', path: ['value', ...issue.path], message: issue.message });
    }
  }) as unknown as z.ZodType<RecordImage>;

export const record = kind<RecordImage, Records>({
  title: '附加记录',
  tables: [],
  open: recordStore,
  schema,
  upgrades: [],
  isMergedByValue: false,
  slice: recordSlice,
  words(before, after) {
    const one = after ?? before;
    if (!one) return [];
    const columns = [{ key: 'title', label: '附加记录', text: recordTitle }];
    return factWords(before, after, {
      subject: RECORD_KINDS[one.kind].name,
      column: '附加记录',
      text: recordTitle,
      columns,
    });
  },
});
