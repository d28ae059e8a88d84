// Dated facts by project: grouped once for each version of a list, and after a change only for the projects it touched,
// so that the groups of all others stay the same objects and what was computed from them holds.

/** What all facts of execution that belong to a project have. */
export interface ProjectFact {
  id: string;
  projectId: string;
}

type Groups<F> = ReadonlyMap<string, readonly F[]>;

const remembered = new WeakMap<readonly ProjectFact[], Groups<ProjectFact>>();
const NONE: readonly never[] = [];

/** The facts of each project, in the order of the list; the same map for the same list. */
export function factsByProject<F extends ProjectFact>(facts: readonly F[]): Groups<F> {
  let groups = remembered.get(facts) as Groups<F> | undefined;
  if (!groups) {
    groups = Map.groupBy(facts, ({ projectId }) => projectId);
    remembered.set(facts, groups);
  }
  return groups;
}

/** The facts of one project. */
export function factsOf<F extends ProjectFact>(facts: readonly F[], projectId: string): readonly F[] {
  return factsByProject(facts).get(projectId) ?? NONE;
}

/** All facts as a list, grouped from the list before it where there is one. `changed`: ids of what is new, other or gone. */
export function listFacts<F extends ProjectFact>(
  images: ReadonlyMap<string, F>,
  before: { slice: readonly F[]; changed: ReadonlySet<string> } | null,
): readonly F[] {
  const facts = [...images.values()];
  const old = before && (remembered.get(before.slice) as Groups<F> | undefined);
  if (!before || !old || before.changed.size * 4 > facts.length) return facts;
  const { changed } = before;
  const touched = new Set<string>();
  for (const { id, projectId } of before.slice) if (changed.has(id)) touched.add(projectId);
  for (const id of changed) {
    const image = images.get(id);
    if (image) touched.add(image.projectId);
  }
  const groups = new Map(old);
  for (const id of touched) groups.delete(id);
  const anew = facts.filter(({ projectId }) => touched.has(projectId));
  for (const [id, group] of Map.groupBy(anew, ({ projectId }) => projectId)) groups.set(id, group);
  remembered.set(facts, groups);
  return facts;
}
