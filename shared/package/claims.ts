// Counts and sums by class and source that a package claims of itself; the receiver adds them up again.
import { categoryPath } from '../domain/categories.ts';
import type { Project } from '../domain/project.ts';
import { addFen, type Fen, ZERO } from '../values/money.ts';
import type { Claims, PackageFrame } from './manifest.ts';

/** Adds up the projects of a package by the words of its own frame. */
export function claimsOf(projects: readonly Project[], frame: PackageFrame): Claims {
  const classes = new Map<string, { count: number; totalFen: Fen }>();
  const sources = new Map<string, Fen>();
  const fundNames = new Map(frame.funds.map(({ id, name }) => [id, name]));
  const paths = new Map<string | null, string>();
  let total = ZERO;
  for (const { categoryId, amounts } of projects) {
    const path = paths.get(categoryId) ?? pathOf(frame, categoryId);
    paths.set(categoryId, path);
    const own = amounts.total ?? ZERO;
    const known = classes.get(path) ?? { count: 0, totalFen: ZERO };
    classes.set(path, { count: known.count + 1, totalFen: addFen(known.totalFen, own) });
    total = addFen(total, own);
    for (const [id, fen] of Object.entries(amounts.bySource)) {
      const name = fundNames.get(id) ?? id;
      sources.set(name, addFen(sources.get(name) ?? ZERO, fen));
    }
  }
  const inOrder = <T>(map: ReadonlyMap<string, T>): [string, T][] => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    projects: projects.length,
    totalFen: total,
    classes: inOrder(classes).map(([name, one]) => ({ name, ...one })),
    sources: inOrder(sources).map(([name, totalFen]) => ({ name, totalFen })),
  };
}

function pathOf(frame: PackageFrame, id: string | null): string {
  return categoryPath(frame, id).join(' › ') || '未分类';
}
