// Taking changes back from the log: one step alone, or everything down to it.
import type { ChangeSetInfo } from '#shared/contract/methods.ts';
import type { Session } from '../../session.ts';

type Step = Pick<ChangeSetInfo, 'id' | 'label'>;

/** 撤回: this step alone; the backend refuses it where a later change stands in the way. */
export async function revertStep(session: Session, step: Step): Promise<void> {
  const done = await session.attempt('正在撤回', () => session.write('history.revert', { id: step.id }));
  if (done) session.messenger.current.success(`已撤回“${step.label}”。这一步本身也可以撤销。`);
}

/** 撤销到此: this step and all `later` ones. */
export async function undoThrough(session: Session, step: Step, later: number): Promise<void> {
  const isSure = await session.messenger.current.confirm({
    title: `撤销到“${step.label}”之前？`,
    content: `这一步和它后面的 ${later} 步都会撤销。撤销以后可以用“重做”逐步恢复。`,
    okText: `撤销 ${later + 1} 步`,
  });
  if (!isSure) return;
  const done = await session.attempt('正在撤销', () => session.write('history.undo', { through: step.id }));
  if (done) session.messenger.current.success(`已撤销 ${later + 1} 步。`);
}
