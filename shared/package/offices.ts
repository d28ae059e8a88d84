// Which offices a plan knows, which of them works in it, and which projects are an office's own (SPECS H2).
import { agencyReader, foldAgency } from '../domain/agencies.ts';
import { type Office, officeName } from '../domain/office.ts';
import type { Project } from '../domain/project.ts';
import { homeRegion, officesBeneath, type Region } from '../domain/reference.ts';
import { placeReader } from '../places/place-key.ts';
import type { PlanData } from '../records/plan-data.ts';
import { compactText } from '../values/fold-text.ts';

type Plan = Pick<PlanData, 'plan' | 'reference'>;

const LEVELS = { province: '省', city: '市', county: '县', town: '乡镇', village: '村' } as const;

function officeOfRegion(region: Region, byCode: ReadonlyMap<string, Region>): Office {
  const up = region.parent === null ? undefined : byCode.get(region.parent);
  const office = { level: LEVELS[region.level], name: region.name, regionCode: region.code, town: '', village: '' };
  if (region.level === 'town') return { ...office, regionCode: region.parent ?? region.code, town: region.name };
  if (region.level !== 'village') return office;
  return { ...office, regionCode: up?.parent ?? region.code, town: up?.name ?? '', village: region.name };
}

/** The office of the plan's own region: who works in a workbook of which nothing else was said. */
export function usualOffice({ plan, reference }: Plan): Office {
  const byCode = new Map(reference.regions.map((region) => [region.code, region]));
  const own = byCode.get(plan.regionCode);
  if (own) return officeOfRegion(own, byCode);
  return { level: '县', name: plan.regionName, regionCode: plan.regionCode, town: '', village: '' };
}

/** The offices one step beneath one: counties of a city, towns of a county, villages of a town. */
export function officesUnder({ plan, reference }: Plan, office: Office): Office[] {
  const byCode = new Map(reference.regions.map((region) => [region.code, region]));
  const make = (region: Region): Office => officeOfRegion(region, byCode);
  if (office.level === '省' || office.level === '市')
    return officesBeneath({ plan: { ...plan, regionCode: office.regionCode }, reference }).map(make);
  if (office.level === '县')
    return reference.regions.filter(({ level, parent }) => level === 'town' && parent === office.regionCode).map(make);
  if (office.level !== '乡镇') return [];
  return reference.regions
    .filter(({ level }) => level === 'village')
    .map(make)
    .filter(({ regionCode, town }) => regionCode === office.regionCode && town === office.town);
}

export type FoundOffice = { office: Office } | { known: string[] };

/**
 * The office that a name means: a place of the plan (大营街街道, 大营街甸苴村), else a unit of its list or of a project. Where none or
 * several are meant, the offices that may be.
 */
export function findOffice(data: Plan & Pick<PlanData, 'projects'>, name: string): FoundOffice {
  const { reference } = data;
  const wanted = compactText(name);
  const byCode = new Map(reference.regions.map((region) => [region.code, region]));
  const named = reference.regions.filter((region) => {
    const town = region.level === 'village' ? byCode.get(region.parent ?? '') : undefined;
    const fronts = town ? ['', town.name, ...town.aliases, `${town.name}/`] : [''];
    const names = [region.name, ...region.aliases, region.code];
    return names.some((one) => fronts.some((front) => `${front}${one}` === wanted));
  });
  // 大营街 is the town and its village: the full name wins, then the higher place.
  const full = named.filter((region) => region.name === wanted);
  const among = full.length > 0 ? full : named;
  const rank = (region: Region): number => Object.keys(LEVELS).indexOf(region.level);
  const highest = Math.min(...among.map(rank));
  const best = among.filter((region) => rank(region) === highest);
  if (best.length === 1 && best[0]) return { office: officeOfRegion(best[0], byCode) };
  if (best.length > 1) return { known: best.map((region) => officeName(officeOfRegion(region, byCode))) };
  const unit = unitNamed(data, wanted);
  if (unit !== undefined)
    return { office: { level: '部门', name: unit, regionCode: homeRegion(data), town: '', village: '' } };
  const own = usualOffice(data);
  return { known: [own, ...officesUnder(data, own)].map(officeName).concat(reference.agencies.map((one) => one.name)) };
}

/** A unit of the plan's list, or one that projects name. */
function unitNamed(data: Plan & Pick<PlanData, 'projects'>, wanted: string): string | undefined {
  const agency = data.reference.agencies.find((one) =>
    [one.name, ...one.aliases].some((known) => foldAgency(known) === foldAgency(wanted)),
  );
  if (agency) return agency.name;
  const reader = agencyReader(data);
  const cells = new Set(data.projects.flatMap(({ unit, department, implementer }) => [unit, department, implementer]));
  for (const cell of cells)
    for (const { text } of cell === null ? [] : reader.read(cell).units)
      if (foldAgency(text) === foldAgency(wanted)) return text;
  return undefined;
}

/** Whether a region stands under another, or is it. */
export function isUnderRegion(reference: Plan['reference'], code: string, upper: string): boolean {
  const byCode = new Map(reference.regions.map((region) => [region.code, region]));
  for (let at: string | null = code; at !== null; at = byCode.get(at)?.parent ?? null) if (at === upper) return true;
  return false;
}

export type Placed = Pick<Project, 'regionCode' | 'town' | 'village' | 'unit' | 'department' | 'implementer'>;

/** Which projects are those of an office. */
export function makeScope(data: Plan, office: Office): (project: Placed) => boolean {
  const { reference } = data;
  if (office.level === '省' || office.level === '市' || office.level === '县') {
    const under = new Map<string, boolean>();
    return ({ regionCode }) => {
      const known = under.get(regionCode);
      if (known !== undefined) return known;
      const isUnder = isUnderRegion(reference, regionCode, office.regionCode);
      under.set(regionCode, isUnder);
      return isUnder;
    };
  }
  if (office.level === '部门') {
    const reader = agencyReader(data);
    const isOwn = (cell: string | null): boolean =>
      cell !== null &&
      reader.read(cell).units.some(({ agency, text }) => foldAgency(agency?.name ?? text) === foldAgency(office.name));
    return ({ regionCode, unit, department, implementer }) =>
      regionCode === office.regionCode && [unit, department, implementer].some(isOwn);
  }
  const reader = placeReader(reference.regions);
  const own = reader.keyOf(office.town, office.village);
  return ({ regionCode, town, village }) => {
    if (regionCode !== office.regionCode) return false;
    const key = reader.keyOf(town, village);
    return key.town === own.town && (office.level === '乡镇' || key.village === own.village);
  };
}
