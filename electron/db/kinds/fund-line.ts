// 分配明细: what of a batch goes to a project or to 项目管理费 (SPECS B2).
import { FEE, type FundLine } from '#shared/domain/execution.ts';
import { listFacts } from '#shared/domain/facts-by-project.ts';
import { fundLineSchema } from '#shared/records/execution.ts';
import { formatWanFull } from '#shared/values/money.ts';
import { bodyStore, bodyTable } from '../kernel/body-store.ts';
import { kind } from '../kernel/kind.ts';
import { nameOfProject } from './project-words.ts';

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
    const text = (image: FundLine | null): string => (image === null ? '' : `${formatWanFull(image.amountFen)} 万元`);
    return [
      {
        project: one.projectId === FEE ? '项目管理费' : nameOfProject(data, one.projectId),
        column: '下达资金',
        before: text(before),
        after: text(after),
      },
    ];
  },
});
