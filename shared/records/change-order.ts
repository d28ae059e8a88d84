// What a change order must be, for the store, its log and whoever sends one.
import { z } from 'zod';
import { CHANGE_REASONS, type ChangeOrder, CLOSINGS } from '../domain/change-order.ts';
import { fundLineSchema } from './execution.ts';
import { projectSchema } from './project.ts';

const day = z.iso.date();

export const changeOrderSchema = z.object({
  id: z.string(),
  items: z.array(z.object({ before: z.array(projectSchema), after: z.array(projectSchema), text: z.string() })),
  reason: z.enum(CHANGE_REASONS).nullable(),
  text: z.string(),
  applicant: z.string(),
  applyDate: day.nullable(),
  approver: z.string(),
  documentNumber: z.string(),
  approvedAt: day.nullable(),
  appliedAt: z.string().nullable(),
  closed: z.object({ as: z.enum(CLOSINGS), date: day, text: z.string() }).nullable(),
  fundLines: z.array(fundLineSchema),
  note: z.string(),
}) satisfies z.ZodType<ChangeOrder>;
