// Finds for the projects of a county's own workbook those of the list here: by their ids, else as an import finds them.
import type { Project } from '../domain/project.ts';
import type { Region } from '../domain/reference.ts';
import { type Matching, matchKey, matchProjects } from '../import/project-match.ts';
import { listPlaceReader } from '../places/place-key.ts';
import { bareText } from '../values/fold-text.ts';

/** By the id in the county's workbook: the id in the list here; those that are new here are not in it. */
export function matchSent(
  sent: readonly Project[],
  pool: readonly Project[],
  regions: readonly Region[],
): Map<string, string> {
  const known = new Set(pool.map(({ id }) => id));
  const found = new Map(sent.flatMap(({ id }) => (known.has(id) ? [[id, id] as const] : [])));
  const open = sent.filter(({ id }) => !found.has(id));
  const free = pool.filter(({ id }) => !found.has(id));
  if (open.length === 0 || free.length === 0) return found;
  const places = listPlaceReader(regions, pool);
  const mark = ({ amounts, content }: Project) => ({ total: amounts.total, content: bareText(content ?? '') });
  const state: Matching = { matches: new Map(), free: new Set(free.keys()) };
  matchProjects(
    {
      incoming: open.map((project) => matchKey(project, places)),
      existing: free.map((project) => matchKey(project, places)),
      isEqual: (row, project) =>
        JSON.stringify(mark(open[row] as Project)) === JSON.stringify(mark(free[project] as Project)),
      rowMark: (row) => mark(open[row] as Project),
      projectMark: (project) => mark(free[project] as Project),
    },
    state,
  );
  for (const [row, { existing }] of state.matches)
    if (existing !== null) found.set((open[row] as Project).id, (free[existing] as Project).id);
  return found;
}
