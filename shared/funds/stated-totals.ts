// 累计支付 as monthly sheets state it, and the payments that only make up the difference to it. A stated total is a claim
// of its day: whatever comes in later, the sum of payments up to that day is to be what the sheet said.
import type { Day, Payment, ProgressNote } from '../domain/execution.ts';
import { toFen } from '../values/money.ts';

export interface StatedTotal {
  date: Day;
  fen: number;
}

const DIFFERENCE = /^截至 \d{4}-\d{2}-\d{2} 的累计数与已记数的差额$/;

/** The note of a payment that makes up what was known to a cumulative figure. */
export const differenceNote = (asOf: Day): string => `截至 ${asOf} 的累计数与已记数的差额`;

/** The note of a payment that a sheet gives for a month as a whole. */
export const MONTH_NOTE = '本月支付';

/** Nobody paid just this on just this day: it fills up to a cumulative figure. */
export const isDifference = ({ note }: Pick<Payment, 'note'>): boolean => DIFFERENCE.test(note);

/** Whether a note tells of the work at all, and not only what was paid until then. */
export function saysOfWork({ percent, doneFen, text, problem }: Omit<ProgressNote, 'id'>): boolean {
  return percent !== null || doneFen !== null || text !== '' || problem !== '';
}

/** What was paid up to and with a day. */
export function paidUntil(payments: readonly Pick<Payment, 'date' | 'amountFen'>[], day: Day): number {
  let sum = 0;
  for (const { date, amountFen } of payments) if (date <= day) sum += amountFen;
  return sum;
}

/** The totals that sheets stated of one project, by day; of two of a day the newer one. */
export function statedTotals(notes: readonly ProgressNote[]): StatedTotal[] {
  const byDay = new Map<Day, number>();
  for (const { date, saidPaidFen } of notes) if (saidPaidFen != null) byDay.set(date, saidPaidFen);
  return inDays(byDay);
}

/** The same for reading on: a difference payment of a workbook that kept no statements stands for one of its day. */
export function heldTotals(payments: readonly Payment[], notes: readonly ProgressNote[]): StatedTotal[] {
  const byDay = new Map<Day, number>();
  for (const one of payments) if (isDifference(one)) byDay.set(one.date, paidUntil(payments, one.date));
  for (const { date, fen } of statedTotals(notes)) byDay.set(date, fen);
  return inDays(byDay);
}

const inDays = (byDay: ReadonlyMap<Day, number>): StatedTotal[] =>
  [...byDay].map(([date, fen]) => ({ date, fen })).sort((a, b) => (a.date < b.date ? -1 : 1));

export interface Absorbed {
  /** Payments with what is left of them; 0: nothing. */
  changed: Payment[];
  /** What could not be taken out of any of them. */
  left: number;
}

/**
 * Takes an amount out of made-up payments, the earliest first, so that a total stays; a negative amount is put onto the
 * first. `mayFall`: the last one may go below nothing.
 */
export function absorb(amount: number, payments: readonly Payment[], mayFall = false): Absorbed {
  const changed: Payment[] = [];
  let left = amount;
  const sorted = payments.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  for (const [index, payment] of sorted.entries()) {
    if (left === 0) break;
    const isLast = index === sorted.length - 1;
    const part = left < 0 || (isLast && mayFall) ? left : Math.min(left, Math.max(0, payment.amountFen));
    if (part === 0) continue;
    changed.push({ ...payment, amountFen: toFen(payment.amountFen - part) });
    left -= part;
  }
  return { changed, left };
}
