// Change orders with what a test does not care about filled in.
import type { ChangeItem, ChangeOrder } from '#shared/domain/change-order.ts';

export function makeOrder(id: string, items: readonly ChangeItem[], fields: Partial<ChangeOrder> = {}): ChangeOrder {
  return {
    ...{ id, items, reason: '资金调整', text: '', applicant: '', applyDate: null, approver: '', documentNumber: '' },
    ...{ approvedAt: null, appliedAt: null, closed: null, fundLines: [], note: '' },
    ...fields,
  };
}
