// The orders that a report is of: one that is named, or all that were approved, up to a day where one is given.
import { type ChangeOrder, orderState } from '../domain/change-order.ts';
import type { Day } from '../domain/execution.ts';

export function chosenOrders(orders: readonly ChangeOrder[], orderId: string | null, asOf: Day | null): ChangeOrder[] {
  if (orderId !== null) return orders.filter(({ id }) => id === orderId);
  const approved = orders.filter(
    (order) =>
      orderState(order) === '已批复' && (asOf === null || order.approvedAt === null || order.approvedAt <= asOf),
  );
  return approved.toSorted((a, b) => ((a.approvedAt ?? '') < (b.approvedAt ?? '') ? -1 : 1));
}
