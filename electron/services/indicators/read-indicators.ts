// The indicators with their values and judgement in one year, for the window and the command line.
import type { IndicatorDirection, IndicatorKind, IndicatorValue } from '#shared/domain/indicator.ts';
import { planYears } from '#shared/domain/reference.ts';
import { howJudged } from '#shared/indicators/how-judged.ts';
import type { Judgement } from '#shared/indicators/judge.ts';
import { indicatorRows, newestYear, valueYears } from '#shared/indicators/rows.ts';
import type { PlanIndicator } from '#shared/tables/indicators.ts';
import type { Session } from '../session.ts';

export interface IndicatorView {
  indicator: PlanIndicator;
  values: IndicatorValue[];
  judgement: Judgement;
  /** How it is judged, as typed or as told by name, unit and values. */
  judged: { kind: IndicatorKind; direction: IndicatorDirection | null };
}

export interface IndicatorsView {
  /** The year of the judgement. */
  year: number;
  /** Years that have a column. */
  years: number[];
  planYears: number[];
  rows: IndicatorView[];
}

/** null: the newest year with a value. */
export function readIndicators(session: Session, year: number | null): IndicatorsView {
  const data = session.planData();
  const at = year ?? newestYear(data);
  return {
    year: at,
    years: valueYears(data),
    planYears: planYears(data.plan),
    rows: indicatorRows(data, at).map(({ indicator, values, judgement }) => {
      const { kind, direction } = howJudged(indicator);
      return {
        indicator,
        values: [...values.values()].sort((a, b) => a.year - b.year),
        judgement,
        judged: { kind, direction },
      };
    }),
  };
}
