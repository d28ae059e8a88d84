// The log of changes (版本与日志): the whole of it, one step, the steps of one project.
import type { Kinds as AnyKinds, ChangedValue } from '#electron/db/kernel/kind.ts';
import { changesOf, countChanges, listChangeSets, readChanges } from '#electron/db/kernel/log.ts';
import type { EntityChange } from '#electron/db/kinds/index.ts';
import { projectWords } from '#electron/db/kinds/project-words.ts';
import type { ChangeSetInfo, MethodArgs, MethodOutput } from '#shared/contract/methods.ts';
import type { Session } from './session.ts';

const DETAIL_ENTITIES = 300;
const DETAIL_ROWS = 1000;

/** Change sets, newest first. */
export function listHistory(session: Session, args: MethodArgs<'history.list'>): ChangeSetInfo[] {
  return listChangeSets(session.file.db, { ...args, counted: 'project' }).map(
    ({ id, at, command, label, author, touched, target }) => ({
      id,
      at,
      command,
      label,
      author,
      projects: touched,
      undoes: target,
    }),
  );
}

/** The values that one entry of the log changed, in words. */
export function describeChange(session: Session, { entity, before, after }: EntityChange): ChangedValue[] {
  const kind = session.kernel.kinds[entity] as AnyKinds[string];
  return kind.words(before, after, session.planData());
}

/** What a change set changed, value by value; long ones are cut and say how many entries are not shown. */
export function describeChangeSet(session: Session, id: number): MethodOutput<'history.detail'> {
  const total = countChanges(session.file.db, id);
  const changes = readChanges(session.kernel, id, DETAIL_ENTITIES);
  const rows = changes.flatMap((change) => describeChange(session, change));
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
  const steps = changesOf(session.kernel, 'project', id, limit + 1);
  const data = session.planData();
  return {
    steps: steps.slice(0, limit).map(({ changeSet, change }) => ({
      id: changeSet.id,
      at: changeSet.at,
      author: changeSet.author,
      label: changeSet.label,
      command: changeSet.command,
      changes: projectWords(change.before, change.after, data).map(({ column, before, after }) => ({
        column,
        before,
        after,
      })),
    })),
    hasMore: steps.length > limit,
  };
}
