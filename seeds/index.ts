// What a new workbook starts with: reference data for a region, and the plan's own head line.
import type { Agency } from '#shared/domain/agencies.ts';
import {
  type Indicator,
  isUpperPlan,
  type PlanInfo,
  periodName,
  type ReferenceData,
  type Region,
} from '#shared/domain/reference.ts';
import { USUAL_AGENCIES } from './agencies.ts';
import { CATEGORIES, CITY_SCHEME, COUNTY_SCHEME, MAPPINGS, SCHEMES } from './categories.ts';
import { FUND_SOURCES } from './fund-sources.ts';
import { INDICATORS } from './indicators.ts';
import { sampleRegions, YUXI_CODE } from './regions.ts';

/**
 * Reference data of a new workbook with these places: those of the 地名库, or, where none are given, those of the sample
 * for 红塔区 or 玉溪市.
 */
export function referenceFor(
  regionCode: string,
  regions: readonly Region[] = sampleRegions(regionCode),
): ReferenceData {
  return {
    regions,
    schemes: SCHEMES,
    categories: CATEGORIES,
    mappings: MAPPINGS,
    fundSources: FUND_SOURCES,
    indicators: [],
    agencies: [],
    ownColumns: [],
  };
}

/** The indicators that a new workbook has: those of the city's plan in its own; a county writes or takes over its own. */
export function indicatorsFor({
  regionCode,
  firstYear,
  lastYear,
}: Pick<PlanInfo, 'regionCode' | 'firstYear' | 'lastYear'>): readonly Indicator[] {
  return regionCode === YUXI_CODE && firstYear === 2021 && lastYear === 2025 ? INDICATORS : [];
}

/** The units that a new plan begins with: none for years in which each county changed its offices at its own time. */
export function agenciesFor({ lastYear }: Pick<PlanInfo, 'lastYear'>): readonly Agency[] {
  return lastYear <= TRANSITION_ENDS ? [] : USUAL_AGENCIES;
}

/** The built-in class scheme that a new plan begins with: that of counties, or that of an office above them. */
export function usualScheme(isUpper: boolean): string {
  return isUpper ? CITY_SCHEME : COUNTY_SCHEME;
}

/** Head of a new plan: name, years, scheme and the title over the annex. Throws RangeError for an unknown region. */
export function planDefaults(
  regionCode: string,
  firstYear: number,
  lastYear: number,
  regions: readonly Region[] = sampleRegions(regionCode),
): PlanInfo {
  const region = regions.find(({ code }) => code === regionCode);
  if (!region) throw new RangeError(`no such region: ${regionCode}`);
  const isUpper = isUpperPlan({ plan: { regionCode }, reference: { regions } });
  return {
    regionCode,
    regionName: region.name,
    firstYear,
    lastYear,
    scheme: usualScheme(isUpper),
    ...planNames(titlePlace(region, regions), firstYear, lastYear),
    midYear: Math.min(firstYear + 2, lastYear),
    fundYear: isOfCampaign(firstYear, lastYear) && lastYear > CAMPAIGN_ENDS ? CAMPAIGN_ENDS : null,
  };
}

/**
 * A place in a title: with the office above it in front (玉溪市红塔区), but for a province (湖北省仙桃市 is 仙桃市) and for a
 * city, also one that ranks as a county (大冶市, not 黄石市大冶市).
 */
function titlePlace(region: Region, regions: readonly Region[]): string {
  const above = regions.find(({ code }) => code === region.parent);
  const isCountyCity = region.level === 'county' && region.name.endsWith('市');
  const isNamed = above !== undefined && region.level !== 'city' && !isCountyCity && !/(?:省|自治区)$/.test(above.name);
  return isNamed ? above.name + region.name : region.name;
}

/** The transition after 2020 ended with 2025; since then it is 常态化帮扶 (SPECS J1). */
const TRANSITION_ENDS = 2025;

/** Before it, 脱贫攻坚 was to be done by 2020. */
const CAMPAIGN_ENDS = 2020;

/** A plan most of whose years lie in the campaign is one of it (2018—2022), and has its money by the name of then. */
function isOfCampaign(firstYear: number, lastYear: number): boolean {
  return firstYear + Math.floor((lastYear - firstYear) / 2) <= CAMPAIGN_ENDS;
}

function planNames(place: string, firstYear: number, lastYear: number): Pick<PlanInfo, 'name' | 'shortName' | 'title'> {
  const [name, shortName] = isOfCampaign(firstYear, lastYear)
    ? ['脱贫攻坚', '脱贫攻坚']
    : lastYear <= TRANSITION_ENDS
      ? ['巩固拓展脱贫攻坚成果同乡村振兴有效衔接', '巩固拓展脱贫攻坚成果和乡村振兴']
      : ['常态化帮扶', '常态化帮扶'];
  return {
    name,
    shortName,
    title: `${place}${name}${periodName({ firstYear, lastYear })}规划项目表`,
  };
}
