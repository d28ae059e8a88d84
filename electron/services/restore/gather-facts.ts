// Decides for every fact of a damaged workbook what is true of it: what the log wrote last, where the hash of that step
// proves it; else what the table holds; else the newest image of the log that can be read. Nothing is decided in silence.
import { isDeepStrictEqual } from 'node:util';
import type { Database } from 'better-sqlite3';
import { soundSteps } from '#electron/db/kernel/chain.ts';
import { type Kinds as AnyKinds, imageVersion, type Kernel, type Kind, openKernel } from '#electron/db/kernel/kind.ts';
import { type ChangeSet, imageFromLog } from '#electron/db/kernel/log.ts';
import { KINDS } from '#electron/db/kinds/index.ts';
import type { SalvageItem } from '#shared/domain/salvage.ts';
import { readRows } from './open-damaged.ts';

export interface GatheredFact {
  entity: keyof typeof KINDS;
  id: string;
  /** What is taken; null: it is left out. */
  taken: unknown;
  /** What the table held; undefined: it could not be read. */
  found: unknown;
  /** What the newest readable image of the log says; undefined: there is none. */
  logged: unknown;
  /** null: both sides agree. */
  outcome: SalvageItem['outcome'] | null;
}

export interface Gathered {
  facts: GatheredFact[];
  steps: number;
  /** Whether steps of the log could not be read, or do not fit their hash. */
  isLogDamaged: boolean;
}

interface LoggedRow {
  change_set: number;
  entity: string;
  entity_id: string;
  version: number;
  after: string | null;
}

const SET_COLUMNS = 'id, at, command, label, author, kind, target';

/** Reads all facts of all kinds from both places. */
export function gatherFacts(db: Database): Gathered {
  const sets = readRows<ChangeSet>(db, 'change_set', SET_COLUMNS);
  const log = readRows<LoggedRow>(db, 'change', 'change_set, entity, entity_id, version, after');
  const sound = soundSteps(db, sets.rows);
  const isLogDamaged = sets.isIncomplete || log.isIncomplete || sets.rows.some(({ id }) => !sound.has(id));
  const last = new Map<string, LoggedRow[]>();
  for (const row of log.rows.toSorted((a, b) => b.change_set - a.change_set)) {
    const key = `${row.entity}:${row.entity_id}`;
    const rows = last.get(key);
    if (rows) rows.push(row);
    else last.set(key, [row]);
  }
  const facts = (Object.keys(KINDS) as (keyof typeof KINDS)[]).flatMap((entity) => {
    const kind = KINDS[entity] as AnyKinds[string];
    const ids = [...last.keys()]
      .filter((key) => key.startsWith(`${entity}:`))
      .map((key) => key.slice(entity.length + 1));
    const stored = readStored(db, entity, ids);
    return [...new Set([...ids, ...stored.keys()])].map((id) => {
      const rows = last.get(`${entity}:${id}`) ?? [];
      const isProven = !log.isIncomplete && (rows[0] === undefined ? !isLogDamaged : sound.has(rows[0].change_set));
      return decide(kind, entity, id, stored, rows, isProven);
    });
  });
  return {
    facts: facts.filter(({ taken, outcome }) => taken !== null || outcome !== null),
    steps: sets.rows.length,
    isLogDamaged,
  };
}

type Stored = Map<string, { image: unknown } | 'unreadable'>;

function decide(
  kind: AnyKinds[string],
  entity: keyof typeof KINDS,
  id: string,
  stored: Stored,
  rows: readonly LoggedRow[],
  isProven: boolean,
): GatheredFact {
  const side = stored.get(id);
  const found = side === undefined ? null : side === 'unreadable' ? undefined : side.image;
  const isUsable = found !== undefined && found !== null && kind.schema.safeParse(found).success;
  const newest = rows[0];
  const logged = newest ? readImage(kind, newest) : null;
  const same = isDeepStrictEqual;
  if (isProven && logged !== undefined) {
    const outcome = same(found, logged) ? null : newest === undefined ? 'dropped' : 'restored';
    return { entity, id, taken: logged, found, logged, outcome };
  }
  if (isUsable) return { entity, id, taken: found, found, logged, outcome: same(found, logged) ? null : 'kept' };
  for (const row of rows) {
    const image = readImage(kind, row);
    if (image === undefined) continue;
    return {
      entity,
      id,
      taken: image,
      found,
      logged: image,
      outcome: image === null && found === null ? null : 'restored',
    };
  }
  return { entity, id, taken: null, found, logged, outcome: found === null && rows.length === 0 ? null : 'lost' };
}

/** An image of the log that fits its kind; undefined where it cannot be read. */
function readImage(kind: Kind<unknown, unknown>, { version, after }: LoggedRow): unknown {
  if (after === null) return null;
  try {
    if (version > imageVersion(kind)) return undefined;
    const image = imageFromLog(kind, version, after);
    return kind.schema.safeParse(image).success ? image : undefined;
  } catch {
    return undefined;
  }
}

/** The facts of a table: all at once, or one by one where some cannot be read. */
function readStored(db: Database, entity: keyof typeof KINDS, ids: readonly string[]): Stored {
  let store: Kernel['stores'][string] | undefined;
  try {
    store = openKernel(db, { [entity]: KINDS[entity] } as AnyKinds).stores[entity];
    if (!store) return new Map();
    return new Map(store.readAll().map(([id, image]) => [id, { image }]));
  } catch {
    const known = entity === 'project' ? readRows<{ id: string }>(db, 'project', 'id').rows.map(({ id }) => id) : [];
    return new Map([...new Set([...ids, ...known])].map((id) => [id, readOne(store, id)]));
  }
}

function readOne(store: Kernel['stores'][string] | undefined, id: string): { image: unknown } | 'unreadable' {
  try {
    return store ? { image: store.read(id) } : 'unreadable';
  } catch {
    return 'unreadable';
  }
}
