// 发布: a workbook written into a province's database.
import { z } from 'zod';
import { command } from './define.ts';

export const PUBLISH_METHODS = {
  'publish.write': command(
    "Writes the open workbook into a province's database, in place of an earlier state of the same county and period.",
    z.object({
      /** postgres://用户:口令@主机:端口/数据库 */
      url: z.string(),
      schema: z.string().min(1).max(63).default('xianjie'),
      asOf: z.iso.date(),
      /** Also in place of a later state, or of another copy of the county's plan. */
      force: z.boolean().default(false),
    }),
    z.object({
      state: z.enum(['written', 'same', 'older', 'other']),
      projects: z.number().int(),
      totalWan: z.string(),
      region: z.string(),
      period: z.string(),
      /** What is there instead, where it was not written. */
      there: z.object({ file: z.string(), savedAt: z.string().nullable(), stateCode: z.string() }).nullable(),
    }),
  ),
} as const;
