// What a class spends by year and by source: the weights by which projects that say nothing are broken down.
import { withMargins } from '../domain/margins.ts';
import type { Project } from '../domain/project.ts';
import { topSourceOf } from '../domain/reference.ts';
import type { PlanData } from '../records/plan-data.ts';
import type { Fen } from '../values/money.ts';
import { makePlacer } from './plan-sums.ts';

type Side = 'byYear' | 'bySource';

/** Weights of the keys among projects like this one; null where nothing is known. */
export type PatternOf = (
  project: Project,
  side: Side,
  keys: readonly string[] | null,
) => [key: string, fen: number][] | null;

/** Adds up the projects that are broken down, by class; where a class tells nothing, the whole plan speaks for it. */
export function readPatterns(data: PlanData): PatternOf {
  const placeOf = makePlacer(data);
  const sums = new Map<string, Map<string, number>>();
  const add = (group: string, key: string, fen: number): void => {
    const own = sums.get(group) ?? new Map<string, number>();
    sums.set(group, own);
    own.set(key, (own.get(key) ?? 0) + fen);
  };
  for (const project of data.projects) {
    const amounts = withMargins(project.amounts);
    for (const side of ['byYear', 'bySource'] as const) {
      const entries = Object.entries(amounts[side]);
      if (!isWhole(entries, amounts.total)) continue;
      const top = placeOf(project).top;
      for (const [key, fen] of entries) {
        const known = side === 'byYear' ? key : (topSourceOf(data.reference, key)?.id ?? key);
        add(`${side} ${top}`, known, fen);
        add(side, known, fen);
      }
    }
  }
  return (project, side, keys) => {
    for (const group of [`${side} ${placeOf(project).top}`, side]) {
      const own = sums.get(group);
      const found = [...(own ?? [])].filter(([key, fen]) => fen > 0 && (keys === null || keys.includes(key)));
      if (found.length > 0) return found.sort(([a], [b]) => (a < b ? -1 : 1));
    }
    return null;
  };
}

/** Only amounts that make the project's own total say how it is spent. */
function isWhole(entries: readonly (readonly [string, Fen])[], total: Fen | null): boolean {
  if (entries.length === 0 || total === null || entries.some(([, fen]) => fen < 0)) return false;
  return entries.reduce((sum, [, fen]) => sum + fen, 0) === total;
}
