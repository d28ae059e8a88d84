// 办理: one step for many projects; what cannot be done is named, the rest is one undo step (SPECS A3).
import { randomUUID } from 'node:crypto';
import type { Transaction } from '#electron/db/kinds/index.ts';
import { factsOf } from '#shared/domain/facts-by-project.ts';
import { type LifeEvent, lifeState, planYearOf, SIDE_EVENTS } from '#shared/domain/life.ts';
import { NAMELESS } from '#shared/domain/project.ts';
import { projectLives } from '#shared/life/board.ts';
import { contradictedBy, contradictionWords, inOrder, objectionTo } from '#shared/life/state.ts';
import { haltedByObjections } from '#shared/postings/halted.ts';
import { AppError } from '#shared/values/app-error.ts';
import type { Session } from '../session.ts';

export type Step = Omit<LifeEvent, 'id' | 'projectId'>;

export interface StepResult {
  moved: number;
  refused: { id: string; project: string; reason: string }[];
  /** 补录 taken in although its day contradicts another step (L03 names it from then on). */
  doubts: { id: string; project: string; reason: string }[];
}

/** A step of which only the state and the day are known. */
export const BLANK_STEP: Omit<Step, 'kind' | 'to' | 'date'> = {
  ...{ office: '', verdict: '', opinion: '', documentNumber: '', meeting: '', reason: '', note: '' },
  ...{ dueDate: null, settledFen: null, isBackfilled: false, planYear: null },
};

/**
 * Which projects can take a step, and why the others cannot; nothing is written. `closing`: notices that are closed with
 * it; `taken`: steps that are written before it. Errors (AppError): not-found for an id that is in no list.
 */
export function planStep(
  session: Session,
  ids: readonly string[],
  step: Step,
  today: string,
  { closing = new Set(), taken = [] }: { closing?: ReadonlySet<string>; taken?: readonly LifeEvent[] } = {},
): { done: string[] } & Pick<StepResult, 'refused' | 'doubts'> {
  // An earlier day is judged by what had happened until then; 补录 by all of it.
  const asOf = step.isBackfilled || step.date === null || step.date > today ? today : step.date;
  const { lines, events } = session.execution();
  const known = { lines, events: [...events, ...taken] };
  const lives = new Map(projectLives(session.planData(), known, asOf).map((one) => [one.project.id, one]));
  const open = session.postings().filter(({ id }) => !closing.has(id));
  const halted = haltedByObjections(open, step);
  const refused: StepResult['refused'] = [];
  const doubts: StepResult['doubts'] = [];
  const done: string[] = [];
  const outside = outsidePlan(session, step);
  for (const id of new Set(ids)) {
    const one = lives.get(id);
    if (!one) throw new AppError('not-found', `项目表里没有编号为“${id}”的项目，可能刚被删除。`);
    const project = one.project.name || NAMELESS;
    const against = contradictedBy(factsOf(known.events, id), step);
    const contrary = against && step.date !== null ? contradictionWords(step.date, against) : null;
    const wrongDay = contrary === null || step.isBackfilled ? null : `${contrary}，请核对日期；以前办过的请用“补录”`;
    const reason = outside ?? wrongDay ?? objectionTo(one.life, step, today) ?? halted.get(id) ?? null;
    if (reason !== null) {
      refused.push({ id, project, reason });
      continue;
    }
    done.push(id);
    if (contrary !== null) doubts.push({ id, project, reason: `${contrary}，已按补录记下，请核对` });
  }
  return { done, refused, doubts };
}

/** Why the year of a plan (年度计划) is none of this workbook's; null: it is. What was planned before is 补录. */
function outsidePlan(session: Session, step: Step): string | null {
  const year = planYearOf(step);
  const { firstYear, lastYear } = session.planData().plan;
  if (year === null || (year >= firstYear && year <= lastYear) || (step.isBackfilled && year < firstYear)) return null;
  return `${year} 年不在规划期 ${firstYear}—${lastYear} 年内，不能列入它的年度计划`;
}

/** A step of projects as it is stored. */
export function stepEvents(ids: readonly string[], step: Step): LifeEvent[] {
  return ids.map((projectId) => ({ ...step, id: randomUUID(), projectId }));
}

export function writeSteps(tx: Transaction, events: readonly LifeEvent[]): void {
  for (const event of events) tx.put('lifeEvent', event.id, event);
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
  const { done, refused, doubts } = planStep(session, ids, step, today);
  if (!dryRun && done.length > 0) {
    const name = step.kind === 'state' && step.to ? lifeState(step.to).name : SIDE_EVENTS[step.kind as 'returned'];
    const label = `办理“${name}”：${done.length} 个项目${step.documentNumber === '' ? '' : `（${step.documentNumber}）`}`;
    session.change('life.step', label, (tx) => writeSteps(tx, stepEvents(done, step)));
  }
  return { moved: done.length, refused, doubts };
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
