// Which class a project counts under when a table uses another scheme than the project does (handbook 1.4, 3.3),
// and under which place: the same names in different spellings are one row.
import type { Category, ReferenceData, Region } from '#shared/domain/reference.ts';

/** A category of the wanted scheme for any category id; null where there is none. */
export type CategoryResolver = (id: string | null) => Category | null;

/**
 * Makes the resolver of a scheme: a category of the scheme stands for itself, one of another scheme for what it is
 * mapped to, or what the nearest heading above it is mapped to.
 */
export function makeCategoryResolver(
  reference: Pick<ReferenceData, 'categories' | 'mappings'>,
  scheme: string,
): CategoryResolver {
  const byId = new Map(reference.categories.map((category) => [category.id, category]));
  const targets = new Map<string, Category>();
  for (const { from, to } of reference.mappings) {
    const target = byId.get(to);
    if (target?.scheme === scheme) targets.set(from, target);
  }
  const resolved = new Map<string, Category | null>();
  const resolve = (id: string): Category | null => {
    const category = byId.get(id);
    if (!category || category.scheme === scheme) return category ?? null;
    return targets.get(id) ?? (category.parent === null ? null : resolve(category.parent));
  };
  return (id) => {
    if (id === null) return null;
    let found = resolved.get(id);
    if (found === undefined) {
      found = resolve(id);
      resolved.set(id, found);
    }
    return found;
  };
}

/** The heading at the top above a category of the same scheme. */
export function topCategoryOf(reference: Pick<ReferenceData, 'categories'>, category: Category): Category {
  let top = category;
  while (top.parent !== null) {
    const parent = reference.categories.find((candidate) => candidate.id === top.parent);
    if (!parent) break;
    top = parent;
  }
  return top;
}

/** Makes a function that gives the town's full name for any spelling of it; unknown names stay as written. */
export function makeTownResolver(reference: Pick<ReferenceData, 'regions'>): (county: string, town: string) => string {
  const names = new Map<string, string>();
  for (const region of reference.regions) {
    if (region.level !== 'town' || region.parent === null) continue;
    for (const name of [region.name, ...region.aliases]) names.set(`${region.parent}|${name}`, region.name);
  }
  return (county, town) => names.get(`${county}|${town.trim()}`) ?? town.trim();
}

/** 峨山县 for 峨山彝族自治县, as 表2 and 表3 print it; other names as they are. */
export function shortRegionName(region: Pick<Region, 'name' | 'aliases'>): string {
  if (!region.name.endsWith('自治县')) return region.name;
  return region.aliases.find((alias) => alias.endsWith('县')) ?? region.name;
}
