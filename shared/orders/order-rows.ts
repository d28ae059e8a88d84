// Change orders as they are listed: what kind of change each is, how many projects, the money of both sides.
import { type ChangeItem, type ChangeOrder, type OrderState, orderState, reasonText } from '../domain/change-order.ts';
import { addFen, type Fen, subtractFen, ZERO } from '../values/money.ts';
import { CHANGE_TYPES, type ChangeType, typesOf } from '../versions/change-types.ts';
import { totalOf } from '../versions/compare.ts';

export interface OrderRow {
  order: ChangeOrder;
  state: OrderState;
  /** Of all its items, in the order of CHANGE_TYPES. */
  types: readonly ChangeType[];
  reason: string;
  before: { count: number; totalFen: Fen };
  after: { count: number; totalFen: Fen };
  difference: Fen;
}

/** What an item is: 新增, 取消, 拆分, 合并, or in what its project changes. */
export function itemTypes({ before, after }: ChangeItem): readonly ChangeType[] {
  const [old, fresh] = [before[0], after[0]];
  if (!old) return ['新增'];
  if (!fresh) return ['取消'];
  if (before.length === 1 && after.length === 1) return typesOf(old, fresh);
  return [before.length <= after.length ? '拆分' : '合并'];
}

export function orderRow(order: ChangeOrder): OrderRow {
  const types = new Set(order.items.flatMap(itemTypes));
  const sum = (side: 'before' | 'after') => ({
    count: order.items.reduce((count, item) => count + item[side].length, 0),
    totalFen: addFen(ZERO, ...order.items.map((item) => totalOf(item[side]))),
  });
  const [before, after] = [sum('before'), sum('after')];
  return {
    order,
    state: orderState(order),
    types: CHANGE_TYPES.filter((type) => types.has(type)),
    reason: reasonText(order),
    before,
    after,
    difference: subtractFen(after.totalFen, before.totalFen),
  };
}

/** The name by which sentences call an order: its number, else its first project. */
export function orderName({ documentNumber, items }: ChangeOrder): string {
  if (documentNumber !== '') return documentNumber;
  const first = items[0]?.after[0] ?? items[0]?.before[0];
  return `“${first?.name ?? ''}”${items.length > 1 ? `等 ${items.length} 项` : ''}的调整`;
}
