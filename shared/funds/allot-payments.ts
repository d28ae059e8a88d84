// Which batch a payment was made from: the one it names; else the project's lines in the order of their batches (SPECS B3).
import { batchDay, type FundBatch, type FundLine, type Payment } from '../domain/execution.ts';

/** A part of a payment with its batch; null: the project has no line that it could come from. */
export interface AllottedPayment {
  payment: Payment;
  batchId: string | null;
  amountFen: number;
  /** The payment names no batch; the program found it. */
  isMatched: boolean;
}

/**
 * Splits the payments of one project over its lines. What is paid beyond the lines goes to the last of them, so that
 * the sum of a project's parts is what was paid.
 */
export function allotPayments(
  payments: readonly Payment[],
  lines: readonly FundLine[],
  batches: ReadonlyMap<string, FundBatch>,
): AllottedPayment[] {
  // Nearly all projects have money of one batch: there is nothing to split.
  const only = lines[0]?.batchId ?? null;
  if (
    lines.every(({ batchId }) => batchId === only) &&
    payments.every(({ batchId }) => batchId === null || batchId === only)
  ) {
    return payments.map((payment) => ({
      payment,
      batchId: only,
      amountFen: payment.amountFen,
      isMatched: payment.batchId === null,
    }));
  }
  const room = new Map<string, number>();
  const dayOf = (id: string): string => {
    const batch = batches.get(id);
    return (batch && batchDay(batch)) ?? '';
  };
  for (const { batchId, amountFen } of lines.toSorted((a, b) => (dayOf(a.batchId) < dayOf(b.batchId) ? -1 : 1)))
    room.set(batchId, (room.get(batchId) ?? 0) + amountFen);
  const parts: AllottedPayment[] = [];
  for (const payment of payments) {
    const { batchId, amountFen } = payment;
    if (batchId === null) continue;
    parts.push({ payment, batchId, amountFen, isMatched: false });
    room.set(batchId, (room.get(batchId) ?? 0) - amountFen);
  }
  const last = [...room.keys()].at(-1) ?? null;
  for (const payment of payments.filter((one) => one.batchId === null).toSorted((a, b) => (a.date < b.date ? -1 : 1))) {
    let rest: number = payment.amountFen;
    // Money that came back goes where it came from: to the last batch that was drawn on.
    for (const [id, left] of rest > 0 ? room : []) {
      if (left <= 0 || rest <= 0) continue;
      const part = Math.min(left, rest);
      parts.push({ payment, batchId: id, amountFen: part, isMatched: true });
      room.set(id, left - part);
      rest -= part;
    }
    if (rest !== 0) {
      parts.push({ payment, batchId: last, amountFen: rest, isMatched: true });
      if (last !== null) room.set(last, (room.get(last) ?? 0) - rest);
    }
  }
  return parts;
}
