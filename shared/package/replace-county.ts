// A county's plan in the city's book: what the county sends stands in place of what was here of that county, and of nothing
// else (SPECS I1).
import type { Project } from '../domain/project.ts';

/**
 * The projects of a county here that its package no longer has, though the two never had them in common: they came by a
 * sheet. They are withdrawn like those of its package before.
 */
export function leftOfCounty(
  mine: readonly Project[],
  theirs: readonly Project[],
  isOfCounty: (project: Project) => boolean,
): ReadonlyMap<string, Project> {
  const sent = new Set(theirs.map(({ id }) => id));
  return new Map(mine.filter((one) => isOfCounty(one) && !sent.has(one.id)).map((one) => [one.id, one]));
}
