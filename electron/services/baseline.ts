// The earlier version that a list is compared with (X04): another workbook file, such as a backup or what was handed up, or
// the state after a step of the log.
import { basename } from 'node:path';
import { imagesBefore, readChangeSet } from '#electron/db/kernel/log.ts';
import { openFile } from '#electron/db/open.ts';
import type { CheckOptions } from '#shared/checks/rule.ts';
import { AppError } from '#shared/values/app-error.ts';
import { archiveOfStep, archivePath } from './archive/open-archive.ts';
import { type Session, startSession } from './session.ts';

export type BaselineChoice = { path: string } | { step: number };

/** Reads the earlier version. Errors: not-found for an unknown step, those of openFile for a file. */
export function readBaseline(session: Session, choice: BaselineChoice): NonNullable<CheckOptions['baseline']> {
  return 'path' in choice ? ofFile(choice.path) : ofStep(session, choice.step);
}

function ofFile(path: string): NonNullable<CheckOptions['baseline']> {
  return inFile(path, (other) => ({ name: `“${basename(path)}”`, projects: other.planData().projects }));
}

function inFile<T>(path: string, read: (other: Session) => T): T {
  const other = startSession(openFile(path, { readOnly: true }), () => undefined);
  try {
    return read(other);
  } finally {
    other.close();
  }
}

/** The projects as they stood when a step was done: what came later is taken back from the log, the newest first. */
function ofStep(session: Session, step: number): NonNullable<CheckOptions['baseline']> {
  const at = readChangeSet(session.file.db, step);
  if (!at)
    throw new AppError('not-found', `操作记录里没有第 ${step} 步。用 xianjie log 或“版本与日志”查看各步的编号。`);
  // The steps behind it are taken back one by one: where their content is archived, in the archive, which ends later.
  const archive = archiveOfStep(session, step + 1);
  if (archive) return inFile(archivePath(session, archive), (other) => ofStep(other, step));
  const projects = new Map(session.planData().projects.map((project) => [project.id, project]));
  for (const [id, before] of imagesBefore(session.kernel, 'project', step)) {
    if (before === null) projects.delete(id);
    else projects.set(id, before);
  }
  return { name: `第 ${step} 步“${at.label}”时`, projects: [...projects.values()] };
}
