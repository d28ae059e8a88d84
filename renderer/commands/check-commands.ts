// Commands of 勾稽审核.
import { goToNextFinding } from '../features/checks/finding-step.ts';
import type { Session } from '../session.ts';
import { type Command, command } from './command.ts';
import { hasWorkbook } from './when.ts';

/** Takes over what is being typed first: it may be the repair of the finding that is left. */
function step(session: Session, by: 1 | -1): void {
  session.grid.current?.commit();
  goToNextFinding(session, by);
}

export const CHECK_COMMANDS: readonly Command[] = [
  command('转到', 'checks.next', '下一条审核结果', 'F8', hasWorkbook, ({ session }) => step(session, 1)),
  command('转到', 'checks.previous', '上一条审核结果', 'Shift+F8', hasWorkbook, ({ session }) => step(session, -1)),
];
