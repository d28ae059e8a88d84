// An indicator of 表1 as a planner changed or added it.
import { z } from 'zod';

const text = z.string().nullable();

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
});
export type IndicatorRecord = z.output<typeof indicatorRecord>;
