// What an import tells of the life of its projects beyond what is known: steps to come in as 补录, in the import's own change.
import { randomUUID } from 'node:crypto';
import type { Transaction } from '#electron/db/kinds/index.ts';
import { factsOf } from '#shared/domain/facts-by-project.ts';
import { rankOf } from '#shared/domain/life.ts';
import type { PlannedRow } from '#shared/import/plan-import.ts';
import { lifeOf } from '#shared/life/state.ts';
import { backfilledEvent, freshSteps, type ToldStep } from '#shared/life/status-columns.ts';
import { localDay } from '#shared/values/local-time.ts';
import type { Session } from '../session.ts';

const ANY_DAY = '9999-12-31';

/** The steps of each row that its project does not have yet; rows without any are left out. `returning`: ids of new rows. */
export function stepsToAdd(
  session: Session,
  rows: readonly PlannedRow[],
  returning: ReadonlyMap<PlannedRow, string>,
): Map<PlannedRow, ToldStep[]> {
  const found = new Map<PlannedRow, ToldStep[]>();
  const { events, lines } = session.execution();
  const today = localDay(new Date());
  for (const row of rows) {
    const told = row.project.steps ?? [];
    if (told.length === 0 || row.action === 'skip' || row.action === 'conflict') continue;
    const id = row.existing?.id ?? returning.get(row);
    const own = id === undefined ? [] : factsOf(events, id);
    const money = id === undefined ? [] : factsOf(lines, id);
    const { state, isPaused, isDropped } = lifeOf(own, money, ANY_DAY);
    const { fresh } = freshSteps(told, own, { rank: rankOf(state), isPaused, isDropped }, today);
    if (fresh.length > 0) found.set(row, fresh);
  }
  return found;
}

export function writeSteps(tx: Transaction, steps: readonly ToldStep[], projectId: string, file: string): void {
  for (const step of steps) {
    const id = randomUUID();
    tx.add('lifeEvent', id, { ...backfilledEvent(step, file), id, projectId });
  }
}
