// Subtotals of the list: the whole plan and each category with everything beneath it.
import type { MethodOutput } from '#shared/contract/methods.ts';
import { readMargins } from '#shared/domain/margins.ts';
import type { Project } from '#shared/domain/project.ts';
import { emptyRollup, type Rollup, rollUp } from '#shared/domain/rollup.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { addFen, type Fen, ZERO } from '#shared/values/money.ts';

const remembered = new WeakMap<PlanData, MethodOutput<'summary.get'>>();

/** Rolls the projects up once per state of the plan; null stands for projects without a category. */
export function summarise(data: PlanData): MethodOutput<'summary.get'> {
  const known = remembered.get(data);
  if (known) return known;
  const groups = Map.groupBy(data.projects, (project: Project) => project.categoryId);
  const rollups = new Map<string | null, Rollup>();
  const parents = new Map(data.reference.categories.map((category) => [category.id, category.parent]));
  const total = emptyRollup();
  for (const [categoryId, projects] of groups) {
    const own = rollUp(projects.map(readMargins), data.reference);
    merge(total, own);
    for (let id: string | null | undefined = categoryId; id !== undefined; ) {
      const rollup = rollups.get(id) ?? emptyRollup();
      rollups.set(id, rollup);
      merge(rollup, own);
      const parent: string | null | undefined = id === null ? undefined : parents.get(id);
      id = parent ?? undefined;
    }
  }
  const result = { total, categories: [...rollups].map(([id, rollup]) => ({ id, rollup })) };
  remembered.set(data, result);
  return result;
}

function merge(into: Rollup, from: Rollup): void {
  into.count += from.count;
  into.total = addFen(into.total, from.total);
  const fold = (target: Record<string, Fen>, record: Record<string, Fen>): void => {
    for (const [key, fen] of Object.entries(record)) target[key] = addFen(target[key] ?? ZERO, fen);
  };
  fold(into.bySource, from.bySource);
  fold(into.byYear, from.byYear);
  fold(into.cells, from.cells);
  for (const [year, count] of Object.entries(from.countByYear)) {
    into.countByYear[year] = (into.countByYear[year] ?? 0) + count;
  }
}
