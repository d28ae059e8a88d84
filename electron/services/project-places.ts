// Where projects go in the list: behind or before another one, or at the end of a category, with room made for them.
import type { Place } from '#shared/contract/methods.ts';
import type { Project } from '#shared/domain/project.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { AppError } from '#shared/values/app-error.ts';
import { goneProject } from './session.ts';

export interface Room {
  categoryId: string | null;
  /** Of the project beside which they go; null where there is none. */
  regionCode: string | null;
  /** One position for each project to put there, in order. */
  positions: number[];
  /** Projects of the category that had to step aside: with their new positions. */
  shifted: Project[];
}

/** Room for `count` projects. Those that are `leaving` their place do not count as neighbours. */
export function findRoom(data: PlanData, place: Place, count: number, leaving: ReadonlySet<string> = new Set()): Room {
  const anchorId = 'afterId' in place ? place.afterId : 'beforeId' in place ? place.beforeId : null;
  const anchor = anchorId === null ? null : data.projects.find(({ id }) => id === anchorId);
  if (anchor === undefined) throw goneProject();
  const categoryId = 'endOf' in place ? place.endOf : (anchor?.categoryId ?? null);
  if (categoryId !== null && !data.reference.categories.some(({ id }) => id === categoryId)) {
    throw new AppError('not-found', '没有这个规划类别，请从类别列表中重新选择。');
  }
  const siblings = data.projects.filter((project) => project.categoryId === categoryId && !leaving.has(project.id));
  const at = siblings.findIndex(({ id }) => id === anchorId);
  const index = 'endOf' in place ? siblings.length : 'afterId' in place ? at + 1 : at;
  return { categoryId, regionCode: anchor?.regionCode ?? null, ...fitBetween(siblings, index, count) };
}

/** Positions before the sibling at `index`; where the gap is used up, the category is numbered anew. */
function fitBetween(siblings: readonly Project[], index: number, count: number): Pick<Room, 'positions' | 'shifted'> {
  const before = siblings[index - 1]?.position;
  const after = siblings[index]?.position;
  const low = before ?? (after ?? 1) - count - 1;
  const high = after ?? low + count + 1;
  const step = (high - low) / (count + 1);
  const positions = Array.from({ length: count }, (_, n) => low + step * (n + 1));
  const steps = [low, ...positions, high];
  if (steps.every((position, n) => n === 0 || position > (steps[n - 1] ?? 0))) return { positions, shifted: [] };
  const first = Math.floor(siblings[0]?.position ?? 1);
  return {
    positions: Array.from({ length: count }, (_, n) => first + index + n),
    shifted: siblings.flatMap((project, n) => {
      const position = first + (n < index ? n : n + count);
      return position === project.position ? [] : [{ ...project, position }];
    }),
  };
}
