// 办理: one step for many projects; what cannot be done is named, the rest is one undo step (SPECS A3).
import { randomUUID } from 'node:crypto';
import type { Transaction } from '#electron/db/kinds/index.ts';
import { type LifeEvent, lifeState, SIDE_EVENTS } from '#shared/domain/life.ts';
import { NAMELESS } from '#shared/domain/project.ts';
import { projectLives } from '#shared/life/board.ts';
import { inOrder, objectionTo } from '#shared/life/state.ts';
import { haltedByObjections } from '#shared/postings/halted.ts';
import { AppError } from '#shared/values/app-error.ts';
import type { Session } from '../session.ts';

export type Step = Omit<LifeEvent, 'id' | 'projectId'>;

export interface StepResult {
  moved: number;
  refused: { id: string; project: string; reason: string }[];
}

/** A step of which only the state and the day are known. */
export const BLANK_STEP: Omit<Step, 'kind' | 'to' | 'date'> = {
  ...{ office: '', verdict: '', opinion: '', documentNumber: '', meeting: '', reason: '', note: '' },
  ...{ dueDate: null, settledFen: null, isBackfilled: false, planYear: null },
};

/**
 * Which projects can take a step, and why the others cannot; nothing is written. `closing`: notices that are closed with
 * it. Errors (AppError): not-found for an id that is in no list.
 */
export function planStep(
  session: Session,
  ids: readonly string[],
  step: Step,
  today: string,
  closing: ReadonlySet<string> = new Set(),
): { done: string[]; refused: StepResult['refused'] } {
  // An earlier day is judged by what had happened until then; 补录 by all of it.
  const asOf = step.isBackfilled || step.date === null || step.date > today ? today : step.date;
  const lives = new Map(
    projectLives(session.planData(), session.execution(), asOf).map((one) => [one.project.id, one]),
  );
  const open = session.postings().filter(({ id }) => !closing.has(id));
  const halted = haltedByObjections(open, step);
  const refused: StepResult['refused'] = [];
  const done: string[] = [];
  for (const id of new Set(ids)) {
    const one = lives.get(id);
    if (!one) throw new AppError('not-found', `项目表里没有编号为“${id}”的项目，可能刚被删除。`);
    const reason = objectionTo(one.life, step, today) ?? halted.get(id) ?? null;
    if (reason === null) done.push(id);
    else refused.push({ id, project: one.project.name || NAMELESS, reason });
  }
  return { done, refused };
}

/** Writes a step of projects into a change. */
export function writeStep(tx: Transaction, ids: readonly string[], step: Step): void {
  for (const projectId of ids) {
    const id = randomUUID();
    tx.put('lifeEvent', id, { ...step, id, projectId });
  }
}

/**
 * Does a step for projects. Those that cannot take it are refused one by one. Errors (AppError): not-found for an id that
 * is in no list.
 */
export function takeStep(
  session: Session,
  ids: readonly string[],
  step: Step,
  { today, dryRun }: { today: string; dryRun: boolean },
): StepResult {
  const { done, refused } = planStep(session, ids, step, today);
  if (!dryRun && done.length > 0) {
    const name = step.kind === 'state' && step.to ? lifeState(step.to).name : SIDE_EVENTS[step.kind as 'returned'];
    const label = `办理“${name}”：${done.length} 个项目${step.documentNumber === '' ? '' : `（${step.documentNumber}）`}`;
    session.change('life.step', label, (tx) => writeStep(tx, done, step));
  }
  return { moved: done.length, refused };
}

/** The steps of a project, the newest first. */
export function readSteps(session: Session, projectId: string): LifeEvent[] {
  return inOrder(session.execution().events.filter((event) => event.projectId === projectId)).reverse();
}

/** Takes a step away. Errors (AppError): not-found; conflict for one that is not the project's newest. */
export function removeStep(session: Session, id: string): void {
  const event = session.kernel.stores.lifeEvent.read(id);
  if (event === null) throw new AppError('not-found', '这一步办理已不在，可能刚被删除。');
  const [newest] = readSteps(session, event.projectId);
  if (newest?.id !== id) throw new AppError('conflict', '后面还有办理，请先删除最后一步，再删除这一步。');
  session.change('life.remove', '删除一步办理', (tx) => tx.put('lifeEvent', id, null));
}
