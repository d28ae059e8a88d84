// A row that was shown when the filters were set stays until they are set again, whatever is typed into it: as in Excel, nothing
// goes out of sight under the hands.
import type { Project } from '#shared/domain/project.ts';
import { type Asked, keepProjects } from './match.ts';
import type { Subject } from './subjects.ts';

/** What is shown under a setting of the filters. */
export interface Staying {
  asked: Asked;
  ids: ReadonlySet<string>;
  shown: readonly Project[];
}

/** The projects that pass, and under the same filters those that passed before; in the order of `projects`. */
export function keepStaying(
  before: Staying | null,
  projects: readonly Project[],
  asked: Asked,
  subjects: ReadonlyMap<string, Subject>,
): Staying {
  const passing = keepProjects(projects, asked, subjects);
  const stayed = before?.asked === asked ? before.ids : new Set<string>();
  const ids = new Set(passing.map(({ id }) => id));
  if ([...stayed].every((id) => ids.has(id))) return { asked, ids, shown: passing };
  for (const id of stayed) ids.add(id);
  return { asked, ids, shown: projects.filter(({ id }) => ids.has(id)) };
}
