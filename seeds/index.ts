// What a new workbook starts with: reference data for a region, and the plan's own head line.
import { type PlanInfo, periodName, type ReferenceData, type Region } from '#shared/domain/reference.ts';
import { CATEGORIES, CITY_SCHEME, COUNTY_SCHEME, MAPPINGS, SCHEMES } from './categories.ts';
import { FUND_SOURCES } from './fund-sources.ts';
import { INDICATORS } from './indicators.ts';
import { REGIONS } from './regions.ts';

/** Regions for which a workbook can be made: the city and its counties, in printed order. */
export const PLAN_REGIONS: readonly Region[] = REGIONS.filter(
  (region) => region.level === 'city' || region.level === 'county',
);

/** The region of a code one can choose for a new workbook; undefined for any other code. */
export function planRegion(code: string): Region | undefined {
  return PLAN_REGIONS.find((region) => region.code === code);
}

/**
 * Reference data of a new workbook. A county gets its own places, a city those of all its counties; the city and
 * all counties stay in both, so that a hand-up names them alike. Throws RangeError for an unknown region.
 */
export function referenceFor(regionCode: string): ReferenceData {
  const region = requireRegion(regionCode);
  const regions = REGIONS.filter(
    (candidate) =>
      candidate.level === 'city' ||
      candidate.level === 'county' ||
      region.level === 'city' ||
      candidate.code.startsWith(`${regionCode}/`),
  );
  return {
    regions,
    schemes: SCHEMES,
    categories: CATEGORIES,
    mappings: MAPPINGS,
    fundSources: FUND_SOURCES,
    indicators: INDICATORS,
  };
}

/** Head of a new plan: name, years, scheme and the title over the annex. Throws RangeError for an unknown region. */
export function planDefaults(regionCode: string, firstYear: number, lastYear: number): PlanInfo {
  const region = requireRegion(regionCode);
  const fullName = region.level === 'city' ? region.name : `${cityName(region)}${region.name}`;
  return {
    regionCode,
    regionName: region.name,
    firstYear,
    lastYear,
    scheme: region.level === 'city' ? CITY_SCHEME : COUNTY_SCHEME,
    ...planNames(fullName, firstYear, lastYear),
    midYear: Math.min(firstYear + 2, lastYear),
    fundYear: null,
  };
}

/** The transition after 2020 ended with 2025; since then it is 常态化帮扶 (SPECS J1). */
const TRANSITION_ENDS = 2025;

function planNames(place: string, firstYear: number, lastYear: number): Pick<PlanInfo, 'name' | 'shortName' | 'title'> {
  const isTransition = lastYear <= TRANSITION_ENDS;
  const name = isTransition ? '巩固拓展脱贫攻坚成果同乡村振兴有效衔接' : '常态化帮扶';
  return {
    name,
    shortName: isTransition ? '巩固拓展脱贫攻坚成果和乡村振兴' : name,
    title: `${place}${name}${periodName({ firstYear, lastYear })}规划项目表`,
  };
}

function requireRegion(code: string): Region {
  const region = planRegion(code);
  if (!region) throw new RangeError(`no such region: ${code}`);
  return region;
}

function cityName(region: Region): string {
  return REGIONS.find((candidate) => candidate.code === region.parent)?.name ?? '';
}
