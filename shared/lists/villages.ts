// Villages of a year (SPECS L1, L2): how many reach the income that an indicator asks for, and what projects go there.
import type { Project } from '../domain/project.ts';
import { howJudged, numberIn } from '../indicators/how-judged.ts';
import { listPlaceReader } from '../places/place-key.ts';
import type { VillageYear } from '../records/lists.ts';
import type { PlanData } from '../records/plan-data.ts';
import { indicatorsOf, type PlanIndicator } from '../tables/indicators.ts';
import { multiplyDecimal } from '../values/decimal.ts';
import { type Fen, wan } from '../values/money.ts';
import { listRows } from './lists.ts';

/** The newest year of the table of villages; null while it is empty. */
export function newestVillageYear(data: Pick<PlanData, 'records'>): number | null {
  const years = listRows(data, 'village-year').map(({ year }) => year);
  return years.length === 0 ? null : years.reduce((most, year) => Math.max(most, year));
}

/** The villages of a year with their ids. */
export function villagesOf(
  { records }: Pick<PlanData, 'records'>,
  year: number,
): (readonly [id: string, village: VillageYear])[] {
  return [...(records['village-year'] ?? [])].filter(([, village]) => village.year === year);
}

export interface IncomeCount {
  indicator: PlanIndicator | null;
  /** What each village is to reach. */
  goalFen: Fen;
  reached: number;
  /** Villages whose income is known. */
  counted: number;
  /** Villages whose income nobody wrote. */
  unknown: number;
  below: readonly VillageYear[];
  /** 89/104, as an indicator of this kind is filled in; null while some are not known. */
  text: string | null;
}

const USUAL_GOAL = wan('10');

/** How many villages reach the income that 表1 asks of each (indicator 6), 10 万元 where it asks for none. */
export function countIncome(data: PlanData, villages: readonly VillageYear[]): IncomeCount {
  const found = indicatorsOf(data).flatMap((indicator) => {
    const measure = howJudged(indicator);
    const goal = measure.kind === '个数占比' ? numberIn(measure.target, '万元') : null;
    const inFen = goal && multiplyDecimal(goal, { digits: 1_000_000n, places: 0 });
    return inFen && inFen.places === 0 ? [{ indicator, goalFen: Number(inFen.digits) as Fen }] : [];
  })[0];
  const goalFen = found?.goalFen ?? USUAL_GOAL;
  const known = villages.filter(({ incomeFen }) => incomeFen !== null);
  const below = known.filter(({ incomeFen }) => (incomeFen ?? 0) < goalFen);
  const reached = known.length - below.length;
  return {
    ...{ indicator: found?.indicator ?? null, goalFen, reached, below },
    ...{ counted: known.length, unknown: villages.length - known.length },
    text: known.length > 0 && known.length === villages.length ? `${reached}/${known.length}` : null,
  };
}

/** Projects by the place that they are in, as places are compared. */
export function projectsByPlace(data: PlanData): ReadonlyMap<string, readonly Project[]> {
  const reader = listPlaceReader(data.reference.regions, data.projects);
  return Map.groupBy(data.projects, ({ town, village }) => reader.keyOf(town, village).joined);
}
