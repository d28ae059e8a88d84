// Reference data of a workbook (基础数据): regions, category schemes, fund sources, indicators.
// Loaded from seeds/ when a workbook is made and editable in it afterwards.

export type RegionLevel = 'city' | 'county' | 'town' | 'village';

/** 行政区划: a national code for city and county, `county/town/village` below, where no code is at hand. */
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

/** 资金来源: five top-level sources; children (中央衔接资金 under 财政衔接资金) roll up into their parent. */
export interface FundSource {
  id: string;
  parent: string | null;
  name: string;
  aliases: readonly string[];
}

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
}

/** The kinds of facts that make the plan's frame (规划设置), as the log and its events name them. */
export const FRAME_KINDS = ['plan', 'region', 'scheme', 'category', 'mapping', 'fundSource', 'indicator'] as const;

/** What kind of plan the workbook holds; fixed when it is made. */
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
}

/** The years of a plan in order. */
export function planYears(plan: Pick<PlanInfo, 'firstYear' | 'lastYear'>): number[] {
  return Array.from({ length: plan.lastYear - plan.firstYear + 1 }, (_, index) => plan.firstYear + index);
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
