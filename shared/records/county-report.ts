// What a report of a county must be, for the store and its log.
import { z } from 'zod';
import type { CountyReport } from '../domain/county-report.ts';
import { type Fen, toFen } from '../values/money.ts';

export const countyReportSchema = z.object({
  id: z.string(),
  files: z.array(z.string()),
  asOf: z.string().nullable(),
  at: z.string(),
  number: z.number().int(),
  projectCount: z.number().int(),
  totalFen: z
    .number()
    .int()
    .transform((value): Fen => toFen(value)),
  mark: z.string(),
  batches: z.array(z.string()),
  earlier: z.array(z.object({ mark: z.string(), file: z.string(), asOf: z.string().nullable() })),
  content: z.string(),
}) satisfies z.ZodType<CountyReport>;
