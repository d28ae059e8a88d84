// What projects of another workbook hold in its own columns, put into ours: columns of one name are one column, and those that
// we lack come along.
import { foldColumnName, newOwnId, type OwnColumn, withOwn } from './own-columns.ts';
import type { Project } from './project.ts';

export interface OwnColumnAdopter {
  adopt(project: Project): Project;
  /** Columns of theirs in which an adopted project holds something and that are none here. */
  fresh(): OwnColumn[];
}

export function ownColumnAdopter(
  theirs: readonly Pick<OwnColumn, 'id' | 'name' | 'printed'>[],
  ours: readonly OwnColumn[],
): OwnColumnAdopter {
  const byName = new Map(
    ours.flatMap(({ id, name, aliases }) => [...aliases, name].map((one) => [foldColumnName(one), id] as const)),
  );
  const byId = new Map(theirs.map((one) => [one.id, one]));
  const taken = new Set(ours.map(({ id }) => id));
  const fresh = new Map<string, OwnColumn>();
  const known = new Map<string, string>();
  const find = (id: string): string => {
    const { name = id, printed = true } = byId.get(id) ?? {};
    const same = byName.get(foldColumnName(name));
    if (same !== undefined) return same;
    const own = newOwnId(taken.has(id) ? name : id, taken);
    taken.add(own);
    fresh.set(own, { id: own, name, aliases: [], printed });
    return own;
  };
  const idOf = (id: string): string => {
    const found = known.get(id) ?? find(id);
    known.set(id, found);
    return found;
  };
  return {
    adopt(project) {
      if (project.own === undefined) return project;
      const { own, ...rest } = project;
      return Object.entries(own).reduce<Project>((so, [id, value]) => withOwn(so, idOf(id), value), rest);
    },
    fresh: () => [...fresh.values()],
  };
}
