// What was released, paid and done comes along with a county's workbook, and takes the place of what is held of its projects.
import type { Transaction } from '#electron/db/kinds/index.ts';
import type { Execution } from '#shared/domain/execution.ts';
import { FEE } from '#shared/domain/execution.ts';
import type { Session } from '../session.ts';

export interface CountyFacts {
  execution: Execution;
  /** The county's id of a project -> that in the list here. */
  idOf: ReadonlyMap<string, string>;
  sourceOf(id: string): string | null;
}

export function countFacts({ batches, lines, payments, notes, events }: Execution): number {
  return batches.length + lines.length + payments.length + notes.length + events.length;
}

/**
 * Writes them; `owned` are the projects of the county as they were and are, `batches` those that came with its report
 * before. A workbook without any facts leaves those that are here. Gives the ids of its batches; undefined: none came.
 */
export function writeFacts(
  session: Session,
  tx: Transaction,
  { execution, idOf, sourceOf }: CountyFacts,
  owned: ReadonlySet<string>,
  batches: ReadonlySet<string>,
): string[] | undefined {
  if (countFacts(execution) === 0) return undefined;
  const held = session.execution();
  const isOwned = ({ projectId, batchId }: { projectId: string; batchId?: string | null }): boolean =>
    owned.has(projectId) || (typeof batchId === 'string' && batches.has(batchId));
  const target = (id: string): string => (id === FEE ? FEE : (idOf.get(id) ?? id));
  replace('fundLine', held.lines.filter(isOwned), execution.lines);
  replace('payment', held.payments.filter(isOwned), execution.payments);
  replace('progressNote', held.notes.filter(isOwned), execution.notes);
  replace('lifeEvent', held.events.filter(isOwned), execution.events);
  const sent = new Set(execution.batches.map(({ id }) => id));
  for (const { id } of held.batches) if (batches.has(id) && !sent.has(id)) tx.put('fundBatch', id, null);
  for (const batch of execution.batches) {
    const fundSourceId = batch.fundSourceId === null ? null : sourceOf(batch.fundSourceId);
    tx.put('fundBatch', batch.id, { ...batch, fundSourceId });
  }
  return [...sent];

  function replace<K extends 'fundLine' | 'payment' | 'progressNote' | 'lifeEvent'>(
    kind: K,
    before: readonly { id: string }[],
    now: readonly { id: string; projectId: string }[],
  ): void {
    const ids = new Set(now.map(({ id }) => id));
    for (const { id } of before) if (!ids.has(id)) tx.put(kind, id, null);
    for (const fact of now) tx.put(kind, fact.id, { ...fact, projectId: target(fact.projectId) } as never);
  }
}
