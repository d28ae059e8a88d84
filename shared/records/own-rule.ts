// An own rule (自定义审核) as it is kept in the workbook: a record under its rule id Z01, Z02 …
import { z } from 'zod';

export const MOST_FORMULA = 500;

export const ownRuleSchema = z.object({
  name: z.string().trim().min(1, '请填写名称').max(60, '名称最多 60 个字'),
  formula: z.string().trim().min(1, '请填写公式').max(MOST_FORMULA, '公式最多 500 个字'),
  level: z.enum(['error', 'warning', 'info']).default('warning'),
  note: z.string().trim().max(300, '说明最多 300 个字').default(''),
  on: z.boolean().default(true),
});
export type OwnRule = z.output<typeof ownRuleSchema>;

const ID = /^Z(\d+)$/;

/** Whether a rule id is that of an own rule. */
export function isOwnRuleId(id: string): boolean {
  return ID.test(id);
}

/** The id for a new rule: behind the highest that is there, so that an id keeps its meaning. */
export function nextOwnRuleId(ids: Iterable<string>): string {
  let highest = 0;
  for (const id of ids) highest = Math.max(highest, Number(ID.exec(id)?.[1] ?? 0));
  return `Z${String(highest + 1).padStart(2, '0')}`;
}
