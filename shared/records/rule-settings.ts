// How the settings of a rule are kept in the workbook: records of kind rule-settings under the rule's id.
import { z } from 'zod';

const settingValue = z.union([z.number(), z.array(z.string().max(60)).max(500), z.record(z.string(), z.number())]);
export type SettingValue = z.infer<typeof settingValue>;

export const ruleRecordSchema = z.object({
  rule: z.string().min(1),
  /** False where the rule is switched off. */
  isOn: z.boolean().default(true),
  /** Another level than the rule's own. */
  level: z.enum(['error', 'warning', 'info']).optional(),
  /** By the id of the setting; what is missing has its initial value. */
  values: z.record(z.string(), settingValue).default({}),
});
export type RuleRecord = z.infer<typeof ruleRecordSchema>;
