// 县级与市级核对: gathers the tables that speak of a county — those the seeds hold, imported 汇总表, files of the user.
import { publishedTablesOf } from '#seeds/published.ts';
import { summaryTables } from '#shared/checks/summary-claims.ts';
import { isNamed } from '#shared/domain/named.ts';
import type { PublishedTable } from '#shared/domain/published-table.ts';
import type { Region } from '#shared/domain/reference.ts';
import { compareLevels, type LevelComparison } from '#shared/levels/compare-levels.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { AppError } from '#shared/values/app-error.ts';
import { importMemory } from './import-memory.ts';
import type { Session } from './session.ts';

export interface CountyChoice {
  code: string;
  name: string;
}

/** The counties that a workbook can be compared for: its own, or all of a city's. */
export function countiesOf({ plan, reference }: PlanData): CountyChoice[] {
  return reference.regions
    .filter(({ level, code, parent }) => level === 'county' && (code === plan.regionCode || parent === plan.regionCode))
    .map(({ code, name }) => ({ code, name }));
}

/**
 * Compares one county (a code or a name; the workbook's own or the first with projects where none is named). Null where
 * no table of a city speaks of it. Errors: not-found for an unknown county.
 */
export function compareCounty(
  session: Session,
  county: string | null,
  files: readonly PublishedTable[],
): LevelComparison | null {
  const data = session.planData();
  const choices = countiesOf(data);
  const regions = data.reference.regions.filter(({ code }) => choices.some((choice) => choice.code === code));
  const wanted =
    county === null ? usualCounty(data, regions) : regions.find((one) => one.code === county || isNamed(one, county));
  if (!wanted) {
    throw new AppError(
      'not-found',
      `没有“${county ?? ''}”这个县（市、区），可以核对的有：${choices.map(({ name }) => name).join('、')}。`,
    );
  }
  const tables = [
    ...(wanted.parent === null ? [] : publishedTablesOf(wanted.parent)),
    ...publishedTablesOf(wanted.code),
    ...summaryTables(data, importMemory(session).imports),
    ...files,
  ];
  return compareLevels(data, wanted.code, tables) ?? null;
}

function usualCounty(data: PlanData, regions: readonly Region[]): Region | undefined {
  const own = regions.find(({ code }) => code === data.plan.regionCode);
  return own ?? regions.find(({ code }) => data.projects.some(({ regionCode }) => regionCode === code)) ?? regions[0];
}
