// 办理: a step in the life of a project (SPECS A2).

import { listFacts } from '#shared/domain/facts-by-project.ts';
import { type LifeEvent, lifeState, SIDE_EVENTS } from '#shared/domain/life.ts';
import { lifeEventSchema } from '#shared/records/execution.ts';
import { bodyStore, bodyTable } from '../kernel/body-store.ts';
import { kind } from '../kernel/kind.ts';
import { nameOfProject } from './project-words.ts';

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
    const text = (image: LifeEvent | null): string => {
      if (image === null) return '';
      const step =
        image.kind === 'state' && image.to ? lifeState(image.to).name : SIDE_EVENTS[image.kind as 'returned'];
      return [step, image.date ?? '日期不详', image.documentNumber].filter((part) => part !== '').join(' ');
    };
    return [{ project: nameOfProject(data, one.projectId), column: '办理', before: text(before), after: text(after) }];
  },
});
