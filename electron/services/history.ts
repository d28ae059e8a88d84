// The log of changes (版本与日志): the whole of it, one step, the steps of one project.
import { archivedThrough, readArchives } from '#electron/db/kernel/archive.ts';
import type { Kinds as AnyKinds, ChangedValue } from '#electron/db/kernel/kind.ts';
import { changesOf, countChanges, listChangeSets, readChanges } from '#electron/db/kernel/log.ts';
import type { EntityChange, WorkbookKernel } from '#electron/db/kinds/index.ts';
import { projectWords } from '#electron/db/kinds/project-words.ts';
import type { ChangeSetInfo, MethodArgs, MethodOutput } from '#shared/contract/methods.ts';
import { AppError } from '#shared/values/app-error.ts';
import { archiveOfStep, readInArchive } from './archive/open-archive.ts';
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

/**
 * What a change set changed, value by value; long ones are cut and say how many entries are not shown. Errors (AppError):
 * not-found where that is in an archive that is not there.
 */
export function describeChangeSet(session: Session, id: number): MethodOutput<'history.detail'> {
  const archive = archiveOfStep(session, id);
  const read = (kernel: WorkbookKernel): EntityChange[] => readChanges(kernel, id, DETAIL_ENTITIES);
  const total = countChanges(session.file.db, id);
  const changes = archive ? readInArchive(session, archive, read) : read(session.kernel);
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
  const data = session.planData();
  const { steps, elsewhere } = stepsOf(session, id, limit + 1);
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
    elsewhere,
  };
}

/** The newest steps of a project: from the workbook, then from its archives, the newest first. */
function stepsOf(session: Session, id: string, limit: number) {
  const { kernel, file } = session;
  const from = { after: archivedThrough(file.db), through: Number.MAX_SAFE_INTEGER, limit };
  const steps = changesOf(kernel, 'project', id, from);
  for (const archive of readArchives(file.db).toReversed()) {
    const within = { after: archive.first - 1, through: archive.last, limit: limit - steps.length };
    if (within.limit <= 0) break;
    try {
      steps.push(...readInArchive(session, archive, (other) => changesOf(other, 'project', id, within)));
    } catch (error) {
      if (error instanceof AppError) return { steps, elsewhere: error.message };
      throw error;
    }
  }
  return { steps, elsewhere: null };
}
