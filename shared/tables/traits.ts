// What a table needs to know of one project: where it belongs in each dimension, and its money split by year and source
// so that every margin comes out as declared. Remembered per project, so an edit costs one project.
import { type Fen, ZERO } from '../domain/money.ts';
import type { PlanData } from '../domain/plan-data.ts';
import { type Amounts, type Project, splitCellKey, startYear } from '../domain/project.ts';
import { type PlanInfo, planYears, type ReferenceData, topSourceOf, topSources } from '../domain/reference.ts';
import { matrixOf } from '../domain/rollup.ts';
import type { DimensionId } from './design.ts';
import { lineageReader } from './lineage.ts';
import { makePlacer, UNASSIGNED } from './plan-sums.ts';

/** Money of a project in one year and from one source; UNASSIGNED where it is not broken down. */
export interface Fact {
  year: string;
  source: string;
  fen: number;
}

type ProjectDimension = Exclude<DimensionId, 'year' | 'source'>;

export interface Traits {
  keys: Readonly<Record<ProjectDimension, string>>;
  /** Its category and all headings above it. */
  lineage: readonly string[];
  startYear: string;
  /** Its money where a table looks at both, at years only, or at sources only: what cancels out there is not a part. */
  facts: readonly Fact[];
  yearFacts: readonly Fact[];
  sourceFacts: readonly Fact[];
  /** Sources that pay for it; UNASSIGNED alone where none is known. */
  sources: readonly string[];
  total: number;
}

export type TraitReader = (project: Project) => Traits;

/** Separates town and village in a village's key. */
export const PLACE_SEPARATOR = '/';

const readers = new WeakMap<ReferenceData, WeakMap<PlanInfo, TraitReader>>();

/** The reader of a plan's projects; the same one as long as reference data and head of the plan stay the same. */
export function traitReader({ reference, plan }: Pick<PlanData, 'reference' | 'plan'>): TraitReader {
  const byPlan = readers.get(reference) ?? new WeakMap<PlanInfo, TraitReader>();
  readers.set(reference, byPlan);
  const found = byPlan.get(plan);
  if (found) return found;
  const made = makeReader(reference, plan);
  byPlan.set(plan, made);
  return made;
}

function makeReader(reference: ReferenceData, plan: PlanInfo): TraitReader {
  const placeOf = makePlacer({ reference, plan });
  const split = makeSplitter(reference, plan);
  const lineageOf = lineageReader(reference);
  const years = new Set(planYears(plan).map(String));
  const known = new WeakMap<Project, Traits>();
  const read = (project: Project): Traits => {
    const place = placeOf(project);
    const lineage = lineageOf(place.category);
    const start = String(startYear(project) ?? UNASSIGNED);
    const facts = split(project.amounts);
    const sourceFacts = addUp(facts, 'source');
    const village = named(project.village);
    return {
      keys: {
        class: place.top,
        category: lineage.at(-2) ?? place.category,
        county: place.region,
        town: place.town,
        village: village === UNASSIGNED ? UNASSIGNED : `${place.town}${PLACE_SEPARATOR}${village}`,
        unit: named(project.unit),
        department: named(project.department),
        implementer: named(project.implementer),
        nature: named(project.nature),
        nationalType: named(project.nationalType),
      },
      lineage,
      startYear: years.has(start) ? start : UNASSIGNED,
      facts,
      yearFacts: addUp(facts, 'year'),
      sourceFacts,
      sources: sourceFacts.length > 0 ? sourceFacts.map(({ source }) => source) : [UNASSIGNED],
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

function named(text: string | null): string {
  return text?.trim() || UNASSIGNED;
}

/**
 * The facts with one of their sides not looked at any more: those of the same year, or of the same source, added up,
 * and those that come to nothing left out. The same list where there is nothing to add up.
 */
function addUp(facts: readonly Fact[], side: 'year' | 'source'): readonly Fact[] {
  const isPlain = facts.every(
    (fact, at) => fact.fen !== 0 && facts.findIndex((other) => other[side] === fact[side]) === at,
  );
  if (isPlain) return facts;
  const sums = new Map<string, Fact>();
  for (const fact of facts) {
    const known = sums.get(fact[side]);
    if (known) known.fen += fact.fen;
    else sums.set(fact[side], { ...fact });
  }
  return [...sums.values()].filter(({ fen }) => fen !== 0);
}

/**
 * Splits declared figures so that the facts of a year add up to its declared sum, those of a source to its, and all of
 * them to 总投资: what the cells of the matrix do not explain goes to UNASSIGNED, with either sign.
 */
function makeSplitter(reference: ReferenceData, plan: PlanInfo): (amounts: Amounts) => Fact[] {
  const years = new Set(planYears(plan).map(String));
  const tops = new Set(topSources(reference).map(({ id }) => id));
  const topOf = new Map(reference.fundSources.map(({ id }) => [id, topSourceOf(reference, id)?.id ?? UNASSIGNED]));
  return (amounts) => {
    const facts: Fact[] = [];
    const ofYear = new Map<string, number>();
    const ofSource = new Map<string, number>();
    let rest: number = amounts.total ?? ZERO;
    for (const [year, fen] of Object.entries(amounts.byYear)) {
      if (!years.has(year)) continue;
      ofYear.set(year, fen);
      rest -= fen;
    }
    for (const [source, fen] of Object.entries(amounts.bySource)) {
      const top = topOf.get(source) ?? UNASSIGNED;
      if (!tops.has(top)) continue;
      ofSource.set(top, (ofSource.get(top) ?? 0) + fen);
      rest -= fen;
    }
    for (const [key, fen] of Object.entries(matrixOf(amounts)) as [string, Fen][]) {
      const cell = splitCellKey(key);
      const source = topOf.get(cell.source) ?? UNASSIGNED;
      if (fen === 0 || !years.has(cell.year) || !tops.has(source)) continue;
      facts.push({ year: cell.year, source, fen });
      ofYear.set(cell.year, (ofYear.get(cell.year) ?? 0) - fen);
      ofSource.set(source, (ofSource.get(source) ?? 0) - fen);
      rest += fen;
    }
    for (const [year, fen] of ofYear) if (fen !== 0) facts.push({ year, source: UNASSIGNED, fen });
    for (const [source, fen] of ofSource) if (fen !== 0) facts.push({ year: UNASSIGNED, source, fen });
    if (rest !== 0) facts.push({ year: UNASSIGNED, source: UNASSIGNED, fen: rest });
    return facts;
  };
}
