// What a new workbook starts with: reference data for a region, and the plan's own head line.
import type { PlanInfo, ReferenceData, Region } from '#shared/domain/reference.ts';
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
    title: `${fullName}巩固拓展脱贫攻坚成果同乡村振兴有效衔接${periodName(firstYear, lastYear)}规划项目表`,
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

const FIVE_YEAR_PLANS: Readonly<Record<string, string>> = {
  '2016-2020': '“十三五”',
  '2021-2025': '“十四五”',
  '2026-2030': '“十五五”',
};

/** “十四五” for 2021-2025; the bare years for a period that is no five-year plan. */
function periodName(firstYear: number, lastYear: number): string {
  const key = `${firstYear}-${lastYear}`;
  return FIVE_YEAR_PLANS[key] ?? (firstYear === lastYear ? `${firstYear}年` : `${firstYear}—${lastYear}年`);
}
