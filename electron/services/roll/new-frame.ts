// The frame of the new plan: places, classes and fund sources of the old one as they are, names and years anew, indicators
// with blank targets.
import { agenciesFor, planDefaults } from '#seeds/index.ts';
import type { PlanInfo, ReferenceData } from '#shared/domain/reference.ts';
import { valuesOf } from '#shared/indicators/rows.ts';
import type { RollChoices } from '#shared/roll/roll-over.ts';
import { indicatorsOf } from '#shared/tables/indicators.ts';
import type { OldPlan } from './read-old.ts';

export function newPlan({ data }: OldPlan, { next }: RollChoices): PlanInfo {
  const { plan, reference } = data;
  const usual = planDefaults(plan.regionCode, next.firstYear, next.lastYear, reference.regions);
  return { ...usual, regionName: plan.regionName, scheme: next.scheme };
}

/** Base values are the actual ones of the year before the new plan; targets are left to be filled in. */
export function newReference({ data, fundSources }: OldPlan, { next }: RollChoices): ReferenceData {
  const { regions, schemes, categories, mappings, agencies, ownColumns } = data.reference;
  const base = next.firstYear - 1;
  const values = valuesOf(data);
  return {
    regions,
    schemes,
    categories,
    mappings,
    fundSources,
    ownColumns,
    agencies: agencies.length > 0 ? agencies : agenciesFor(next),
    indicators: indicatorsOf(data).map(({ id, group, name, unit, attribute, number }) => ({
      number,
      group,
      name,
      unit,
      attribute,
      baseYear: String(base),
      baseValue: values.get(id)?.get(base)?.text ?? null,
      targetYear: String(next.lastYear),
      targetValue: null,
    })),
  };
}
