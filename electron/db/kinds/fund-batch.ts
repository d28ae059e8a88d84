// 资金批次: money that arrived by a paper (SPECS B1).
import { batchName, type FundBatch } from '#shared/domain/execution.ts';
import { fundBatchSchema } from '#shared/records/execution.ts';
import { formatWanFull } from '#shared/values/money.ts';
import { bodyStore, bodyTable } from '../kernel/body-store.ts';
import { kind } from '../kernel/kind.ts';
import { factWords, fieldColumns } from './fact-words.ts';

const columns = fieldColumns<FundBatch>({
  id: '代码',
  year: '资金年度',
  fundSourceId: '资金来源代码',
  sourceText: '资金来源',
  direction: '任务方向',
  kind: '类型',
  upperNumber: '上级文号',
  upperDate: '上级文件日期',
  ownNumber: '本级文号',
  ownDate: '本级下达日期',
  receivedDate: '收到日期',
  amountFen: '金额',
  subject: '预算科目',
  use: '限定用途',
  startBy: '开工期限',
  finishBy: '竣工期限',
  payBy: '支付期限',
  note: '备注',
});

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
    return factWords(before, after, {
      subject: `资金批次 ${batchName(one)}`,
      column: '批次',
      text: ({ sourceText, amountFen }) => `${sourceText} ${formatWanFull(amountFen)} 万元`,
      columns,
    });
  },
});
