// 形象进度和完成投资 of a project at a day (SPECS B4).
import type { ProgressNote } from '#shared/domain/execution.ts';
import { listFacts } from '#shared/domain/facts-by-project.ts';
import { progressNoteSchema } from '#shared/records/execution.ts';
import { formatWanFull } from '#shared/values/money.ts';
import { bodyStore, bodyTable } from '../kernel/body-store.ts';
import { kind } from '../kernel/kind.ts';
import { factWords, fieldColumns } from './fact-words.ts';
import { nameOfProject } from './project-words.ts';

const LABELS = {
  id: '代码',
  projectId: '项目',
  date: '进度日期',
  percent: '形象进度',
  doneFen: '完成投资',
  saidPaidFen: '月报累计支付',
  text: '进度说明',
  problem: '存在问题',
};

export const progressNote = kind<ProgressNote, readonly ProgressNote[]>({
  title: '进度',
  tables: [bodyTable('progress_note', { project: '$.projectId' })],
  open: (db) => bodyStore<ProgressNote>(db, 'progress_note'),
  schema: progressNoteSchema,
  upgrades: [],
  isMergedByValue: true,
  slice: listFacts,
  words(before, after, data) {
    const one = after ?? before;
    if (!one) return [];
    return factWords(before, after, {
      subject: nameOfProject(data, one.projectId),
      column: '进度',
      text: ({ date, percent, doneFen, saidPaidFen, text }) =>
        [
          date,
          percent === null ? '' : `${percent}%`,
          doneFen === null ? '' : `完成 ${formatWanFull(doneFen)} 万元`,
          saidPaidFen == null ? '' : `累计支付 ${formatWanFull(saidPaidFen)} 万元`,
          text,
        ]
          .filter((part) => part !== '')
          .join(' '),
      columns: fieldColumns<ProgressNote>(LABELS, {
        projectId: (id) => nameOfProject(data, id),
        percent: (value) => (value === null ? '' : `${value}%`),
      }),
    });
  },
});
