// 支付: money paid for a project, or come back (SPECS B3).
import type { Payment } from '#shared/domain/execution.ts';
import { listFacts } from '#shared/domain/facts-by-project.ts';
import { paymentSchema } from '#shared/records/execution.ts';
import { formatWanFull } from '#shared/values/money.ts';
import { bodyStore, bodyTable } from '../kernel/body-store.ts';
import { kind } from '../kernel/kind.ts';
import { nameOfProject } from './project-words.ts';

export const payment = kind<Payment, readonly Payment[]>({
  title: '支付',
  tables: [bodyTable('payment', { project: '$.projectId' })],
  open: (db) => bodyStore<Payment>(db, 'payment'),
  schema: paymentSchema,
  upgrades: [],
  isMergedByValue: true,
  slice: listFacts,
  words(before, after, data) {
    const one = after ?? before;
    if (!one) return [];
    const text = (image: Payment | null): string =>
      image === null ? '' : `${image.date} ${formatWanFull(image.amountFen)} 万元`;
    return [{ project: nameOfProject(data, one.projectId), column: '支付', before: text(before), after: text(after) }];
  },
});
