// The frame of the new plan: places, classes and fund sources of the old one as they are, names and years anew, indicators
// with blank targets.
import { planDefaults } from '#seeds/index.ts';
import { AppError } from '#shared/contract/reply.ts';
import type { PlanInfo, ReferenceData } from '#shared/domain/reference.ts';
import type { RollChoices } from '#shared/roll/roll-over.ts';
import { indicatorsOf } from '#shared/tables/indicators.ts';
import type { OldPlan } from './read-old.ts';

export function newPlan({ data }: OldPlan, { next }: RollChoices): PlanInfo {
  const { regionCode, regionName } = data.plan;
  try {
    return { ...planDefaults(regionCode, next.firstYear, next.lastYear), regionName, scheme: next.scheme };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new AppError('invalid-input', `没有行政区划代码为 ${regionCode}（${regionName}）的地区，不能为它新建规划。`);
  }
}

/** Base values are the last actual ones; the old plan knows targets only, so they are left to be filled in. */
export function newReference({ data, fundSources }: OldPlan, { next }: RollChoices): ReferenceData {
  const { regions, schemes, categories, mappings } = data.reference;
  return {
    regions,
    schemes,
    categories,
    mappings,
    fundSources,
    indicators: indicatorsOf(data).map(({ group, name, unit, attribute, number }) => ({
      number,
      group,
      name,
      unit,
      attribute,
      baseYear: String(next.firstYear - 1),
      baseValue: null,
      targetYear: String(next.lastYear),
      targetValue: null,
    })),
  };
}
