// Reading the log: change sets, and the changes of each with their images brought to the version of today.
import type { Database } from 'better-sqlite3';
import { AppError } from '#shared/values/app-error.ts';
import { ARCHIVE_ENTITY, ARCHIVED } from './archive.ts';
import { type ImageOf, imageVersion, type Kernel, type Kind, type KindName, type Kinds } from './kind.ts';
import { prepare } from './prepared.ts';

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

/** One entity of a change set. `entity` names its kind. */
export interface Change<K extends Kinds = Kinds, Name extends KindName<K> = KindName<K>> {
  entity: Name;
  id: string;
  before: ImageOf<K, Name> | null;
  after: ImageOf<K, Name> | null;
}

/** Entity, id, version of the images, before, after: what the log and its chain hold of a change. */
export type LoggedChange = readonly [string, string, number, string | null, string | null];

/** A row of the table `change`. */
interface ChangeRow {
  change_set: number;
  entity: string;
  entity_id: string;
  version: number;
  before: string | null;
  after: string | null;
}

const SET_COLUMNS = 'id, at, command, label, author, kind, target';
const CHANGE_COLUMNS = 'change_set, entity, entity_id, version, before, after';

/** A change set; undefined where the log has none of that number. */
export function readChangeSet(db: Database, id: number): ChangeSet | undefined {
  return prepare<[number], ChangeSet>(db, `SELECT ${SET_COLUMNS} FROM change_set WHERE id = ?`).get(id);
}

/** All change sets, the oldest first. */
export function readChangeSets(db: Database): ChangeSet[] {
  return prepare<[], ChangeSet>(db, `SELECT ${SET_COLUMNS} FROM change_set ORDER BY id`).all();
}

/** Change sets before one, newest first, with the number of entities of a kind that each touched. */
export function listChangeSets(
  db: Database,
  { before, limit, counted }: { before: number | null; limit: number; counted: string },
): (ChangeSet & { touched: number })[] {
  return prepare<[string, number, number], ChangeSet & { touched: number }>(
    db,
    `SELECT ${SET_COLUMNS},
            (SELECT count(*) FROM change x WHERE x.change_set = c.id AND x.entity = ?) AS touched
     FROM change_set c WHERE c.id < ? ORDER BY c.id DESC LIMIT ?`,
  ).all(counted, before ?? Number.MAX_SAFE_INTEGER, limit);
}

/** Time of the newest change set; null for an empty log. */
export function lastSavedAt(db: Database): string | null {
  const newest = prepare<[], { at: string }>(db, 'SELECT at FROM change_set ORDER BY id DESC LIMIT 1').get();
  return newest?.at ?? null;
}

/** How many entities a change set touched. */
export function countChanges(db: Database, changeSet: number): number {
  const row = prepare<[number], { n: number }>(db, 'SELECT count(*) AS n FROM change WHERE change_set = ?');
  return row.get(changeSet)?.n ?? 0;
}

/** The changes of a change set in the order in which they were made. */
export function readChanges<K extends Kinds>(kernel: Kernel<K>, changeSet: number, limit = -1): Change<K>[] {
  return prepare<[number, number], ChangeRow>(
    kernel.db,
    `SELECT ${CHANGE_COLUMNS} FROM change WHERE change_set = ? AND entity <> '${ARCHIVE_ENTITY}' ORDER BY seq LIMIT ?`,
  )
    .all(changeSet, limit)
    .map((row) => toChange(kernel, row));
}

/** The changes that touched an entity after a change set, oldest first. */
export function laterChanges<K extends Kinds>(
  kernel: Kernel<K>,
  { entity, id }: Pick<Change<K>, 'entity' | 'id'>,
  after: number,
): { changeSet: ChangeSet; change: Change<K> }[] {
  return prepare<[string, string, number], ChangeRow>(
    kernel.db,
    `SELECT ${CHANGE_COLUMNS} FROM change
     WHERE entity_id = ? AND entity = ? AND change_set > ? ORDER BY change_set, seq`,
  )
    .all(id, entity, after)
    .map((row) => withSet(kernel, row));
}

/** The changes that touched an entity in the steps behind `after` up to `through`, newest first. */
export function changesOf<K extends Kinds, Name extends KindName<K>>(
  kernel: Kernel<K>,
  entity: Name,
  id: string,
  { after, through, limit }: { after: number; through: number; limit: number },
): { changeSet: ChangeSet; change: Change<K, Name> }[] {
  return prepare<[string, string, number, number, number], ChangeRow>(
    kernel.db,
    `SELECT ${CHANGE_COLUMNS} FROM change
     WHERE entity_id = ? AND entity = ? AND change_set > ? AND change_set <= ? ORDER BY change_set DESC, seq DESC LIMIT ?`,
  )
    .all(id, entity, after, through, limit)
    .map((row) => withSet(kernel, row) as { changeSet: ChangeSet; change: Change<K, Name> });
}

/** An entity as the newest change set of a command left it; null where none did. */
export function lastImageBy<K extends Kinds, Name extends KindName<K>>(
  kernel: Kernel<K>,
  entity: Name,
  id: string,
  command: string,
): ImageOf<K, Name> | null {
  const row = prepare<[string, string, string], ChangeRow>(
    kernel.db,
    `SELECT x.change_set, x.entity, x.entity_id, x.version, NULL AS before, x.after
     FROM change x JOIN change_set c ON c.id = x.change_set
     WHERE x.entity_id = ? AND x.entity = ? AND c.command = ? ORDER BY c.id DESC LIMIT 1`,
  ).get(id, entity, command);
  return row ? (toChange(kernel, row).after as ImageOf<K, Name> | null) : null;
}

/** What the changes after a change set found of a kind, the newest first: laid over today's they give the state then. */
export function* imagesBefore<K extends Kinds, Name extends KindName<K>>(
  kernel: Kernel<K>,
  entity: Name,
  after: number,
): Generator<[id: string, before: ImageOf<K, Name> | null]> {
  const rows = kernel.db
    .prepare<[string, number], ChangeRow>(
      `SELECT change_set, entity, entity_id, version, before, NULL AS after FROM change
       WHERE entity = ? AND change_set > ? ORDER BY change_set DESC, seq DESC`,
    )
    .iterate(entity, after);
  for (const row of rows) yield [row.entity_id, toChange(kernel, row).before as ImageOf<K, Name> | null];
}

/**
 * An image as it may be written: brought to the version of today and held against its schema.
 * Errors (AppError): damaged where it cannot be what the kind asks for.
 */
export function imageFromLog<Image>(kind: Kind<Image, unknown>, version: number, json: string): Image {
  const image = kind.upgrades
    .slice(version - 1)
    .reduce<unknown>((older, upgrade) => upgrade(older as never), JSON.parse(json));
  return image as Image;
}

/** Holds an image of the log against its kind before it is written back. Errors (AppError): damaged. */
export function checkedImage<Image>(kind: Kind<Image, unknown>, image: Image | null): Image | null {
  if (image === null) return null;
  const parsed = kind.schema.safeParse(image);
  if (parsed.success) return image;
  const [issue] = parsed.error.issues;
  throw new AppError(
    'damaged',
    `日志里这一步的“${kind.title}”不完整（${issue?.path.join('.') ?? ''}：${issue?.message ?? ''}），没有写回，工作簿没有改动。` +
      '请用“检查文件”查看，或从备份恢复。',
  );
}

function withSet<K extends Kinds>(kernel: Kernel<K>, row: ChangeRow): { changeSet: ChangeSet; change: Change<K> } {
  const changeSet = readChangeSet(kernel.db, row.change_set);
  if (!changeSet) throw new AppError('damaged', `日志里缺第 ${row.change_set} 步。请用“检查文件”查看。`);
  return { changeSet, change: toChange(kernel, row) };
}

function toChange<K extends Kinds>(kernel: Kernel<K>, row: ChangeRow): Change<K> {
  if (row.version === ARCHIVED) {
    throw new AppError('not-found', `第 ${row.change_set} 步的内容在操作记录档案里，不在这个工作簿里。`);
  }
  const kind = kernel.kinds[row.entity];
  if (!kind || row.version > imageVersion(kind)) {
    throw new AppError(
      'damaged',
      `日志里第 ${row.change_set} 步由更新版本的程序写成（${row.entity}），请升级程序后再看。`,
    );
  }
  const image = (json: string | null): unknown => (json === null ? null : imageFromLog(kind, row.version, json));
  return { entity: row.entity, id: row.entity_id, before: image(row.before), after: image(row.after) } as Change<K>;
}
