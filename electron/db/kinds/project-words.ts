// How the log calls the project that a fact belongs to.
import { NAMELESS } from '#shared/domain/project.ts';
import type { PlanData } from '#shared/records/plan-data.ts';

/** The project's name; what stands for one that was deleted since. */
export function nameOfProject({ projects }: PlanData, id: string): string {
  const project = projects.find((one) => one.id === id);
  return project ? project.name || NAMELESS : '（已删除的项目）';
}
