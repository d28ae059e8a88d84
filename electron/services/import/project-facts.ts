// What speaks of one project: money, progress, steps, notices.
import type { Transaction } from '#electron/db/kinds/index.ts';
import type { FundLine, Payment, ProgressNote } from '#shared/domain/execution.ts';
import { factsOf } from '#shared/domain/facts-by-project.ts';
import type { LifeEvent } from '#shared/domain/life.ts';
import type { Posting } from '#shared/domain/posting.ts';
import type { Session } from '../session.ts';

export interface ProjectFacts {
  lines: readonly FundLine[];
  payments: readonly Payment[];
  notes: readonly ProgressNote[];
  events: readonly LifeEvent[];
  postings: readonly Posting[];
}

export function factsOfProject(session: Session, id: string): ProjectFacts {
  const { lines, payments, notes, events } = session.execution();
  return {
    lines: factsOf(lines, id),
    payments: factsOf(payments, id),
    notes: factsOf(notes, id),
    events: factsOf(events, id),
    postings: session.postings().filter(({ projectIds }) => projectIds.includes(id)),
  };
}

/** Makes all of it another project's, within a step that is being written. */
export function moveFacts(tx: Transaction, facts: ProjectFacts, from: string, to: string): void {
  for (const line of facts.lines) tx.put('fundLine', line.id, { ...line, projectId: to });
  for (const payment of facts.payments) tx.put('payment', payment.id, { ...payment, projectId: to });
  for (const note of facts.notes) tx.put('progressNote', note.id, { ...note, projectId: to });
  for (const event of facts.events) tx.put('lifeEvent', event.id, { ...event, projectId: to });
  for (const posting of facts.postings) tx.put('posting', posting.id, withProject(posting, from, to));
}

/** A notice of one project as that of another; of a project that it names already nothing is doubled. */
function withProject(posting: Posting, from: string, to: string): Posting {
  const isThere = posting.projectIds.includes(to);
  const moved = (id: string): string[] => (id !== from ? [id] : isThere ? [] : [to]);
  const { posted } = posting;
  return {
    ...posting,
    projectIds: posting.projectIds.flatMap(moved),
    posted: posted && {
      ...posted,
      rows: posted.rows.flatMap((row) => moved(row.projectId).map((projectId) => ({ ...row, projectId }))),
    },
  };
}
