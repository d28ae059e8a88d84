// The indicators of a workbook with what came of them by year, and their judgement in one year.
import type { IndicatorValue } from '../domain/indicator.ts';
import { baseYear, planYears } from '../domain/reference.ts';
import type { PlanData } from '../records/plan-data.ts';
import { recordsOf } from '../records/records.ts';
import { indicatorsOf, type PlanIndicator } from '../tables/indicators.ts';
import { type Judgement, judgeIndicator, type ValuesByYear } from './judge.ts';

type Data = Pick<PlanData, 'plan' | 'reference' | 'records'>;

export interface IndicatorRow {
  indicator: PlanIndicator;
  values: ValuesByYear;
  judgement: Judgement;
}

const NONE: ValuesByYear = new Map();
const grouped = new WeakMap<object, ReadonlyMap<string, ValuesByYear>>();

/** What came of each indicator, by its id and the year. */
export function valuesOf({ records }: Pick<PlanData, 'records'>): ReadonlyMap<string, ValuesByYear> {
  const all = recordsOf(records, 'indicator-value');
  const known = grouped.get(all);
  if (known) return known;
  const found = new Map<string, Map<number, IndicatorValue>>();
  for (const value of all.values()) {
    const own = found.get(value.indicatorId) ?? new Map<number, IndicatorValue>();
    own.set(value.year, value);
    found.set(value.indicatorId, own);
  }
  grouped.set(all, found);
  return found;
}

/** All indicators in their order, judged in a year. */
export function indicatorRows(data: Data, year: number): IndicatorRow[] {
  const values = valuesOf(data);
  return indicatorsOf(data).map((indicator) => {
    const own = values.get(indicator.id) ?? NONE;
    return { indicator, values: own, judgement: judgeIndicator(indicator, own, year, data.plan) };
  });
}

/** Years that an indicator can have a value in: those of the plan, and later ones that have one. */
export function valueYears(data: Data): number[] {
  const later = [...valuesOf(data).values()].flatMap((own) =>
    [...own.keys()].filter((year) => year > baseYear(data.plan)),
  );
  return [...new Set([...planYears(data.plan), ...later])].sort((a, b) => a - b);
}

/** The newest year with a value, not after the plan; the plan's first where there is none. */
export function newestYear(data: Data): number {
  const years = [...valuesOf(data).values()].flatMap((own) => [...own.keys()]);
  const within = years.filter((year) => year >= data.plan.firstYear && year <= data.plan.lastYear);
  return within.length === 0 ? data.plan.firstYear : Math.max(...within);
}
