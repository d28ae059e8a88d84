// Change orders and what is not registered yet, for the window and the command line.

import { projectIdsOf } from '#shared/domain/change-order.ts';
import type { Printed } from '#shared/orders/facts.ts';
import { type OrderRow, orderRow } from '#shared/orders/order-rows.ts';
import type { Unregistered } from '#shared/orders/unregistered.ts';
import type { Session } from '../session.ts';
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

/** The orders that name a project, the newest first. */
export function ordersOfProject(session: Session, id: string): OrderRow[] {
  return session
    .orders()
    .filter((order) => projectIdsOf(order).includes(id))
    .map(orderRow)
    .reverse();
}
