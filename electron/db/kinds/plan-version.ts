// 版本: a state of the plan that got a name (SPECS G1).
import type { PlanVersion } from '#shared/domain/version.ts';
import { versionSchema } from '#shared/records/version.ts';
import { formatWanFull } from '#shared/values/money.ts';
import { bodyStore, bodyTable } from '../kernel/body-store.ts';
import { kind } from '../kernel/kind.ts';
import { factWords, fieldColumns } from './fact-words.ts';

const columns = fieldColumns<PlanVersion>({
  id: '代码',
  name: '名称',
  kind: '类型',
  at: '保存时间',
  documentNumber: '文号',
  approver: '批准单位',
  note: '说明',
  step: '所在步骤',
  projectCount: '项目数',
  totalFen: '总投资',
  content: '内容',
});

export const planVersion = kind<PlanVersion, readonly PlanVersion[]>({
  title: '版本',
  tables: [bodyTable('plan_version')],
  open: (db) => bodyStore<PlanVersion>(db, 'plan_version'),
  schema: versionSchema,
  upgrades: [],
  isMergedByValue: true,
  slice: (images) => [...images.values()].sort((a, b) => (a.at < b.at ? -1 : 1)),
  words(before, after) {
    const one = after ?? before;
    if (!one) return [];
    return factWords(before, after, {
      subject: `版本“${one.name}”`,
      column: '版本',
      text: ({ kind, projectCount, totalFen }) => `${kind} ${projectCount} 个 ${formatWanFull(totalFen)} 万元`,
      columns,
    });
  },
});
