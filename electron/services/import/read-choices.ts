// The choices of the import screen as they come through the door, checked part by part.
import { z } from 'zod';
import type { ImportChoices } from '#shared/import/preview.ts';
import { AppError } from '#shared/values/app-error.ts';

const index = z.string().regex(/^\d+$/);
const schema = z.strictObject({
  sheets: z.record(index, z.array(z.string())).optional(),
  mapping: z.record(index, z.record(z.string().regex(/^[A-Z]{1,3}$/), z.string().nullable())).optional(),
  unit: z.record(index, z.enum(['万元', '元', '亿元', '千元', '百万元'])).optional(),
  categories: z.record(z.string(), z.string().nullable()).optional(),
  classes: z.enum(['ask', 'add', 'none']).optional(),
  funds: z.enum(['ask', 'add', 'none']).optional(),
  ownColumns: z.enum(['drop', 'keep', 'ask']).optional(),
  answers: z.record(z.string(), z.string()).optional(),
  regionCode: z.string().optional(),
  mode: z.enum(['add', 'update', 'replace']).optional(),
  eraseBlanks: z.boolean().optional(),
  skipRows: z.array(z.string().regex(/^\d+:\d+$/)).optional(),
  pairs: z.record(z.string().regex(/^\d+:\d+$/), z.string().nullable()).optional(),
});

/** Throws AppError bad-request for anything that is no ImportChoices. */
export function readChoices(value: unknown): ImportChoices {
  const result = schema.safeParse(value);
  if (!result.success)
    throw new AppError('bad-request', '导入选项不合规定，请重新打开导入页面再试。', result.error.issues);
  return result.data as ImportChoices;
}
