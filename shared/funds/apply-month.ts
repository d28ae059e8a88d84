// The facts of execution as they are with what one monthly sheet or journal brings: its payments and notes, the changed
// amounts of earlier ones, its steps as 补录.
import type { Execution } from '../domain/execution.ts';
import { backfilledEvent } from '../life/status-columns.ts';
import type { MonthReading } from './month-reading.ts';

/** `file` names the sheet in its steps; `makeId` gives a new id each time. Payments with nothing left are gone. */
export function applyMonth(
  execution: Execution,
  { payments, changed, notes, steps }: MonthReading,
  file: string,
  makeId: () => string,
): Execution {
  const amounts = new Map(changed.map((payment) => [payment.id, payment]));
  const withId = <F>(fact: F): F & { id: string } => ({ ...fact, id: makeId() });
  return {
    ...execution,
    payments: [
      ...execution.payments
        .map((payment) => amounts.get(payment.id) ?? payment)
        .filter(({ id, amountFen }) => amountFen !== 0 || !amounts.has(id)),
      ...payments.map(withId),
    ],
    notes: [...execution.notes, ...notes.map(withId)],
    events: [
      ...execution.events,
      ...steps.map(({ projectId, step }) => withId({ ...backfilledEvent(step, file), projectId })),
    ],
  };
}
