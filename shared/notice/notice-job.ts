// All that can be chosen for a notice (公示): stage, period, offices, columns, what is masked.
import { z } from 'zod';
import { filter, page, text } from '../format/job-parts.ts';
import { isIsoDay } from './period.ts';

export const noticeJob = z.object({
  what: z.literal('notice'),
  ...page,
  /** What is put up for everybody says nothing of the file it comes from, unless it is wished. */
  code: page.code.default(false),
  paper: page.paper.default('A4'),
  orientation: page.orientation.default('landscape'),
  stage: z.enum(['village', 'town', 'county', 'announcement']).default('county'),
  /** null: made of place, years and stage. */
  title: text.nullable().default(null),
  /** The words over the table; null: those of the stage. */
  intro: text.nullable().default(null),
  /** The day it is put up; null: today. */
  from: z.string().refine(isIsoDay).nullable().default(null),
  /** 公示期, the first day counted. */
  days: z.number().int().min(1).max(365).default(10),
  dayKind: z.enum(['days', 'workdays']).default('days'),
  /** 公示单位; null: the town that is chosen, or the county. */
  office: text.nullable().default(null),
  contact: text.default(''),
  phone: text.default(''),
  hotline: text.default('12317'),
  address: text.default(''),
  email: text.default(''),
  note: text.default(''),
  /** Keys of notice columns; null: the usual ones that some project has. */
  columns: z.array(text).nullable().default(null),
  filter,
  mask: z
    .object({
      names: z.boolean().default(true),
      phones: z.boolean().default(true),
      identities: z.boolean().default(true),
      bankCards: z.boolean().default(true),
    })
    .prefault({}),
});
export type NoticeJob = z.output<typeof noticeJob>;
