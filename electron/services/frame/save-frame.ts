// Saving changes of 规划设置: worked out, checked against the plan, written as one undo step with what they mean for
// projects; on any fault nothing.
import { builtInScheme } from '#seeds/schemes.ts';
import type { Project } from '#shared/domain/project.ts';
import { applyChanges } from '#shared/frame/apply-changes.ts';
import type { FrameChange } from '#shared/frame/changes.ts';
import { type FrameFault, frameFaults } from '#shared/frame/faults.ts';
import type { Frame } from '#shared/frame/frame.ts';
import { isMoving, type Moves, moveProject } from '#shared/frame/moves.ts';
import { FrameError } from '#shared/frame/trees.ts';
import { recordKey } from '#shared/records/records.ts';
import type { IndicatorChange } from '#shared/tables/indicator-changes.ts';
import { AppError } from '#shared/values/app-error.ts';
import type { Session } from '../session.ts';
import { writeFrame, writeMoves } from './write-frame.ts';

export interface SavedFrame {
  /** Projects that changed with the frame. */
  moved: number;
  /** Of them those that have no class any more. */
  unclassified: number;
  label: string;
}

/** Makes the changes. Errors: invalid-input with `details.faults`, not-found for a thing that is gone. */
export function saveFrame(session: Session, changes: readonly FrameChange[]): SavedFrame {
  const before = session.frame();
  const draft = workOut(before, changes);
  const label = labelOf(draft.labels);
  return { ...putFrame(session, 'frame.save', label, draft.frame, draft.moves), label };
}

function workOut(before: Frame, changes: readonly FrameChange[]) {
  try {
    return applyChanges(before, changes, builtInScheme);
  } catch (error) {
    if (error instanceof FrameError) throw new AppError('invalid-input', `${error.message}没有改动。`);
    throw error;
  }
}

/** Two sentences; of more the number. */
export function labelOf(labels: readonly string[]): string {
  const [first = '修改规划设置', second] = labels;
  if (labels.length > 2) return `${first}等 ${labels.length} 处规划设置`;
  return second === undefined ? first : `${first}，${second}`;
}

/** Checks a whole frame and writes it as one undo step. Errors: invalid-input with `details.faults`. */
export function putFrame(
  session: Session,
  command: string,
  label: string,
  after: Frame,
  moves: Moves,
  indicators: readonly IndicatorChange[] = [],
): Omit<SavedFrame, 'label'> {
  const data = session.planData();
  const before = session.frame();
  assertFrame(before, after, movedProjects(data.projects, moves));
  const moved = session.change(command, label, (tx) => {
    const removeRest = writeFrame(tx, session.kernel, before, after);
    const count = writeMoves(tx, data, moves);
    removeRest();
    for (const { kind, id, value } of indicators)
      tx.put('record', recordKey(kind, id), value === null ? null : { kind, id, value });
    return count;
  });
  const { unclassified } = countMoves(data.projects, moves);
  return { moved, unclassified };
}

/** How many projects moves change, and how many lose their class. */
export function countMoves(projects: readonly Project[], moves: Moves): Omit<SavedFrame, 'label'> {
  if (!isMoving(moves)) return { moved: 0, unclassified: 0 };
  const changed = movedProjects(projects, moves).filter((project, at) => project !== projects[at]);
  const had = new Set(projects.flatMap(({ id, categoryId }) => (categoryId === null ? [] : [id])));
  const unclassified = changed.filter(({ id, categoryId }) => categoryId === null && had.has(id)).length;
  return { moved: changed.length, unclassified };
}

function movedProjects(projects: readonly Project[], moves: Moves): readonly Project[] {
  return isMoving(moves) ? projects.map((project) => moveProject(project, moves)) : projects;
}

/** Throws AppError invalid-input where a frame cannot be. */
export function assertFrame(before: Frame, after: Frame, projects: readonly Project[]): void {
  refuse(frameFaults(before, after, projects));
}

function refuse(faults: readonly FrameFault[]): void {
  const [first] = faults;
  if (!first) return;
  const rest = faults.length > 1 ? `另有 ${faults.length - 1} 处不对。` : '';
  throw new AppError('invalid-input', `${first.message}${rest}没有改动。`, { faults });
}
