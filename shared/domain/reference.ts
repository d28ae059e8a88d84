// Reference data of a workbook (基础数据): regions, category schemes, fund sources, indicators.
// Loaded from seeds/ when a workbook is made and editable in it afterwards.
import type { Agency } from './agencies.ts';
import type { OwnColumn } from './own-columns.ts';

export const REGION_LEVELS = ['province', 'city', 'county', 'town', 'village'] as const;
/** 省, 市（州、盟）, 县（市、区、旗）, 乡镇（街道）, 村（社区）. */
export type RegionLevel = (typeof REGION_LEVELS)[number];

/** 行政区划: by national code, of 6 digits down to counties, 9 for a town, 12 for a village; `county/town/village` where none
 * is at hand (the sample, workbooks of older programs, places added by hand). */
export interface Region {
  code: string;
  parent: string | null;
  name: string;
  /** Shorter names under which sheets send it: 峨山县, 大营街. */
  aliases: readonly string[];
  level: RegionLevel;
}

/** One node of a category scheme (规划类别). `ordinal` is printed as it is: '一', '（一）' or ''. */
export interface Category {
  id: string;
  scheme: string;
  parent: string | null;
  ordinal: string;
  name: string;
  /** Other names seen in documents: headings and text use them for the same class. */
  aliases: readonly string[];
  /** The last year of which projects stand in it; null: it goes on. */
  lastYear: number | null;
}

export interface CategoryScheme {
  id: string;
  name: string;
}

/** A class of one scheme counts as a class of another (county 重点村建设 -> city 重点村建设工程). */
export interface CategoryMapping {
  from: string;
  to: string;
}

/** A name that a fund has for some years: 财政衔接资金 of 2021–2025, 常态化帮扶资金 since 2026. null: no end. */
export interface FundName {
  from: number | null;
  to: number | null;
  name: string;
}

/**
 * 资金来源: five top-level sources; children (中央衔接资金 under 财政衔接资金) roll up into their parent. In the frame of
 * a plan `name` is the one that is printed, and all others that it ever had stand under `aliases` (SPECS J2); what is
 * stored has its undated name there.
 */
export interface FundSource {
  id: string;
  parent: string | null;
  name: string;
  aliases: readonly string[];
  /** Names by year; [] where it always had one. */
  names: readonly FundName[];
  /** Whether lists have a column of it; only asked of the top-level ones. */
  shown: SourceShown;
}

export const SOURCE_SHOWN = ['always', 'filled', 'hidden'] as const;
/** 总是；有数时；不显示, but for amounts other than 0, which are never hidden. */
export type SourceShown = (typeof SOURCE_SHOWN)[number];

/** The fund of the central budget, whatever its name is in a year; policy rules speak of it and of its finer ones. */
export const FISCAL_FUND = 'fiscal';

/** 指标 of 表1; values are texts because the print holds `≥10`, `应兜尽兜`, `80(省70%)`. */
export interface Indicator {
  number: number;
  group: string;
  name: string;
  unit: string | null;
  baseYear: string | null;
  baseValue: string | null;
  targetYear: string;
  targetValue: string | null;
  attribute: '约束性' | '预期性';
}

export interface ReferenceData {
  regions: readonly Region[];
  schemes: readonly CategoryScheme[];
  categories: readonly Category[];
  mappings: readonly CategoryMapping[];
  fundSources: readonly FundSource[];
  indicators: readonly Indicator[];
  /** 责任单位 that the plan keeps with their years and successors. */
  agencies: readonly Agency[];
  /** 自定义栏目 in their order. */
  ownColumns: readonly OwnColumn[];
}

/** The kinds of facts that make the plan's frame (规划设置), as the log and its events name them. */
export const FRAME_KINDS = [
  'plan',
  'region',
  'scheme',
  'category',
  'mapping',
  'fundSource',
  'agency',
  'ownColumn',
  'indicator',
] as const;

/** What plan the workbook holds (规划设置, SPECS J1). */
export interface PlanInfo {
  regionCode: string;
  regionName: string;
  /** First and last year of the plan, e.g. 2021 and 2025. */
  firstYear: number;
  lastYear: number;
  /** The category scheme its projects use. */
  scheme: string;
  /** Title over the annex. */
  title: string;
  /** What the plan is about, in its title: 巩固拓展脱贫攻坚成果同乡村振兴有效衔接. */
  name: string;
  /** The same in front of 项目 in notices: 巩固拓展脱贫攻坚成果和乡村振兴. */
  shortName: string;
  /** Year of the mid-term evaluation. */
  midYear: number;
  /** Funds are printed by the names of this year; null: of the plan's last. */
  fundYear: number | null;
}

/** The year before the plan, in which base values are taken. */
export function baseYear({ firstYear }: Pick<PlanInfo, 'firstYear'>): number {
  return firstYear - 1;
}

const FIVE_YEAR_PLANS: Readonly<Record<string, string>> = {
  '2016-2020': '“十三五”',
  '2021-2025': '“十四五”',
  '2026-2030': '“十五五”',
  '2031-2035': '“十六五”',
};

/** “十四五” for 2021-2025; the bare years for a period that is no five-year plan. */
export function periodName({ firstYear, lastYear }: Pick<PlanInfo, 'firstYear' | 'lastYear'>): string {
  const key = `${firstYear}-${lastYear}`;
  return FIVE_YEAR_PLANS[key] ?? (firstYear === lastYear ? `${firstYear}年` : `${firstYear}—${lastYear}年`);
}

/** '2021—2025 年'; '2026 年' for a plan of one year. */
export function periodText({ firstYear, lastYear }: Pick<PlanInfo, 'firstYear' | 'lastYear'>): string {
  return `${firstYear === lastYear ? firstYear : `${firstYear}—${lastYear}`} 年`;
}

/** The five-year period that holds a year, and the one before it: what a new workbook is usually made for. */
export function usualPeriods(year: number): Pick<PlanInfo, 'firstYear' | 'lastYear'>[] {
  const firstYear = Math.floor((year - 1) / 5) * 5 + 1;
  return [firstYear, firstYear - 5].map((first) => ({ firstYear: first, lastYear: first + 4 }));
}

/** A plan covers one year to this many (SPECS J1). */
export const MOST_YEARS = 10;

/** The years of a plan in order. */
export function planYears(plan: Pick<PlanInfo, 'firstYear' | 'lastYear'>): number[] {
  return Array.from({ length: plan.lastYear - plan.firstYear + 1 }, (_, index) => plan.firstYear + index);
}

type PlanOf = { plan: Pick<PlanInfo, 'regionCode'>; reference: Pick<ReferenceData, 'regions'> };

/**
 * The offices one level beneath the plan's own, whose figures its tables set side by side: counties of a city, cities and
 * the counties right beneath a province; none for a county and for a city that has only towns (东莞市).
 */
export function officesBeneath({ plan, reference }: PlanOf): Region[] {
  return reference.regions.filter(
    ({ parent, level }) => parent === plan.regionCode && (level === 'county' || level === 'city'),
  );
}

/** What offices beneath an upper plan are called together: cities of a province, counties of a city, or both. */
export function officesWord(offices: readonly { level?: RegionLevel }[]): string {
  const has = (level: RegionLevel): boolean => offices.some((one) => one.level === level);
  if (!has('city')) return '县（市、区）';
  return has('county') ? '市（州）和县（市、区）' : '市（州）';
}

/** True for the plan of an office above counties: a city's or a province's. */
export function isUpperPlan({ plan, reference }: PlanOf): boolean {
  return reference.regions.some(
    ({ parent, level }) => parent === plan.regionCode && (level === 'county' || level === 'city'),
  );
}

/**
 * The office under which the tables of a plan count what stands under a region: of the offices beneath an upper plan the
 * one that holds it, else the county itself; undefined for none.
 */
export function makeOfficeResolver({ plan, reference }: PlanOf): (regionCode: string) => string | undefined {
  const beneath = new Set(officesBeneath({ plan, reference }).map(({ code }) => code));
  const byCode = new Map(reference.regions.map((region) => [region.code, region]));
  return (regionCode) => {
    if (beneath.size === 0) return byCode.get(regionCode)?.level === 'county' ? regionCode : undefined;
    let at = byCode.get(regionCode);
    while (at && !beneath.has(at.code)) at = at.parent === null ? undefined : byCode.get(at.parent);
    return at?.code;
  };
}

/** The region that a plan's own projects stand under: the county of a town's or a village's plan, else the plan's own. */
export function homeRegion({ plan, reference }: PlanOf): string {
  const byCode = new Map(reference.regions.map((region) => [region.code, region]));
  let at = byCode.get(plan.regionCode);
  while (at && (at.level === 'town' || at.level === 'village') && at.parent !== null) at = byCode.get(at.parent);
  return at?.code ?? plan.regionCode;
}

/** Top-level fund sources in their printed order. */
export function topSources(reference: Pick<ReferenceData, 'fundSources'>): FundSource[] {
  return reference.fundSources.filter((source) => source.parent === null);
}

/** The top-level source that a source rolls up into (itself where it is one); undefined for an unknown id. */
export function topSourceOf(reference: Pick<ReferenceData, 'fundSources'>, id: string): FundSource | undefined {
  const byId = new Map(reference.fundSources.map((source) => [source.id, source]));
  let source = byId.get(id);
  while (source?.parent) source = byId.get(source.parent);
  return source;
}

/** Names of the finer sources whose amounts make up that of a top-level source; [] where it is stated itself. */
export function finerSourceNames(
  reference: Pick<ReferenceData, 'fundSources'>,
  bySource: Readonly<Record<string, unknown>>,
  source: string,
): string[] {
  return Object.keys(bySource)
    .filter((id) => id !== source && topSourceOf(reference, id)?.id === source)
    .map((id) => reference.fundSources.find((known) => known.id === id)?.name ?? id);
}
