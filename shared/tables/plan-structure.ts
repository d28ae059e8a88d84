// What the sums of tables depend on besides the projects: how classes, mappings and sources hang together, the places, the
// years and the scheme. A class or a fund that is only called otherwise leaves all sums as they are, so whatever is
// remembered of sums is remembered under this.
import type { PlanInfo, ReferenceData } from '../domain/reference.ts';

type Data = { reference: ReferenceData; plan: PlanInfo };
/** An object for WeakMaps; the same one for plans of the same structure. */
export type PlanStructure = { readonly text: string };

/** Structures of a workbook that are remembered: a change and what it undoes. */
const MOST_KEPT = 2;

const known = new WeakMap<ReferenceData, WeakMap<PlanInfo, PlanStructure>>();
/** Place names are what rows are made of; the list of places is a new one where any of them changed. */
const byPlaces = new WeakMap<ReferenceData['regions'], PlanStructure[]>();

export function planStructure({ reference, plan }: Data): PlanStructure {
  const byPlan = known.get(reference) ?? new WeakMap<PlanInfo, PlanStructure>();
  known.set(reference, byPlan);
  const found = byPlan.get(plan);
  if (found) return found;
  const text = structureText(reference, plan);
  const list = byPlaces.get(reference.regions) ?? [];
  const structure = list.find((one) => one.text === text) ?? { text };
  byPlaces.set(reference.regions, [structure, ...list.filter((one) => one !== structure)].slice(0, MOST_KEPT));
  byPlan.set(plan, structure);
  return structure;
}

function structureText({ categories, mappings, fundSources, agencies }: ReferenceData, plan: PlanInfo): string {
  return JSON.stringify([
    [plan.regionCode, plan.firstYear, plan.lastYear, plan.scheme],
    categories.map(({ id, parent, scheme }) => [id, parent, scheme]),
    mappings.map(({ from, to }) => [from, to]),
    fundSources.map(({ id, parent }) => [id, parent]),
    // Rows of units are called by their names.
    agencies,
  ]);
}
