// 支付: money paid for a project, or come back (SPECS B3).
import type { Payment } from '#shared/domain/execution.ts';
import { listFacts } from '#shared/domain/facts-by-project.ts';
import { paymentSchema } from '#shared/records/execution.ts';
import { formatWanFull } from '#shared/values/money.ts';
import { bodyStore, bodyTable } from '../kernel/body-store.ts';
import { kind } from '../kernel/kind.ts';
import { factWords, fieldColumns } from './fact-words.ts';
import { nameOfProject } from './project-words.ts';

const LABELS = {
  id: '代码',
  projectId: '项目',
  batchId: '资金批次',
  date: '支付日期',
  amountFen: '支付金额',
  stage: '阶段',
  payee: '收款人',
  voucher: '凭证号',
  note: '备注',
};

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
    return factWords(before, after, {
      subject: nameOfProject(data, one.projectId),
      column: '支付',
      text: ({ date, amountFen }) => `${date} ${formatWanFull(amountFen)} 万元`,
      columns: fieldColumns<Payment>(LABELS, { projectId: (id) => nameOfProject(data, id) }),
    });
  },
});
