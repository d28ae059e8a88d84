// 资金批次: money that arrived by a paper (SPECS B1).
import { batchName, type FundBatch } from '#shared/domain/execution.ts';
import { fundBatchSchema } from '#shared/records/execution.ts';
import { formatWanFull } from '#shared/values/money.ts';
import { bodyStore, bodyTable } from '../kernel/body-store.ts';
import { kind } from '../kernel/kind.ts';

export const fundBatch = kind<FundBatch, readonly FundBatch[]>({
  title: '资金批次',
  tables: [bodyTable('fund_batch')],
  open: (db) => bodyStore<FundBatch>(db, 'fund_batch'),
  schema: fundBatchSchema,
  upgrades: [],
  isMergedByValue: true,
  slice: (images) => [...images.values()],
  words(before, after) {
    const one = after ?? before;
    if (!one) return [];
    const text = (image: FundBatch | null): string =>
      image === null ? '' : `${image.sourceText} ${formatWanFull(image.amountFen)} 万元`;
    return [{ project: `资金批次 ${batchName(one)}`, column: '批次', before: text(before), after: text(after) }];
  },
});
