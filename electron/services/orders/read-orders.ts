// Change orders and what is not registered yet, for the window and the command line.

import { projectIdsOf } from '#shared/domain/change-order.ts';
import { batchName } from '#shared/domain/execution.ts';
import type { Printed } from '#shared/orders/facts.ts';
import { type OrderRow, orderRow } from '#shared/orders/order-rows.ts';
import { type MoneyProposal, proposeMoney } from '#shared/orders/propose-money.ts';
import type { Unregistered } from '#shared/orders/unregistered.ts';
import type { Session } from '../session.ts';
import { orderById } from './edit-orders.ts';
import { changesSince } from './facts.ts';

export interface OrdersView {
  /** The newest first. */
  orders: OrderRow[];
  /** null: nothing was printed, or nothing need be registered. */
  printed: Printed | null;
  unregistered: readonly Unregistered[];
}

export function readOrders(session: Session): OrdersView {
  return { orders: session.orders().map(orderRow).reverse(), ...changesSince(session) };
}

/** How many changes no order asks for; null where none need be registered. */
export function countUnregistered(session: Session): number | null {
  const { printed, unregistered } = changesSince(session);
  return printed === null ? null : unregistered.filter(({ asked }) => asked === null).length;
}

/** What of batches would go along with an order, and the batches by name. */
export function readMoney(session: Session, id: string): MoneyProposal & { batches: { id: string; name: string }[] } {
  const { lines, batches } = session.execution();
  return {
    ...proposeMoney(orderById(session, id), lines),
    batches: batches.map((batch) => ({ id: batch.id, name: batchName(batch) })),
  };
}

/** The orders that name a project, the newest first. */
export function ordersOfProject(session: Session, id: string): OrderRow[] {
  return session
    .orders()
    .filter((order) => projectIdsOf(order).includes(id))
    .map(orderRow)
    .reverse();
}
