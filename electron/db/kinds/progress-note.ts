// 形象进度和完成投资 of a project at a day (SPECS B4).
import type { ProgressNote } from '#shared/domain/execution.ts';
import { listFacts } from '#shared/domain/facts-by-project.ts';
import { progressNoteSchema } from '#shared/records/execution.ts';
import { formatWanFull } from '#shared/values/money.ts';
import { bodyStore, bodyTable } from '../kernel/body-store.ts';
import { kind } from '../kernel/kind.ts';
import { nameOfProject } from './project-words.ts';

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
    const text = (image: ProgressNote | null): string =>
      image === null
        ? ''
        : [
            image.date,
            image.percent === null ? '' : `${image.percent}%`,
            image.doneFen === null ? '' : `完成 ${formatWanFull(image.doneFen)} 万元`,
            image.text,
          ]
            .filter((part) => part !== '')
            .join(' ');
    return [{ project: nameOfProject(data, one.projectId), column: '进度', before: text(before), after: text(after) }];
  },
});
