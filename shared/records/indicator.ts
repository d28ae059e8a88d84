// An indicator of 表1 as a planner changed or added it, and what it came to in a year.
import { z } from 'zod';
import {
  INDICATOR_DIRECTIONS,
  INDICATOR_KINDS,
  type IndicatorDetails,
  type IndicatorValue,
  NO_DETAILS,
  VALUE_STATES,
} from '../domain/indicator.ts';

const text = z.string().nullable();

/** Absent in records of workbooks before indicators were judged: `detailsOf` fills them in. */
const details = {
  kind: z.enum(INDICATOR_KINDS).nullable().default(null),
  direction: z.enum(INDICATOR_DIRECTIONS).nullable().default(null),
  decimals: z.number().int().min(0).max(6).nullable().default(null),
  targets: z.record(z.string(), z.string()).default({}),
  targetNote: z.string().default(''),
  source: z.string().default(''),
  department: z.string().default(''),
  aliases: z.array(z.string()).readonly().default([]),
  inPlan: z.boolean().default(true),
};

/** One indicator as changed or added, under its id; `isRemoved` takes it out of the table. */
export const indicatorRecord = z.object({
  /** Where it stands; between two of the plan's numbers for an added one. */
  position: z.number(),
  group: z.string(),
  name: z.string().trim().min(1, '请填写指标名称'),
  unit: text,
  baseYear: text,
  baseValue: text,
  targetYear: z.string(),
  targetValue: text,
  attribute: z.enum(['约束性', '预期性']),
  isRemoved: z.boolean().default(false),
  ...details,
});
export type IndicatorRecord = z.output<typeof indicatorRecord>;

/** The details of a record, those that an older program did not know filled in. */
export function detailsOf(record: Partial<IndicatorDetails>): IndicatorDetails {
  const { kind, direction, decimals, targets, targetNote, source, department, aliases, inPlan } = {
    ...NO_DETAILS,
    ...record,
  };
  return { kind, direction, decimals, targets, targetNote, source, department, aliases, inPlan };
}

export const indicatorValueRecord = z.object({
  indicatorId: z.string(),
  year: z.number().int().min(1990).max(2100),
  text: z.string().trim().min(1, '请填写数值'),
  state: z.enum(VALUE_STATES).default('初步'),
  source: z.string().default(''),
  date: z.iso.date().nullable().default(null),
  note: z.string().default(''),
}) satisfies z.ZodType<IndicatorValue>;
