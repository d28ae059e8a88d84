// 分配明细: what of a batch goes to a project or to 项目管理费 (SPECS B2).
import { FEE, type FundLine } from '#shared/domain/execution.ts';
import { listFacts } from '#shared/domain/facts-by-project.ts';
import { fundLineSchema } from '#shared/records/execution.ts';
import { formatWanFull } from '#shared/values/money.ts';
import { bodyStore, bodyTable } from '../kernel/body-store.ts';
import { kind } from '../kernel/kind.ts';
import { factWords, fieldColumns } from './fact-words.ts';
import { nameOfProject } from './project-words.ts';

const LABELS = {
  id: '代码',
  batchId: '资金批次',
  projectId: '项目',
  amountFen: '下达资金',
  date: '日期',
  documentNumber: '文号',
  note: '备注',
};

export const fundLine = kind<FundLine, readonly FundLine[]>({
  title: '分配明细',
  tables: [bodyTable('fund_line', { batch: '$.batchId', project: '$.projectId' })],
  open: (db) => bodyStore<FundLine>(db, 'fund_line'),
  schema: fundLineSchema,
  upgrades: [],
  isMergedByValue: true,
  slice: listFacts,
  words(before, after, data) {
    const one = after ?? before;
    if (!one) return [];
    const nameOf = (id: string): string => (id === FEE ? '项目管理费' : nameOfProject(data, id));
    return factWords(before, after, {
      subject: nameOf(one.projectId),
      column: '下达资金',
      text: ({ amountFen }) => `${formatWanFull(amountFen)} 万元`,
      columns: fieldColumns<FundLine>(LABELS, { projectId: nameOf }),
    });
  },
});
