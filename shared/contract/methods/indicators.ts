// 指标: the rows of 表1 and the tasks beside it, what came of them by year, and their judgement.
import { z } from 'zod';
import type { IndicatorDirection, IndicatorKind, IndicatorValue } from '../../domain/indicator.ts';
import type { ImportProblem } from '../../import/preview.ts';
import type { Judgement } from '../../indicators/judge.ts';
import { indicatorValueRecord } from '../../records/indicator.ts';
import type { PlanIndicator } from '../../tables/indicators.ts';
import { typed } from '../shapes.ts';
import { command, query } from './define.ts';

const year = z.number().int().min(1990).max(2100);

export interface IndicatorsRead {
  year: number;
  years: number[];
  planYears: number[];
  rows: {
    indicator: PlanIndicator;
    values: IndicatorValue[];
    judgement: Judgement;
    judged: { kind: IndicatorKind; direction: IndicatorDirection | null };
  }[];
}

export interface IndicatorsImported {
  added: number;
  updated: number;
  values: number;
  known: number;
  problems: ImportProblem[];
}

const { indicatorId, state, source, date, note } = indicatorValueRecord.shape;

export const INDICATOR_METHODS = {
  'indicators.read': query(
    'The indicators with their values by year, judged in one year; null: the newest with a value.',
    z.object({ year: year.nullable().default(null) }),
    typed<IndicatorsRead>(),
  ),
  'indicators.set': command(
    'Saves values of indicators by year as one undo step; an empty text takes one out.',
    z.object({
      changes: z
        .array(
          z.object({
            ...{ indicatorId, year, text: z.string() },
            state: state.unwrap().optional(),
            source: source.unwrap().optional(),
            date: date.unwrap().optional(),
            note: note.unwrap().optional(),
          }),
        )
        .min(1),
    }),
    z.object({ changed: z.number() }),
  ),
  'indicators.import': command(
    'Takes in a sheet of indicators and values by year as one undo step; what differs from the workbook is told.',
    z.object({
      token: z.string(),
      /** The year of values under a head that names none. */
      year: year.nullable().default(null),
      /** Row of the sheet to the indicator that is meant; 'new', or null to leave it out. */
      pairs: z.record(z.string(), z.string().nullable()).default({}),
      dryRun: z.boolean().default(false),
    }),
    typed<IndicatorsImported>(),
  ),
  'indicators.adopt': command(
    "Copies another workbook's indicators that are not here yet: names, units, attributes and targets, without base and values.",
    z.object({ token: z.string() }),
    z.object({ added: z.number(), known: z.number(), names: z.array(z.string()) }),
  ),
} as const;
