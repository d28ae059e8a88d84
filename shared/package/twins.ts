// Projects of a package that are here under another id, because both offices read them from one sheet: by code, else by
// name and place, and only where that is certain on both sides.
import type { Project } from '../domain/project.ts';
import { placeReader } from '../places/place-key.ts';
import type { PlanData } from '../records/plan-data.ts';
import { bareText } from '../values/fold-text.ts';

/** Our id for each of theirs that has a twin. `mine`: those that may be one. */
export function findTwins(
  theirs: readonly Project[],
  mine: readonly Project[],
  { reference }: Pick<PlanData, 'reference'>,
): Record<string, string> {
  const known = new Set(mine.map(({ id }) => id));
  const sent = new Set(theirs.map(({ id }) => id));
  let fresh = theirs.filter(({ id }) => !known.has(id));
  let open = mine.filter(({ id }) => !sent.has(id));
  if (fresh.length === 0 || open.length === 0) return {};
  const reader = placeReader(reference.regions);
  const keys: ((project: Project) => string | null)[] = [
    ({ code, regionCode }) => (code ? `${regionCode}|${code}` : null),
    ({ name, regionCode, town, village, startAt }) => {
      const { joined } = reader.keyOf(town, village);
      return name === '' ? null : [regionCode, bareText(name), joined, startAt?.slice(0, 4) ?? ''].join('|');
    },
  ];
  const twins: Record<string, string> = {};
  for (const keyOf of keys) {
    const ours = Map.groupBy(open, keyOf);
    const others = Map.groupBy(fresh, keyOf);
    for (const [key, list] of others) {
      const same = key === null ? undefined : ours.get(key);
      const [one, other] = [list[0], same?.[0]];
      if (one && other && list.length === 1 && same?.length === 1) twins[one.id] = other.id;
    }
    const used = new Set(Object.values(twins));
    fresh = fresh.filter(({ id }) => !Object.hasOwn(twins, id));
    open = open.filter(({ id }) => !used.has(id));
  }
  return twins;
}
