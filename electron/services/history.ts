// The log of changes (版本与日志): the whole of it, one step, the steps of one project.
import { type Change, type ChangeSet, readChanges } from '#electron/db/commit.ts';
import type { ChangeSetInfo, MethodArgs, MethodOutput } from '#shared/contract/methods.ts';
import type { Project } from '#shared/domain/project.ts';
import { describeChange, describeProjectChange } from './change-words.ts';
import type { Session } from './session.ts';

const DETAIL_ENTITIES = 300;
const DETAIL_ROWS = 1000;

/** Change sets, newest first. */
export function listHistory(session: Session, args: MethodArgs<'history.list'>): ChangeSetInfo[] {
  const rows = session.file.db
    .prepare<[number, number], ChangeSet & { projects: number }>(
      `SELECT c.id, c.at, c.command, c.label, c.author, c.kind, c.target,
              (SELECT count(*) FROM change x WHERE x.change_set = c.id AND x.entity = 'project') AS projects
       FROM change_set c WHERE c.id < ? ORDER BY c.id DESC LIMIT ?`,
    )
    .all(args.before ?? Number.MAX_SAFE_INTEGER, args.limit);
  return rows.map(({ id, at, command, label, author, projects, target }) => ({
    id,
    at,
    command,
    label,
    author,
    projects,
    undoes: target,
  }));
}

/** What a change set changed, value by value; long ones are cut and say how many entries are not shown. */
export function describeChangeSet(session: Session, id: number): MethodOutput<'history.detail'> {
  const total = session.file.db.prepare('SELECT count(*) FROM change WHERE change_set = ?').pluck().get(id) as number;
  const changes = readChanges(session.file.db, id, DETAIL_ENTITIES);
  const data = session.planData();
  const rows = changes.flatMap((change) => describeChange(change, data));
  return {
    changes: rows.slice(0, DETAIL_ROWS),
    more: Math.max(0, total - changes.length) + Math.max(0, rows.length - DETAIL_ROWS),
  };
}

/** The steps that touched one project, newest first, with what each changed in it. */
export function projectHistory(
  session: Session,
  { id, limit }: MethodArgs<'history.ofProject'>,
): MethodOutput<'history.ofProject'> {
  type Row = ChangeSet & { before: string | null; after: string | null };
  const rows = session.file.db
    .prepare<[string, number], Row>(
      `SELECT c.id, c.at, c.command, c.label, c.author, c.kind, c.target, x.before, x.after
       FROM change x JOIN change_set c ON c.id = x.change_set
       WHERE x.entity_id = ? AND x.entity = 'project' ORDER BY c.id DESC LIMIT ?`,
    )
    .all(id, limit + 1);
  const data = session.planData();
  const parse = (json: string | null): Project | null => (json === null ? null : (JSON.parse(json) as Project));
  return {
    steps: rows.slice(0, limit).map((row) => ({
      id: row.id,
      at: row.at,
      author: row.author,
      label: row.label,
      command: row.command,
      changes: describeProjectChange(parse(row.before), parse(row.after), data).map(({ column, before, after }) => ({
        column,
        before,
        after,
      })),
    })),
    hasMore: rows.length > limit,
  };
}

/** The changes that touched an entity after a change set, oldest first. */
export function laterChanges(
  session: Session,
  change: Pick<Change, 'entity' | 'id'>,
  afterId: number,
): { changeSet: ChangeSet; change: Change }[] {
  const sets = session.file.db
    .prepare<[string, string, number], ChangeSet>(
      `SELECT DISTINCT c.id, c.at, c.command, c.label, c.author, c.kind, c.target
       FROM change x JOIN change_set c ON c.id = x.change_set
       WHERE x.entity_id = ? AND x.entity = ? AND x.change_set > ? ORDER BY c.id`,
    )
    .all(change.id, change.entity, afterId);
  return sets.flatMap((changeSet) =>
    readChanges(session.file.db, changeSet.id)
      .filter((other) => other.entity === change.entity && other.id === change.id)
      .map((other) => ({ changeSet, change: other })),
  );
}
