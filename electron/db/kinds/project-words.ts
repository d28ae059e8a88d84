// How the log calls the project that a fact belongs to, and what it says of a change of one.
import { NAMELESS, type Project } from '#shared/domain/project.ts';
import { projectWording } from '#shared/format/project-wording.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import type { ChangedValue } from '../kernel/kind.ts';
import { factWords } from './fact-words.ts';

/** The project's name; what stands for one that was deleted since. */
export function nameOfProject({ projects }: PlanData, id: string): string {
  const project = projects.find((one) => one.id === id);
  return project ? project.name || NAMELESS : '（已删除的项目）';
}

/** What changed in one project; one entry where it was added or deleted. */
export function projectWords(before: Project | null, after: Project | null, data: PlanData): ChangedValue[] {
  const subject = (after ?? before)?.name || NAMELESS;
  const wording = { subject, column: '项目' };
  if (!before || !after) return factWords(before, after, { ...wording, columns: [] });
  const { position } = after;
  const rows = factWords({ ...before, position }, after, {
    ...wording,
    columns: projectWording([before, after], data),
  });
  if (before.position === position) return rows;
  return [...rows, { project: subject, column: '次序', before: '原位置', after: '新位置' }];
}
