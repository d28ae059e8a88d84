// What a kept version must be, for the store and its log.
import { z } from 'zod';
import { type PlanVersion, VERSION_KINDS } from '../domain/version.ts';
import { type Fen, toFen } from '../values/money.ts';

export const versionSchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(VERSION_KINDS),
  at: z.string(),
  documentNumber: z.string(),
  approver: z.string(),
  note: z.string(),
  step: z.number().int(),
  projectCount: z.number().int(),
  totalFen: z
    .number()
    .int()
    .transform((value): Fen => toFen(value)),
  content: z.string(),
}) satisfies z.ZodType<PlanVersion>;
