// What a table needs to know of one project: where it belongs in each dimension, and its money split by year and source.
// Remembered per project, so an edit costs one project.

import { agencyReader } from '../domain/agencies.ts';
import { BEFORE, outsideFen } from '../domain/outside-years.ts';
import { type Project, startYear } from '../domain/project.ts';
import { type PlanInfo, planYears, type ReferenceData } from '../domain/reference.ts';
import type { PlanData } from '../records/plan-data.ts';
import type { DimensionId } from '../records/table-design.ts';
import { lineageReader } from './lineage.ts';
import { type PlanStructure, planStructure } from './plan-structure.ts';
import { makePlacer, UNASSIGNED } from './plan-sums.ts';
import { isWhole, makeSplitter, OVER, type Split } from './split-amounts.ts';

type ProjectDimension = Exclude<DimensionId, 'year' | 'source'>;

export interface Traits {
  keys: Readonly<Record<ProjectDimension, string>>;
  /** Its category and all headings above it. */
  lineage: readonly string[];
  startYear: string;
  /** Its money by year and source. */
  money: Split;
  /** All of it has a year and a source, and nothing contradicts. */
  isWhole: boolean;
  /** Sources that pay for it; UNASSIGNED alone where none is known. */
  sources: readonly string[];
  total: number;
}

export type TraitReader = (project: Project) => Traits;

/** Separates town and village in a village's key. */
export const PLACE_SEPARATOR = '/';

const readers = new WeakMap<PlanStructure, TraitReader>();

/** The reader of a plan's projects; the same one as long as the structure of the plan stays the same. */
export function traitReader({ reference, plan }: Pick<PlanData, 'reference' | 'plan'>): TraitReader {
  const structure = planStructure({ reference, plan });
  const found = readers.get(structure);
  if (found) return found;
  const made = makeReader(reference, plan);
  readers.set(structure, made);
  return made;
}

function makeReader(reference: ReferenceData, plan: PlanInfo): TraitReader {
  const placeOf = makePlacer({ reference, plan });
  const split = makeSplitter(reference, plan);
  const lineageOf = lineageReader(reference);
  const { canonical } = agencyReader({ reference, plan });
  const agency = (text: string | null): string | null => (text === null ? null : canonical(text));
  const years = new Set(planYears(plan).map(String));
  const known = new WeakMap<Project, Traits>();
  const read = (project: Project): Traits => {
    const place = placeOf(project);
    const lineage = lineageOf(place.category);
    const start = String(startYear(project) ?? UNASSIGNED);
    const money = split(project.amounts);
    const sources = money.sources.flatMap(({ source }) => (source === OVER ? [] : [source]));
    const village = named(project.village);
    return {
      keys: {
        class: place.top,
        category: lineage.at(-2) ?? place.category,
        county: place.region,
        town: place.town,
        village: village === UNASSIGNED ? UNASSIGNED : `${place.town}${PLACE_SEPARATOR}${village}`,
        unit: named(agency(project.unit)),
        department: named(agency(project.department)),
        implementer: named(agency(project.implementer)),
        nature: named(project.nature),
        nationalType: named(project.nationalType),
      },
      lineage,
      startYear: years.has(start) ? start : (outsideStart(project, plan) ?? UNASSIGNED),
      money,
      isWhole: isWhole(money),
      sources: sources.length > 0 ? sources : [UNASSIGNED],
      total: project.amounts.total ?? 0,
    };
  };
  return (project) => {
    let traits = known.get(project);
    if (!traits) {
      traits = read(project);
      known.set(project, traits);
    }
    return traits;
  };
}

/** A project that began before the period counts there where it has money there. */
function outsideStart(project: Project, { firstYear }: PlanInfo): string | undefined {
  const start = startYear(project);
  return start !== null && start < firstYear && outsideFen(project, BEFORE) !== 0 ? BEFORE : undefined;
}

function named(text: string | null): string {
  return text?.trim() || UNASSIGNED;
}
