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
  const facts = Array.from(images.values());
  const old = before && (remembered.get(before.slice) as Groups<F> | undefined);
  if (before && old && before.changed.size * 4 <= facts.length) {
    remembered.set(facts, regroup(old, before.slice, before.changed, images));
  }
  return facts;
}

/** The groups before with those of the touched projects made anew; an image that was there keeps its place. */
function regroup<F extends ProjectFact>(
  old: Groups<F>,
  slice: readonly F[],
  changed: ReadonlySet<string>,
  images: ReadonlyMap<string, F>,
): Groups<F> {
  const groups = new Map(old);
  const placed = new Set<string>();
  const movedTo = new Set<string>();
  const emptied = new Set<string>();
  for (const { id, projectId } of slice) {
    if (!changed.has(id)) continue;
    const image = images.get(id);
    if (image?.projectId !== projectId) {
      groups.set(
        projectId,
        (groups.get(projectId) ?? NONE).filter((fact) => fact.id !== id),
      );
      emptied.add(projectId);
      if (image) movedTo.add(image.projectId);
      continue;
    }
    placed.add(id);
    groups.set(
      projectId,
      (groups.get(projectId) ?? NONE).map((fact) => (fact.id === id ? image : fact)),
    );
  }
  for (const id of changed) {
    const image = images.get(id);
    if (!image || placed.has(id)) continue;
    groups.set(image.projectId, [...(groups.get(image.projectId) ?? NONE), image]);
  }
  // Moved between projects it stands where the whole list has it, not at the end.
  for (const id of movedTo) groups.set(id, inListOrder(groups.get(id) ?? NONE, images));
  for (const id of emptied) if (groups.get(id)?.length === 0) groups.delete(id);
  return groups;
}

function inListOrder<F extends ProjectFact>(group: readonly F[], images: ReadonlyMap<string, F>): readonly F[] {
  const wanted = new Set(group.map(({ id }) => id));
  return Array.from(images.values()).filter(({ id }) => wanted.has(id));
}
