// The payments of each project while a sheet is read: those known, as the sheet has changed them so far, and its new ones.
import type { Execution, Payment } from '../domain/execution.ts';
import { factsOf } from '../domain/facts-by-project.ts';
import type { MonthReading } from './month-reading.ts';
import { heldTotals, type StatedTotal } from './stated-totals.ts';

export interface OwnPayments {
  of(projectId: string): readonly Payment[];
  /** The totals that sheets before this one stated. */
  totalsOf(projectId: string): readonly StatedTotal[];
  add(payment: Omit<Payment, 'id'>): void;
  change(payments: readonly Payment[]): void;
}

/** Writes what is added and changed into the reading too. */
export function ownPayments({ payments, notes }: Execution, result: MonthReading): OwnPayments {
  const touched = new Map<string, Payment[]>();
  const of = (projectId: string): readonly Payment[] => touched.get(projectId) ?? factsOf(payments, projectId);
  const edit = (projectId: string): Payment[] => {
    const own = touched.get(projectId) ?? [...factsOf(payments, projectId)];
    touched.set(projectId, own);
    return own;
  };
  return {
    of,
    totalsOf: (projectId) => heldTotals(factsOf(payments, projectId), factsOf(notes, projectId)),
    add(payment) {
      result.payments.push(payment);
      edit(payment.projectId).push({ ...payment, id: `new:${result.payments.length}` });
    },
    change(changed) {
      for (const one of changed) {
        const own = edit(one.projectId);
        own[own.findIndex(({ id }) => id === one.id)] = one;
        const at = result.changed.findIndex(({ id }) => id === one.id);
        if (at < 0) result.changed.push(one);
        else result.changed[at] = one;
      }
    },
  };
}
