// 办理: a step in the life of a project (SPECS A2).

import { listFacts } from '#shared/domain/facts-by-project.ts';
import { type LifeEvent, lifeState, SIDE_EVENTS } from '#shared/domain/life.ts';
import { lifeEventSchema } from '#shared/records/execution.ts';
import { bodyStore, bodyTable } from '../kernel/body-store.ts';
import { kind } from '../kernel/kind.ts';
import { factWords, fieldColumns } from './fact-words.ts';
import { nameOfProject } from './project-words.ts';

function stepName({ kind, to }: Pick<LifeEvent, 'kind' | 'to'>): string {
  return kind === 'state' && to ? lifeState(to).name : SIDE_EVENTS[kind as 'returned'];
}

const LABELS = {
  id: '代码',
  projectId: '项目',
  kind: '办理事项',
  to: '办到',
  date: '办理日期',
  office: '办理单位',
  verdict: '结论',
  opinion: '意见',
  documentNumber: '文号',
  meeting: '会议',
  reason: '原因',
  dueDate: '期限',
  settledFen: '决算金额',
  isBackfilled: '补录',
  planYear: '计划年度',
  note: '备注',
};

export const lifeEvent = kind<LifeEvent, readonly LifeEvent[]>({
  title: '办理',
  tables: [bodyTable('life_event', { project: '$.projectId' })],
  open: (db) => bodyStore<LifeEvent>(db, 'life_event'),
  schema: lifeEventSchema,
  upgrades: [],
  isMergedByValue: true,
  slice: listFacts,
  words(before, after, data) {
    const one = after ?? before;
    if (!one) return [];
    return factWords(before, after, {
      subject: nameOfProject(data, one.projectId),
      column: '办理',
      text: (event) =>
        [stepName(event), event.date ?? '日期不详', event.documentNumber].filter((part) => part !== '').join(' '),
      columns: fieldColumns<LifeEvent>(LABELS, {
        projectId: (id) => nameOfProject(data, id),
        kind: (kind) => (kind === 'state' ? '状态' : SIDE_EVENTS[kind]),
        to: (to) => (to === null ? '' : lifeState(to).name),
      }),
    });
  },
});
