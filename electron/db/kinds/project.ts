// 项目: one row of the list with its figures.
import type { Project } from '#shared/domain/project.ts';
import { projectSchema } from '#shared/records/project.ts';
import { kind } from '../kernel/kind.ts';
import { projectStore } from './project-table.ts';
import { projectWords } from './project-words.ts';

/** A project of version 1 does not say from which plan it came. */
function addOrigin(image: object): unknown {
  return { ...image, originId: null, originWorkbook: null };
}

export const project = kind<Project, ReadonlyMap<string, Project>>({
  title: '项目',
  tables: ['ALTER TABLE project ADD COLUMN own TEXT CHECK (own IS NULL OR json_valid(own))'],
  open: projectStore,
  schema: projectSchema,
  upgrades: [addOrigin],
  isMergedByValue: true,
  slice: (images) => images,
  words: projectWords,
});
