// The class schemes that come with the program, each as what a workbook takes in of it (SPECS J3).
import type { CategoryScheme, ReferenceData } from '#shared/domain/reference.ts';
import { CATEGORIES, MAPPINGS, SCHEMES } from './categories.ts';
import { NATIONAL_CATEGORIES, NATIONAL_MAPPINGS, NATIONAL_SCHEME_ENTRY } from './national-scheme.ts';

type SchemeParts = Pick<ReferenceData, 'schemes' | 'categories' | 'mappings'>;

/** All of them in the order in which they are offered. */
export const BUILT_IN_SCHEMES: SchemeParts['schemes'] = [...SCHEMES, NATIONAL_SCHEME_ENTRY];

/** A scheme with its classes, and all mappings from and to it; null for an unknown id. */
export function builtInScheme(id: string): SchemeParts | null {
  const scheme = BUILT_IN_SCHEMES.find((one) => one.id === id);
  if (!scheme) return null;
  const categories = [...CATEGORIES, ...NATIONAL_CATEGORIES].filter((one) => one.scheme === id);
  const own = new Set(categories.map((one) => one.id));
  const mappings = [...MAPPINGS, ...NATIONAL_MAPPINGS].filter(({ from, to }) => own.has(from) || own.has(to));
  return { schemes: [scheme], categories, mappings };
}

/** What a planner needs to know to choose a scheme. */
export function describeScheme({ id, name }: CategoryScheme) {
  const categories = builtInScheme(id)?.categories ?? [];
  const tops = categories.filter(({ parent }) => parent === null).map((one) => one.name);
  return { id, name, tops, classes: categories.length };
}

/** Reference data with a built-in scheme besides those it has; mappings only where both sides are there. */
export function withScheme(reference: ReferenceData, id: string): ReferenceData {
  const found = builtInScheme(id);
  if (!found || reference.schemes.some((one) => one.id === id)) return reference;
  const categories = [...reference.categories, ...found.categories];
  const known = new Set(categories.map((one) => one.id));
  const mappings = [
    ...reference.mappings,
    ...found.mappings.filter(({ from, to }) => known.has(from) && known.has(to)),
  ];
  return { ...reference, schemes: [...reference.schemes, ...found.schemes], categories, mappings };
}
